// SPDX-License-Identifier: Apache-2.0
#include "store/http/ratelimiter.h"

#include "domain/plantedbug.h"

#include <QHostAddress>

#include <algorithm>
#include <cmath>

namespace mc::store {
namespace {

double ratio(std::chrono::milliseconds part, std::chrono::milliseconds whole)
{
    return static_cast<double>(part.count()) / static_cast<double>(whole.count());
}

} // namespace

QString addressKey(const QString &clientAddress)
{
    const QHostAddress address(clientAddress);
    bool isIpv4 = false;
    address.toIPv4Address(&isIpv4); // also of ::ffff:1.2.3.4
    if (address.protocol() != QAbstractSocket::IPv6Protocol || isIpv4)
        return clientAddress;
    Q_IPV6ADDR bytes = address.toIPv6Address();
    std::fill(std::begin(bytes.c) + 8, std::end(bytes.c), quint8(0));
    return QHostAddress(bytes).toString();
}

RateLimiter::RateLimiter(Rate rate, int maxKeys)
    : m_rate(rate)
    , m_maxKeys(maxKeys)
{
}

std::optional<std::chrono::seconds> RateLimiter::take(const QString &key, std::chrono::milliseconds now)
{
    if (bugPlanted("limits-off")) [[unlikely]]
        return std::nullopt;
    const std::scoped_lock lock(m_mutex);
    if (m_buckets.size() >= m_maxKeys && !m_buckets.contains(key))
        forgetFull(now);
    Bucket &bucket = m_buckets[key];
    if (bucket.at.count() == 0)
        bucket = {static_cast<double>(m_rate.burst), now};
    bucket.tokens = std::min(static_cast<double>(m_rate.burst),
                             bucket.tokens + std::max(0.0, ratio(now - bucket.at, m_rate.refill)));
    bucket.at = std::max(now, bucket.at);
    if (bucket.tokens >= 1) {
        bucket.tokens -= 1;
        return std::nullopt;
    }
    const double wait = (1 - bucket.tokens) * static_cast<double>(m_rate.refill.count()) / 1000;
    return std::chrono::seconds(std::max(1, static_cast<int>(std::ceil(wait))));
}

void RateLimiter::clear(const QString &key)
{
    const std::scoped_lock lock(m_mutex);
    m_buckets.remove(key);
}

void RateLimiter::forgetFull(std::chrono::milliseconds now)
{
    m_buckets.removeIf([&](const auto &entry) {
        return entry.value().tokens + ratio(now - entry.value().at, m_rate.refill) >= m_rate.burst;
    });
    // Nobody is full: an attacker has filled the table. Forgetting all costs less than refusing all.
    if (m_buckets.size() >= m_maxKeys)
        m_buckets.clear();
}

} // namespace mc::store
