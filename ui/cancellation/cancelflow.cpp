// SPDX-License-Identifier: Apache-2.0
#include "ui/cancellation/cancelflow.h"

#include "ui/cancellation/canceldialog.h"

#include <QWidget>

#include <chrono>

namespace mc {
namespace {

constexpr std::chrono::milliseconds Settle{50};

// The answer names no question, so it is ours when it holds only orders that we asked for.
bool isAnswerTo(const QList<OrderId> &wanted, const QList<OrderView> &views)
{
    return !wanted.isEmpty() && !views.isEmpty()
        && std::all_of(views.cbegin(), views.cend(),
                       [&wanted](const OrderView &view) { return wanted.contains(view.order.id); });
}

} // namespace

CancelFlow::CancelFlow(ConsoleService &service, QWidget &window)
    : QObject(&window)
    , m_service(service)
    , m_window(window)
{
    m_again.setSingleShot(true);
    m_again.setInterval(Settle);
    connect(&m_again, &QTimer::timeout, this, &CancelFlow::fetchAgain);
    connect(&m_service, &ConsoleService::ordersFetched, this, &CancelFlow::onFetched);
    connect(&m_service, &ConsoleService::orderChanged, this, &CancelFlow::onChanged);
    const auto later = [this] {
        if (m_dialog && !m_again.isActive())
            m_again.start();
    };
    connect(&m_service, &ConsoleService::boardChanged, this, later);
    connect(&m_service.orders(), &QAbstractItemModel::dataChanged, this, later);
    connect(&m_service.orders(), &QAbstractItemModel::modelReset, this, later);
}

void CancelFlow::start(const QList<OrderId> &ids)
{
    if (m_dialog || ids.isEmpty())
        return;
    m_wanted = ids;
    m_service.fetch(ids);
}

void CancelFlow::onFetched(const QList<OrderView> &views)
{
    if (!isAnswerTo(m_wanted, views))
        return;
    if (m_dialog) {
        m_dialog->refresh(views);
        return;
    }
    const auto store = m_service.store();
    if (!store || !mayCancel(store->role)) {
        m_wanted.clear();
        return;
    }
    m_dialog = new CancelDialog(views, *store, &m_window);
    connect(m_dialog, &CancelDialog::decided, this,
            [this, isSeveral = m_wanted.size() > 1](const CancelCommand &command) {
                m_service.cancelOrders(command);
                if (isSeveral)
                    emit severalCancelled();
            });
    connect(m_dialog, &QDialog::finished, this, [this] {
        m_dialog.clear();
        m_wanted.clear();
        m_window.activateWindow();
        if (m_before)
            m_before->setFocus(Qt::OtherFocusReason);
    });
    m_before = m_window.focusWidget();
    m_dialog->open();
}

// The order page watches its order whether or not the table shows it.
void CancelFlow::onChanged(const OrderView &view)
{
    if (m_dialog && m_wanted.contains(view.order.id) && !m_again.isActive())
        m_again.start();
}

void CancelFlow::fetchAgain()
{
    if (m_dialog)
        m_service.fetch(m_wanted);
}

} // namespace mc
