// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/orderbook/database.h"

#include <QByteArray>

class QSqlDatabase;

namespace mc::store {

/**
 * A prepared statement of one connection. Values stay bound until they are bound again.
 *
 * Belongs to the connection's thread and ends before it. Errors are those of databaseError().
 */
class Prepared
{
    Q_DISABLE_COPY_MOVE(Prepared)

public:
    /// By SQLite's own interface where that is the driver's copy (ADR 9), otherwise by QtSql.
    [[nodiscard]] static tl::expected<std::unique_ptr<Prepared>, DatabaseError>
    prepare(const QSqlDatabase &database, bool isPostgres, const QString &sql);

    Prepared() = default;
    virtual ~Prepared() = default;

    virtual void bind(QLatin1StringView name, qint64 value) = 0;
    virtual void bind(QLatin1StringView name, const QString &text) = 0;
    virtual void bind(QLatin1StringView name, const QByteArray &utf8) = 0;

    [[nodiscard]] virtual tl::expected<void, DatabaseError> run() = 0;
    /// How many rows the run has changed.
    [[nodiscard]] virtual int changed() const = 0;
    /// After run(): the next row is there, or there is none.
    [[nodiscard]] virtual tl::expected<bool, DatabaseError> next() = 0;
    /// Gives up what the run holds; ready for the next.
    virtual void finish() = 0;

    [[nodiscard]] virtual QString text(int column) const = 0;
    [[nodiscard]] virtual QByteArray bytes(int column) const = 0; ///< UTF-8
    [[nodiscard]] virtual qint64 number(int column) const = 0;
};

} // namespace mc::store
