// SPDX-License-Identifier: Apache-2.0
#include "ui/detail/orderhead.h"

#include "ui/detail/flowlayout.h"
#include "ui/look/statuslook.h"
#include "ui/orders/orderactions.h"

#include <QMenu>

namespace mc {

OrderHead::OrderHead(QWidget *parent)
    : QWidget(parent)
    , m_back(makeIconButton(tr("Back to orders"), QStringLiteral("back")))
    , m_number(new TextBlock({}, TextRole::Title))
    , m_items(new BadgeLabel({}))
    , m_payment(new BadgeLabel({}))
    , m_more(makeIconButton(tr("More actions"), QStringLiteral("more"), ""))
    , m_cancel(makeButton(tr("Cancel order"), "criticalOutline"))
    , m_placed(new TextBlock({}, TextRole::Body, Ink::Muted))
    , m_help(makeButton(tr("Why is “Cancel order” missing?"), "link"))
    , m_menu(new QMenu(this))
    , m_actions(new OrderActions(this))
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(Space::M);
    grid->setVerticalSpacing(Space::Xs);
    grid->setColumnStretch(1, 1);
    auto *title = new QWidget;
    auto *titleRow = new FlowLayout(title);
    titleRow->setSpacing(Space::M);
    for (QWidget *widget : {static_cast<QWidget *>(m_number), static_cast<QWidget *>(m_items),
                            static_cast<QWidget *>(m_payment)})
        titleRow->addWidget(widget);
    auto *facts = new QWidget;
    auto *factsRow = new FlowLayout(facts);
    factsRow->setSpacing(Space::S);
    factsRow->addWidget(m_placed);
    factsRow->addWidget(m_help);
    grid->addWidget(m_back, 0, 0, Qt::AlignTop);
    grid->addWidget(title, 0, 1);
    grid->addWidget(m_more, 0, 2, Qt::AlignTop);
    grid->addWidget(m_cancel, 0, 3, Qt::AlignTop);
    grid->addWidget(facts, 1, 1, 1, 3);
    m_back->setObjectName(QStringLiteral("order.back"));
    m_number->setObjectName(QStringLiteral("order.number"));
    m_items->setObjectName(QStringLiteral("order.itemStatus"));
    m_payment->setObjectName(QStringLiteral("order.paymentStatus"));
    m_more->setObjectName(QStringLiteral("order.more"));
    m_cancel->setObjectName(QStringLiteral("order.cancel"));
    m_placed->setObjectName(QStringLiteral("order.placed"));
    m_help->setObjectName(QStringLiteral("order.whyHelp"));
    m_help->setMaximumHeight(m_help->fontMetrics().height() + Space::S); // as flat as the line it stands in
    connectActions();
}

void OrderHead::connectActions()
{
    const QList<QAction *> all = m_actions->actions();
    m_menu->setObjectName(QStringLiteral("order.menu"));
    m_menu->addActions(all.mid(1)); // without "View order details": this is them
    connect(m_actions, &OrderActions::writeRequested, this, &OrderHead::writeRequested);
    connect(m_actions, &OrderActions::cancelRequested, this, &OrderHead::cancelRequested);
    connect(m_back, &QPushButton::clicked, this, &OrderHead::backRequested);
    connect(m_more, &QPushButton::clicked, this, &OrderHead::openMenu);
    connect(m_cancel, &QPushButton::clicked, this, &OrderHead::cancelRequested);
    connect(m_help, &QPushButton::clicked, this, [this] { emit helpRequested(HelpTopic::WhyMissing); });
}

QList<QAction *> OrderHead::shortcuts() const
{
    return m_actions->shortcuts();
}

void OrderHead::openMenu()
{
    const QSize size = m_menu->sizeHint();
    const QPoint corner = isRightToLeft()
        ? m_more->rect().bottomLeft() + QPoint(0, Space::Xs)
        : m_more->rect().bottomRight() + QPoint(1 - size.width(), Space::Xs);
    m_menu->popup(m_more->mapToGlobal(corner));
}

void OrderHead::show(const OrderView &view, const Reader &reader)
{
    m_number->setText(view.order.number);
    m_items->setBadge(badgeOf(itemStatusOf(view)));
    m_payment->setBadge(badgeOf(paymentStatusOf(view.order)));
    const QString why = whyNotText(view, reader);
    m_placed->setText(why.isEmpty() ? placedText(view.order, reader)
                                    : placedText(view.order, reader) + QStringLiteral("  ·  ") + why);
    // Where the badge says it already, nobody has to look for the reason.
    const ItemStatus status = itemStatusOf(view);
    m_help->setVisible(!why.isEmpty() && status != ItemStatus::CancellationRequested
                       && status != ItemStatus::Cancelled);
    const bool isCancellable = why.isEmpty();
    // The button may go while somebody is on it: the focus stays in this row instead of running off.
    if (!isCancellable && m_cancel->hasFocus())
        m_more->setFocus(Qt::OtherFocusReason);
    m_cancel->setVisible(isCancellable);
    m_actions->setRole(reader.store != nullptr ? reader.store->role : Role::Viewer);
    m_actions->setTarget(actionRow(view));
}

} // namespace mc
