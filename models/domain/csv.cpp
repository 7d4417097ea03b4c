// SPDX-License-Identifier: Apache-2.0
#include "domain/csv.h"

#include "domain/plantedbug.h"

using namespace Qt::StringLiterals;

namespace mc {
namespace {

// Characters that make a spreadsheet read a cell as a formula or split it, with their full-width forms.
bool startsLikeFormula(QStringView field)
{
    return !field.isEmpty() && QStringView(u"=+-@\t\r\n\u0000＝＋－＠", 12).contains(field.front());
}

/// What a guard was put before, or what looks like it and therefore needs one more.
bool isGuarded(QStringView field)
{
    while (field.startsWith(u'\'')) {
        field = field.mid(1);
        if (startsLikeFormula(field))
            return true;
    }
    return false;
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

QStringList orderExportBasics()
{
    return {u"Order ID"_s,    u"Order date"_s,     u"Customer"_s, u"E-mail"_s, u"Items"_s,
            u"Item status"_s, u"Payment status"_s, u"Currency"_s, u"Amount"_s, u"Tracking numbers"_s};
}

QStringList orderExportHeader()
{
    return orderExportBasics() + QStringList{u"Language"_s,      u"Shipping address"_s, u"Payment method"_s,
                                             u"Paid"_s,          u"Refunded"_s,         u"Shipping"_s,
                                             u"Line ID"_s,       u"Line title"_s,       u"Line SKU"_s,
                                             u"Line quantity"_s, u"Line cancelled"_s,   u"Line price"_s,
                                             u"Line status"_s};
}

QByteArray csvRecord(const QStringList &fields)
{
    QStringList cells;
    cells.reserve(fields.size());
    for (const QString &field : fields)
        cells.append(quoted(startsLikeFormula(field) || isGuarded(field) ? u'\'' + field : field));
    return cells.join(u',').toUtf8() + "\r\n";
}

QString withoutFormulaGuard(const QString &field)
{
    return isGuarded(field) ? field.mid(1) : field;
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
    if (m_hasProblem || !hasBegun())
        return std::nullopt;
    while (m_start < m_buffer.size()) {
        const qsizetype lineBreak = endOfRecord();
        const qsizetype end = lineBreak < 0 ? m_buffer.size() : lineBreak;
        m_hasProblem = end - m_start > MaxRecord;
        if (m_hasProblem || (lineBreak < 0 && !m_isFinished))
            return std::nullopt;
        const QByteArray text = m_buffer.mid(m_start, end - m_start);
        Record record{split(text), m_line};
        m_line += static_cast<int>(text.count('\n')) + 1;
        skipTo(end);
        if (!text.isEmpty())
            return record;
    }
    return std::nullopt;
}

// Skips a byte order mark, which may arrive in pieces.
bool CsvReader::hasBegun()
{
    if (!m_hasBegun && (m_buffer.size() >= 3 || m_isFinished)) {
        m_hasBegun = true;
        m_start = m_buffer.startsWith("\xEF\xBB\xBF") ? 3 : 0;
    }
    return m_hasBegun;
}

// Goes behind the line break at `end`, if there is one.
void CsvReader::skipTo(qsizetype end)
{
    m_start = end + (m_buffer.mid(end, 2) == "\r\n" ? 2 : end < m_buffer.size() ? 1 : 0);
    if (m_start > MaxRecord) { // dropping consumed input rarely keeps the reading linear
        m_buffer.remove(0, m_start);
        m_start = 0;
    }
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
        if (c == '"' && isQuoted && (i + 1 < record.size() || bugPlanted("overflow-csv"))
            && record.at(i + 1) == '"') {
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
