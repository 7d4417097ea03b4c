// SPDX-License-Identifier: Apache-2.0
#include "domain/orderjson.h"
#include "store/api/api.h"
#include "store/api/apiproblems.h"
#include "store/orderbook/orderbook.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace mc::store {
namespace {

constexpr int MostOrders = 5'000; // what one request may read; whoever has more asks for less time

/// nullopt: there is such a parameter and it is no time.
std::optional<QDateTime> timeOf(const Call &call, const QString &name, const QDateTime &fallback)
{
    const QString text = call.request.queryValue(name);
    if (text.isEmpty())
        return fallback;
    const QDateTime time = timeFromText(text);
    return time.isValid() ? std::optional(time) : std::nullopt;
}

Response hashes(const Call &call)
{
    const auto from = timeOf(call, u"from"_s, QDateTime::fromMSecsSinceEpoch(0, Qt::UTC));
    const auto before = timeOf(call, u"before"_s, QDateTime(QDate(9999, 12, 31), QTime(0, 0), Qt::UTC));
    if (!from || !before)
        return problem(400, "invalid-request",
                       u"\"from\" and \"before\" must be times like 2026-11-20T13:28:00Z"_s);
    const Orderbook book(*call.tx, call.principal.store, call.now);
    const auto digest = book.digest(*from, *before, MostOrders);
    if (!digest)
        return problem(422, "range-too-large", u"More than 5000 orders were placed in that time"_s,
                       u"Ask for less time at once."_s);
    const QJsonObject answer{{u"cursor"_s, QString::fromLatin1(book.cursor())},
                             {u"count"_s, digest->count},
                             {u"hash"_s, QString::fromLatin1(digest->hash())}};
    return json(200, QJsonDocument(answer).toJson(QJsonDocument::Compact));
}

} // namespace

void addHashRoutes(RouteTable &table)
{
    table.push_back(
        {"GET", u"/v1/orders/hashes"_s, Access::StaffRead, Work::Read, false, 0, {}, hashes, false, {}});
}

} // namespace mc::store
