// SPDX-License-Identifier: Apache-2.0
// CSV files: reading in any pieces, importing both formats, and writing so that nothing becomes a formula.
#include "domain/csv.h"

#include "../support/fuzzing.h"
#include "domain/money.h"
#include "store/api/orderimport.h"

#include <algorithm>

using namespace mc;
using namespace mc::store;
using mc::fuzz::require;

namespace {

QList<QStringList> recordsOf(const QByteArray &text, qsizetype pieceSize, bool &hasProblem)
{
    CsvReader reader;
    QList<QStringList> records;
    const auto takeAll = [&] {
        while (const auto record = reader.next())
            records.append(record->fields);
    };
    for (qsizetype at = 0; at < text.size(); at += pieceSize) {
        reader.feed(QByteArrayView(text).sliced(at, std::min(pieceSize, text.size() - at)));
        takeAll();
    }
    reader.finish();
    takeAll();
    hasProblem = reader.hasProblem();
    return records;
}

void import(const QList<QStringList> &records)
{
    ImportReport report;
    std::unique_ptr<OrderFormat> format;
    int line = 0;
    const auto keep = [&](const std::optional<ImportedOrder> &imported) {
        if (!imported)
            return;
        require(!imported->order.number.isEmpty() && imported->order.placedAtUtc.isValid(),
                "an imported order has number and date");
        require(!imported->order.lines.isEmpty(), "an imported order has lines");
        (void)plainAmount({imported->order.totalMinor, imported->order.currency});
        ++report.created;
    };
    for (const QStringList &record : records) {
        if (!format) {
            format = orderFormatFor(record);
            if (!format)
                return;
            continue;
        }
        QString problem;
        keep(format->add({record, ++line}, problem));
        if (!problem.isEmpty())
            report.addProblem(line, problem);
    }
    if (format)
        keep(format->finish());
    (void)reportToJson(report);
}

/// A field as a spreadsheet reads it: no guard is taken off.
void checkWriting(const QStringList &fields)
{
    const QByteArray written = csvRecord(fields);
    bool hasProblem = false;
    const QList<QStringList> read = recordsOf(written, std::max<qsizetype>(1, written.size()), hasProblem);
    if (hasProblem || (fields.size() == 1 && fields.first().isEmpty()))
        return;
    require(read.size() == 1 && read.first().size() == fields.size(), "one record stays one record");
    for (qsizetype i = 0; i < fields.size(); ++i) {
        const QString &cell = read.first().at(i);
        require(cell.isEmpty() || !QStringView(u"=+-@\t\r\n\u0000", 8).contains(cell.front()), "no formula");
        if (!fields.at(i).startsWith(u'\'') && fields.at(i).isValidUtf16())
            require(withoutFormulaGuard(cell) == fields.at(i), "a field is read as it was written");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray input = mc::fuzz::inputOf(data, size);
    bool hasProblem = false;
    const QList<QStringList> whole = recordsOf(input, std::max<qsizetype>(1, input.size()), hasProblem);
    // The reader looks at an open record again with each piece, so that small pieces are for small inputs.
    for (const qsizetype pieceSize : {input.size() < 512 ? 1 : 499, input.size() < 512 ? 7 : 4096}) {
        bool hasOtherProblem = false;
        const QList<QStringList> pieces = recordsOf(input, pieceSize, hasOtherProblem);
        require(pieces == whole && hasProblem == hasOtherProblem, "pieces do not change what is read");
    }
    import(whole);
    import(QList<QStringList>{orderExportHeader()} + whole); // as rows below the head of an export
    for (const QStringList &record : whole)
        checkWriting(record);
    return 0;
}
