// SPDX-License-Identifier: Apache-2.0
#include "orders/profilestore.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QSaveFile>
#include <QUuid>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace mc {
namespace {

Q_LOGGING_CATEGORY(lcProfiles, "mc.orders.profiles")

} // namespace

void writeProfiles(const QString &file, const QByteArray &content)
{
    QSaveFile out(file);
    const bool isOpen = out.open(QIODevice::WriteOnly);
    out.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    if (!isOpen || out.write(content) < 0 || !out.commit())
        qCWarning(lcProfiles) << "profiles could not be saved:" << out.errorString();
}

ProfileStore::ProfileStore(const QString &folder, Write write)
    : m_file(folder + u"/profiles.json"_s)
    , m_write(std::move(write))
{
    QDir().mkpath(folder);
    load();
}

void ProfileStore::load()
{
    QFile file(m_file);
    if (!file.open(QIODevice::ReadOnly))
        return;
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    m_current = json["current"_L1].toString();
    for (const QJsonValue value : json["profiles"_L1].toArray()) {
        const QUrl url(value["url"_L1].toString(), QUrl::StrictMode);
        const QString id = value["id"_L1].toString();
        // The id names a folder: nothing that somebody wrote into the file may lead out of ours.
        if (QUuid::fromString(id).isNull() || !url.isValid())
            continue;
        const StoreInfo store = storeInfoFromJson(value["store"_L1].toObject());
        m_entries.append(
            {{id, url, value["email"_L1].toString(), store.name}, store, value["signedOut"_L1].toBool()});
    }
}

void ProfileStore::save() const
{
    QJsonArray profiles;
    for (const Entry &entry : m_entries) {
        profiles.append(QJsonObject{{u"id"_s, entry.profile.id},
                                    {u"url"_s, entry.profile.url.toString()},
                                    {u"email"_s, entry.profile.email},
                                    {u"signedOut"_s, entry.isSignedOut},
                                    {u"store"_s, toJson(entry.store)}});
    }
    m_write(m_file,
            QJsonDocument(QJsonObject{{u"current"_s, m_current}, {u"profiles"_s, profiles}}).toJson());
}

std::optional<ProfileStore::Entry> ProfileStore::find(const QString &id) const
{
    const auto it = std::find_if(m_entries.cbegin(), m_entries.cend(),
                                 [&id](const Entry &entry) { return entry.profile.id == id; });
    return it == m_entries.cend() ? std::nullopt : std::optional(*it);
}

ProfileStore::Entry ProfileStore::put(const QUrl &url, const QString &email, const StoreInfo &store)
{
    // The same person in the same store, even where its address has changed: what they queued is theirs.
    auto it = std::find_if(m_entries.begin(), m_entries.end(), [&store](const Entry &entry) {
        return entry.store.id == store.id && entry.store.staffId == store.staffId;
    });
    if (it == m_entries.end()) {
        m_entries.append(
            {{QUuid::createUuid().toString(QUuid::WithoutBraces), url, email, store.name}, store, false});
        it = m_entries.end() - 1;
    }
    it->store = store;
    it->isSignedOut = false;
    it->profile = {it->profile.id, url, email, store.name};
    m_current = it->profile.id;
    const Entry entry = *it;
    save();
    return entry;
}

void ProfileStore::setStore(const QString &id, const StoreInfo &store)
{
    const auto it = std::find_if(m_entries.begin(), m_entries.end(),
                                 [&](const Entry &entry) { return entry.profile.id == id; });
    if (it == m_entries.end() || it->store == store)
        return;
    it->store = store;
    it->profile.storeName = store.name;
    save();
}

void ProfileStore::setSignedOut(const QString &id)
{
    for (Entry &entry : m_entries)
        entry.isSignedOut = entry.isSignedOut || entry.profile.id == id;
    save();
}

void ProfileStore::remove(const QString &id)
{
    m_entries.removeIf([&id](const Entry &entry) { return entry.profile.id == id; });
    if (m_current == id)
        m_current.clear();
    save();
}

void ProfileStore::setCurrent(const QString &id)
{
    m_current = id;
    save();
}

} // namespace mc
