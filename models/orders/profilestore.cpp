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

using namespace Qt::StringLiterals;

namespace mc {
namespace {

Q_LOGGING_CATEGORY(lcProfiles, "mc.orders.profiles")
constexpr int LongestUndoSeconds = 60;

} // namespace

ProfileStore::ProfileStore(const QString &folder)
    : m_file(folder + u"/profiles.json"_s)
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
    m_undoTime = std::chrono::seconds(
        std::clamp(json["undoSeconds"_L1].toInt(DefaultUndo.count()), 0, LongestUndoSeconds));
    for (const QJsonValue &value : json["profiles"_L1].toArray()) {
        const QUrl url(value["url"_L1].toString(), QUrl::StrictMode);
        const QString id = value["id"_L1].toString();
        // The id names a folder: nothing that somebody wrote into the file may lead out of ours.
        if (QUuid::fromString(id).isNull() || !url.isValid())
            continue;
        const StoreInfo store = storeInfoFromJson(value["store"_L1].toObject());
        m_entries.append({{id, url, value["email"_L1].toString(), store.name}, store});
    }
}

void ProfileStore::save() const
{
    QJsonArray profiles;
    for (const Entry &entry : m_entries) {
        profiles.append(QJsonObject{{u"id"_s, entry.profile.id},
                                    {u"url"_s, entry.profile.url.toString()},
                                    {u"email"_s, entry.profile.email},
                                    {u"store"_s, toJson(entry.store)}});
    }
    QSaveFile file(m_file);
    const QJsonObject json{{u"current"_s, m_current},
                           {u"undoSeconds"_s, static_cast<int>(m_undoTime.count())},
                           {u"profiles"_s, profiles}};
    const bool isOpen = file.open(QIODevice::WriteOnly);
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    if (!isOpen || file.write(QJsonDocument(json).toJson()) < 0 || !file.commit())
        qCWarning(lcProfiles) << "profiles could not be saved:" << file.errorString();
}

std::optional<ProfileStore::Entry> ProfileStore::find(const QString &id) const
{
    const auto it = std::find_if(m_entries.cbegin(), m_entries.cend(),
                                 [&id](const Entry &entry) { return entry.profile.id == id; });
    return it == m_entries.cend() ? std::nullopt : std::optional(*it);
}

ProfileStore::Entry ProfileStore::put(const QUrl &url, const QString &email, const StoreInfo &store)
{
    auto it = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry &entry) {
        return entry.profile.url == url && entry.profile.email == email && entry.store.id == store.id;
    });
    if (it == m_entries.end()) {
        m_entries.append(
            {{QUuid::createUuid().toString(QUuid::WithoutBraces), url, email, store.name}, store});
        it = m_entries.end() - 1;
    }
    it->store = store;
    it->profile.storeName = store.name;
    m_current = it->profile.id;
    const Entry entry = *it;
    save();
    return entry;
}

void ProfileStore::setStore(const QString &id, const StoreInfo &store)
{
    for (Entry &entry : m_entries) {
        if (entry.profile.id == id) {
            entry.store = store;
            entry.profile.storeName = store.name;
        }
    }
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

void ProfileStore::setUndoTime(std::chrono::seconds time)
{
    m_undoTime =
        std::chrono::seconds(std::clamp<std::chrono::seconds::rep>(time.count(), 0, LongestUndoSeconds));
    save();
}

} // namespace mc
