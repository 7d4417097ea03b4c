// SPDX-License-Identifier: Apache-2.0
#include "platter.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mc::proof {
namespace {

constexpr qint64 SectorBytes = 512;

bool chance(std::mt19937_64 &random, unsigned oneIn)
{
    return random() % oneIn == 0;
}

} // namespace

void Platter::opened(const QString &path, const QByteArray &content, bool isNew)
{
    if (!m_isWatching)
        return;
    const auto found = m_files.find(path);
    if (found == m_files.end()) {
        File file;
        file.content = content;
        file.hasSyncedName = !isNew;
        m_files.emplace(path, std::move(file));
        return;
    }
    // Made again: until its folder is synced the old one may be what is found after a cut.
    if (found->second.isRemoved && isNew)
        found->second.isRemoved = false;
}

void Platter::written(const QString &path, qint64 offset, QByteArrayView data)
{
    if (!m_isWatching)
        return;
    m_files[path].changes.push_back({offset, data.toByteArray(), false});
}

void Platter::truncated(const QString &path, qint64 size)
{
    if (!m_isWatching)
        return;
    m_files[path].changes.push_back({size, {}, true});
}

void Platter::synced(const QString &path)
{
    if (!m_isWatching)
        return;
    File &file = m_files[path];
    for (const Change &change : file.changes)
        apply(file.content, change);
    file.changes.clear();
}

void Platter::syncFailed(const QString &path)
{
    if (!m_isWatching)
        return;
    m_files[path].changes.clear();
}

void Platter::folderSynced(const QString &path)
{
    const QString folder = QFileInfo(path).path();
    for (auto it = m_files.begin(); it != m_files.end();) {
        if (QFileInfo(it->first).path() == folder && it->second.isRemoved) {
            it = m_files.erase(it);
            continue;
        }
        if (QFileInfo(it->first).path() == folder)
            it->second.hasSyncedName = true;
        ++it;
    }
}

void Platter::removed(const QString &path)
{
    const auto found = m_files.find(path);
    if (found == m_files.end())
        return;
    found->second.isRemoved = true;
    found->second.changes.push_back({0, {}, true});
}

void Platter::apply(QByteArray &content, const Change &change)
{
    if (change.isTruncation) {
        content.resize(std::min(content.size(), change.offset));
        return;
    }
    if (content.size() < change.offset + change.data.size())
        content.append(change.offset + change.data.size() - content.size(), '\0');
    content.replace(change.offset, change.data.size(), change.data);
}

// Each sector of a write is there or not; what lies around the written bytes keeps its old value.
void Platter::applyTorn(QByteArray &content, const Change &change, std::mt19937_64 &random)
{
    qint64 from = change.offset;
    const qint64 end = change.offset + change.data.size();
    while (from < end) {
        const qint64 to = std::min(end, (from / SectorBytes + 1) * SectorBytes);
        if (chance(random, 2))
            apply(content, {from, change.data.mid(from - change.offset, to - from), false});
        from = to;
    }
}

void Platter::keepSome(File &file, std::mt19937_64 &random)
{
    enum { None, Some, All };
    const auto mode = random() % 3;
    if (mode == None)
        return;
    const qint64 before = file.content.size();
    QByteArray kept = file.content;
    for (const Change &change : file.changes) {
        if (mode == Some && chance(random, 2))
            continue;
        if (!change.isTruncation && (mode == Some || &change == &file.changes.back()) && chance(random, 3))
            applyTorn(kept, change, random);
        else
            apply(kept, change);
    }
    // A file may have grown before its bytes came: what is there then is whatever the sectors held.
    if (mode == Some && kept.size() > before && chance(random, 4)) {
        for (qint64 i = before; i < kept.size(); ++i) {
            if (kept.at(i) == '\0')
                kept[i] = static_cast<char>(random());
        }
    }
    file.content = kept;
}

void Platter::cut(std::mt19937_64 &random)
{
    for (auto &[path, file] : m_files) {
        keepSome(file, random);
        file.isGone = (!file.hasSyncedName || file.isRemoved) && chance(random, 2);
    }
}

void Platter::putBack()
{
    for (const auto &[path, file] : m_files) {
        QFile real(path);
        if (file.isGone) {
            real.remove();
            continue;
        }
        if (real.open(QIODevice::WriteOnly | QIODevice::Truncate))
            real.write(file.content);
    }
    for (const auto &[path, file] : m_files)
        QFile::remove(path + u"-shm"_s);
    m_files.clear();
}

} // namespace mc::proof
