// SPDX-License-Identifier: Apache-2.0
#include "store/pages/orderview.h"

#include "domain/codes.h"
#include "domain/orderrules.h"
#include "store/pages/plaintext.h"

#include <QUrl>

#include <algorithm>
#include <iterator>

namespace mc::store {

namespace {

using namespace Qt::Literals::StringLiterals;
using L1 = QLatin1StringView;

struct Badge {
    const char *tone;
    const char *icon;
};

Badge badgeOf(ItemStatus status)
{
    switch (status) {
    case ItemStatus::Unknown:
        return {"", "icon_info"};
    case ItemStatus::NotShipped:
    case ItemStatus::Packed:
        return {"", "icon_package"};
    case ItemStatus::CancellationRequested:
        return {"warning", "icon_clock"};
    case ItemStatus::Cancelled:
        return {"critical", "icon_cancelled"};
    case ItemStatus::Shipped:
        return {"info", "icon_truck"};
    case ItemStatus::Delivered:
        return {"success", "icon_done"};
    case ItemStatus::Returned:
        return {"", "icon_return"};
    }
    return {"", "icon_info"};
}

/// A code of the domain below a prefix: "status.not_shipped".
QString codedText(const Wording &wording, const char *prefix, QLatin1String code)
{
    const QByteArray key = QByteArray(prefix) + '.' + QByteArray(code.data(), code.size());
    return wording.text(L1(key));
}

TemplateData sentenceList(const QStringList &sentences)
{
    TemplateData list(TemplateData::type::list);
    for (const QString &sentence : sentences)
        addTo(list, toData(sentence));
    return list;
}

TemplateData noteData(const char *tone, const char *icon, const OutcomeWords &words,
                      bool canCheckAgain = false)
{
    TemplateData note;
    setIn(note, "tone", std::string(tone));
    setIn(note, icon, true);
    setIn(note, "heading", toData(words.title));
    setIn(note, "sentences", sentenceList(words.sentences));
    setIn(note, "can_check_again", canCheckAgain);
    return note;
}

QString obstacleWords(const Order &order, const CancellationPolicy &policy, const Wording &wording)
{
    const bool isToldByNote =
        !order.cancellations.isEmpty() && order.cancellations.constLast().rejection == Rejection::Shipped;
    if (isToldByNote)
        return {};
    switch (cancelObstacle(order)) {
    case CancelObstacle::AlreadyRequested:
    case CancelObstacle::AlreadyCancelled:
        return {}; // A note says so, in more words.
    case CancelObstacle::Shipped:
        return wording.text(L1("obstacle.shipped"));
    case CancelObstacle::Delivered:
        return wording.text(L1("obstacle.delivered"));
    case CancelObstacle::Returned:
        return wording.text(L1("obstacle.returned"));
    case CancelObstacle::UnknownState:
        return wording.text(L1("obstacle.unknown"));
    case CancelObstacle::None:
        break;
    }
    return policy.mode == PolicyMode::Off ? wording.text(L1("obstacle.policy")) : QString();
}

/// The parcel that was faster: the last one that left.
const Shipment *lastShipment(const Order &order)
{
    return order.shipments.isEmpty() ? nullptr : &order.shipments.constLast();
}

QString shippedFirst(const Order &order, const Cancellation &cancellation, const Wording &wording)
{
    const Shipment *parcel = lastShipment(order);
    if (!parcel || !parcel->shippedAtUtc.isValid() || parcel->shippedAtUtc >= cancellation.requestedAtUtc)
        return wording.text(L1("rejected.shipped"));
    return wording.text(
        L1("rejected.shipped_before"),
        {{L1("left"), wording.moment(parcel->shippedAtUtc, cancellation.requestedAtUtc)},
         {L1("requested"), wording.moment(cancellation.requestedAtUtc, parcel->shippedAtUtc)}});
}

OutcomeWords requestedWords(const Cancellation &cancellation, const CancellationPolicy &policy,
                            const Wording &wording)
{
    const QString title = wording.text(L1("requested.title"));
    if (!cancellation.needsDecision || !cancellation.deadlineUtc.isValid())
        return {title, {wording.text(L1("requested.text"))}};
    const L1 key = policy.acceptsByDefault ? L1("requested.ask_accept") : L1("requested.ask_keep");
    return {title, {wording.text(key, {{L1("time"), wording.dateAndTime(cancellation.deadlineUtc)}})}};
}

OutcomeWords succeededWords(const Order &order, const Cancellation &cancellation, const Wording &wording)
{
    const QString title =
        wording.text(isPartial(order, cancellation) ? L1("cancelled.title_part") : L1("cancelled.title"));
    const QString amount = wording.money(cancellation.refund.amountMinor, order.currency);
    switch (cancellation.refund.state) {
    case RefundState::None:
        // Paid and not refunded is the shop's decision; claiming anything about it would be a guess.
        return {title,
                order.payment.paidMinor > 0 ? QStringList()
                                            : QStringList(wording.text(L1("cancelled.refund_none")))};
    case RefundState::Pending:
        return {title,
                {wording.text(L1("cancelled.refund_pending"),
                              {{L1("amount"), amount}, {L1("method"), paymentMethod(order, wording)}})}};
    case RefundState::Failed:
        return {title, {wording.text(L1("cancelled.refund_failed"), {{L1("amount"), amount}})}};
    case RefundState::Done:
        return {title,
                {wording.text(L1("cancelled.refund_done"),
                              {{L1("amount"), amount}, {L1("method"), paymentMethod(order, wording)}})}};
    }
    return {title, {}};
}

OutcomeWords rejectedWords(const Order &order, const Cancellation &cancellation, const Wording &wording)
{
    QStringList sentences;
    if (cancellation.rejection == Rejection::Declined && !cancellation.rejectionDetail.isEmpty())
        sentences << wording.text(L1("rejected.shop_says"),
                                  {{L1("detail"), wording.outside(cancellation.rejectionDetail)}});
    switch (cancellation.rejection) {
    case Rejection::Shipped:
        return {wording.text(L1("rejected.title_shipped")), {shippedFirst(order, cancellation, wording)}};
    case Rejection::Declined:
        return {wording.text(L1("rejected.title_declined")), sentences << wording.text(L1("rejected.stays"))};
    case Rejection::Expired:
        return {wording.text(L1("rejected.title_expired")), {wording.text(L1("rejected.stays"))}};
    case Rejection::EngineRefused:
    case Rejection::None:
        return {wording.text(L1("rejected.title_engine_refused")), {wording.text(L1("rejected.stays"))}};
    }
    return {};
}

TemplateData notesOf(const Order &order, const ShopView &shop, const Wording &wording)
{
    TemplateData notes(TemplateData::type::list);
    if (order.conflict)
        addTo(notes,
              noteData("warning", "icon_warning",
                       {wording.text(L1("conflict.title")), {wording.text(L1("conflict.text"))}}));
    if (order.cancellations.isEmpty())
        return notes;
    const Cancellation &last = order.cancellations.constLast();
    const OutcomeWords words = outcomeWords(order, last, shop.policy, wording);
    switch (last.state) {
    case CancellationState::Requested:
    case CancellationState::Processing:
        addTo(notes, noteData("warning", "icon_clock", words, true));
        break;
    case CancellationState::Succeeded:
        addTo(notes, noteData("success", "icon_done", words));
        break;
    case CancellationState::Rejected:
        addTo(notes, noteData("critical", "icon_error", words));
        break;
    case CancellationState::Unknown:
        break;
    }
    return notes;
}

TemplateData nextOf(const Order &order, const Wording &wording)
{
    if (order.cancellations.isEmpty() || order.cancellations.constLast().state != CancellationState::Rejected)
        return TemplateData(false);
    const bool hasShipped = order.cancellations.constLast().rejection == Rejection::Shipped;
    TemplateData next;
    setIn(next, "words", toData(wording.text(hasShipped ? L1("next.shipped") : L1("next.other"))));
    setIn(next, "has_returns", hasShipped);
    return next;
}

void addFact(TemplateData &facts, const QString &label, const QString &value)
{
    if (value.isEmpty())
        return;
    TemplateData fact;
    setIn(fact, "label", toData(label));
    setIn(fact, "value", toData(value));
    addTo(facts, std::move(fact));
}

TemplateData cardData(const QString &id, const QString &heading, TemplateData facts)
{
    TemplateData card;
    setIn(card, "id", toData(id));
    setIn(card, "heading", toData(heading));
    setIn(card, "facts", std::move(facts));
    return card;
}

QString refundWords(const Order &order, const Refund &refund, const Wording &wording)
{
    if (refund.state == RefundState::None)
        return {};
    const QByteArray key = QByteArray("refund.") + codeOf(refund.state).data();
    return wording.text(L1(key), {{L1("amount"), wording.money(refund.amountMinor, order.currency)}});
}

TemplateData cancellationCard(const Order &order, const Cancellation &cancellation, const QString &id,
                              const Wording &wording)
{
    TemplateData facts(TemplateData::type::list);
    addFact(facts, wording.text(L1("reason")), customerReason(cancellation, wording));
    addFact(facts, wording.text(L1("comments")), customerComments(cancellation));
    if (cancellation.requestedBy != RequestedBy::Customer && !cancellation.isOnBehalfOfCustomer)
        addFact(facts, wording.text(L1("requested_by")), wording.text(L1("requested_by_shop")));
    addFact(facts, wording.text(L1("requested_at")), wording.dateAndTime(cancellation.requestedAtUtc));
    if (cancellation.decidedAtUtc.isValid() && !isOpen(cancellation.state)) {
        const bool isCancelled = cancellation.state == CancellationState::Succeeded;
        addFact(facts, wording.text(isCancelled ? L1("cancelled_at") : L1("rejected_at")),
                wording.dateAndTime(cancellation.decidedAtUtc));
    }
    if (cancellation.state == CancellationState::Succeeded)
        addFact(facts, wording.text(L1("refund")), refundWords(order, cancellation.refund, wording));
    return cardData(id, wording.text(L1("cancellation")), std::move(facts));
}

TemplateData parcelCard(const Shipment &parcel, const QString &id, const Wording &wording)
{
    TemplateData facts(TemplateData::type::list);
    addFact(facts, wording.text(L1("carrier")), plainLine(parcel.carrier));
    addFact(facts, wording.text(L1("tracking_number")), plainLine(parcel.trackingNumber));
    if (parcel.shippedAtUtc.isValid())
        addFact(facts, wording.text(L1("left")), wording.dateAndTime(parcel.shippedAtUtc));
    return cardData(id, wording.text(L1("parcel")), std::move(facts));
}

TemplateData cardsOf(const Order &order, const Wording &wording, const QString &suffix)
{
    TemplateData cards(TemplateData::type::list);
    for (qsizetype index = order.cancellations.size() - 1; index >= 0; --index)
        addTo(cards,
              cancellationCard(order, order.cancellations.at(index),
                               u"cancellation%1%2"_s.arg(index).arg(suffix), wording));
    for (qsizetype index = 0; index < order.shipments.size(); ++index)
        addTo(cards, parcelCard(order.shipments.at(index), u"parcel%1%2"_s.arg(index).arg(suffix), wording));
    return cards;
}

TemplateData lineData(const Order &order, const LineItem &line, const Wording &wording)
{
    const ItemStatus status = lineStatus(order, line);
    const Badge badge = badgeOf(status);
    const QString count = wording.count(line.quantity);
    const bool isPartlyCancelled = line.cancelledQuantity > 0 && line.cancelledQuantity < line.quantity;
    TemplateData data;
    setIn(data, "name", toData(plainLine(line.title)));
    setIn(data, "amount", toData(wording.money(line.unitPriceMinor * line.quantity, order.currency)));
    setIn(data, "quantity",
          toData(isPartlyCancelled ? wording.text(
                     L1("quantity_cancelled"),
                     {{L1("count"), count}, {L1("cancelled"), wording.count(line.cancelledQuantity)}})
                                   : wording.text(L1("quantity"), {{L1("count"), count}})));
    setIn(data, "tone", std::string(badge.tone));
    setIn(data, badge.icon, true);
    setIn(data, "word", toData(codedText(wording, "status", codeOf(status))));
    return data;
}

TemplateData addressOf(const Order &order)
{
    TemplateData lines(TemplateData::type::list);
    for (const QString &line : QStringList{order.customer.name} + hintedAddress(order.shippingAddress)) {
        if (!line.trimmed().isEmpty())
            addTo(lines, toData(plainLine(line)));
    }
    return lines;
}

// Town and country; an address has at least a street before them, so that two lines show only their last.
constexpr qsizetype OpenLines = 2;

QString firstLetterOf(const QString &line)
{
    return line.left(line.front().isHighSurrogate() ? 2 : 1);
}

} // namespace

QStringList hintedAddress(const QStringList &address)
{
    QStringList lines;
    for (const QString &line : address) {
        if (const QString text = line.simplified(); !text.isEmpty())
            lines.append(text);
    }
    const qsizetype hidden = std::max(lines.size() - OpenLines, std::min<qsizetype>(lines.size(), 1));
    for (qsizetype index = 0; index < hidden; ++index)
        lines[index] = firstLetterOf(lines.at(index)) + u"\u2022\u2022\u2022"_s;
    return lines;
}

QString mailAddress(const QString &address, const QString &subject)
{
    if (!address.contains(u'@') || address.contains(u'\n'))
        return {};
    QString link = u"mailto:"_s + QString::fromLatin1(QUrl::toPercentEncoding(address, "@"));
    if (!subject.isEmpty())
        link += u"?subject="_s + QString::fromLatin1(QUrl::toPercentEncoding(subject));
    return link;
}

bool mayCustomerCancel(const Order &order, const CancellationPolicy &policy)
{
    return policy.mode != PolicyMode::Off && canCancel(order);
}

QString paymentMethod(const Order &order, const Wording &wording)
{
    return order.payment.method.isEmpty() ? wording.text(L1("method_unknown"))
                                          : wording.outside(order.payment.method);
}

/// As the customer read it; what staff chose in their language is said in the customer's where it can be.
QString customerReason(const Cancellation &cancellation, const Wording &wording)
{
    const bool isBuiltIn = std::any_of(std::begin(DefaultReasonCodes), std::end(DefaultReasonCodes),
                                       [&](const char *code) { return cancellation.reasonCode == L1(code); });
    if (cancellation.requestedBy != RequestedBy::Customer && isBuiltIn) {
        const QByteArray key = "reason." + cancellation.reasonCode.toLatin1();
        return wording.text(L1(key));
    }
    return plainLine(cancellation.reasonText);
}

QString customerComments(const Cancellation &cancellation)
{
    const bool areShown =
        cancellation.requestedBy == RequestedBy::Customer || cancellation.areCommentsForCustomer;
    return areShown ? plainText(cancellation.comments) : QString();
}

bool isPartial(const Order &order, const Cancellation &cancellation)
{
    int taken = 0;
    for (const CancelledLine &line : cancellation.lines)
        taken += line.quantity;
    return taken > 0 && taken < itemCount(order);
}

OutcomeWords outcomeWords(const Order &order, const Cancellation &cancellation,
                          const CancellationPolicy &policy, const Wording &wording)
{
    switch (cancellation.state) {
    case CancellationState::Requested:
    case CancellationState::Processing:
        return requestedWords(cancellation, policy, wording);
    case CancellationState::Succeeded:
        return succeededWords(order, cancellation, wording);
    case CancellationState::Rejected:
        return rejectedWords(order, cancellation, wording);
    case CancellationState::Unknown:
        break;
    }
    return {};
}

TemplateData orderData(const Order &order, const ShopView &shop, const Wording &wording,
                       const QString &suffix)
{
    const QString contact = mailAddress(shop.store.supportEmail, order.number);
    const bool canCancelHere = mayCustomerCancel(order, shop.policy);
    TemplateData lines(TemplateData::type::list);
    for (const LineItem &line : order.lines)
        addTo(lines, lineData(order, line, wording));

    TemplateData data;
    setIn(data, "suffix", toData(suffix));
    setIn(data, "order_title",
          toData(wording.text(L1("order_title"), {{L1("number"), wording.outside(order.number)}})));
    setIn(data, "placed",
          toData(wording.text(L1("placed"), {{L1("time"), wording.dateAndTime(order.placedAtUtc)}})));
    setIn(data, "obstacle", textOrFalse(obstacleWords(order, shop.policy, wording)));
    setIn(data, "contact", textOrFalse(contact));
    setIn(data, "can_cancel", canCancelHere);
    setIn(data, "has_menu", canCancelHere || !contact.isEmpty());
    setIn(data, "notes", notesOf(order, shop, wording));
    setIn(data, "next", nextOf(order, wording));
    setIn(data, "cards", cardsOf(order, wording, suffix));
    setIn(data, "lines", std::move(lines));
    setIn(data, "shipping_cost",
          order.shippingMinor > 0 ? toData(wording.money(order.shippingMinor, order.currency))
                                  : TemplateData(false));
    setIn(data, "total", toData(wording.money(order.totalMinor, order.currency)));
    setIn(data, "address", addressOf(order));
    setIn(data, "payment",
          toData(order.payment.method.isEmpty()
                     ? codedText(wording, "payment", codeOf(paymentStatusOf(order)))
                     : plainLine(order.payment.method)));
    return data;
}

} // namespace mc::store
