// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "orders/liveconsole.h"
#include "orders/orderstablemodel.h"
#include "orders/profilestore.h"
#include "orders/synchost.h"
#include "orders/tablereader.h"
#include "orders/workerpulse.h"

#include <QThread>
#include <QTimer>

#include <functional>
#include <memory>

namespace mc {

/// Glues the sync thread (writer), the reader thread and the windows together by queued calls with values.
class LiveConsoleService final : public ConsoleService
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LiveConsoleService)
public:
    LiveConsoleService(LiveConsoleOptions options, std::unique_ptr<SecretStore> secrets);
    /// Everything in this one folder, tokens in the system's keychain, the desktop's locale.
    explicit LiveConsoleService(const QString &folder);
    ~LiveConsoleService() override;

    [[nodiscard]] QAbstractTableModel &orders() override { return m_model; }
    [[nodiscard]] QueryState queryState() const override { return m_queryState; }
    [[nodiscard]] SyncStatus syncStatus() const override { return m_status; }
    [[nodiscard]] std::optional<StoreInfo> store() const override { return m_store; }
    [[nodiscard]] CancellationBoard board() const override { return m_board; }
    [[nodiscard]] QList<StoreProfile> profiles() const override;
    [[nodiscard]] QString currentProfile() const override { return m_profiles.current(); }
    [[nodiscard]] std::chrono::seconds undoTime() const override { return m_undoTime; }

    void setQuery(const OrderQuery &query) override;
    [[nodiscard]] QList<OrderId> idsOfRows(const QList<int> &rows) const override;
    [[nodiscard]] int rowOf(const OrderId &id) const override;
    void watch(const OrderId &id) override;
    void stopWatching() override;
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
    void syncNow() override;
    void setUndoTime(std::chrono::seconds time) override { m_undoTime = time; }
    void setLocale(const QLocale &locale) override;
    void shutDown() override;

private:
    void connectEngine(); ///< In the sync thread.
    void connectReader();
    void openCurrent();
    void open(const ProfileStore::Entry &entry);
    void sendOthers();
    void onOthersWaiting(const QList<WaitingOutbox> &waiting);
    void forgetToken(const QString &profile);
    void onSignedIn(const SyncProfile &profile);
    void onStoreChanged(const StoreInfo &store);
    void onClosed();
    void onSignedOut();
    void onResult(const ReaderResult &result);
    void sendQuery();
    void sendDecision(StaffDecision::Kind kind, const QString &id, const QString &why = {});
    void setStatus(const SyncStatus &status); ///< As the sync thread says.
    void showStatus(const SyncStatus &status);
    void watchWorker();
    void forgetStore();
    [[nodiscard]] bool mayDo(bool isAllowed);
    [[nodiscard]] SyncProfile syncProfileOf(const ProfileStore::Entry &entry) const;
    /// Runs it in the sync thread, after everything that was asked before.
    void inSync(std::function<void(SyncHost &)> what);
    void inReader(std::function<void(TableReader &)> what);

    LiveConsoleOptions m_options;
    std::unique_ptr<SecretStore> m_secrets;
    ProfileStore m_profiles;
    QHash<QString, QByteArray>
        m_tokens; ///< Of this run, by profile; a sign-in that is not kept is only here.
    QSet<QString> m_askedSecrets; ///< Profiles that the keychain was asked for in vain or with success.
    QList<WaitingOutbox> m_waiting; ///< Of the profiles that are not shown.
    std::chrono::seconds m_undoTime = DefaultUndoTime;
    OrdersTableModel m_model;
    OrderQuery m_query;
    QTimer m_dayChange; ///< "Past 30 days" moves on at midnight.
    quint64 m_generation = 0;
    QueryState m_queryState;
    SyncStatus m_status; ///< What is shown.
    SyncStatus m_workerStatus; ///< What the sync thread said last.
    std::optional<StoreInfo> m_store;
    CancellationBoard m_board;
    bool m_isRemembered = false;
    bool m_isShuttingDown = false;
    std::function<void()> m_afterClosed;
    QThread m_syncThread;
    QThread m_readerThread;
    SyncHost *m_host; ///< In m_syncThread; deleted when it ends.
    TableReader *m_reader; ///< In m_readerThread; deleted when it ends.
    RealScheduler m_clock;
    WorkerPulse m_pulse;
    bool m_isWorkerSilent = false;
};

} // namespace mc
