// SPDX-License-Identifier: Apache-2.0
#include "ui/cancellation/cancelsummary.h"

#include "orders/words.h"
#include "ui/look/parts.h"
#include "ui/look/plaintext.h"

#include <QCoreApplication>
#include <QScrollArea>

#include <algorithm>

namespace mc {
namespace {

constexpr int MostRows = 7; ///< A longer list scrolls, so that the buttons stay on a small screen.

class Refusals final
{
    Q_DECLARE_TR_FUNCTIONS(mc::CancelDialog)
};

QString orderAndCustomer(const Order &order)
{
    return Refusals::tr("%1  ·  %2", "%1: order ID, %2: name of the customer")
        .arg(inSentence(order.number), inSentence(order.customer.name));
}

} // namespace

QString whyNot(const OrderView &view)
{
    const bool isUnderWay = view.pending && view.pending->state != PendingState::Refused;
    return obstacleWord(isUnderWay ? CancelObstacle::AlreadyRequested : cancelObstacle(view.order));
}

Refusal refusalOf(const OrderView &view)
{
    const bool isUnderWay = view.pending && view.pending->state != PendingState::Refused;
    const CancelObstacle obstacle =
        isUnderWay ? CancelObstacle::AlreadyRequested : cancelObstacle(view.order);
    switch (obstacle) {
    case CancelObstacle::AlreadyRequested:
        return {Refusals::tr("Somebody has just asked for this cancellation"),
                Refusals::tr("There is one request for the whole order. Nothing was changed.")};
    case CancelObstacle::AlreadyCancelled:
        return {Refusals::tr("This order has just been cancelled"),
                Refusals::tr("Nothing is left to cancel.")};
    case CancelObstacle::Shipped: {
        const QList<Shipment> &parcels = view.order.shipments;
        const QDateTime left = parcels.isEmpty() ? QDateTime() : parcels.last().shippedAtUtc.toLocalTime();
        const QString text = left.isValid()
            ? Refusals::tr("It left at %1, so it can’t be cancelled any more. Nothing was changed.",
                           "%1: time of day")
                  .arg(QLocale().toString(left.time(),
                                          Refusals::tr("HH:mm", "time of day, see QLocale::toString()")))
            : Refusals::tr("It can’t be cancelled any more. Nothing was changed.");
        return {Refusals::tr("This order has just shipped"), text};
    }
    case CancelObstacle::Delivered:
    case CancelObstacle::Returned:
    case CancelObstacle::UnknownState:
    case CancelObstacle::None:
        break;
    }
    return {Refusals::tr("This order can’t be cancelled any more"), obstacleSentence(obstacle)};
}

CancelSummary::CancelSummary(const QList<OrderView> &views, QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("cancelSummary"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Space::S);
    QList<OrderView> eligible;
    QList<OrderView> excluded;
    for (const OrderView &view : views)
        (canCancel(view) ? eligible : excluded).append(view);
    if (views.size() == 1) {
        addSingle(views.first().order);
        return;
    }
    addSeveral(eligible);
    addExcluded(excluded);
}

void CancelSummary::addList(QWidget *list, int rows)
{
    if (rows <= MostRows) {
        layout()->addWidget(list);
        return;
    }
    auto *scroll = new QScrollArea;
    scroll->setObjectName(QStringLiteral("cancelSummaryScroll"));
    scroll->setAccessibleName(tr("Orders", "a list of orders, as spoken"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidgetResizable(true);
    scroll->setWidget(list);
    scroll->setFixedHeight(MostRows * (fontMetrics().height() + Space::Xs));
    layout()->addWidget(scroll);
}

void CancelSummary::addSingle(const Order &order)
{
    auto *card = new Card({}, Card::Look::Sunken);
    card->body().setSpacing(Space::Xs);
    const QLocale locale;
    int rows = 1;
    for (const LineItem &line : order.lines) {
        const int left = remainingQuantity(line);
        if (left == 0)
            continue;
        const Money price{line.unitPriceMinor * left, order.currency};
        card->addPair(
            tr("%1 × %2", "%1: quantity, %2: product").arg(locale.toString(left), inSentence(line.title)),
            moneyText(price, locale));
        ++rows;
    }
    rows += addCharges(*card, order);
    card->addRule();
    card->addPair(order.customer.name, moneyText({order.totalMinor, order.currency}, locale),
                  TextRole::Strong);
    addList(card, rows);
}

// Once a part was cancelled, nothing says how much of them belongs to the rest.
int CancelSummary::addCharges(Card &card, const Order &order)
{
    const auto isWhole = [](const LineItem &line) { return line.cancelledQuantity == 0; };
    if (!std::all_of(order.lines.cbegin(), order.lines.cend(), isWhole))
        return 0;
    const QLocale locale;
    const QList<Charge> charges = chargesOf(order);
    for (const Charge &charge : charges)
        card.addPair(charge.name, moneyText({charge.minor, order.currency}, locale));
    return static_cast<int>(charges.size());
}

void CancelSummary::addSeveral(const QList<OrderView> &eligible)
{
    if (eligible.isEmpty())
        return;
    auto *card = new Card({}, Card::Look::Sunken);
    card->body().setSpacing(Space::Xs);
    const QLocale locale;
    for (const OrderView &view : eligible)
        card->addPair(orderAndCustomer(view.order),
                      moneyText({view.order.totalMinor, view.order.currency}, locale));
    addList(card, static_cast<int>(eligible.size()));
}

void CancelSummary::addExcluded(const QList<OrderView> &excluded)
{
    if (excluded.isEmpty())
        return;
    PlainLabel *heading =
        makeLabel(tr("%Ln will stay as they are:", "number of orders", static_cast<int>(excluded.size())),
                  TextRole::Strong);
    heading->setObjectName(QStringLiteral("excludedHeading"));
    layout()->addWidget(heading);
    auto *card = new Card({}, Card::Look::Sunken);
    card->body().setSpacing(Space::Xs);
    for (const OrderView &view : excluded)
        card->addPair(orderAndCustomer(view.order), whyNot(view));
    addList(card, static_cast<int>(excluded.size()));
}

} // namespace mc
