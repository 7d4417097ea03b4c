// SPDX-License-Identifier: Apache-2.0
#include "ui/orders/orderstates.h"

#include "orders/words.h"
#include "ui/look/notices.h"
#include "ui/look/plaintext.h"

#include <QCoreApplication>
#include <QProgressBar>

namespace mc {
namespace {

class States final
{
    Q_DECLARE_TR_FUNCTIONS(mc::OrderStates)
};

bool hasFilters(const OrderQuery &query)
{
    return !query.itemStatuses.isEmpty() || !query.paymentStatuses.isEmpty();
}

// The one word when exactly one status is asked for, else nothing.
QString onlyStatus(const OrderQuery &query)
{
    if (query.itemStatuses.size() == 1 && query.paymentStatuses.isEmpty())
        return itemStatusWord(*query.itemStatuses.cbegin());
    if (query.paymentStatuses.size() == 1 && query.itemStatuses.isEmpty())
        return paymentStatusWord(*query.paymentStatuses.cbegin());
    return {};
}

QString nothingInPast30Days(const OrderQuery &query)
{
    const QString status = onlyStatus(query);
    if (query.search.isEmpty()) {
        if (!hasFilters(query))
            return States::tr("No order was placed in the past 30 days.");
        if (status.isEmpty())
            return States::tr("Nothing in the past 30 days passes these filters.");
        return States::tr("Nothing in the past 30 days has the status %1.", "%1: a status").arg(status);
    }
    if (!hasFilters(query))
        return States::tr("Nothing in the past 30 days contains “%1”.", "%1: what was typed")
            .arg(inSentence(query.search));
    if (status.isEmpty())
        return States::tr("Nothing in the past 30 days contains “%1” and passes these filters.",
                          "%1: what was typed")
            .arg(inSentence(query.search));
    return States::tr("Nothing in the past 30 days contains “%1” with the status %2.",
                      "%1: what was typed, %2: a status")
        .arg(inSentence(query.search), status);
}

QString nothingAtAll(const OrderQuery &query)
{
    const QString status = onlyStatus(query);
    if (query.search.isEmpty())
        return status.isEmpty() ? States::tr("No order passes these filters.")
                                : States::tr("No order has the status %1.", "%1: a status").arg(status);
    if (!hasFilters(query))
        return States::tr("No order contains “%1”.", "%1: what was typed").arg(inSentence(query.search));
    if (status.isEmpty())
        return States::tr("No order contains “%1” and passes these filters.", "%1: what was typed")
            .arg(inSentence(query.search));
    return States::tr("No order contains “%1” with the status %2.", "%1: what was typed, %2: a status")
        .arg(inSentence(query.search), status);
}

} // namespace

QString countText(const QueryState &state, const OrderQuery &query)
{
    const bool isNarrowed = !query.search.isEmpty() || hasFilters(query);
    const bool isRecent = query.period == OrderQuery::Period::Past30Days;
    const QString many = QLocale().toString(state.count);
    if (!state.isCountExact) {
        if (isNarrowed)
            return States::tr("%1+ orders found", "%1: a number that is known to be too low").arg(many);
        return isRecent
            ? States::tr("%1+ orders in the past 30 days", "%1: a number that is too low").arg(many)
            : States::tr("%1+ orders", "%1: a number that is known to be too low").arg(many);
    }
    if (isNarrowed)
        return States::tr("%Ln order(s) found", "below the orders table", state.count);
    return isRecent ? States::tr("%Ln order(s) in the past 30 days", "below the orders table", state.count)
                    : States::tr("%Ln order(s)", "below the orders table", state.count);
}

QString nothingFoundText(const OrderQuery &query)
{
    return query.period == OrderQuery::Period::Past30Days ? nothingInPast30Days(query) : nothingAtAll(query);
}

bool isFirstLoad(const SyncStatus &status)
{
    const bool isUnderWay =
        status.link == SyncStatus::Link::Connecting || status.link == SyncStatus::Link::Syncing;
    return status.expectedOrders > status.loadedOrders || (isUnderWay && !status.lastSuccessUtc.isValid());
}

LoadingPane::LoadingPane(int rowHeight, QWidget *parent)
    : QWidget(parent)
    , m_text(makeLabel({}, TextRole::Caption, Ink::Muted))
    , m_bar(new QProgressBar)
{
    setObjectName(QStringLiteral("ordersLoading"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_text->setObjectName(QStringLiteral("loadingText"));
    m_text->setContentsMargins(Space::L, Space::S, Space::L, Space::S);
    m_bar->setObjectName(QStringLiteral("loadingProgress"));
    m_bar->setAccessibleName(tr("Loading orders"));
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(Space::Xs);
    column->addWidget(m_text);
    column->addWidget(m_bar);
    column->addWidget(new Skeleton(rowHeight), 1);
}

void LoadingPane::setProgress(const SyncStatus &status, OrderQuery::Period period)
{
    const bool isKnown = status.expectedOrders > 0;
    m_bar->setVisible(isKnown);
    if (!isKnown) {
        m_text->setText(tr("Loading orders"));
        return;
    }
    m_bar->setRange(0, status.expectedOrders);
    m_bar->setValue(status.loadedOrders);
    const QLocale locale;
    const QString loaded = locale.toString(status.loadedOrders);
    const QString expected = locale.toString(status.expectedOrders);
    m_text->setText(period == OrderQuery::Period::Past30Days
                        ? tr("Loading the past 30 days: %1 of %2 orders", "numbers").arg(loaded, expected)
                        : tr("Loading: %1 of %2 orders", "numbers").arg(loaded, expected));
}

} // namespace mc
