// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/strongid.h"
#include "store/orderbook/database.h"
#include "store/orderbook/prepared.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <concepts>

namespace mc::store {

/**
 * One use of a prepared statement: bind by name, run, read the rows.
 *
 * Prepared statements stay with the connection, so a Statement costs no parsing after its first use. An error
 * goes to Tx::fail(), run() and next() then answer false. Lives on the stack, inside a job. Text with U+0000
 * loses it (PostgreSQL cannot keep it). Times are bound as milliseconds, truth values as 0 and 1.
 */
class Statement final
{
    Q_DISABLE_COPY_MOVE(Statement)

public:
    Statement(Tx &tx, const QString &sql);
    ~Statement();

    Statement &bind(QLatin1StringView name, const QString &value);
    Statement &bind(QLatin1StringView name, const QByteArray &utf8); ///< Without U+0000, as JSON is.
    Statement &bind(QLatin1StringView name, QLatin1StringView value);
    Statement &bind(QLatin1StringView name, const QDateTime &value);
    template <std::integral Number>
    Statement &bind(QLatin1StringView name, Number value)
    {
        return bindNumber(name, static_cast<qint64>(value));
    }
    template <typename Tag>
    Statement &bind(QLatin1StringView name, const StrongId<Tag> &id)
    {
        return bind(name, id.toString());
    }

    /// False on an error, which Tx knows then.
    bool run();
    /// How many rows an UPDATE, INSERT or DELETE has changed; 0 after an error. Runs it.
    [[nodiscard]] int runAndCount();
    /// Moves to the next row; false at the end or after an error.
    bool next();
    /// Runs and moves to the first row.
    bool first() { return run() && next(); }

    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArray bytes(int column) const; ///< UTF-8
    [[nodiscard]] qint64 number(int column) const;
    [[nodiscard]] bool flag(int column) const { return number(column) != 0; }
    [[nodiscard]] QDateTime time(int column) const; ///< UTC; invalid for 0.

private:
    Statement &bindNumber(QLatin1StringView name, qint64 value);

    Tx &m_tx; ///< Not owned; outlives this object.
    QString m_sql;
    std::unique_ptr<Prepared> m_prepared; ///< Null when it could not be prepared.
};

} // namespace mc::store
