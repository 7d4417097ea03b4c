// SPDX-License-Identifier: Apache-2.0
#include "domain/csv.h"

using namespace Qt::StringLiterals;

namespace mc {
namespace {

// Characters that make a spreadsheet read a cell as a formula or split it, with their full-width forms.
bool startsLikeFormula(QStringView field)
{
    return !field.isEmpty() && QStringView(u"=+-@\t\r\n\u0000＝＋－＠", 12).contains(field.front());
}

QString quoted(const QString &field)
{
    const bool needsQuotes = field.contains(u'"') || field.contains(u',') || field.contains(u';')
        || field.contains(u'\n') || field.contains(u'\r') || field.startsWith(u' ') || field.endsWith(u' ');
    if (!needsQuotes)
        return field;
    QString text = field;
    text.replace(u'"', "\"\""_L1);
    return u'"' + text + u'"';
}

} // namespace

QStringList orderExportHeader()
{
    return {u"Order ID"_s,    u"Order date"_s,     u"Customer"_s, u"E-mail"_s, u"Items"_s,
            u"Item status"_s, u"Payment status"_s, u"Currency"_s, u"Amount"_s, u"Tracking numbers"_s};
}

QByteArray csvRecord(const QStringList &fields)
{
    QStringList cells;
    cells.reserve(fields.size());
    for (const QString &field : fields)
        cells.append(quoted(startsLikeFormula(field) ? u'\'' + field : field));
    return cells.join(u',').toUtf8() + "\r\n";
}

QString withoutFormulaGuard(const QString &field)
{
    return field.startsWith(u'\'') && startsLikeFormula(QStringView(field).mid(1)) ? field.mid(1) : field;
}

void CsvReader::feed(QByteArrayView piece)
{
    m_buffer.append(piece.data(), piece.size());
}

void CsvReader::finish()
{
    m_isFinished = true;
}

std::optional<CsvReader::Record> CsvReader::next()
{
    if (m_hasProblem)
        return std::nullopt;
    if (!m_hasBegun) {
        if (m_buffer.size() < 3 && !m_isFinished)
            return std::nullopt;
        m_hasBegun = true;
        m_start = m_buffer.startsWith("\xEF\xBB\xBF") ? 3 : 0;
    }
    while (m_start < m_buffer.size()) {
        const qsizetype end = endOfRecord();
        if ((end < 0 ? m_buffer.size() : end) - m_start > MaxRecord) {
            m_hasProblem = true;
            return std::nullopt;
        }
        if (end < 0 && !m_isFinished)
            return std::nullopt;
        const QByteArray record = m_buffer.mid(m_start, (end < 0 ? m_buffer.size() : end) - m_start);
        const Record result{split(record), m_line};
        m_line += static_cast<int>(record.count('\n')) + 1;
        m_start = end < 0 ? m_buffer.size() : end + (m_buffer.mid(end, 2) == "\r\n" ? 2 : 1);
        if (m_start > MaxRecord) { // dropping consumed input rarely keeps the reading linear
            m_buffer.remove(0, m_start);
            m_start = 0;
        }
        if (!record.isEmpty())
            return result;
    }
    return std::nullopt;
}

// Index of the line break that ends the record at m_start, -1 when it is not there yet.
qsizetype CsvReader::endOfRecord() const
{
    bool isQuoted = false;
    for (qsizetype i = m_start; i < m_buffer.size(); ++i) {
        const char c = m_buffer.at(i);
        if (c == '"')
            isQuoted = !isQuoted;
        if (isQuoted || (c != '\n' && c != '\r'))
            continue;
        // A CR at the very end may be half of a CRLF.
        return c == '\r' && i + 1 == m_buffer.size() && !m_isFinished ? -1 : i;
    }
    return -1;
}

QStringList CsvReader::split(const QByteArray &record)
{
    QStringList fields;
    QByteArray field;
    bool isQuoted = false;
    for (qsizetype i = 0; i < record.size(); ++i) {
        const char c = record.at(i);
        if (c == '"' && isQuoted && i + 1 < record.size() && record.at(i + 1) == '"') {
            field.append('"');
            ++i;
        } else if (c == '"') {
            isQuoted = !isQuoted;
        } else if (c == ',' && !isQuoted) {
            fields.append(QString::fromUtf8(field));
            field.clear();
        } else {
            field.append(c);
        }
    }
    fields.append(QString::fromUtf8(field));
    return fields;
}

} // namespace mc
