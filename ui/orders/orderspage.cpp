// SPDX-License-Identifier: Apache-2.0
#include "ui/orders/orderspage.h"

#include "ui/look/notices.h"
#include "ui/look/plaintext.h"
#include "ui/orders/filterbar.h"
#include "ui/orders/orderstates.h"

#include <QFileDialog>
#include <QHeaderView>
#include <QMenu>
#include <QScrollBar>
#include <QStackedLayout>

#include <chrono>

namespace mc {
namespace {

using namespace std::chrono_literals;
constexpr auto Patience = 300ms;
constexpr int MostAtOnce = 500; ///< Orders of one bulk cancellation: more than a person can answer for.

OrderQuery::SortKey sortKeyOf(OrderColumn column)
{
    switch (column) {
    case OrderColumn::Number:
        return OrderQuery::SortKey::Number;
    case OrderColumn::ItemStatus:
        return OrderQuery::SortKey::ItemStatus;
    case OrderColumn::PaymentStatus:
        return OrderQuery::SortKey::PaymentStatus;
    case OrderColumn::Amount:
        return OrderQuery::SortKey::Amount;
    case OrderColumn::PlacedAt:
    case OrderColumn::Check:
    case OrderColumn::Items:
    case OrderColumn::Actions:
    case OrderColumn::Count:
        break;
    }
    return OrderQuery::SortKey::PlacedAt;
}

} // namespace

OrdersPage::OrdersPage(ConsoleService &service, Clock clock, QWidget *parent)
    : QWidget(parent)
    , m_service(service)
    , m_texts(service.orders(), clock)
    , m_filters(new FilterBar)
    , m_table(new OrderTable(m_texts, clock))
    , m_stack(new QStackedLayout)
    , m_bulkBar(makeBulkBar())
    , m_footnote(makeLabel({}, TextRole::Caption, Ink::Muted))
{
    setObjectName(QStringLiteral("ordersPage"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Space::Xl, Space::L, Space::Xl, Space::L);
    column->setSpacing(Space::M);
    column->addWidget(makeHead());
    column->addWidget(makeCard(), 1);
    connectTable();
    connect(m_filters, &FilterBar::queryChanged, &m_service, &ConsoleService::setQuery);
    connect(m_filters, &FilterBar::leftDownwards, this, &OrdersPage::focusTable);
    connect(&m_service, &ConsoleService::queryStateChanged, this, &OrdersPage::onQueryState);
    connect(&m_service, &ConsoleService::syncStatusChanged, this, &OrdersPage::onQueryState);
    connect(&m_service, &ConsoleService::storeChanged, this, &OrdersPage::onRole);
    connect(&m_actions, &OrderActions::openRequested, this, &OrdersPage::orderOpened);
    connect(&m_actions, &OrderActions::cancelRequested, this, &OrdersPage::cancelRequested);
    m_minute.setInterval(1min);
    connect(&m_minute, &QTimer::timeout, m_table->viewport(), qOverload<>(&QWidget::update));
    m_minute.start();
    m_patience.setSingleShot(true);
    m_patience.setInterval(Patience);
    connect(&m_patience, &QTimer::timeout, this, &OrdersPage::showLoading);
    m_service.setQuery(m_filters->query());
    onRole();
}

QWidget *OrdersPage::makeHead()
{
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(makeLabel(tr("Orders", "title of the page"), TextRole::Title));
    row->addStretch();
    m_export = makeButton(tr("Export CSV"), "", QStringLiteral("export"));
    m_export->setObjectName(QStringLiteral("exportCsv"));
    connect(m_export, &QPushButton::clicked, this, &OrdersPage::askForExport);
    row->addWidget(m_export);
    return head;
}

QWidget *OrdersPage::makeCard()
{
    auto *card = new Card;
    card->body().setContentsMargins(1, 1, 1, 1);
    card->body().setSpacing(0);
    card->body().addWidget(m_filters);
    card->body().addWidget(m_bulkBar);
    card->body().addLayout(m_stack, 1);
    m_stack->addWidget(m_table);
    m_footnote->setObjectName(QStringLiteral("ordersCount"));
    m_footnote->setContentsMargins(Space::L, Space::S, Space::L, Space::S);
    card->addRule();
    card->body().addWidget(new StillLine(m_footnote));
    return card;
}

QWidget *OrdersPage::makeBulkBar()
{
    auto *bar = new QWidget;
    bar->setObjectName(QStringLiteral("bulkBar"));
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(Space::L, 0, Space::L, Space::S);
    m_bulkText = makeLabel({}, TextRole::Strong);
    m_bulkText->setObjectName(QStringLiteral("bulkText"));
    m_bulkCancel = makeButton(tr("Cancel orders", "several selected orders"), "criticalOutline");
    m_bulkCancel->setObjectName(QStringLiteral("bulkCancel"));
    QPushButton *clear = makeButton(tr("Clear selection"), "link");
    clear->setObjectName(QStringLiteral("clearSelection"));
    row->addWidget(m_bulkText);
    row->addWidget(m_bulkCancel);
    row->addWidget(clear);
    row->addStretch();
    connect(m_bulkCancel, &QPushButton::clicked, this, &OrdersPage::cancelSelected);
    connect(clear, &QPushButton::clicked, this, &OrdersPage::clearSelection);
    bar->hide();
    return bar;
}

void OrdersPage::clearSelection()
{
    m_table->clearSelection();
    m_table->setFocus(Qt::OtherFocusReason); // the bar of the selection is about to go
}

void OrdersPage::connectTable()
{
    for (QAction *action : m_actions.shortcuts())
        m_table->addAction(action);
    connect(m_table, &OrderTable::orderActivated, this, [this](int row) {
        const OrderRow order = m_texts.row(row);
        if (order.isLoaded)
            emit orderOpened(order.id);
    });
    connect(m_table, &OrderTable::actionsRequested, this, &OrdersPage::openMenu);
    connect(m_table, &OrderTable::orderSelectionChanged, this, &OrdersPage::showSelection);
    connect(m_table, &OrderTable::currentOrderChanged, this, &OrdersPage::followCurrent);
    connect(m_table, &OrderTable::leftUpwards, this, &OrdersPage::focusSearch);
    connect(m_table, &OrderTable::sortRequested, this, [this](OrderColumn column, Qt::SortOrder order) {
        m_filters->setSort(sortKeyOf(column), order);
    });
    connect(&m_texts, &QAbstractItemModel::modelAboutToBeReset, this, &OrdersPage::rememberPlace);
    connect(&m_texts, &QAbstractItemModel::modelReset, this, &OrdersPage::restorePlace);
    connect(&m_texts, &QAbstractItemModel::modelReset, this, &OrdersPage::onQueryState);
    connect(&m_texts, &QAbstractItemModel::rowsInserted, this, &OrdersPage::onQueryState);
    connect(&m_texts, &QAbstractItemModel::rowsRemoved, this, &OrdersPage::onQueryState);
    connect(&m_texts, &QAbstractItemModel::dataChanged, this, &OrdersPage::followCurrent);
}

void OrdersPage::focusSearch()
{
    m_filters->focusSearch();
}

void OrdersPage::focusTable()
{
    if (m_pane != nullptr || m_texts.rowCount() == 0)
        return;
    m_table->setFocus(Qt::TabFocusReason);
}

bool OrdersPage::canExport() const
{
    const auto store = m_service.store();
    return store && mayExport(store->role);
}

void OrdersPage::askForExport()
{
    if (!canExport())
        return;
    auto *dialog = new QFileDialog(this, tr("Export orders"));
    dialog->setObjectName(QStringLiteral("exportDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->setNameFilter(tr("Table for spreadsheets (*.csv)", "kind of file"));
    dialog->selectFile(QStringLiteral("orders.csv"));
    connect(dialog, &QFileDialog::fileSelected, &m_service, &ConsoleService::exportCsv);
    dialog->open();
}

void OrdersPage::openMenu(int row, const QPoint &globalPosition)
{
    m_actions.setTarget(m_texts.row(row));
    if (!m_actions.target().isLoaded)
        return;
    auto *menu = new QMenu(m_table);
    menu->setObjectName(QStringLiteral("orderMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setAccessibleName(tr("Actions for %1", "%1: order ID").arg(harmless(m_actions.target().number)));
    m_actions.fill(*menu);
    m_table->setPressedAction(m_texts.index(row, static_cast<int>(OrderColumn::Actions)));
    connect(menu, &QMenu::aboutToHide, m_table, [this] { m_table->setPressedAction({}); });
    const int shift = isRightToLeft() ? 0 : menu->sizeHint().width(); // end edges aligned
    menu->popup(globalPosition - QPoint(shift, 0));
}

void OrdersPage::onRole()
{
    const auto store = m_service.store();
    const Role role = store ? store->role : Role::Viewer;
    m_actions.setRole(role);
    m_export->setVisible(mayExport(role));
    showSelection(m_table->selectedCount());
    onQueryState();
}

void OrdersPage::showSelection(int count)
{
    const auto store = m_service.store();
    const bool isTooMuch = count > MostAtOnce;
    m_bulkText->setText(isTooMuch
                            ? tr("%Ln selected; at most %1 can be cancelled at once", "%1: a number", count)
                                  .arg(QLocale().toString(MostAtOnce))
                            : tr("%Ln selected", "number of orders", count));
    m_bulkCancel->setVisible(!isTooMuch && store && mayCancel(store->role));
    m_bulkBar->setVisible(count > 1);
}

void OrdersPage::cancelSelected()
{
    const QList<OrderId> ids = m_service.idsOfRows(m_table->selectedRowNumbers(MostAtOnce));
    if (!ids.isEmpty())
        emit cancelRequested(ids);
}

void OrdersPage::followCurrent()
{
    const QModelIndex current = m_table->currentIndex();
    m_actions.setTarget(current.isValid() ? m_texts.row(current.row()) : OrderRow());
}

void OrdersPage::rememberPlace()
{
    const QModelIndex current = m_table->currentIndex();
    const QList<OrderId> currentId =
        current.isValid() ? m_service.idsOfRows({current.row()}) : QList<OrderId>();
    m_place.current = currentId.value(0);
    m_place.column = current.isValid() ? current.column() : static_cast<int>(OrderColumn::Number);
    m_place.offset = current.isValid() ? m_table->rowViewportPosition(current.row()) : 0;
    m_place.selected = m_service.idsOfRows(m_table->selectedRowNumbers(MostAtOnce));
}

void OrdersPage::restorePlace()
{
    QItemSelection selection;
    for (const OrderId &id : std::as_const(m_place.selected)) {
        const int row = m_service.rowOf(id);
        if (row >= 0)
            selection.select(m_texts.index(row, 0), m_texts.index(row, m_texts.columnCount() - 1));
    }
    m_table->selectionModel()->select(selection, QItemSelectionModel::Select);
    const int row = m_place.current.isValid() ? m_service.rowOf(m_place.current) : -1;
    if (row < 0)
        return;
    m_table->selectionModel()->setCurrentIndex(m_texts.index(row, m_place.column),
                                               QItemSelectionModel::NoUpdate);
    const int top = row * m_table->verticalHeader()->defaultSectionSize() - m_place.offset;
    m_table->verticalScrollBar()->setValue(top);
}

void OrdersPage::onQueryState()
{
    const QueryState state = m_service.queryState();
    const SyncStatus sync = m_service.syncStatus();
    if (isFirstLoad(sync))
        m_footnote->setText(tr("Older orders follow while you work"));
    else if (state.phase == QueryState::Phase::Ready)
        m_footnote->setText(countText(state, m_filters->query()));
    else
        m_footnote->setText(QString(QChar::Nbsp)); // keeps its height
    if (m_texts.rowCount() > 0) {
        showRows();
        return;
    }
    if (state.phase == QueryState::Phase::Failed) {
        showFailure();
    } else if (state.phase == QueryState::Phase::Loading || isFirstLoad(sync)) {
        if (m_loading != nullptr)
            m_loading->setProgress(sync, m_filters->query().period);
        else if (!m_patience.isActive())
            m_patience.start();
        return;
    } else if (!state.hasAnyOrders && !sync.lastSuccessUtc.isValid()
               && sync.link == SyncStatus::Link::Offline) {
        showFailure();
    } else if (!state.hasAnyOrders && !sync.lastSuccessUtc.isValid()
               && sync.link == SyncStatus::Link::SignedOut) {
        showNotLoadedYet();
    } else {
        showNothing(state);
    }
    m_patience.stop();
}

void OrdersPage::showRows()
{
    m_patience.stop();
    showPane(nullptr);
}

// The old pane may have the focus: it goes to the search field, which every state has.
void OrdersPage::showPane(QWidget *pane, const QString &key)
{
    m_paneKey = key;
    QWidget *old = std::exchange(m_pane, pane);
    m_loading = nullptr;
    if (pane != nullptr)
        m_stack->addWidget(pane);
    m_stack->setCurrentWidget(pane != nullptr ? pane : m_table);
    if (old == nullptr)
        return;
    if (old->isAncestorOf(focusWidget()))
        m_filters->focusSearch();
    m_stack->removeWidget(old);
    old->hide();
    old->deleteLater();
}

void OrdersPage::showLoading()
{
    auto *pane = new LoadingPane(m_table->verticalHeader()->defaultSectionSize());
    pane->setProgress(m_service.syncStatus(), m_filters->query().period);
    showPane(pane);
    m_loading = pane;
}

void OrdersPage::showNothing(const QueryState &state)
{
    const OrderQuery &query = m_filters->query();
    const QString text =
        state.hasAnyOrders ? nothingFoundText(query) : tr("New orders appear here by themselves.");
    if (m_pane != nullptr && m_paneKey == text)
        return;
    if (!state.hasAnyOrders) {
        auto *pane = new StatePane(QStringLiteral("orders"), tr("No orders yet"), text, {});
        pane->setObjectName(QStringLiteral("noOrdersYet"));
        showPane(pane, text);
        return;
    }
    const bool isRecent = query.period == OrderQuery::Period::Past30Days;
    const QString way = !isRecent ? tr("Clear search and filters")
        : query.search.isEmpty()  ? tr("Show all orders", "button: look further back than 30 days")
                                  : tr("Search all orders", "button: look further back than 30 days");
    auto *pane = new StatePane(QStringLiteral("search"), tr("No orders match"), nothingFoundText(query), way);
    pane->setObjectName(QStringLiteral("noOrdersMatch"));
    connect(pane, &StatePane::actionChosen, m_filters, [this, isRecent] {
        if (isRecent)
            m_filters->showAllOrders();
        else
            m_filters->clearSearchAndFilters();
    });
    showPane(pane, text);
}

// The banner above has the way out.
void OrdersPage::showNotLoadedYet()
{
    const QString text = tr("Nothing of this store is on this computer yet.");
    if (m_pane != nullptr && m_paneKey == text)
        return;
    auto *pane = new StatePane(QStringLiteral("offline"), tr("No orders here yet"), text, {});
    pane->setObjectName(QStringLiteral("noOrdersHereYet"));
    showPane(pane, text);
}

void OrdersPage::showFailure()
{
    QString host;
    for (const StoreProfile &profile : m_service.profiles()) {
        if (profile.id == m_service.currentProfile())
            host = profile.url.host();
    }
    const QString text = host.isEmpty()
        ? tr("The store did not answer. Your changes are safe on this computer.")
        : tr("The store at %1 did not answer. Your changes are safe on this computer.", "%1: an address")
              .arg(host);
    if (m_pane != nullptr && m_paneKey == text)
        return;
    auto *pane =
        new StatePane(QStringLiteral("offline"), tr("Orders could not be loaded"), text, tr("Try again"));
    pane->setObjectName(QStringLiteral("ordersFailed"));
    connect(pane, &StatePane::actionChosen, this, [this] {
        m_service.syncNow();
        m_service.setQuery(m_filters->query());
    });
    showPane(pane, text);
}

void OrdersPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_table->viewport()->update(); // ages of orders, after a while on another page
}

} // namespace mc
