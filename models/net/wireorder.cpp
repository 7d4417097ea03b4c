// SPDX-License-Identifier: Apache-2.0
#include "net/wireorder.h"

#include "domain/orderelement.h"
#include "domain/plantedbug.h"

using namespace Qt::StringLiterals;

namespace mc {
namespace {

QByteArray bytesOf(std::string_view utf8)
{
    return {utf8.data(), static_cast<qsizetype>(utf8.size())};
}

bool isText(JsonMembers json, std::string_view key)
{
    JsonElement element;
    return json.at_key(key).get(element) == simdjson::SUCCESS && element.is_string();
}

// False for what is no order.
bool appendOrder(JsonElement element, QList<ReceivedOrder> &orders)
{
    JsonMembers members;
    if (element.get(members) != simdjson::SUCCESS)
        return false;
    auto order = orderFromMembers(members);
    if (!order)
        return false;
    orders.append({std::move(*order), bytesOf(simdjson::minify(element))});
    return true;
}

} // namespace

std::optional<ChangesPage> changesFromBytes(const QByteArray &body)
{
    simdjson::dom::parser parser;
    const auto json = membersOf(parser, body);
    simdjson::dom::array orders;
    if (!json || json->at_key("orders").get(orders) != simdjson::SUCCESS || !isText(*json, "cursor"))
        return std::nullopt;
    ChangesPage page;
    page.cursor = bytesOf(rawTextOf(*json, "cursor"));
    page.hasMore = flagOf(*json, "hasMore");
    forEachElement(*json, "removed", [&page](JsonElement element) {
        std::string_view id;
        if (element.get(id) != simdjson::SUCCESS)
            id = {};
        page.removed.append(OrderId(textOf(id)));
    });
    page.orders.reserve(static_cast<qsizetype>(orders.size()));
    for (const JsonElement element : orders) {
        if (!appendOrder(element, page.orders))
            return std::nullopt; // skipping it would move the cursor past an order that nobody has
    }
    return page;
}

tl::expected<SnapshotLine, JsonProblem> snapshotLine(const QByteArray &line)
{
    simdjson::dom::parser parser;
    const auto json = membersOf(parser, line);
    if (!json)
        return tl::unexpected(JsonProblem{u"not a JSON object"_s});
    SnapshotLine result;
    if (flagOf(*json, "end")) {
        result.kind = SnapshotLine::Kind::End;
        return result;
    }
    if (isText(*json, "resume")) {
        result.kind = SnapshotLine::Kind::Resume;
        result.resume = bytesOf(rawTextOf(*json, "resume"));
        result.isPartEnd = flagOf(*json, "hasMore");
        if (bugPlanted("overflow-ndjson")) [[unlikely]]
            plantedOverflow(result.resume.toStdString());
        return result;
    }
    if (isText(*json, "cursor")) {
        result.kind = SnapshotLine::Kind::Head;
        result.cursor = bytesOf(rawTextOf(*json, "cursor"));
        result.total = smallNumberOf(*json, "total");
        return result;
    }
    auto order = orderFromMembers(*json);
    if (!order)
        return tl::unexpected(order.error());
    result.order = {std::move(*order), line};
    return result;
}

} // namespace mc
