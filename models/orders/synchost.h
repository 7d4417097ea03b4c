// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/otheroutboxes.h"
#include "sync/syncengine.h"

#include <QObject>

#include <memory>

class QNetworkAccessManager;

namespace mc {

/// The sync engine and the senders of the other profiles with their network and their clock, made and ended
/// in the sync thread.
class SyncHost final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SyncHost)
public:
    explicit SyncHost(SyncTiming timing);
    ~SyncHost() override;
    void start(); ///< In the sync thread, before anything else.
    [[nodiscard]] SyncEngine &engine() { return *m_engine; }
    [[nodiscard]] OtherOutboxes &others() { return *m_others; }

signals:
    void started();

private:
    SyncTiming m_timing;
    std::unique_ptr<QNetworkAccessManager> m_network;
    std::unique_ptr<RealScheduler> m_scheduler;
    std::unique_ptr<SyncEngine> m_engine;
    std::unique_ptr<OtherOutboxes> m_others;
};

} // namespace mc
