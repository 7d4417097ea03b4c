// SPDX-License-Identifier: Apache-2.0
#include "store/http/cidr.h"

#include <algorithm>

namespace mc::store {

std::optional<TrustedProxies> TrustedProxies::parse(const QStringList &ranges)
{
    TrustedProxies proxies;
    for (const QString &range : ranges) {
        const std::pair<QHostAddress, int> subnet = QHostAddress::parseSubnet(range);
        if (subnet.first.isNull() || subnet.second < 0)
            return std::nullopt;
        proxies.m_ranges.append(subnet);
    }
    return proxies;
}

bool TrustedProxies::contains(const QString &address) const
{
    QHostAddress parsed(address);
    bool isIpv4 = false;
    const quint32 ipv4 = parsed.toIPv4Address(&isIpv4); // also for ::ffff:a.b.c.d of a dual-stack socket
    if (isIpv4)
        parsed = QHostAddress(ipv4);
    return std::any_of(m_ranges.begin(), m_ranges.end(),
                       [&](const auto &range) { return parsed.isInSubnet(range.first, range.second); });
}

void TrustedProxies::apply(Request &request) const
{
    if (m_ranges.isEmpty() || !contains(request.clientAddress))
        return;
    QStringList hops;
    for (const auto &[name, value] : request.headers) {
        if (name == "x-forwarded-for")
            hops += QString::fromLatin1(value).split(QLatin1Char(','), Qt::SkipEmptyParts);
    }
    while (!hops.isEmpty()) {
        const QString hop = hops.takeLast().trimmed();
        if (QHostAddress(hop).isNull())
            break;
        request.clientAddress = hop;
        if (!contains(hop))
            break;
    }
    if (request.headerCount("x-forwarded-proto") == 1)
        request.isSecure = request.header("x-forwarded-proto").compare("https", Qt::CaseInsensitive) == 0;
}

} // namespace mc::store
