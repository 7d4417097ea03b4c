// SPDX-License-Identifier: Apache-2.0
#include "ui/detail/orderpage.h"

#include "ui/cancellations/declinedialog.h"
#include "ui/detail/ordercontent.h"
#include "ui/detail/orderhead.h"
#include "ui/look/notices.h"

#include <QHideEvent>
#include <QResizeEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>
#include <QShowEvent>
#include <QStackedLayout>
#include <QTimer>

#include <algorithm>

namespace mc {
namespace {

constexpr std::chrono::milliseconds QuietLoading{300}; // shorter waits show nothing
constexpr std::chrono::seconds AgesAreRight{30}; // "4 min ago" is at most this late

} // namespace

class OrderPage::Private
{
public:
    Private(ConsoleService &ownService, Clock ownClock)
        : service(ownService)
        , clock(std::move(ownClock))
    {
    }

    ConsoleService &service; // outlives the page
    Clock clock;
    OrderId id;
    std::optional<OrderView> view;
    QStackedLayout *states = nullptr; // owned by the page, like all widgets below
    QWidget *nothing = nullptr;
    QWidget *loading = nullptr;
    QWidget *gone = nullptr;
    QWidget *page = nullptr;
    OrderHead *head = nullptr;
    OrderContent *content = nullptr;
    QScrollArea *scroll = nullptr;
    QTimer patience;
    QTimer minutes;
};

OrderPage::OrderPage(ConsoleService &service, Clock clock, QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(service, std::move(clock)))
{
    d->states = new QStackedLayout(this);
    d->nothing = new QWidget;
    d->loading = new StatePane(QStringLiteral("refresh"), tr("Loading the order"),
                               tr("It appears here in a moment."), {});
    d->loading->setObjectName(QStringLiteral("order.loading"));
    auto *gone = new StatePane(QStringLiteral("orders"), tr("This order is not here any more"),
                               tr("The store does not have it, or it belongs to another store."),
                               tr("Back to orders"));
    gone->setObjectName(QStringLiteral("order.gone"));
    connect(gone, &StatePane::actionChosen, this, &OrderPage::backRequested);
    d->gone = gone;
    makePage();
    for (QWidget *state : {d->nothing, d->loading, d->gone, d->page})
        d->states->addWidget(state);
    d->patience.setSingleShot(true);
    d->patience.setInterval(QuietLoading);
    connect(&d->patience, &QTimer::timeout, this, [this] { d->states->setCurrentWidget(d->loading); });
    d->minutes.setInterval(AgesAreRight);
    connect(&d->minutes, &QTimer::timeout, this, &OrderPage::refresh);
    connect(&service, &ConsoleService::orderChanged, this, &OrderPage::onOrderChanged);
    connect(&service, &ConsoleService::orderGone, this, &OrderPage::onOrderGone);
    connect(&service, &ConsoleService::storeChanged, this, &OrderPage::refresh);
}

OrderPage::~OrderPage() = default;

void OrderPage::makePage()
{
    d->page = new QWidget;
    auto *outer = new QVBoxLayout(d->page);
    outer->setContentsMargins(0, Space::L, 0, 0);
    outer->setSpacing(Space::M);
    d->head = new OrderHead;
    d->head->setContentsMargins(Space::Xl, 0, Space::Xl, 0);
    d->content = new OrderContent;
    d->scroll = new QScrollArea;
    d->scroll->setObjectName(QStringLiteral("order.scroll"));
    d->scroll->setAccessibleName(tr("Details of the order"));
    d->scroll->setFrameShape(QFrame::NoFrame);
    d->scroll->setWidgetResizable(true);
    d->scroll->setWidget(d->content);
    outer->addWidget(d->head);
    outer->addWidget(d->scroll, 1);
    connect(d->head, &OrderHead::backRequested, this, &OrderPage::backRequested);
    connect(d->head, &OrderHead::cancelRequested, this, [this] { emit cancelRequested(d->id); });
    connect(d->head, &OrderHead::helpRequested, this, &OrderPage::helpRequested);
    connect(d->head, &OrderHead::writeRequested, this, &OrderPage::writeRequested);
    addActions(d->head->shortcuts());
    for (const QKeySequence &keys : {QKeySequence(QKeySequence::Back), QKeySequence(Qt::Key_Escape)}) {
        auto *back = new QShortcut(keys, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
        connect(back, &QShortcut::activated, this, &OrderPage::backRequested);
    }
    connect(d->content, &OrderContent::writeRequested, this,
            [this] { emit writeRequested(mailTo(d->view->order)); });
    connect(d->content, &OrderContent::undoRequested, this,
            [this] { d->service.undo({d->view->pending->operation}); });
    connect(d->content, &OrderContent::closeRequested, this, &OrderPage::putAside);
    connect(d->content, &OrderContent::refundRetried, &d->service, &ConsoleService::retryRefund);
    connect(d->content, &OrderContent::refundConfirmed, &d->service, &ConsoleService::confirmRefund);
    connect(d->content, &OrderContent::decided, this, &OrderPage::decide);
}

void OrderPage::open(const OrderId &id)
{
    if (id != d->id || !d->view.has_value()) {
        d->id = id;
        d->view.reset();
        d->states->setCurrentWidget(d->nothing);
        d->patience.start();
        d->scroll->verticalScrollBar()->setValue(0);
    }
    d->service.watch(id);
}

OrderId OrderPage::order() const
{
    return d->id;
}

void OrderPage::onOrderChanged(const OrderView &view)
{
    if (view.order.id != d->id)
        return; // an answer that was on its way when another order was opened
    d->patience.stop();
    const bool isSame = d->view == view;
    d->view = view;
    if (!isSame)
        refresh();
    d->states->setCurrentWidget(d->page);
}

void OrderPage::onOrderGone(const OrderId &id)
{
    if (id != d->id)
        return;
    d->patience.stop();
    d->view.reset();
    d->states->setCurrentWidget(d->gone);
}

void OrderPage::refresh()
{
    if (!d->view.has_value())
        return;
    const std::optional<StoreInfo> store = d->service.store();
    const Reader reader{d->clock(), QLocale(), store.has_value() ? &*store : nullptr};
    d->head->show(*d->view, reader);
    d->content->show(*d->view, reader);
}

void OrderPage::putAside(const CancellationId &id)
{
    const QList<Cancellation> &all = d->view->order.cancellations;
    const auto it = std::find_if(all.cbegin(), all.cend(),
                                 [&id](const Cancellation &one) { return id.isValid() && one.id == id; });
    d->service.close({*d->view, it == all.cend() ? Cancellation() : *it});
}

void OrderPage::decide(const CancellationId &id, bool isAccepted)
{
    if (isAccepted) {
        d->service.decide(id, Decision::Accept, {});
        return;
    }
    const std::optional<StoreInfo> store = d->service.store();
    auto *dialog = new DeclineDialog(d->view->order.number, store.value_or(StoreInfo()).commentLimit, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &DeclineDialog::declined, this,
            [this, id](const QString &why) { d->service.decide(id, Decision::Decline, why); });
    dialog->open();
}

void OrderPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (event->spontaneous())
        return;
    d->minutes.start();
    if (d->id.isValid())
        d->service.watch(d->id);
}

void OrderPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    if (event->spontaneous()) // minimized: the page goes on
        return;
    d->minutes.stop();
    d->service.stopWatching();
}

void OrderPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    d->content->arrangeFor(width());
}

} // namespace mc
