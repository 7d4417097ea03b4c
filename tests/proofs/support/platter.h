// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include <map>
#include <random>
#include <vector>

namespace mc::proof {

/**
 * What a disk still has after its power failed: only what was synced for certain, of the rest anything.
 *
 * Kept beside the real files, which hold what the operating system would answer meanwhile. Of the changes
 * that were not synced, a cut keeps none, some or all, each possibly torn at sectors; a name that was not
 * synced with its folder may be missing, or back after its removal. Not thread-safe.
 */
class Platter final
{
public:
    /// What the real files hold now is synced. Unless it is watching, nothing is kept and no cut may follow.
    void forget(bool isWatching = true)
    {
        m_files.clear();
        m_isWatching = isWatching;
    }
    [[nodiscard]] bool isWatching() const { return m_isWatching; }

    /// The file is opened; `isNew` when it is made by this or was empty.
    void opened(const QString &path, const QByteArray &content, bool isNew);
    void written(const QString &path, qint64 offset, QByteArrayView data);
    void truncated(const QString &path, qint64 size);
    void synced(const QString &path);
    /// The kernel could not write the pages, told so once, and has forgotten that they were not written.
    void syncFailed(const QString &path);
    void folderSynced(const QString &path); ///< The folder that holds this file.
    void removed(const QString &path);

    /// Decides what survives; `random` is the only source of chance.
    void cut(std::mt19937_64 &random);
    /// Makes the real files what survived the cut. No connection may be open.
    void putBack();

private:
    struct Change {
        qint64 offset = 0;
        QByteArray data;
        bool isTruncation = false; ///< To `offset` bytes.
    };
    struct File {
        QByteArray content; ///< As synced.
        std::vector<Change> changes; ///< Since then, in their order.
        bool hasSyncedName = true;
        bool isRemoved = false; ///< In the eyes of the operating system.
        bool isGone = false; ///< Decided by cut().
    };
    static void apply(QByteArray &content, const Change &change);
    static void applyTorn(QByteArray &content, const Change &change, std::mt19937_64 &random);
    static void keepSome(File &file, std::mt19937_64 &random);

    std::map<QString, File> m_files;
    bool m_isWatching = true;
};

} // namespace mc::proof
