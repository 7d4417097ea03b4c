// SPDX-License-Identifier: Apache-2.0
#include "ui/cancellations/cancellationspage.h"

#include "orders/words.h"
#include "ui/cancellations/declinedialog.h"
#include "ui/cancellations/requesttable.h"
#include "ui/cancellations/taskcard.h"
#include "ui/look/notices.h"
#include "ui/look/statuslook.h"

#include <QHideEvent>
#include <QResizeEvent>
#include <QScrollArea>
#include <QShowEvent>
#include <QStackedLayout>
#include <QTimer>

namespace mc {
namespace {

constexpr std::chrono::seconds AgesAreRight{30};
constexpr int SixColumnCharacters = 110; // narrower than this, a table leaves columns out
constexpr int ThreeColumnCharacters = 75;

QString sentenceCase(const QString &word)
{
    return word.left(1).toUpper() + word.mid(1);
}

RequestRow rowOf(const CancellationEntry &entry, const Reader &reader)
{
    const Order &order = entry.view.order;
    RequestRow row{keyOf(entry), order.id, order.number, order.customer.name, {}, {}, {}, {}};
    const bool isOurs = !entry.cancellation.id.isValid() && entry.view.pending.has_value();
    if (isOurs)
        row.reason = reasonWord(entry.view.pending->reasonCode, reader.store);
    else
        row.reason = reasonWord(entry.cancellation, reader.store);
    return row;
}

RequestRow underWayRow(const CancellationEntry &entry, const Reader &reader)
{
    RequestRow row = rowOf(entry, reader);
    const bool isOurs = !entry.cancellation.id.isValid() && entry.view.pending.has_value();
    if (isOurs) {
        row.third = CancellationsPage::tr("You", "who asked for a cancellation");
        row.time = relativeDate(entry.view.pending->queuedAtUtc, reader.nowUtc, reader.locale);
        row.badge = pendingBadge(*entry.view.pending);
    } else {
        row.third = sentenceCase(requestedByWord(entry.cancellation.requestedBy));
        row.time = relativeDate(entry.cancellation.requestedAtUtc, reader.nowUtc, reader.locale);
        row.badge = badgeOf(entry.cancellation);
    }
    return row;
}

RequestRow outcomeRow(const CancellationEntry &entry, const Reader &reader)
{
    RequestRow row = rowOf(entry, reader);
    row.third = refundText(entry.view.order, entry.cancellation, reader);
    row.time = relativeDate(entry.cancellation.decidedAtUtc, reader.nowUtc, reader.locale);
    row.badge = badgeOf(entry.cancellation);
    return row;
}

struct Section {
    QWidget *widget = nullptr; // owned by the page
    QVBoxLayout *column = nullptr; // owned by its widget
    TextBlock *title = nullptr; // owned by its widget
};

Section makeSection(const QString &title)
{
    Section section{new QWidget, nullptr, new TextBlock(title, TextRole::Heading)};
    section.column = new QVBoxLayout(section.widget);
    section.column->setContentsMargins(0, 0, 0, Space::S);
    section.column->setSpacing(Space::M);
    section.column->addWidget(section.title);
    return section;
}

} // namespace

class CancellationsPage::Private
{
public:
    Private(ConsoleService &ownService, Clock ownClock)
        : service(ownService)
        , clock(std::move(ownClock))
    {
    }

    ConsoleService &service; // outlives the page
    Clock clock;
    CancellationBoard board;
    QStackedLayout *states = nullptr; // owned by the page, like all widgets below
    QWidget *empty = nullptr;
    QScrollArea *scroll = nullptr;
    Section tasks;
    Section underWay;
    Section outcomes;
    Section reasons;
    QVBoxLayout *cards = nullptr;
    QHash<QString, TaskCard *> cardByKey;
    RequestTable *underWayTable = nullptr;
    RequestTable *outcomesTable = nullptr;
    FieldList *reasonList = nullptr;
    QTimer minutes;
};

CancellationsPage::CancellationsPage(ConsoleService &service, Clock clock, QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(service, std::move(clock)))
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, Space::L, 0, 0);
    outer->setSpacing(Space::M);
    auto *title = new QHBoxLayout;
    title->setContentsMargins(Space::Xl, 0, Space::Xl, 0);
    title->addWidget(new TextBlock(tr("Cancellations"), TextRole::Title));
    outer->addLayout(title);
    auto *states = new QWidget;
    d->states = new QStackedLayout(states);
    d->empty = new StatePane(QStringLiteral("cancellations"), tr("No cancellations yet"),
                             tr("Requests by customers and by your staff appear here by themselves."), {});
    d->empty->setObjectName(QStringLiteral("cancellations.empty"));
    d->states->addWidget(d->empty);
    d->states->addWidget(makeLists());
    outer->addWidget(states, 1);
    d->minutes.setInterval(AgesAreRight);
    connect(&d->minutes, &QTimer::timeout, this, &CancellationsPage::refresh);
    connect(&service, &ConsoleService::boardChanged, this, &CancellationsPage::onBoardChanged);
    connect(&service, &ConsoleService::storeChanged, this, &CancellationsPage::refresh);
    connect(&service, &ConsoleService::commandFailed, this, [this] {
        for (TaskCard *card : std::as_const(d->cardByKey))
            card->setBusy(false);
    });
    onBoardChanged(service.board());
}

CancellationsPage::~CancellationsPage() = default;

QWidget *CancellationsPage::makeLists()
{
    d->tasks = makeSection(tr("Needs a decision"));
    d->tasks.title->setObjectName(QStringLiteral("cancellations.tasks"));
    d->cards = new QVBoxLayout;
    d->cards->setSpacing(Space::M);
    d->tasks.column->addLayout(d->cards);
    d->underWay = makeSection(tr("Under way"));
    d->underWayTable = new RequestTable(tr("Requested by"), tr("Requested"), tr("Item status"));
    d->underWayTable->setObjectName(QStringLiteral("cancellations.underWay"));
    d->outcomes = makeSection(tr("Outcomes"));
    d->outcomesTable = new RequestTable(tr("Refund"), tr("Decided"), tr("Outcome"));
    d->outcomesTable->setObjectName(QStringLiteral("cancellations.outcomes"));
    d->reasons = makeSection(tr("Reasons"));
    d->reasonList = new FieldList(FieldList::Look::Amounts);
    d->reasonList->setObjectName(QStringLiteral("cancellations.reasons"));
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(Space::Xl, 0, Space::Xl, Space::Xl);
    column->setSpacing(Space::S);
    column->addWidget(d->tasks.widget);
    const std::pair<Section, QWidget *> quiet[] = {
        {d->underWay, d->underWayTable}, {d->outcomes, d->outcomesTable}, {d->reasons, d->reasonList}};
    for (const auto &[section, list] : quiet) {
        auto *card = new Card;
        card->body().addWidget(list);
        section.column->addWidget(card);
        column->addWidget(section.widget);
    }
    column->addStretch();
    for (RequestTable *table : {d->underWayTable, d->outcomesTable})
        connect(table, &RequestTable::orderOpened, this, &CancellationsPage::orderOpened);
    d->scroll = new QScrollArea;
    d->scroll->setFrameShape(QFrame::NoFrame);
    d->scroll->setWidgetResizable(true);
    d->scroll->setWidget(content);
    d->scroll->setAccessibleName(tr("Cancellations"));
    return d->scroll;
}

void CancellationsPage::onBoardChanged(const CancellationBoard &board)
{
    d->board = board;
    refresh();
}

// Not while another page is shown: a change of the board would cost that page's frame (docs/performance.md).
void CancellationsPage::refresh()
{
    if (!isVisible())
        return;
    const std::optional<StoreInfo> store = d->service.store();
    const Reader reader{d->clock(), QLocale(), store.has_value() ? &*store : nullptr};
    const QList<Task> tasks = tasksOf(d->board, reader);
    showTasks(tasks, store.has_value() && mayDecide(store->role));
    d->tasks.widget->setVisible(!tasks.isEmpty());

    QList<RequestRow> rows;
    for (const CancellationEntry &entry : std::as_const(d->board.underWay))
        rows.append(underWayRow(entry, reader));
    d->underWayTable->show(rows);
    d->underWay.widget->setVisible(!rows.isEmpty());

    rows.clear();
    for (const CancellationEntry &entry : std::as_const(d->board.outcomes))
        rows.append(outcomeRow(entry, reader));
    d->outcomesTable->show(rows);
    d->outcomes.widget->setVisible(!rows.isEmpty());
    d->reasonList->show(reasonCounts(d->board.outcomes, reader));
    d->reasons.title->setText(
        tr("Reasons of the latest %Ln outcome(s)", nullptr, static_cast<int>(rows.size())));
    d->reasons.widget->setVisible(!rows.isEmpty());

    const bool isEmpty = tasks.isEmpty() && d->board.underWay.isEmpty() && d->board.outcomes.isEmpty();
    d->states->setCurrentIndex(isEmpty ? 0 : 1);
}

void CancellationsPage::showTasks(const QList<Task> &tasks, bool mayDecideHere)
{
    QStringList keys;
    for (const Task &task : tasks) {
        const auto place = keys.size();
        keys.append(task.key);
        TaskCard *card = d->cardByKey.value(task.key);
        if (card == nullptr)
            card = makeCard(task);
        if (d->cards->indexOf(card) != place) {
            d->cards->removeWidget(card);
            d->cards->insertWidget(static_cast<int>(place), card);
        }
        card->show(task, mayDecideHere);
    }
    for (auto it = d->cardByKey.begin(); it != d->cardByKey.end();) {
        if (keys.contains(it.key())) {
            ++it;
            continue;
        }
        removeCard(it.value());
        it = d->cardByKey.erase(it);
    }
}

TaskCard *CancellationsPage::makeCard(const Task &task)
{
    auto *card = new TaskCard(task.kind);
    card->setObjectName(QStringLiteral("task/") + task.key);
    d->cardByKey.insert(task.key, card);
    const auto id = [card] { return card->task().entry.cancellation.id; };
    connect(card, &TaskCard::accepted, this, [this, card, id] {
        card->setBusy(true);
        d->service.decide(id(), Decision::Accept, {});
    });
    connect(card, &TaskCard::declineRequested, this, [this, card] { askWhy(*card); });
    connect(card, &TaskCard::refundRetried, this, [this, card, id] {
        card->setBusy(true);
        d->service.retryRefund(id());
    });
    connect(card, &TaskCard::refundConfirmed, this, [this, card, id] {
        card->setBusy(true);
        d->service.confirmRefund(id());
    });
    connect(card, &TaskCard::closed, this, [this, card] {
        card->setBusy(true);
        d->service.close(card->task().entry);
    });
    connect(card, &TaskCard::orderOpened, this,
            [this, card] { emit orderOpened(card->task().entry.view.order.id); });
    connect(card, &TaskCard::helpRequested, this, &CancellationsPage::helpRequested);
    connect(card, &TaskCard::writeRequested, this,
            [this, card] { emit writeRequested(mailTo(card->task().entry.view.order)); });
    return card;
}

void CancellationsPage::removeCard(TaskCard *card)
{
    const int place = d->cards->indexOf(card);
    const bool hadFocus = card->isAncestorOf(focusWidget());
    d->cards->removeWidget(card);
    if (hadFocus) { // on to the next card, so that a row of them can be worked through by keyboard
        const int next = qMin(place, d->cards->count() - 1);
        if (next >= 0)
            qobject_cast<TaskCard *>(d->cards->itemAt(next)->widget())->focusFirstAction();
        else
            d->scroll->setFocus(Qt::OtherFocusReason);
    }
    card->hide();
    card->deleteLater();
}

void CancellationsPage::askWhy(TaskCard &card)
{
    const CancellationEntry &entry = card.task().entry;
    const int limit = d->service.store().value_or(StoreInfo()).commentLimit;
    auto *dialog = new DeclineDialog(entry.view.order.number, limit, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &DeclineDialog::declined, &card, [this, &card](const QString &why) {
        card.setBusy(true);
        d->service.decide(card.task().entry.cancellation.id, Decision::Decline, why);
    });
    dialog->open();
}

void CancellationsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
    d->minutes.start();
}

void CancellationsPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    d->minutes.stop();
}

void CancellationsPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const int characters = width() / fontMetrics().averageCharWidth();
    const auto room = characters < ThreeColumnCharacters ? RequestTable::Room::Tight
        : characters < SixColumnCharacters               ? RequestTable::Room::Narrow
                                                         : RequestTable::Room::Wide;
    for (RequestTable *table : {d->underWayTable, d->outcomesTable})
        table->setRoom(room);
}

} // namespace mc
