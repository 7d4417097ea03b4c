// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "orders/consoleservice.h"
#include "tests/support/fakeordersmodel.h"
#include "tests/support/sampleorders.h"

#include <QPair>

namespace mc::test {

/**
 * A ConsoleService in memory, with the real rules of what can be cancelled. Every command is recorded and,
 * like the real service, answered after it returned (queued), unless a failure was scripted.
 *
 * Starts signed in as an owner, online, with sampleOrders().
 */
class FakeConsoleService final : public ConsoleService
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FakeConsoleService)
public:
    explicit FakeConsoleService(QObject *parent = nullptr);

    // What a test prepares
    void setOrders(const QList<Order> &orders);
    /// As if the change feed had brought it: row, watched order and board follow.
    void change(const Order &order);
    void remove(const OrderId &id);
    void setSync(const SyncStatus &status);
    void setOffline(bool isOffline);
    void setPhase(QueryState::Phase phase);
    void setCount(int count, bool isExact);
    void setStore(const std::optional<StoreInfo> &store);
    void setBoard(const CancellationBoard &board); ///< Instead of the one made from the orders.
    void setProfiles(const QList<StoreProfile> &profiles, const QString &current);
    /// The next command that can fail does, with this sentence.
    void failNextWith(const QString &sentence) { m_failure = sentence; }
    /// The store confirmed or refused what was held or queued for this order.
    void confirm(const OrderId &id);
    void refuse(const OrderId &id, const QString &problem);
    void notice(const Notice &notice) { emit noticed(notice); }
    [[nodiscard]] FakeOrdersModel &model() { return m_model; }
    [[nodiscard]] OrderView view(const OrderId &id) const;

    // What the windows asked for
    struct Hold {
        QList<OperationId> operations;
        bool isHeld = false;
    };
    struct Decided {
        CancellationId id;
        Decision decision = Decision::Accept;
        QString why;
    };
    struct SignIn {
        QUrl store;
        QString email;
        QString password;
        bool isRemembered = false;
    };
    OrderQuery query;
    int queries = 0;
    QList<CancelCommand> cancels;
    QList<QList<OperationId>> undos;
    QList<Hold> holds;
    QList<Decided> decisions;
    QList<CancellationId> refundRetries;
    QList<CancellationId> refundConfirmations;
    QList<CancellationEntry> closed;
    QStringList exports;
    QList<SignIn> signIns;
    OrderId watched;
    int syncs = 0;
    QList<QLocale> locales;
    int signOuts = 0;
    bool isShutDown = false;

    // ConsoleService
    [[nodiscard]] QAbstractTableModel &orders() override { return m_model; }
    [[nodiscard]] QueryState queryState() const override { return m_queryState; }
    [[nodiscard]] SyncStatus syncStatus() const override { return m_sync; }
    [[nodiscard]] std::optional<StoreInfo> store() const override { return m_store; }
    [[nodiscard]] CancellationBoard board() const override;
    [[nodiscard]] QList<StoreProfile> profiles() const override { return m_profiles; }
    [[nodiscard]] QString currentProfile() const override { return m_profile; }
    [[nodiscard]] std::chrono::seconds undoTime() const override { return m_undoTime; }
    void setQuery(const OrderQuery &query) override;
    [[nodiscard]] QList<OrderId> idsOfRows(const QList<int> &rows) const override;
    [[nodiscard]] int rowOf(const OrderId &id) const override { return m_model.rowOf(id); }
    void watch(const OrderId &id) override;
    void stopWatching() override { watched = {}; }
    void fetch(const QList<OrderId> &ids) override;
    void exportCsv(const QString &file) override;
    void cancelOrders(const CancelCommand &command) override;
    void undo(const QList<OperationId> &operations) override;
    void holdUndo(const QList<OperationId> &operations, bool isHeld) override;
    void decide(const CancellationId &id, Decision decision, const QString &why) override;
    void retryRefund(const CancellationId &id) override;
    void confirmRefund(const CancellationId &id) override;
    void close(const CancellationEntry &entry) override;
    void signIn(const QUrl &store, const QString &email, const QString &password, bool isRemembered) override;
    void signOut() override;
    void useProfile(const QString &id) override;
    void syncNow() override { ++syncs; }
    void setUndoTime(std::chrono::seconds time) override { m_undoTime = time; }
    void setLocale(const QLocale &locale) override { locales.append(locale); }
    void shutDown() override;

private:
    [[nodiscard]] bool matches(const OrderView &view) const;
    void runQuery();
    void publish(const OrderView &view);
    /// True when a failure was scripted: commandFailed() follows and nothing else happens.
    [[nodiscard]] bool failsNow();
    [[nodiscard]] OrderView *find(const OrderId &id);

    QList<OrderView> m_views;
    FakeOrdersModel m_model;
    QueryState m_queryState;
    SyncStatus m_sync;
    std::optional<StoreInfo> m_store;
    std::optional<CancellationBoard> m_board;
    QList<StoreProfile> m_profiles;
    QString m_profile;
    std::chrono::seconds m_undoTime{5};
    QString m_failure;
    int m_nextOperation = 1;
};

} // namespace mc::test
