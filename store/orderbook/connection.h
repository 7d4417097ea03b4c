// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/orderbook/database.h"
#include "store/orderbook/prepared.h"

#include <QHash>
#include <QSqlDatabase>
#include <QString>

#include <unordered_map>

namespace mc::store {

/**
 * One connection with its prepared statements. Used in the thread that made it; destroyed there, or
 * elsewhere when that thread no longer uses it.
 */
class Connection final
{
    Q_DISABLE_COPY_MOVE(Connection)

public:
    enum class Access : quint8 { ReadWrite, ReadOnly };

    Connection(const Database::Config &config, Access access);
    ~Connection();

    /// Also after a connection was lost; forgets the prepared statements.
    [[nodiscard]] tl::expected<void, DatabaseError> open();
    [[nodiscard]] bool isPostgres() const noexcept { return m_isPostgres; }
    [[nodiscard]] QSqlDatabase &database() noexcept { return m_database; }
    [[nodiscard]] tl::expected<void, DatabaseError> execute(const QString &sql);
    /// False when the server is gone.
    [[nodiscard]] bool isAlive();

    /// The same for a word of SQLite's that is said for each job: prepared once.
    [[nodiscard]] tl::expected<void, DatabaseError> executeAgain(const QString &sql);
    [[nodiscard]] tl::expected<std::unique_ptr<Prepared>, DatabaseError> takePrepared(const QString &sql);
    void giveBack(const QString &sql, std::unique_ptr<Prepared> prepared);

private:
    void describe();
    [[nodiscard]] tl::expected<void, DatabaseError> configure();

    Database::Config m_config;
    Access m_access;
    bool m_isPostgres;
    bool m_wasOpened = false;
    QString m_name;
    QSqlDatabase m_database;
    std::unordered_map<QString, std::unique_ptr<Prepared>> m_prepared;
};

} // namespace mc::store
