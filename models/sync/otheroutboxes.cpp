// SPDX-License-Identifier: Apache-2.0
#include "sync/otheroutboxes.h"

#include "sync/backgroundsender.h"
#include "sync/syncsession.h"

#include <QFile>
#include <QLoggingCategory>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mc {
namespace {

Q_LOGGING_CATEGORY(lcOthers, "mc.sync.others", QtWarningMsg)

bool isSame(const SyncProfile &a, const SyncProfile &b)
{
    return a.id == b.id && a.url == b.url && a.token == b.token && a.folder == b.folder
        && a.store.id == b.store.id && a.store.staffId == b.store.staffId;
}

} // namespace

OtherOutboxes::OtherOutboxes(QNetworkAccessManager &network, Scheduler &scheduler, SyncTiming timing,
                             QObject *parent)
    : QObject(parent)
    , m_network(network)
    , m_scheduler(scheduler)
    , m_timing(timing)
{
}

OtherOutboxes::~OtherOutboxes() = default;

void OtherOutboxes::setProfiles(const QList<SyncProfile> &profiles)
{
    std::erase_if(m_senders, [&profiles](const std::unique_ptr<BackgroundSender> &sender) {
        return std::none_of(profiles.cbegin(), profiles.cend(), [&sender](const SyncProfile &profile) {
            return isSame(profile, sender->profile());
        });
    });
    for (const SyncProfile &profile : profiles) {
        const bool isKnown =
            std::any_of(m_senders.cbegin(), m_senders.cend(),
                        [&profile](const auto &sender) { return sender->profile().id == profile.id; });
        if (!isKnown)
            add(profile);
    }
    publish();
}

void OtherOutboxes::add(const SyncProfile &profile)
{
    const QString file = fileFor(profile, u"outbox"_s);
    if (!QFile::exists(file))
        return;
    auto outbox = Outbox::open(file);
    if (!outbox) {
        qCWarning(lcOthers) << "the outbox of another profile cannot be used:" << outbox.error().detail;
        return;
    }
    if ((*outbox)->waiting().value_or(0) == 0)
        return;
    auto sender =
        std::make_unique<BackgroundSender>(m_network, m_scheduler, m_timing, profile, std::move(*outbox));
    connect(sender.get(), &BackgroundSender::changed, this, &OtherOutboxes::publish);
    connect(sender.get(), &BackgroundSender::tokenRefused, this,
            [this, id = profile.id] { emit tokenRefused(id); });
    m_senders.push_back(std::move(sender));
    m_senders.back()->start();
}

void OtherOutboxes::publish()
{
    QList<WaitingOutbox> waiting;
    for (const auto &sender : m_senders) {
        if (const int count = sender->waiting(); count > 0)
            waiting.append({sender->profile().id, count, sender->isSignedOut()});
    }
    if (waiting == m_shown)
        return;
    m_shown = waiting;
    emit changed(waiting);
}

} // namespace mc
