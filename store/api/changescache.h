// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

#include <deque>
#include <mutex>
#include <optional>

namespace mc::store {

/**
 * The last answers of `GET /v1/changes` in this process. Thread-safe, small.
 *
 * The key names the cursor asked for and where the feed stands now, so an answer is never too old: a thousand
 * consoles that are woken by one change read the feed's position, and one of them the changes.
 */
class ChangesCache final
{
public:
    [[nodiscard]] std::optional<QByteArray> find(const QByteArray &key) const;
    void insert(const QByteArray &key, const QByteArray &body);

private:
    static constexpr qsizetype MaxBytes = 4 * 1024 * 1024;

    mutable std::mutex m_mutex; ///< Guards the rest.
    QHash<QByteArray, QByteArray> m_bodies;
    std::deque<QByteArray> m_order; ///< Oldest first.
    qsizetype m_bytes = 0;
};

} // namespace mc::store
