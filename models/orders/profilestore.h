// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/storeinfo.h"
#include "orders/consoleservice.h"

#include <QList>
#include <QString>

#include <functional>
#include <optional>

namespace mc {

/// Replaces the file of the profiles as a whole, and has it on the disk. From any thread.
void writeProfiles(const QString &file, const QByteArray &content);

/// The stores that somebody has signed in to on this computer, in one JSON file of the config folder. No
/// secret is in it. Lives in the GUI thread; the file is small, but the disk may be busy, so that its owner
/// says where it is written.
class ProfileStore final
{
public:
    struct Entry {
        StoreProfile profile;
        StoreInfo store; ///< As last known, so that everything works offline.
        bool isSignedOut = false; ///< By a person: nothing of its orders is on this computer any more.
    };

    using Write = std::function<void(const QString &file, const QByteArray &content)>;

    /// `write` gets what is to be in the file after each change, in their order.
    explicit ProfileStore(const QString &folder, Write write = writeProfiles);

    [[nodiscard]] const QList<Entry> &entries() const { return m_entries; }
    [[nodiscard]] std::optional<Entry> find(const QString &id) const;
    [[nodiscard]] const QString &current() const { return m_current; }

    /// Adds the profile or takes over what is new about it; returns it with its id.
    Entry put(const QUrl &url, const QString &email, const StoreInfo &store);
    void setStore(const QString &id, const StoreInfo &store);
    void setSignedOut(const QString &id); ///< Until put() has it again.
    void remove(const QString &id);
    void setCurrent(const QString &id);

private:
    void load();
    void save() const;

    QString m_file;
    Write m_write;
    QList<Entry> m_entries;
    QString m_current;
};

} // namespace mc
