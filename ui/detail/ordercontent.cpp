// SPDX-License-Identifier: Apache-2.0
#include "ui/detail/ordercontent.h"

#include "orders/words.h"
#include "ui/look/plaintext.h"

#include <algorithm>

namespace mc {
namespace {

constexpr int WideShare = 19;
constexpr int NarrowShare = 11;
constexpr int TwoColumnCharacters = 105; // narrower than this, the customer's column wraps every line
constexpr int ItemCharacters = 60; // title, status and amount side by side

QString keyOf(const Cancellation &cancellation)
{
    return cancellation.id.isValid() ? cancellation.id.toString() : cancellation.operation.toString();
}

const QString OwnKey = QStringLiteral("outbox"); // no cancellation of the store is called that

QVBoxLayout *makeColumn()
{
    auto *column = new QVBoxLayout;
    column->setSpacing(Space::L);
    return column;
}

const Cancellation *findBy(const Order &order, bool (*matches)(const Cancellation &))
{
    const auto it = std::find_if(order.cancellations.crbegin(), order.cancellations.crend(), matches);
    return it == order.cancellations.crend() ? nullptr : &*it;
}

} // namespace

OrderContent::OrderContent(QWidget *parent)
    : QWidget(parent)
    , m_columns(new QBoxLayout(QBoxLayout::LeftToRight, this))
    , m_conflict(new TaskBanner(Tone::Warning))
    , m_refund(new TaskBanner(Tone::Critical))
    , m_question(new TaskBanner(Tone::Warning))
    , m_cancellations(makeColumn())
    , m_earlier(makeColumn())
    , m_items(new ItemList)
    , m_totals(new FieldList(FieldList::Look::Amounts))
    , m_payment(new FieldList(FieldList::Look::Amounts))
    , m_customer(new CustomerCard)
    , m_history(new History)
{
    m_columns->setContentsMargins(Space::Xl, 0, Space::Xl, Space::Xl);
    m_columns->setSpacing(Space::L);
    auto *wide = makeColumn();
    makeTasks(*wide);
    wide->addLayout(m_cancellations);
    auto *items = new Card(tr("Items"));
    items->body().addWidget(m_items);
    items->addRule();
    items->body().addWidget(m_totals);
    wide->addWidget(items);
    auto *payment = new Card(tr("Payment"));
    payment->body().addWidget(m_payment);
    wide->addWidget(payment);
    wide->addLayout(m_earlier);
    wide->addStretch();
    auto *narrow = makeColumn();
    narrow->addWidget(m_customer);
    auto *history = new Card(tr("Timeline"));
    history->body().addWidget(m_history);
    narrow->addWidget(history);
    narrow->addStretch();
    m_columns->addLayout(wide, WideShare);
    m_columns->addLayout(narrow, NarrowShare);
    m_items->setObjectName(QStringLiteral("order.items"));
    m_payment->setObjectName(QStringLiteral("order.payment"));
    m_history->setObjectName(QStringLiteral("order.timeline"));
    connect(m_customer, &CustomerCard::writeRequested, this, &OrderContent::writeRequested);
}

void OrderContent::makeTasks(QVBoxLayout &column)
{
    m_conflict->setObjectName(QStringLiteral("order.conflict"));
    m_refund->setObjectName(QStringLiteral("order.refundFailed"));
    m_question->setObjectName(QStringLiteral("order.question"));
    for (TaskBanner *banner : {m_conflict, m_refund, m_question}) {
        banner->hide();
        column.addWidget(banner);
    }
    m_writeAboutConflict =
        m_conflict->addAction(tr("Write to customer"), QStringLiteral("order.conflict.write"));
    m_leaveAsShipped = m_conflict->addAction(tr("Leave as shipped"), QStringLiteral("order.conflict.close"));
    QPushButton *retry =
        m_refund->addAction(tr("Try refund again"), QStringLiteral("order.refundFailed.retry"));
    QPushButton *confirm =
        m_refund->addAction(tr("Mark as refunded"), QStringLiteral("order.refundFailed.confirm"));
    QPushButton *accept =
        m_question->addAction(tr("Accept cancellation"), QStringLiteral("order.question.accept"));
    QPushButton *decline = m_question->addAction(tr("Decline"), QStringLiteral("order.question.decline"));
    m_decisions = {m_leaveAsShipped, retry, confirm, accept, decline};
    connect(m_writeAboutConflict, &QPushButton::clicked, this, &OrderContent::writeRequested);
    connect(m_leaveAsShipped, &QPushButton::clicked, this, [this] { emit closeRequested(m_conflictId); });
    connect(retry, &QPushButton::clicked, this, [this] { emit refundRetried(m_refundId); });
    connect(confirm, &QPushButton::clicked, this, [this] { emit refundConfirmed(m_refundId); });
    connect(accept, &QPushButton::clicked, this, [this] { emit decided(m_questionId, true); });
    connect(decline, &QPushButton::clicked, this, [this] { emit decided(m_questionId, false); });
}

void OrderContent::show(const OrderView &view, const Reader &reader)
{
    showTasks(view, reader);
    showCancellations(view, reader);
    m_items->show(itemRows(view, reader));
    m_totals->show(totalFields(view.order, reader));
    m_payment->show(paymentFields(view.order, reader));
    m_customer->show(view.order);
    m_history->show(historyEvents(view.order, reader));
}

void OrderContent::showTasks(const OrderView &view, const Reader &reader)
{
    const Order &order = view.order;
    const QString number = isolated(order.number);
    if (order.conflict.has_value()) {
        const Cancellation *about = order.cancellations.isEmpty() ? nullptr : &order.cancellations.last();
        m_conflictId = about != nullptr ? about->id : CancellationId();
        const QString claim =
            tr("The parcel left although the order was to be cancelled. %1 · %2",
               "%1: carrier and tracking number, %2: time")
                .arg(isolated(order.conflict->detail), ageText(order.conflict->atUtc, reader));
        m_conflict->setTexts(tr("%1 shipped in spite of its cancellation", "%1: order number").arg(number),
                             claim);
        m_writeAboutConflict->setVisible(!mailTo(order).isEmpty());
    }
    m_conflict->setVisible(order.conflict.has_value());

    const Cancellation *failed =
        findBy(order, [](const Cancellation &one) { return one.refund.state == RefundState::Failed; });
    if (failed != nullptr) {
        m_refundId = failed->id;
        const QString said = failed->refund.failure.isEmpty() ? tr("The payment provider gave no reason.")
                                                              : isolated(failed->refund.failure);
        m_refund->setTexts(tr("%1 is cancelled, but the refund failed", "%1: order number").arg(number),
                           tr("%1 The order does not count as refunded until this is solved.",
                              "%1: what the payment provider said, a sentence")
                               .arg(said));
    }
    m_refund->setVisible(failed != nullptr);

    const Cancellation *question =
        findBy(order, [](const Cancellation &one) { return one.needsDecision && isOpen(one.state); });
    if (question != nullptr) {
        m_questionId = question->id;
        m_question->setTexts(tr("Accept the cancellation of %1?", "%1: order number").arg(number),
                             nextStepSentence(*question));
    }
    m_question->setVisible(question != nullptr);
    for (QPushButton *button : std::as_const(m_decisions))
        button->setVisible(reader.store != nullptr && mayDecide(reader.store->role));
}

void OrderContent::showCancellations(const OrderView &view, const Reader &reader)
{
    QStringList shown;
    // Sent means that the store has it: once its answer is in the snapshot, that tells more.
    const bool isOwnNews = view.pending.has_value()
        && std::none_of(view.order.cancellations.cbegin(), view.order.cancellations.cend(),
                        [&view](const Cancellation &one) {
                            return one.operation == view.pending->operation;
                        });
    if (isOwnNews) {
        cardOf(OwnKey, true)->show(*view.pending, reader);
        shown.append(OwnKey);
    }
    bool isNewest = !isOwnNews;
    for (auto it = view.order.cancellations.crbegin(); it != view.order.cancellations.crend(); ++it) {
        const QString key = keyOf(*it);
        cardOf(key, isNewest)->show(view.order, *it, reader);
        shown.append(key);
        isNewest = false;
    }
    for (auto it = m_cards.begin(); it != m_cards.end();) {
        if (shown.contains(it.key())) {
            ++it;
            continue;
        }
        it.value()->hide();
        it.value()->deleteLater();
        it = m_cards.erase(it);
    }
}

CancellationCard *OrderContent::cardOf(const QString &key, bool isNewest)
{
    CancellationCard *card = m_cards.value(key);
    if (card == nullptr) {
        card = new CancellationCard(tr("Cancellation"));
        card->setObjectName(QStringLiteral("order.cancellation.") + key);
        connect(card, &CancellationCard::undoRequested, this, &OrderContent::undoRequested);
        connect(card, &CancellationCard::closeRequested, this,
                [this] { emit closeRequested(CancellationId()); });
        m_cards.insert(key, card);
    }
    QVBoxLayout *place = isNewest ? m_cancellations : m_earlier;
    if (place->indexOf(card) < 0) {
        m_cancellations->removeWidget(card);
        m_earlier->removeWidget(card);
        place->addWidget(card);
    }
    return card;
}

void OrderContent::arrangeFor(int width)
{
    const int character = fontMetrics().averageCharWidth();
    const bool isWide = width >= TwoColumnCharacters * character;
    const int items = isWide ? width * WideShare / (WideShare + NarrowShare) : width;
    m_items->setStacked(items < ItemCharacters * character);
    const auto direction = isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom;
    if (m_columns->direction() == direction)
        return;
    m_columns->setDirection(direction);
    m_columns->setStretch(0, isWide ? WideShare : 0);
    m_columns->setStretch(1, isWide ? NarrowShare : 1);
}

} // namespace mc
