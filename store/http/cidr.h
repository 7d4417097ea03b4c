// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/http/message.h"

#include <QHostAddress>
#include <QList>
#include <QString>

#include <optional>

namespace mc::store {

/// Addresses of the reverse proxies whose X-Forwarded-* headers are believed. A value.
class TrustedProxies final
{
public:
    /// "10.0.0.0/8", "::1" (one address); nullopt for anything else.
    [[nodiscard]] static std::optional<TrustedProxies> parse(const QStringList &ranges);

    [[nodiscard]] bool contains(const QString &address) const;
    /// Sets clientAddress and isSecure from X-Forwarded-For and -Proto, if the peer is trusted. The client is
    /// the right-most address that is no trusted proxy itself: everything left of it can be made up.
    void apply(Request &request) const;

private:
    QList<std::pair<QHostAddress, int>> m_ranges;
};

} // namespace mc::store
