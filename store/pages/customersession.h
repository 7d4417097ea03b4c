// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/http/message.h"
#include "store/http/route.h"
#include "store/orderbook/keyring.h"
#include "store/orderbook/linkrepository.h"

#include <QUrl>

#include <optional>

namespace mc::store {

/**
 * The customer's cookie: the order that a mailed link opened, sealed, with no state in the store.
 *
 * HttpOnly and SameSite=Lax; "__Host-" and Secure except on http to this computer. A revoked or ended link
 * ends the cookies that it opened at once. Thread-safe; a value.
 */
class CustomerSessions final
{
public:
    /// `publicUrl` is how customers reach the store; with https every cookie is a secure one.
    CustomerSessions(Keyring keyring, QUrl publicUrl);

    /// The Set-Cookie value after a link was followed.
    [[nodiscard]] QByteArray cookieFor(const CustomerLink &link, const Request &request,
                                       const QDateTime &now) const;
    /// For the router: who a request's cookie speaks for. Reads only.
    [[nodiscard]] std::optional<Principal> customerOf(const Request &request, Tx &tx,
                                                      const QDateTime &now) const;

    /// Goes into the cancel form and comes back with it: only this order's form, made by this store, with
    /// this operation.
    [[nodiscard]] QString formToken(const StoreId &store, const OrderId &order,
                                    const OperationId &operation) const;
    [[nodiscard]] bool isFormToken(const QString &token, const StoreId &store, const OrderId &order,
                                   const OperationId &operation) const;

    static constexpr std::chrono::hours Lifetime{7 * 24};

private:
    [[nodiscard]] bool isSecure(const Request &request) const;

    Keyring m_keyring;
    QUrl m_publicUrl;
};

} // namespace mc::store
