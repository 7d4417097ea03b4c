// SPDX-License-Identifier: Apache-2.0
#include "net/wireorder.h"

#include "domain/plantedbug.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace mc {

std::optional<ChangesPage> changesFromBytes(const QByteArray &body)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(body, &error);
    const QJsonObject json = document.object();
    if (error.error != QJsonParseError::NoError || !document.isObject() || !json["orders"_L1].isArray()
        || !json["cursor"_L1].isString())
        return std::nullopt;
    ChangesPage page;
    page.cursor = json["cursor"_L1].toString().toUtf8();
    page.hasMore = json["hasMore"_L1].toBool();
    for (const QJsonValue &value : json["removed"_L1].toArray())
        page.removed.append(OrderId(value.toString()));
    for (const QJsonValue &value : json["orders"_L1].toArray()) {
        auto order = orderFromJson(value.toObject());
        if (!order)
            return std::nullopt; // skipping it would move the cursor past an order that nobody has
        page.orders.append(
            {std::move(*order), QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact)});
    }
    return page;
}

tl::expected<SnapshotLine, JsonProblem> snapshotLine(const QByteArray &line)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(line, &error);
    if (error.error != QJsonParseError::NoError || !document.isObject())
        return tl::unexpected(JsonProblem{u"not a JSON object: "_s + error.errorString()});
    const QJsonObject json = document.object();
    SnapshotLine result;
    if (json["end"_L1].toBool()) {
        result.kind = SnapshotLine::Kind::End;
        return result;
    }
    if (json["resume"_L1].isString()) {
        result.kind = SnapshotLine::Kind::Resume;
        result.resume = json["resume"_L1].toString().toUtf8();
        if (bugPlanted("overflow-ndjson")) [[unlikely]]
            plantedOverflow(result.resume.toStdString());
        return result;
    }
    if (json["cursor"_L1].isString()) {
        result.kind = SnapshotLine::Kind::Head;
        result.cursor = json["cursor"_L1].toString().toUtf8();
        result.total = json["total"_L1].toInt();
        return result;
    }
    auto order = orderFromJson(json);
    if (!order)
        return tl::unexpected(order.error());
    result.order = {std::move(*order), line};
    return result;
}

} // namespace mc
