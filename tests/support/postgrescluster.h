// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QProcess>
#include <QString>
#include <QTemporaryDir>

#include <memory>
#include <tl/expected.hpp>

namespace mc::test {

/**
 * A PostgreSQL server of its own for one test program: private folder, Unix socket, no TCP.
 *
 * Runs as a child process and ends with this object, or with the test program if that dies.
 */
class PostgresCluster final
{
    Q_DISABLE_COPY_MOVE(PostgresCluster)

public:
    /// The error is a sentence that says what to do.
    [[nodiscard]] static tl::expected<std::unique_ptr<PostgresCluster>, QString> start();
    ~PostgresCluster();

    /// An empty database: "postgresql://postgres@/t1?host=…".
    [[nodiscard]] QString newDatabase();

private:
    PostgresCluster();

    QTemporaryDir m_folder;
    QProcess m_server;
    int m_databases = 0;
};

} // namespace mc::test
