// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

// RFC 4180 for what leaves and enters the product: exports of the console, imports of the store.
namespace mc {

/// Columns about an order as a whole, without which the import does not know our export.
[[nodiscard]] QStringList orderExportBasics();
/**
 * Header of the orders export, in English like its codes, whatever the language of the windows is.
 *
 * One record a line of an order, as in Shopify's export: the first one of an order has every column, the
 * others have the order ID and the columns whose names begin with "Line", so that no amount is summed up
 * twice.
 */
[[nodiscard]] QStringList orderExportHeader();

/// One record with CRLF. Fields that a spreadsheet would run as a formula get a leading apostrophe (OWASP
/// ASVS 1.2.10).
[[nodiscard]] QByteArray csvRecord(const QStringList &fields);

/// Takes back the apostrophe that csvRecord() put before a formula; other text is left as it is.
[[nodiscard]] QString withoutFormulaGuard(const QString &field);

/**
 * Reads records from UTF-8 text in pieces, so that a large file is never held as a whole.
 *
 * Quoted fields may contain separators, doubled quotes and line breaks; CRLF, LF and CR end a record; a byte
 * order mark is skipped. A record longer than MaxRecord ends the reading with a problem.
 */
class CsvReader final
{
public:
    static constexpr qsizetype MaxRecord = 256 * 1024;

    struct Record {
        QStringList fields;
        int line = 1; ///< Where the record begins, counted from 1.
    };

    void feed(QByteArrayView piece);
    void finish(); ///< No more input: the last record may lack its line break.

    /// The next complete record; nullopt when more input is needed, at the end, or after a problem.
    [[nodiscard]] std::optional<Record> next();
    [[nodiscard]] bool hasProblem() const { return m_hasProblem; }

private:
    [[nodiscard]] bool hasBegun();
    void skipTo(qsizetype end);
    [[nodiscard]] qsizetype endOfRecord() const;
    [[nodiscard]] static QStringList split(const QByteArray &record);

    QByteArray m_buffer;
    qsizetype m_start = 0; ///< Of the next record in m_buffer; consumed input is dropped now and then.
    int m_line = 1;
    bool m_isFinished = false;
    bool m_hasBegun = false;
    bool m_hasProblem = false;
};

} // namespace mc
