// SPDX-License-Identifier: Apache-2.0
// Orderbook: asking for a cancellation.
#include "domain/codes.h"
#include "domain/orderrules.h"
#include "domain/plantedbug.h"
#include "store/orderbook/orderbook.h"
#include "store/orderbook/orderrows.h"
#include "store/orderbook/statement.h"
#include "store/orderbook/storerepository.h"

#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mc::store {
namespace {

/// What was asked: the same operation id with something else in it belongs to another request.
QString fingerprintOf(const CancellationRequest &request)
{
    QStringList lines;
    for (const CancelledLine &line : request.lines)
        lines.append(line.line.toString() + u'*' + QString::number(line.quantity));
    lines.sort();
    const QStringList parts{request.order.toString(),
                            lines.join(u','),
                            request.reasonCode,
                            request.comments,
                            request.areCommentsForCustomer ? u"shown"_s : u"internal"_s,
                            request.isOnBehalfOfCustomer ? u"behalf"_s : u"own"_s,
                            mc::codeOf(request.channel),
                            mc::codeOf(request.actor.kind)};
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QString &part : parts)
        hash.addData(QByteArray(QByteArray::number(part.size()) + ':' + part.toUtf8()));
    return QString::fromLatin1(hash.result().toHex());
}

std::optional<Refusal> lineRefusal(const Order &order, const QList<CancelledLine> &lines)
{
    QSet<LineId> seen;
    for (const CancelledLine &asked : lines) {
        const auto it = std::find_if(order.lines.cbegin(), order.lines.cend(),
                                     [&asked](const LineItem &line) { return line.id == asked.line; });
        if (it == order.lines.cend())
            return Refusal{Refusal::Kind::UnknownLine, 0, asked.line.toString()};
        if (asked.quantity < 1 || seen.contains(asked.line))
            return Refusal{Refusal::Kind::Invalid, 0, u"Each line once, with a quantity of 1 or more."_s};
        if (asked.quantity > remainingQuantity(*it))
            return Refusal{Refusal::Kind::QuantityTooGreat, 0, asked.line.toString()};
        seen.insert(asked.line);
    }
    return std::nullopt;
}

std::optional<Refusal> requestRefusal(const CancellationRequest &request, const Order &order, PolicyMode mode,
                                      int commentLimit)
{
    const bool isCustomer = request.actor.kind == RequestedBy::Customer;
    if (!request.operation.isValid())
        return Refusal{Refusal::Kind::Invalid, 0, u"The operation id is missing."_s};
    if (isCustomer && (request.isOnBehalfOfCustomer || request.channel != ContactChannel::None))
        return Refusal{Refusal::Kind::Invalid, 0, u"Only staff ask on behalf of a customer."_s};
    if (const CancelObstacle obstacle = cancelObstacle(order); obstacle != CancelObstacle::None)
        return Refusal{Refusal::Kind::NotCancellable, static_cast<quint8>(obstacle), {}};
    if (isCustomer && mode == PolicyMode::Off)
        return Refusal{Refusal::Kind::PolicyOff, 0, {}};
    if (request.comments.toUcs4().size() > commentLimit)
        return Refusal{Refusal::Kind::CommentTooLong, 0, QString::number(commentLimit)};
    return lineRefusal(order, request.lines);
}

bool hasToAsk(const CancellationPolicy &policy, const Order &order, const QDateTime &now)
{
    switch (policy.mode) {
    case PolicyMode::Automatic:
    case PolicyMode::Off:
        return false;
    case PolicyMode::AutomaticThenAsk:
        return now > order.placedAtUtc.addSecs(qint64(policy.windowMinutes) * 60);
    case PolicyMode::Ask:
        return true;
    }
    Q_UNREACHABLE();
}

Cancellation cancellationOf(const CancellationRequest &request, const Order &order, const QDateTime &now)
{
    Cancellation one;
    one.id = CancellationId(newUuid7());
    one.operation = request.operation;
    one.requestedBy = request.isOnBehalfOfCustomer ? RequestedBy::Support : request.actor.kind;
    one.requestedByName = request.actor.name;
    one.channel = request.channel;
    one.isOnBehalfOfCustomer = request.isOnBehalfOfCustomer;
    one.reasonCode = request.reasonCode;
    one.comments = request.comments;
    one.areCommentsForCustomer = request.areCommentsForCustomer;
    one.requestedAtUtc = now;
    one.lines = request.lines.isEmpty() ? remainingLines(order) : request.lines;
    return one;
}

struct EarlierRequest {
    CancellationId id;
    OrderId order;
    QString fingerprint;
};

std::optional<EarlierRequest> earlierRequest(Tx &tx, const StoreId &store, const OperationId &operation)
{
    Statement row(tx,
                  u"SELECT id, order_id, fingerprint FROM cancellation "
                  "WHERE store_id = :store AND operation = :operation"_s);
    row.bind(":store"_L1, store).bind(":operation"_L1, operation);
    if (!row.first() || bugPlanted("operation-forgotten"))
        return std::nullopt;
    return EarlierRequest{CancellationId(row.text(0)), OrderId(row.text(1)), row.text(2)};
}

} // namespace

Result<Cancellation> Orderbook::requestCancellation(const CancellationRequest &request)
{
    OrderRows rows(m_tx, m_store, m_now);
    const bool isCustomer = request.actor.kind == RequestedBy::Customer;
    if (isCustomer && request.actor.id != request.order.toString())
        return tl::unexpected(rows.refusal(Refusal::Kind::NotFound));
    auto row = rows.lock(request.order);
    if (!row)
        return tl::unexpected(rows.refusal(Refusal::Kind::NotFound));
    const QString fingerprint = fingerprintOf(request);
    if (const auto earlier = earlierRequest(m_tx, m_store, request.operation)) {
        for (const Cancellation &one : std::as_const(row->order.cancellations)) {
            if (one.id == earlier->id && earlier->fingerprint == fingerprint)
                return one;
        }
        return tl::unexpected(rows.refusal(Refusal::Kind::OperationReused));
    }

    const StoreRepository stores(m_tx);
    const auto store = stores.find(m_store);
    const CancellationPolicy policy = stores.policy(m_store).policy;
    if (!store)
        return tl::unexpected(rows.refusal(Refusal::Kind::NotFound));
    if (auto no = requestRefusal(request, row->order, policy.mode, store->commentLimit))
        return tl::unexpected(*no);
    const auto reason = stores.reasonText(m_store, isCustomer ? Audience::Customer : Audience::Staff,
                                          request.reasonCode, request.language);
    if (!reason)
        return tl::unexpected(rows.refusal(Refusal::Kind::UnknownReason));

    Cancellation one = cancellationOf(request, row->order, m_now);
    one.reasonText = *reason;
    if (isCustomer && hasToAsk(policy, row->order, m_now)) {
        one.needsDecision = true;
        one.deadlineUtc = m_now.addSecs(qint64(policy.deadlineHours) * 3600);
    }
    row->order.cancellations.append(one);
    rows.note(row->order, TimelineKind::CancellationRequested, request.actor.name, one.reasonText);
    if (one.needsDecision && policy.mode == PolicyMode::AutomaticThenAsk)
        rows.note(row->order, TimelineKind::Postponed, {}, {}, u"window_over"_s);
    if (!rows.save(*row, OrderRows::Guard::Cancellable)) {
        const auto obstacle = static_cast<quint8>(CancelObstacle::AlreadyRequested);
        return tl::unexpected(Refusal{Refusal::Kind::NotCancellable, obstacle, {}});
    }
    const qint64 delay = stores.processingDelay(m_store).count();
    rows.insertCancellation(row->order.id, one, fingerprint, policy.acceptsByDefault, m_now.addMSecs(delay));
    if (isCustomer || one.isOnBehalfOfCustomer)
        rows.addMail(row->order, one.id, "cancellation_requested"_L1);
    rows.audit(request.actor, "cancellation.requested"_L1, one.id.toString(),
               row->order.id.toString() + u' ' + one.reasonCode + u' ' + mc::codeOf(one.requestedBy));
    if (m_tx.hasFailed())
        return tl::unexpected(rows.refusal(Refusal::Kind::Database));
    return one;
}

} // namespace mc::store
