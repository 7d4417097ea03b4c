// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/sqlconnection.h"

#include <QByteArray>
#include <QString>
#include <QVariantList>

#include <memory>

namespace mc {

/**
 * A prepared statement for what is done once for each of many orders.
 *
 * Values are bound in the order of the question marks, anew for each run; a question mark stands for nothing
 * else. Ends before its connection and belongs to the same thread.
 */
class Statement
{
public:
    enum class Via : quint8 {
        Fastest, ///< SQLite itself where it is the driver's own copy, otherwise QtSql.
        QtSql
    };
    [[nodiscard]] static StorageResult<std::unique_ptr<Statement>>
    prepare(const SqlConnection &connection, const QString &sql, Via via = Via::Fastest);

    Statement() = default;
    virtual ~Statement() = default;
    Q_DISABLE_COPY_MOVE(Statement)

    virtual void bind(qint64 value) = 0;
    virtual void bind(const QString &text) = 0; ///< Never NULL: a null string is an empty one.
    virtual void bind(const QByteArray &blob) = 0; ///< Never NULL either.
    virtual void bindNull() = 0;
    /// Numbers, texts, blobs, and NULL for what is invalid.
    void bindAll(const QVariantList &values);

    /// The first call runs it; an error when not exactly its question marks were bound. True: there is a row,
    /// until the next call. After false, or an error, it is ready for the next time.
    [[nodiscard]] virtual StorageResult<bool> next() = 0;
    /// Makes it ready for the next time when not all rows were asked for.
    virtual void reset() = 0;
    /// For a statement that gives no rows; ready for the next time after it.
    [[nodiscard]] StorageResult<void> run();

    [[nodiscard]] virtual qint64 number(int column) const = 0;
    [[nodiscard]] virtual QByteArray bytes(int column) const = 0;
};

} // namespace mc
