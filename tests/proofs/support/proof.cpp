// SPDX-License-Identifier: Apache-2.0
#include "proof.h"

#include <QCommandLineParser>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace mc::proof {

namespace {

// Whoever reads the answer waits for the line: a buffer that dies with the process would lose it.
void printLine(const QByteArray &line)
{
    std::fwrite(line.constData(), 1, size_t(line.size()), stdout);
    std::fputc('\n', stdout);
    std::fflush(stdout);
}

} // namespace

std::optional<Request> readRequest(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOptions({{u"n"_s, u"Size."_s, u"count"_s},
                       {u"seed"_s, u"Seed."_s, u"number"_s, u"1"_s},
                       {u"bin"_s, u"Build folder."_s, u"folder"_s},
                       {u"work"_s, u"Empty folder."_s, u"folder"_s}});
    bool understood = parser.parse(arguments);
    Request request{parser.value(u"n"_s).toLongLong(), parser.value(u"seed"_s).toULongLong(),
                    parser.value(u"bin"_s), parser.value(u"work"_s)};
    understood = understood && request.size > 0 && !request.workFolder.isEmpty();
    if (!understood) {
        std::fputs("usage: --n COUNT --work FOLDER [--seed NUMBER] [--bin FOLDER]\n", stderr);
        return std::nullopt;
    }
    printLine("seed " + QByteArray::number(request.seed));
    return request;
}

Report::Report(QString name, const Request &request)
    : m_name(std::move(name))
    , m_request(request)
{
}

void Report::violation(const QString &what)
{
    ++m_violations;
    // The first ones tell the story; a flood would hide them.
    if (m_violations <= 20)
        printLine("VIOLATION " + what.toUtf8());
}

void Report::control(const QString &name, bool caught)
{
    (caught ? m_caught : m_missed).append(name);
}

int Report::close() const
{
    const bool caught = m_missed.isEmpty() && !m_caught.isEmpty();
    QJsonObject line = m_figures;
    line.insert(u"proof"_s, m_name);
    line.insert(u"n"_s, m_request.size);
    line.insert(u"seed"_s, qint64(m_request.seed));
    line.insert(u"violations"_s, m_violations);
    line.insert(u"control"_s, caught ? u"caught"_s : u"missed"_s);
    line.insert(u"controls_caught"_s, QJsonArray::fromStringList(m_caught));
    line.insert(u"controls_missed"_s, QJsonArray::fromStringList(m_missed));
    printLine(QJsonDocument(line).toJson(QJsonDocument::Compact));
    return m_violations == 0 && caught ? 0 : 1;
}

std::mt19937_64 randomFor(const Request &request, quint64 part)
{
    std::seed_seq sequence{quint32(request.seed), quint32(request.seed >> 32), quint32(part),
                           quint32(part >> 32)};
    return std::mt19937_64(sequence);
}

} // namespace mc::proof
