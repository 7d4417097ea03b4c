// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/storeinfo.h"
#include "orders/consoleservice.h"

#include <QList>
#include <QString>

#include <optional>

namespace mc {

/// The stores that somebody has signed in to on this computer, in one JSON file of the config folder. No
/// secret is in it. Lives in the GUI thread; the file is small.
class ProfileStore final
{
public:
    struct Entry {
        StoreProfile profile;
        StoreInfo store; ///< As last known, so that everything works offline.
        bool isSignedOut = false; ///< By a person: nothing of its orders is on this computer any more.
    };

    explicit ProfileStore(const QString &folder);

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
    QList<Entry> m_entries;
    QString m_current;
};

} // namespace mc
