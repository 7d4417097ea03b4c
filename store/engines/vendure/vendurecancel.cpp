// SPDX-License-Identifier: Apache-2.0
#include "store/engines/vendure/vendurecancel.h"

#include "domain/orderrules.h"

using namespace Qt::StringLiterals;

namespace mc::store {
namespace {

using CancelKind = EngineCancelOutcome::Kind;

const VendureFulfillment *unknownParcel(const VendureOrder &order)
{
    for (const VendureFulfillment &one : order.fulfillments) {
        const bool isKnown = isHeldBack(one) || one.state == u"Cancelled" || one.state == u"Shipped"
            || one.state == u"Delivered";
        if (!isKnown)
            return &one;
    }
    return nullptr;
}

} // namespace

VendureCancel::VendureCancel(VendureRecords &records, qint64 nowMs)
    : m_records(records)
    , m_nowMs(nowMs)
{
}

EngineResult<VendureCancelOutcome> VendureCancel::run(const Order &order, const Cancellation &request)
{
    auto before = m_records.read(order.externalId);
    if (!before) {
        if (before.error().kind == EngineError::Kind::Refused)
            return VendureCancelOutcome{CancelKind::Refused, before.error().detail, {}};
        return tl::unexpected(before.error());
    }
    setTargets(order, request);
    if (auto decided = decideBefore(*before, request))
        return std::move(*decided);
    const QString recalled = heldParcelsOf(*before);
    if (!recalled.isEmpty()) {
        if (auto done = recallParcels(*before); !done)
            return tl::unexpected(done.error());
        before = m_records.read(order.externalId);
        if (!before)
            return tl::unexpected(before.error());
        // Vendure "calls back" a parcel that has just left as well; only the order's state gives that away.
        if (hasLeftVendure(*before)) {
            //: %1 carrier and tracking number
            const QString detail =
                tr("It was shipped (%1) while it was being called back; look at it in Vendure.");
            return VendureCancelOutcome{CancelKind::Shipped, detail.arg(recalled), *before};
        }
    }

    const auto answer = ask(*before, request);
    const auto after = m_records.read(order.externalId);
    if (!after)
        return tl::unexpected(after.error());
    return decideAfter(*after, answer);
}

void VendureCancel::setTargets(const Order &order, const Cancellation &request)
{
    m_isWhole = true;
    for (const LineItem &line : order.lines) {
        int taken = request.lines.isEmpty() ? remainingQuantity(line) : 0;
        for (const CancelledLine &one : request.lines)
            taken += one.line == line.id ? one.quantity : 0;
        const int target = std::max(0, remainingQuantity(line) - taken);
        m_isWhole = m_isWhole && target == 0;
        if (taken > 0)
            m_targets[line.id.toString()] = target;
    }
}

QList<std::pair<QString, int>> VendureCancel::missing(const VendureOrder &order) const
{
    QList<std::pair<QString, int>> lines;
    if (isFullyCancelled(order))
        return lines;
    for (const VendureLine &line : order.lines) {
        const int target = m_isWhole ? 0 : m_targets.value(line.id, line.quantity);
        if (line.quantity > target)
            lines.append({line.id, line.quantity - target});
    }
    return lines;
}

bool VendureCancel::leavesNothing(const VendureOrder &order) const
{
    return std::all_of(order.lines.cbegin(), order.lines.cend(), [this](const VendureLine &line) {
        return m_isWhole || m_targets.value(line.id, line.quantity) == 0;
    });
}

std::optional<VendureCancel::Outcome> VendureCancel::decideBefore(const VendureOrder &before,
                                                                  const Cancellation &request)
{
    if (!isKnownVendureState(before.state)) {
        //: %1 name of a state in Vendure
        const QString detail =
            tr("In Vendure the order is in the state “%1”, which is not known here.").arg(before.state);
        return VendureCancelOutcome{CancelKind::Refused, detail, before};
    }
    if (const VendureFulfillment *parcel = unknownParcel(before)) {
        //: %1 name of a state in Vendure
        const QString detail =
            tr("In Vendure a parcel is in the state “%1”, which is not known here.").arg(parcel->state);
        return VendureCancelOutcome{CancelKind::Refused, detail, before};
    }
    // Also when Vendure has cancelled it since: what is on its way must not be refunded in silence.
    if (hasLeftVendure(before))
        return VendureCancelOutcome{CancelKind::Shipped, parcelsOf(before), before};
    if (isFullyCancelled(before) || (missing(before).isEmpty() && !leavesNothing(before)))
        return VendureCancelOutcome{CancelKind::AlreadyCancelled, {}, before};

    const bool isBeingEdited = before.state == u"Modifying"
        || (leavesNothing(before) && !before.nextStates.contains(u"Cancelled"_s));
    if (!isBeingEdited)
        return std::nullopt;
    const QString detail = tr("The order is being edited in Vendure.");
    const bool isPatient = request.requestedAtUtc.isValid()
        && m_nowMs - request.requestedAtUtc.toMSecsSinceEpoch() < EditingPatienceMs;
    if (isPatient)
        return tl::unexpected(EngineError{EngineError::Kind::Unreachable, detail});
    return VendureCancelOutcome{CancelKind::Refused, detail, before};
}

bool VendureCancel::isConcerned(const VendureFulfillment &parcel) const
{
    if (!isHeldBack(parcel))
        return false;
    bool isTouched = m_isWhole;
    for (auto it = m_targets.cbegin(); it != m_targets.cend(); ++it)
        isTouched = isTouched || parcel.quantities.value(it.key()) > 0;
    return isTouched;
}

QString VendureCancel::heldParcelsOf(const VendureOrder &order) const
{
    QStringList parcels;
    for (const VendureFulfillment &parcel : order.fulfillments) {
        if (isConcerned(parcel))
            parcels.append(parcelWords(parcel));
    }
    return parcels.join(u", "_s);
}

EngineResult<void> VendureCancel::recallParcels(const VendureOrder &before)
{
    // A packed parcel left standing in Vendure would be handed to the carrier the next morning.
    for (const VendureFulfillment &parcel : before.fulfillments) {
        if (!isConcerned(parcel))
            continue;
        const auto answer = m_records.cancelFulfillment(parcel.id);
        if (!answer)
            return tl::unexpected(answer.error());
        if (!answer->isAccepted) {
            //: %1 sentence from Vendure, in English
            const QString detail =
                tr("A packed parcel could not be called back in Vendure: %1").arg(answer->message);
            return tl::unexpected(EngineError{EngineError::Kind::Unreachable, detail});
        }
    }
    return {};
}

EngineResult<VendureAnswer> VendureCancel::ask(const VendureOrder &before, const Cancellation &request)
{
    const auto lines = missing(before);
    if (lines.isEmpty()) // All lines went to 0 while the order was edited; only the order's state is left.
        return m_records.moveOrderToCancelled(before.id);
    const bool isWhole = leavesNothing(before);
    const QString reason = request.reasonText.isEmpty() ? request.reasonCode : request.reasonText;
    return m_records.cancelOrder({.orderId = before.id,
                                  .lines = isWhole ? QList<std::pair<QString, int>>() : lines,
                                  .reason = reason,
                                  .isShippingCancelled = isWhole});
}

VendureCancel::Outcome VendureCancel::decideAfter(const VendureOrder &after,
                                                  const EngineResult<VendureAnswer> &answer)
{
    const bool isDone = isFullyCancelled(after) || (missing(after).isEmpty() && !leavesNothing(after));
    if (hasLeftVendure(after)) {
        const QString parcels = parcelsOf(after);
        if (!isDone)
            return VendureCancelOutcome{CancelKind::Shipped, parcels, after};
        //: %1 carrier and tracking number, may be empty
        const QString detail =
            tr("It was shipped (%1) while Vendure was cancelling it; Vendure shows it as cancelled.")
                .arg(parcels);
        return VendureCancelOutcome{CancelKind::Shipped, detail, after};
    }
    if (isDone)
        return VendureCancelOutcome{CancelKind::Cancelled, {}, after};
    if (!answer)
        return tl::unexpected(answer.error());
    if (answer->isAccepted || after.state == u"Modifying") {
        // Half done, or somebody has begun to edit it: the next attempt sees more clearly.
        return tl::unexpected(EngineError{EngineError::Kind::Unreachable,
                                          tr("Vendure has not finished cancelling the order.")});
    }
    //: %1 sentence from Vendure, in English
    return VendureCancelOutcome{CancelKind::Refused, tr("Vendure says: %1").arg(answer->message), after};
}

} // namespace mc::store
