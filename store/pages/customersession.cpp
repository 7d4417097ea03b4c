// SPDX-License-Identifier: Apache-2.0
#include "store/pages/customersession.h"

#include <QHostAddress>

namespace mc::store {

namespace {

constexpr QByteArrayView CookiePurpose("customer cookie");
constexpr QByteArrayView FormPurpose("cancel form");
constexpr QByteArrayView Version("1");
constexpr char Separator = '\n';

QByteArray cookieName(bool isSecure)
{
    return isSecure ? QByteArrayLiteral("__Host-order") : QByteArrayLiteral("order");
}

QByteArray formContent(const StoreId &store, const OrderId &order, const OperationId &operation)
{
    return QByteArrayList{store.toString().toUtf8(), order.toString().toUtf8(), operation.toString().toUtf8()}
        .join(Separator);
}

} // namespace

CustomerSessions::CustomerSessions(Keyring keyring, QUrl publicUrl)
    : m_keyring(std::move(keyring))
    , m_publicUrl(std::move(publicUrl))
{
}

bool CustomerSessions::isSecure(const Request &request) const
{
    return request.isSecure || m_publicUrl.scheme() == QLatin1StringView("https")
        || !QHostAddress(request.clientAddress).isLoopback();
}

QByteArray CustomerSessions::cookieFor(const CustomerLink &link, const Request &request,
                                       const QDateTime &now) const
{
    const QByteArray content =
        QByteArrayList{Version.toByteArray(), link.store.toString().toUtf8(), link.order.toString().toUtf8(),
                       QByteArray::number(link.generation), QByteArray::number(now.toMSecsSinceEpoch())}
            .join(Separator);
    const bool secure = isSecure(request);
    return cookieName(secure) + '=' + m_keyring.seal(CookiePurpose, content)
        + "; Path=/; HttpOnly; SameSite=Lax" + (secure ? "; Secure" : "");
}

std::optional<Principal> CustomerSessions::customerOf(const Request &request, Tx &tx,
                                                      const QDateTime &now) const
{
    const QByteArray sealed = request.cookie(cookieName(isSecure(request))).toLatin1();
    if (sealed.isEmpty())
        return std::nullopt;
    const auto content = m_keyring.unseal(CookiePurpose, sealed);
    if (!content)
        return std::nullopt;
    const QByteArrayList fields = content->split(Separator);
    if (fields.size() != 5 || fields.at(0) != Version)
        return std::nullopt;
    const auto age = std::chrono::milliseconds(now.toMSecsSinceEpoch() - fields.at(4).toLongLong());
    Principal customer;
    customer.kind = Principal::Kind::Customer;
    customer.store = StoreId(QString::fromUtf8(fields.at(1)));
    customer.order = OrderId(QString::fromUtf8(fields.at(2)));
    customer.id = customer.order.toString();
    if (age > Lifetime
        || !LinkRepository(tx).isInForce(customer.store, customer.order, fields.at(3).toInt(), now))
        return std::nullopt;
    return customer;
}

QString CustomerSessions::formToken(const StoreId &store, const OrderId &order,
                                    const OperationId &operation) const
{
    return QString::fromLatin1(m_keyring.seal(FormPurpose, formContent(store, order, operation)));
}

bool CustomerSessions::isFormToken(const QString &token, const StoreId &store, const OrderId &order,
                                   const OperationId &operation) const
{
    const auto content = m_keyring.unseal(FormPurpose, token.toLatin1());
    return content && *content == formContent(store, order, operation);
}

} // namespace mc::store
