// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/measure.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSysInfo>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <thread>

using namespace Qt::StringLiterals;

namespace mc::bench {
namespace {

QString machine()
{
    return u"%1, %2, %3 cores"_s.arg(QSysInfo::prettyProductName(), QSysInfo::currentCpuArchitecture())
        .arg(std::thread::hardware_concurrency());
}

QString figure(double value)
{
    return QString::number(value, 'f', value < 10 ? 3 : value < 1000 ? 1 : 0);
}

QString figure(const std::optional<double> &value)
{
    return value ? figure(*value) : u"-"_s;
}

QString wordOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::None:
        return u"-"_s;
    case Verdict::Met:
        return u"met"_s;
    case Verdict::Missed:
        return u"MISSED"_s;
    case Verdict::FarOff:
        return u"FAR OFF"_s;
    }
    Q_UNREACHABLE();
}

QJsonObject jsonOf(const Result &result)
{
    const auto value = [](const std::optional<double> &one) { return one ? QJsonValue(*one) : QJsonValue(); };
    return {{u"name"_s, result.name},
            {u"what"_s, result.what},
            {u"unit"_s, result.unit},
            {u"median"_s, result.median},
            {u"p95"_s, result.p95},
            {u"p99"_s, result.p99},
            {u"max"_s, result.max},
            {u"floor"_s, value(result.floor)},
            {u"ratio"_s, value(result.ratio)},
            {u"bar"_s, value(result.bar)},
            {u"n"_s, result.n},
            {u"machine"_s, machine()}};
}

std::optional<double> statusMegabytes(QByteArrayView field)
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return std::nullopt;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith(field))
            return line.mid(field.size()).simplified().split(' ').constFirst().toDouble() / 1024;
    }
    return std::nullopt;
}

} // namespace

double Watch::milliseconds() const
{
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - m_start).count();
}

double Samples::percentile(double part) const
{
    if (m_values.isEmpty())
        return 0;
    QList<double> sorted = m_values;
    std::sort(sorted.begin(), sorted.end());
    const auto rank = static_cast<qsizetype>(std::ceil(part * static_cast<double>(sorted.size())));
    return sorted.at(std::clamp<qsizetype>(rank - 1, 0, sorted.size() - 1));
}

Result resultOf(const QString &name, const QString &what, int n, const Samples &samples)
{
    Result result;
    result.name = name;
    result.what = what;
    result.n = n;
    result.median = samples.percentile(0.5);
    result.p95 = samples.percentile(0.95);
    result.p99 = samples.percentile(0.99);
    result.max = samples.percentile(1);
    return result;
}

void judge(Result &result, double value, double floor, double bar)
{
    result.floor = floor;
    result.ratio = floor > 0 ? value / floor : 0;
    result.bar = bar;
}

void judgeFrames(Result &result, double p95Limit, double p99Limit)
{
    const double worst = std::max(result.p95 / p95Limit, result.p99 / p99Limit);
    judge(result, worst * Frame, Frame, 1);
}

Verdict verdictOf(const Result &result)
{
    if (!result.ratio || !result.bar)
        return Verdict::None;
    if (*result.ratio <= *result.bar)
        return Verdict::Met;
    return *result.ratio <= 2 * *result.bar ? Verdict::Missed : Verdict::FarOff;
}

void print(const QList<Result> &results)
{
    const auto line = [](const QStringList &cells, const QString &what) {
        QString text = cells.constFirst().leftJustified(16);
        for (const QString &cell : cells.mid(1))
            text += cell.rightJustified(11);
        std::puts(qUtf8Printable(text + u"  "_s + what));
    };
    std::puts(qUtf8Printable(machine()));
    line({u"name"_s, u"n"_s, u"median"_s, u"p95"_s, u"p99"_s, u"max"_s, u"floor"_s, u"ratio"_s, u"bar"_s,
          u"verdict"_s},
         u"what (times in ms)"_s);
    for (const Result &one : results) {
        line({one.name, QString::number(one.n), figure(one.median), figure(one.p95), figure(one.p99),
              figure(one.max), figure(one.floor), figure(one.ratio), figure(one.bar), wordOf(verdictOf(one))},
             one.what);
    }
}

bool write(const QList<Result> &results, const QString &folder)
{
    if (!QDir().mkpath(folder))
        return false;
    return std::all_of(results.cbegin(), results.cend(), [&folder](const Result &result) {
        QFile file(folder + u'/' + result.name + u".json"_s);
        return file.open(QIODevice::WriteOnly) && file.write(QJsonDocument(jsonOf(result)).toJson()) > 0;
    });
}

int conclude(const QList<Result> &results, const QString &folder)
{
    print(results);
    const bool isFarOff = std::any_of(results.cbegin(), results.cend(),
                                      [](const Result &one) { return verdictOf(one) == Verdict::FarOff; });
    return write(results, folder) && !isFarOff ? 0 : 1;
}

std::optional<double> peakMegabytes()
{
    return statusMegabytes("VmHWM:");
}

std::optional<double> residentMegabytes()
{
    return statusMegabytes("VmRSS:");
}

void forgetPeak()
{
    QFile refs(u"/proc/self/clear_refs"_s);
    if (refs.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        refs.write("5");
}

} // namespace mc::bench
