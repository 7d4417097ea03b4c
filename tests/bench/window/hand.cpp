// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/window/hand.h"

#include "ui/orders/ordertable.h"

#include <QApplication>
#include <QLineEdit>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace mc::bench {
namespace {

constexpr auto Patience = 60s;
constexpr auto Quiet = 150ms; ///< Nothing happens any more.

Moment now()
{
    return std::chrono::steady_clock::now();
}

} // namespace

double millisecondsBetween(Moment from, Moment to)
{
    return std::chrono::duration<double, std::milli>(to - from).count();
}

Hand::Hand(ConsoleService &service)
    : m_service(service)
{
    qApp->installEventFilter(this);
    connect(&service, &ConsoleService::queryStateChanged, this, [this](const QueryState &state) {
        if (state.phase != QueryState::Phase::Ready)
            return;
        m_isAnswered = true;
        m_atAnswer = m_begun;
    });
}

QLineEdit &Hand::searchField() const
{
    auto *field = m_table->window()->findChild<QLineEdit *>(u"orderSearch"_s);
    if (field == nullptr)
        qFatal("there is no search field");
    return *field;
}

OrderRow Hand::rowAt(int row) const
{
    return m_service.orders().index(row, 0).data(OrderRowRole).value<OrderRow>();
}

bool Hand::isWhole() const
{
    const int first = m_table->indexAt({1, 1}).row();
    const QModelIndex below = m_table->indexAt({1, m_table->viewport()->height() - 2});
    const int last = below.isValid() ? below.row() : m_service.orders().rowCount() - 1;
    for (int row = std::max(0, first); row <= last; ++row) {
        if (!rowAt(row).isLoaded)
            return false;
    }
    return true;
}

// With no rows something else is painted in their place.
bool Hand::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() != QEvent::Paint)
        return false;
    auto *view = qobject_cast<OrderTable *>(object->parent());
    const bool isTable = view != nullptr && view->viewport() == object;
    const int rows = m_service.orders().rowCount();
    if (!isTable && (rows > 0 || m_table == nullptr))
        return false;
    if (isTable && m_table == nullptr && rows > 0)
        m_table = view;
    ++m_begun;
    m_isWhole = m_table == nullptr || isWhole();
    QTimer::singleShot(0, this, [this, painting = m_begun] {
        m_done = painting;
        m_doneAt = now();
        if (m_onPainted)
            m_onPainted();
    });
    return false;
}

void Hand::waitFor(const std::function<bool()> &is)
{
    const Moment end = now() + Patience;
    QTimer wake; // so that the end is noticed
    wake.start(1s);
    while (!is()) {
        if (now() > end)
            qFatal("the window does not answer");
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
}

void Hand::waitForTable()
{
    waitFor([this] { return m_table != nullptr && m_done > 0; });
}

double Hand::untilRows(const std::function<void()> &act, Moment from)
{
    m_isAnswered = false;
    act();
    waitFor([this] { return m_isAnswered && m_done > m_atAnswer; });
    return millisecondsBetween(from, m_doneAt);
}

double Hand::untilPainted(const std::function<void()> &act)
{
    return untilPainted(act, [] { return true; });
}

double Hand::untilPainted(const std::function<void()> &act, const std::function<bool()> &is)
{
    const Moment from = now();
    int before = m_begun;
    act();
    for (;;) {
        waitFor([this, before] { return m_done > before; });
        if (is())
            return millisecondsBetween(from, m_doneAt);
        before = m_done;
    }
}

double Hand::untilWhole(Moment from)
{
    waitFor([this] { return m_isWhole && m_done == m_begun; });
    return millisecondsBetween(from, m_doneAt);
}

void Hand::rest()
{
    for (int before = -1; before != m_begun || !m_service.queryState().isCountExact;) {
        before = m_begun;
        idle(Quiet);
    }
}

void Hand::idle(std::chrono::milliseconds time)
{
    idleUntil(now() + time);
}

void Hand::idleUntil(Moment moment)
{
    QTimer alarm;
    alarm.setTimerType(Qt::PreciseTimer);
    alarm.setSingleShot(true);
    alarm.start(std::max(0ms, std::chrono::ceil<std::chrono::milliseconds>(moment - now())));
    while (alarm.isActive())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

} // namespace mc::bench
