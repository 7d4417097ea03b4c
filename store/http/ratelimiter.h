// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QString>

#include <chrono>
#include <mutex>
#include <optional>

namespace mc::store {

/// What an address is limited by: one IPv6 customer has 2^64 addresses, so the first half counts.
[[nodiscard]] QString addressKey(const QString &clientAddress);

/**
 * Token buckets by key, for one process. Thread-safe; the time is given, so that tests need no waiting.
 *
 * Bounded: with too many keys the full buckets are forgotten first (nobody notices), then all.
 */
class RateLimiter final
{
public:
    struct Rate {
        int burst = 10; ///< So many at once …
        std::chrono::milliseconds refill{6000}; ///< … and one more for each of these.
    };
    explicit RateLimiter(Rate rate, int maxKeys = 100'000);

    /// Takes one; nullopt: go on. Otherwise how long to wait.
    [[nodiscard]] std::optional<std::chrono::seconds> take(const QString &key, std::chrono::milliseconds now);
    /// Forgets a key, after success.
    void clear(const QString &key);

private:
    struct Bucket {
        double tokens = 0;
        std::chrono::milliseconds at{0};
    };
    void forgetFull(std::chrono::milliseconds now);

    const Rate m_rate;
    const int m_maxKeys;
    std::mutex m_mutex; ///< Guards m_buckets.
    QHash<QString, Bucket> m_buckets;
};

} // namespace mc::store
