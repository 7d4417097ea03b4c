// SPDX-License-Identifier: Apache-2.0
#include "store/api/apiproblems.h"

#include "domain/orderjson.h"

using namespace Qt::StringLiterals;

namespace mc::store {
namespace {

struct ProblemWords {
    int status;
    const char *type;
    const char *title;
};

ProblemWords wordsOf(Refusal::Kind kind)
{
    switch (kind) {
    case Refusal::Kind::NotFound:
        return {404, "not-found", "There is nothing here"};
    case Refusal::Kind::NotCancellable:
        return {409, "order-not-cancellable", "The order cannot be cancelled"};
    case Refusal::Kind::PolicyOff:
        return {409, "cancellation-switched-off", "Customers cannot cancel orders in this store"};
    case Refusal::Kind::UnknownReason:
        return {422, "unknown-reason", "The store does not know this reason"};
    case Refusal::Kind::CommentTooLong:
        return {422, "comment-too-long", "The comments are too long"};
    case Refusal::Kind::UnknownLine:
        return {422, "unknown-line", "The order has no such line"};
    case Refusal::Kind::QuantityTooGreat:
        return {422, "quantity-too-great", "The line has fewer pieces left"};
    case Refusal::Kind::OperationReused:
        return {422, "idempotency-key-reused", "This Idempotency-Key was used for another request"};
    case Refusal::Kind::OrderHeld:
        return {409, "order-held", "A cancellation has been requested: do not ship"};
    case Refusal::Kind::AlreadyCancelled:
        return {409, "already-cancelled", "The order has been cancelled: do not ship"};
    case Refusal::Kind::WrongState:
        return {409, "wrong-state", "This step is not possible any more"};
    case Refusal::Kind::Stale:
        return {412, "stale", "It was changed in the meantime"};
    case Refusal::Kind::Invalid:
        return {422, "invalid", "The request contradicts itself"};
    case Refusal::Kind::Database:
        break;
    }
    return {503, "unavailable", "The store cannot answer right now"};
}

} // namespace

QString obstacleWord(CancelObstacle obstacle)
{
    switch (obstacle) {
    case CancelObstacle::None:
        return u"none"_s;
    case CancelObstacle::AlreadyRequested:
        return u"already_requested"_s;
    case CancelObstacle::AlreadyCancelled:
        return u"already_cancelled"_s;
    case CancelObstacle::Shipped:
        return u"shipped"_s;
    case CancelObstacle::Delivered:
        return u"delivered"_s;
    case CancelObstacle::Returned:
        return u"returned"_s;
    case CancelObstacle::UnknownState:
        break;
    }
    return u"unknown_state"_s;
}

Response problemOf(const Refusal &refusal)
{
    const ProblemWords words = wordsOf(refusal.kind);
    QJsonObject extra;
    if (refusal.kind == Refusal::Kind::NotCancellable)
        extra[u"obstacle"_s] = obstacleWord(static_cast<CancelObstacle>(refusal.obstacle));
    // The database's words are for the log.
    const QString detail = refusal.kind == Refusal::Kind::Database ? QString() : refusal.detail;
    Response response = problem(words.status, words.type, QString::fromLatin1(words.title), detail, extra);
    if (words.status == 503)
        response.addHeader("Retry-After", "2");
    return response;
}

Response notFound()
{
    return problemOf({Refusal::Kind::NotFound, 0, {}});
}

Actor actorOf(const Principal &principal)
{
    Actor actor;
    actor.kind = principal.kind == Principal::Kind::Customer ? RequestedBy::Customer : RequestedBy::Merchant;
    actor.id = principal.id;
    actor.name = principal.name;
    return actor;
}

QByteArray etagOf(qint64 version)
{
    return '"' + QByteArray::number(version) + '"';
}

tl::expected<std::optional<qint64>, Response> ifMatchVersion(const Request &request)
{
    const QByteArray value = request.header("if-match").trimmed();
    if (value.isEmpty() || value == "*")
        return std::optional<qint64>();
    bool isNumber = false;
    const qint64 version = value.size() > 2 && value.startsWith('"') && value.endsWith('"')
        ? value.mid(1, value.size() - 2).toLongLong(&isNumber)
        : 0;
    if (!isNumber || request.headerCount("if-match") > 1)
        return tl::unexpected(
            problem(400, "invalid-if-match", u"The If-Match header is not an ETag of this store"_s));
    return std::optional(version);
}

QString preferredLanguage(const Request &request)
{
    QString best = u"en"_s;
    double weight = 0;
    for (const QByteArray &part : request.header("accept-language").left(500).split(',')) {
        const QList<QByteArray> fields = part.split(';');
        const QString tag = QString::fromLatin1(fields.value(0).trimmed());
        const QByteArray quality = fields.value(1).trimmed();
        const double q = quality.startsWith("q=") ? quality.mid(2).toDouble() : 1;
        if (!tag.isEmpty() && tag != u"*" && q > weight) {
            best = tag;
            weight = q;
        }
    }
    return best;
}

Response cancellationAnswer(int status, const Result<Cancellation> &result)
{
    if (!result)
        return problemOf(result.error());
    return json(status, cancellationToBytes(*result));
}

Response orderAnswer(int status, const Result<Order> &result)
{
    if (!result)
        return problemOf(result.error());
    Response response = json(status, orderToBytes(*result));
    response.addHeader("ETag", etagOf(result->version));
    return response;
}

} // namespace mc::store
