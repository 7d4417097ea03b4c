// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/csv.h"
#include "domain/order.h"

#include <QByteArray>
#include <QHash>
#include <QList>

#include <memory>
#include <optional>

namespace mc::store {

struct ImportProblem {
    int line = 0;
    QString detail; ///< One sentence for people.
};
struct ImportReport {
    int created = 0;
    int updated = 0;
    int unchanged = 0;
    QList<ImportProblem> problems; ///< At most MaxProblems; `moreProblems` counts the rest.
    int moreProblems = 0;

    static constexpr int MaxProblems = 200;
    void addProblem(int line, const QString &detail);
};
[[nodiscard]] QByteArray reportToJson(const ImportReport &report);

/// An order that was read, and where it began in the file.
struct ImportedOrder {
    Order order;
    int line = 0;
};

/// Columns by name, as the first record gives them.
class CsvColumns final
{
public:
    explicit CsvColumns(const QStringList &header);
    [[nodiscard]] bool has(const QString &name) const { return m_places.contains(name); }
    /// Trimmed; empty when the column or the field is not there.
    [[nodiscard]] QString field(const QStringList &record, const QString &name) const;

private:
    QHash<QString, qsizetype> m_places;
};

/// One file format: puts records together to orders. A problem says why a record cannot be used.
class OrderFormat
{
public:
    virtual ~OrderFormat() = default;
    /// The order that ended before this record, if one did. `problem` is set when this record is unusable.
    [[nodiscard]] virtual std::optional<ImportedOrder> add(const CsvReader::Record &record,
                                                           QString &problem) = 0;
    [[nodiscard]] virtual std::optional<ImportedOrder> finish() = 0;
};
/// The format that the header belongs to; null: none that is known.
[[nodiscard]] std::unique_ptr<OrderFormat> orderFormatFor(const QStringList &header);

} // namespace mc::store
