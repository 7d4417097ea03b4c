// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/orderbook/database.h"
#include "store/orderbook/orderbook.h"
#include "store/orderbook/storerepository.h"
#include "tests/support/postgrescluster.h"

#include <QTemporaryDir>

namespace mc::test {

/// Rows "sqlite" and "postgres" for a test that has to hold on both.
void addEngineRows();

/**
 * Fresh databases with one store each, SQLite or PostgreSQL, and what tests do with them.
 *
 * One for a test program: PostgreSQL starts at its first use.
 */
class StoreFixture final
{
    Q_DISABLE_COPY_MOVE(StoreFixture)

public:
    StoreFixture();
    ~StoreFixture() = default;

    /// `engine`: "sqlite" or "postgres". Fails the program with a clear line when PostgreSQL is not there.
    [[nodiscard]] store::Database::Config newConfig(const QString &engine);
    /// Opens a fresh database with one store.
    void open(const QString &engine);
    /// The same, or empties the one that is open: faster.
    void openOrEmpty(const QString &engine);
    void close() { m_database.reset(); }

    [[nodiscard]] store::Database &database() { return *m_database; }
    [[nodiscard]] const store::Database::Config &config() const { return m_config; }
    [[nodiscard]] const StoreId &storeId() const { return m_store; }

    /// One transaction on the store's orders; the job's answer after its commit.
    template <typename Job>
    auto write(Job job)
    {
        std::optional<std::invoke_result_t<Job, store::Orderbook &, store::Tx &>> answer;
        const auto outcome = m_database->writeAndWait([&](store::Tx &tx) {
            store::Orderbook book(tx, m_store, now);
            answer.emplace(job(book, tx));
        });
        if (!outcome)
            qFatal("the transaction failed: %s", qPrintable(outcome.error().detail));
        return std::move(*answer);
    }
    [[nodiscard]] Order order(const OrderId &id);
    void setPolicy(const CancellationPolicy &policy);

    /// Two lines (2 × 10.00 and 1 × 5.00), paid, 25.00 EUR; not yet in the store.
    [[nodiscard]] static Order sampleOrder(const QString &number);
    /// Puts it in; `change` may alter it before.
    OrderId addOrder(const QString &number, const std::function<void(Order &)> &change = {});
    [[nodiscard]] static store::Actor staff()
    {
        return {RequestedBy::Merchant, u"staff-1"_qs, u"Kim Larsen"_qs};
    }
    [[nodiscard]] static store::CancellationRequest request(const OrderId &order);
    [[nodiscard]] static store::CancellationRequest customerRequest(const OrderId &order);
    [[nodiscard]] static store::ShipmentReport shipment(const OrderId &order,
                                                        store::ShipmentReport::Kind kind);

    QDateTime now; ///< The clock of the tests, UTC.

private:
    void addStore();

    QTemporaryDir m_folder;
    std::unique_ptr<PostgresCluster> m_cluster;
    std::unique_ptr<store::Database> m_database;
    store::Database::Config m_config;
    StoreId m_store;
    int m_files = 0;
};

/// Columns of the first row of a query, for looking behind the curtain; "NONE" without a row.
[[nodiscard]] QString sqlValue(store::Database &database, const QString &sql);

} // namespace mc::test
