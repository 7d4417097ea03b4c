// SPDX-License-Identifier: Apache-2.0
#include "tests/support/fakeconsoleservice.h"

#include <algorithm>

namespace mc::test {
namespace {

template <typename Function>
void later(QObject *context, Function function)
{
    QMetaObject::invokeMethod(context, std::move(function), Qt::QueuedConnection);
}

bool isLess(const OrderView &a, const OrderView &b, OrderQuery::SortKey key)
{
    switch (key) {
    case OrderQuery::SortKey::PlacedAt:
        return a.order.placedAtUtc < b.order.placedAtUtc;
    case OrderQuery::SortKey::Number:
        return a.order.number < b.order.number;
    case OrderQuery::SortKey::Customer:
        return a.order.customer.name < b.order.customer.name;
    case OrderQuery::SortKey::ItemStatus:
        return itemStatusOf(a) < itemStatusOf(b);
    case OrderQuery::SortKey::PaymentStatus:
        return paymentStatusOf(a.order) < paymentStatusOf(b.order);
    case OrderQuery::SortKey::Amount:
        return a.order.totalMinor < b.order.totalMinor;
    }
    Q_UNREACHABLE();
}

} // namespace

FakeConsoleService::FakeConsoleService(QObject *parent)
    : ConsoleService(parent)
    , m_store(sampleStore())
{
    m_sync.link = SyncStatus::Link::Online;
    m_sync.lastSuccessUtc = sampleNow().addSecs(-20);
    m_queryState.phase = QueryState::Phase::Ready;
    m_profiles = {{QStringLiteral("p1"), QUrl(QStringLiteral("https://orders.nordhem.example")),
                   QStringLiteral("ada@nordhem.example"), QStringLiteral("Nordhem Living")}};
    m_profile = QStringLiteral("p1");
    setOrders(sampleOrders());
}

void FakeConsoleService::setOrders(const QList<Order> &orders)
{
    m_views.clear();
    for (const Order &order : orders)
        m_views.append({order, std::nullopt});
    runQuery();
    emit boardChanged(board());
}

void FakeConsoleService::change(const Order &order)
{
    if (OrderView *known = find(order.id)) {
        known->order = order;
        publish(OrderView(*known));
        return;
    }
    m_views.prepend({order, std::nullopt});
    if (matches(m_views.first())) {
        m_model.prepend(m_views.first());
        setCount(m_queryState.count + 1, m_queryState.isCountExact);
    }
    emit boardChanged(board());
}

void FakeConsoleService::remove(const OrderId &id)
{
    m_views.removeIf([&id](const OrderView &view) { return view.order.id == id; });
    runQuery();
    if (watched == id)
        emit orderGone(id);
}

void FakeConsoleService::setSync(const SyncStatus &status)
{
    m_sync = status;
    emit syncStatusChanged(m_sync);
}

void FakeConsoleService::setOffline(bool isOffline)
{
    SyncStatus status = m_sync;
    status.link = isOffline ? SyncStatus::Link::Offline : SyncStatus::Link::Online;
    setSync(status);
}

void FakeConsoleService::setPhase(QueryState::Phase phase)
{
    m_queryState.phase = phase;
    emit queryStateChanged(m_queryState);
}

void FakeConsoleService::setCount(int count, bool isExact)
{
    m_queryState.count = count;
    m_queryState.isCountExact = isExact;
    emit queryStateChanged(m_queryState);
}

void FakeConsoleService::setStore(const std::optional<StoreInfo> &store)
{
    m_store = store;
    emit storeChanged();
}

void FakeConsoleService::setBoard(const CancellationBoard &board)
{
    m_board = board;
    emit boardChanged(board);
}

void FakeConsoleService::setProfiles(const QList<StoreProfile> &profiles, const QString &current)
{
    m_profiles = profiles;
    m_profile = current;
    emit profilesChanged();
}

void FakeConsoleService::confirm(const OrderId &id)
{
    OrderView *view = find(id);
    Q_ASSERT(view != nullptr && view->pending);
    Cancellation request = makeCancellation(view->order, CancellationState::Requested);
    request.operation = view->pending->operation;
    request.reasonCode = view->pending->reasonCode;
    request.comments = view->pending->comments;
    request.requestedBy = RequestedBy::Merchant;
    request.requestedByName = m_store ? m_store->staffName : QString();
    view->order.cancellations.append(request);
    view->pending.reset();
    publish(OrderView(*view));
}

void FakeConsoleService::refuse(const OrderId &id, const QString &problem)
{
    OrderView *view = find(id);
    Q_ASSERT(view != nullptr && view->pending);
    view->pending->state = PendingState::Refused;
    view->pending->problem = problem;
    publish(OrderView(*view));
}

OrderView FakeConsoleService::view(const OrderId &id) const
{
    const auto it = std::find_if(m_views.cbegin(), m_views.cend(),
                                 [&id](const OrderView &one) { return one.order.id == id; });
    return it == m_views.cend() ? OrderView() : *it;
}

CancellationBoard FakeConsoleService::board() const
{
    if (m_board)
        return *m_board;
    CancellationBoard board;
    for (const OrderView &view : m_views) {
        const auto &all = view.order.cancellations;
        const Cancellation last = all.isEmpty() ? Cancellation() : all.last();
        if (view.order.conflict || (view.pending && view.pending->state == PendingState::Refused))
            board.conflicts.append({view, last});
        else if (view.pending)
            board.underWay.append({view, {}});
        else if (all.isEmpty())
            continue;
        else if (last.needsDecision)
            board.questions.append({view, last});
        else if (last.refund.state == RefundState::Failed)
            board.failedRefunds.append({view, last});
        else if (last.state == CancellationState::Rejected && !last.isClosed)
            board.rejected.append({view, last});
        else
            (isOpen(last.state) ? board.underWay : board.outcomes).append({view, last});
    }
    return board;
}

void FakeConsoleService::setQuery(const OrderQuery &wanted)
{
    query = wanted;
    ++queries;
    runQuery();
}

QList<OrderId> FakeConsoleService::idsOfRows(const QList<int> &rows) const
{
    QList<OrderId> ids;
    for (const int row : rows)
        ids.append(m_model.idOf(row));
    return ids;
}

void FakeConsoleService::watch(const OrderId &id)
{
    watched = id;
    later(this, [this, id] {
        if (watched != id)
            return;
        if (find(id) != nullptr)
            emit orderChanged(view(id));
        else
            emit orderGone(id);
    });
}

void FakeConsoleService::fetch(const QList<OrderId> &ids)
{
    later(this, [this, ids] {
        QList<OrderView> views;
        for (const OrderId &id : ids)
            if (find(id) != nullptr)
                views.append(view(id));
        emit ordersFetched(views);
    });
}

void FakeConsoleService::exportCsv(const QString &file)
{
    exports.append(file);
    if (!failsNow())
        later(this, [this, file] { emit exported(file, m_model.rowCount()); });
}

void FakeConsoleService::cancelOrders(const CancelCommand &command)
{
    cancels.append(command);
    if (failsNow())
        return;
    later(this, [this, command] {
        QueuedCancellations queued;
        queued.undoFor = m_undoTime;
        queued.isOffline =
            m_sync.link == SyncStatus::Link::Offline || m_sync.link == SyncStatus::Link::SignedOut;
        for (const OrderId &id : command.orders) {
            OrderView *view = find(id);
            if (view == nullptr || !canCancel(*view))
                continue;
            const OperationId operation(QStringLiteral("operation-%1").arg(m_nextOperation++));
            const PendingState state =
                queued.isOffline || m_undoTime.count() == 0 ? PendingState::Queued : PendingState::Held;
            view->pending = PendingCancellation{operation,        id,          state, command.reasonCode,
                                                command.comments, sampleNow(), {}};
            queued.operations.append(operation);
            queued.numbers.append(view->order.number);
            publish(OrderView(*view));
        }
        emit cancellationsQueued(queued);
    });
}

void FakeConsoleService::undo(const QList<OperationId> &operations)
{
    undos.append(operations);
    later(this, [this, operations] {
        for (OrderView &view : m_views) {
            if (view.pending && operations.contains(view.pending->operation)) {
                view.pending.reset();
                publish(OrderView(view));
            }
        }
        emit undone(operations, false);
    });
}

void FakeConsoleService::holdUndo(const QList<OperationId> &operations, bool isHeld)
{
    holds.append({operations, isHeld});
}

void FakeConsoleService::decide(const CancellationId &id, Decision decision, const QString &why)
{
    decisions.append({id, decision, why});
    static_cast<void>(failsNow());
}

void FakeConsoleService::retryRefund(const CancellationId &id)
{
    refundRetries.append(id);
    static_cast<void>(failsNow());
}

void FakeConsoleService::confirmRefund(const CancellationId &id)
{
    refundConfirmations.append(id);
    static_cast<void>(failsNow());
}

void FakeConsoleService::close(const CancellationEntry &entry)
{
    closed.append(entry);
    static_cast<void>(failsNow());
}

void FakeConsoleService::signIn(const QUrl &store, const QString &email, const QString &password,
                                bool isRemembered)
{
    signIns.append({store, email, password, isRemembered});
    const QString failure = std::exchange(m_failure, {});
    later(this, [this, failure] {
        if (!failure.isEmpty()) {
            emit signInFailed(failure);
            return;
        }
        setStore(sampleStore());
        setOffline(false);
        emit signedIn();
    });
}

void FakeConsoleService::signOut()
{
    ++signOuts;
    m_store.reset();
    m_profile.clear();
    m_sync = {};
    emit storeChanged();
    emit profilesChanged();
    emit syncStatusChanged(m_sync);
}

void FakeConsoleService::useProfile(const QString &id)
{
    m_profile = id;
    emit profilesChanged();
}

void FakeConsoleService::shutDown()
{
    isShutDown = true;
    later(this, [this] { emit shutDownFinished(); });
}

bool FakeConsoleService::matches(const OrderView &view) const
{
    const Order &order = view.order;
    const bool isRecent = order.placedAtUtc.daysTo(sampleNow()) <= 30;
    const QString text = order.number + QLatin1Char('\n') + order.customer.name + QLatin1Char('\n')
        + order.customer.email + QLatin1Char('\n')
        + (order.lines.isEmpty() ? QString() : order.lines.first().title);
    return (query.period == OrderQuery::Period::All || isRecent)
        && (query.search.isEmpty() || text.contains(query.search, Qt::CaseInsensitive))
        && (query.itemStatuses.isEmpty() || query.itemStatuses.contains(itemStatusOf(view)))
        && (query.paymentStatuses.isEmpty() || query.paymentStatuses.contains(paymentStatusOf(order)));
}

void FakeConsoleService::runQuery()
{
    QList<OrderView> found;
    std::copy_if(m_views.cbegin(), m_views.cend(), std::back_inserter(found),
                 [this](const OrderView &view) { return matches(view); });
    std::stable_sort(found.begin(), found.end(), [this](const OrderView &a, const OrderView &b) {
        return query.sortOrder == Qt::AscendingOrder ? isLess(a, b, query.sortKey)
                                                     : isLess(b, a, query.sortKey);
    });
    m_model.reset(found);
    m_queryState.hasAnyOrders = !m_views.isEmpty();
    setCount(static_cast<int>(found.size()), true);
}

void FakeConsoleService::publish(const OrderView &view)
{
    m_model.update(view);
    if (watched == view.order.id)
        emit orderChanged(view);
    emit boardChanged(board());
}

bool FakeConsoleService::failsNow()
{
    if (m_failure.isEmpty())
        return false;
    later(this, [this, sentence = std::exchange(m_failure, {})] { emit commandFailed(sentence); });
    return true;
}

OrderView *FakeConsoleService::find(const OrderId &id)
{
    const auto it = std::find_if(m_views.begin(), m_views.end(),
                                 [&id](const OrderView &view) { return view.order.id == id; });
    return it == m_views.end() ? nullptr : &*it;
}

} // namespace mc::test
