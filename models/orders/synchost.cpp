// SPDX-License-Identifier: Apache-2.0
#include "orders/synchost.h"

#include <QNetworkAccessManager>

namespace mc {

SyncHost::SyncHost(SyncTiming timing)
    : m_timing(timing)
{
}

SyncHost::~SyncHost() = default;

void SyncHost::start()
{
    m_network = std::make_unique<QNetworkAccessManager>();
    m_scheduler = std::make_unique<RealScheduler>();
    m_engine = std::make_unique<SyncEngine>(*m_network, *m_scheduler, m_timing);
    m_others = std::make_unique<OtherOutboxes>(*m_network, *m_scheduler, m_timing);
    emit started();
}

} // namespace mc
