// SPDX-License-Identifier: Apache-2.0
// Which store is shown, who is signed in to it, and what still waits for the others: the part of
// LiveConsoleService that has to do with profiles.
#include "orders/liveconsoleservice.h"
#include "sync/syncwords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mc {
namespace {

QString secretKey(const QString &profile)
{
    return u"token/"_s + profile;
}

} // namespace

QList<StoreProfile> LiveConsoleService::profiles() const
{
    QList<StoreProfile> profiles;
    for (const ProfileStore::Entry &entry : m_profiles.entries()) {
        StoreProfile profile = entry.profile;
        const auto it =
            std::find_if(m_waiting.cbegin(), m_waiting.cend(),
                         [&profile](const WaitingOutbox &one) { return one.profile == profile.id; });
        if (it != m_waiting.cend()) {
            profile.waitingToBeSent = it->waiting;
            profile.needsSignIn = it->isSignedOut;
        }
        profiles.append(profile);
    }
    return profiles;
}

SyncProfile LiveConsoleService::syncProfileOf(const ProfileStore::Entry &entry) const
{
    return {entry.profile.id,    entry.profile.url,
            entry.profile.email, m_tokens.value(entry.profile.id),
            entry.store,         m_options.paths.data + u"/profiles/"_s + entry.profile.id};
}

void LiveConsoleService::openCurrent()
{
    const auto entry = m_profiles.find(m_profiles.current());
    if (!entry) {
        sendOthers();
        return;
    }
    const QString id = entry->profile.id;
    if (m_tokens.contains(id)) {
        open(*entry);
        return;
    }
    SyncStatus connecting;
    connecting.link = SyncStatus::Link::Connecting;
    setStatus(connecting);
    m_secrets->read(secretKey(id), this, [this, entry = *entry](const QByteArray &token) {
        if (entry.profile.id != m_profiles.current() || m_isShuttingDown)
            return;
        if (!token.isEmpty())
            m_tokens.insert(entry.profile.id, token);
        if (token.isEmpty() && entry.isSignedOut) {
            SyncStatus signedOut;
            signedOut.problem = signInAgainSentence();
            setStatus(signedOut);
            sendOthers();
            return;
        }
        open(entry); // without a token too: what was loaded can be read, and what is asked for waits
    });
}

void LiveConsoleService::open(const ProfileStore::Entry &entry)
{
    m_store = entry.store;
    emit storeChanged();
    sendQuery(); // "Past 30 days" begins where the store's time zone says
    sendOthers(); // before the engine opens the outbox that one of them may have used
    inSync([profile = syncProfileOf(entry)](SyncHost &host) { host.engine().open(profile); });
}

void LiveConsoleService::sendOthers()
{
    QList<SyncProfile> others;
    for (const ProfileStore::Entry &entry : m_profiles.entries()) {
        if (entry.profile.id != m_profiles.current())
            others.append(syncProfileOf(entry));
    }
    inSync([others](SyncHost &host) { host.others().setProfiles(others); });
}

// The keychain is asked only for profiles that have something to send.
void LiveConsoleService::onOthersWaiting(const QList<WaitingOutbox> &waiting)
{
    m_waiting = waiting;
    emit profilesChanged();
    for (const WaitingOutbox &one : waiting) {
        if (!one.isSignedOut || m_askedSecrets.contains(one.profile))
            continue;
        m_askedSecrets.insert(one.profile);
        m_secrets->read(secretKey(one.profile), this, [this, id = one.profile](const QByteArray &token) {
            if (token.isEmpty() || m_isShuttingDown)
                return;
            m_tokens.insert(id, token);
            sendOthers();
        });
    }
}

void LiveConsoleService::forgetToken(const QString &profile)
{
    m_tokens.remove(profile);
    m_askedSecrets.insert(profile);
    m_secrets->remove(secretKey(profile));
}

void LiveConsoleService::signIn(const QUrl &store, const QString &email, const QString &password,
                                bool isRemembered)
{
    m_isRemembered = isRemembered;
    inSync([=](SyncHost &host) { host.engine().signIn(store, email, password); });
}

void LiveConsoleService::onSignedIn(const SyncProfile &profile)
{
    const ProfileStore::Entry entry = m_profiles.put(profile.url, profile.email, profile.store);
    m_tokens.insert(entry.profile.id, profile.token);
    if (m_isRemembered)
        m_secrets->write(secretKey(entry.profile.id), profile.token, this, [](bool) {});
    emit profilesChanged();
    open(entry);
    emit signedIn();
}

void LiveConsoleService::onStoreChanged(const StoreInfo &store)
{
    const bool isOtherZone = m_store && m_store->timeZone != store.timeZone;
    m_store = store;
    m_profiles.setStore(m_profiles.current(), store);
    emit storeChanged();
    if (isOtherZone)
        sendQuery();
}

void LiveConsoleService::signOut()
{
    forgetToken(m_profiles.current());
    m_profiles.setSignedOut(m_profiles.current());
    // The reader lets go of the cache before it is deleted.
    QMetaObject::invokeMethod(
        m_reader,
        [this] {
            m_reader->close();
            inSync([](SyncHost &host) { host.engine().signOut(); });
        },
        Qt::QueuedConnection);
}

void LiveConsoleService::onSignedOut()
{
    m_profiles.setCurrent({});
    forgetStore();
    emit profilesChanged();
    sendOthers(); // what it could not send any more waits there, visibly
}

void LiveConsoleService::forgetStore()
{
    m_store.reset();
    m_board = {};
    emit storeChanged();
    emit boardChanged(m_board);
}

void LiveConsoleService::useProfile(const QString &id)
{
    if (id == m_profiles.current() || !m_profiles.find(id))
        return;
    m_afterClosed = [this, id] {
        m_profiles.setCurrent(id);
        forgetStore();
        emit profilesChanged();
        openCurrent();
    };
    inReader([](TableReader &reader) { reader.close(); });
    inSync([](SyncHost &host) { host.engine().close(); });
}

void LiveConsoleService::onClosed()
{
    if (const auto then = std::exchange(m_afterClosed, nullptr))
        then();
}

} // namespace mc
