// SPDX-License-Identifier: Apache-2.0
#include "ui/orders/filterbar.h"

#include "domain/codes.h"
#include "orders/words.h"
#include "ui/detail/flowlayout.h"
#include "ui/look/icons.h"
#include "ui/look/parts.h"
#include "ui/orders/checklistmenu.h"

#include <QAction>
#include <QButtonGroup>
#include <QKeyEvent>
#include <QLineEdit>

namespace mc {
namespace {

// Two exclusive buttons in one track: the default view and everything.
class Track final : public QWidget
{
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        drawPanel(painter, rect(), Radius::Medium + 2, colorsOf(palette()).sunken,
                  colorsOf(palette()).border);
    }
};

QString wordOf(ItemStatus status)
{
    return itemStatusWord(status);
}
QString wordOf(PaymentStatus status)
{
    return paymentStatusWord(status);
}

} // namespace

FilterBar::FilterBar(QWidget *parent)
    : QWidget(parent)
    , m_search(new QLineEdit)
    , m_views(new QButtonGroup(this))
    , m_chips(new QWidget)
{
    setObjectName(QStringLiteral("filterBar"));
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(Space::L, Space::M, Space::L, Space::M);
    rows->setSpacing(Space::S);
    auto *row = new QHBoxLayout;
    row->setSpacing(Space::S);
    row->addWidget(makeViewSwitch());
    prepareSearch();
    row->addWidget(m_search, 1);
    QPushButton *items =
        makeFilter("itemStatusFilter", tr("Item status", "filter button"), tr("Filter by item status"));
    addChoices(*items, &OrderQuery::itemStatuses, ItemStatus::Returned);
    row->addWidget(items);
    QPushButton *payments = makeFilter("paymentStatusFilter", tr("Payment status", "filter button"),
                                       tr("Filter by payment status"));
    addChoices(*payments, &OrderQuery::paymentStatuses, PaymentStatus::Voided);
    row->addWidget(payments);
    rows->addLayout(row);
    m_chips->setObjectName(QStringLiteral("filterChips"));
    auto *flow = new FlowLayout(m_chips);
    flow->setContentsMargins(0, 0, 0, 0);
    flow->setSpacing(Space::S);
    m_chips->hide();
    rows->addWidget(m_chips);
    m_together.setSingleShot(true);
    m_together.setInterval(0);
    connect(&m_together, &QTimer::timeout, this, [this] { emit queryChanged(m_query); });
}

QWidget *FilterBar::makeViewSwitch()
{
    auto *track = new Track;
    track->setAccessibleName(tr("Period", "name of the switch between past 30 days and all orders"));
    track->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    auto *row = new QHBoxLayout(track);
    row->setContentsMargins(2, 2, 2, 2);
    row->setSpacing(2);
    const auto add = [&](OrderQuery::Period period, const QString &name, const char *objectName) {
        QPushButton *button = makeButton(name, "ghost");
        button->setObjectName(QString::fromLatin1(objectName));
        button->setCheckable(true);
        button->setFixedHeight(button->sizeHint().height() - 4);
        m_views->addButton(button, static_cast<int>(period));
        row->addWidget(button);
    };
    connect(m_views, &QButtonGroup::idToggled, this, [this](int id, bool isOn) {
        QAbstractButton *button = m_views->button(id);
        button->setProperty("kind", QString::fromLatin1(isOn ? "" : "ghost"));
        button->update();
        const auto period = static_cast<OrderQuery::Period>(id);
        if (isOn && period != m_query.period) {
            m_query.period = period;
            changed();
        }
    });
    add(OrderQuery::Period::Past30Days, tr("Past 30 days", "view of the orders"), "viewPast30Days");
    add(OrderQuery::Period::All, tr("Show all orders", "view of the orders"), "viewAllOrders");
    m_views->button(static_cast<int>(m_query.period))->setChecked(true);
    return track;
}

void FilterBar::prepareSearch()
{
    m_search->setObjectName(QStringLiteral("orderSearch"));
    m_search->setAccessibleName(tr("Search orders"));
    m_search->setPlaceholderText(tr("Search order ID, customer, e-mail, product or tracking number"));
    m_search->setToolTip(m_search->placeholderText());
    m_search->setMaxLength(200);
    QAction *glass =
        m_search->addAction(icon(QStringLiteral("search"), Ink::Muted), QLineEdit::LeadingPosition);
    glass->setText(tr("Search orders"));
    QAction *clear =
        m_search->addAction(icon(QStringLiteral("close"), Ink::Muted), QLineEdit::TrailingPosition);
    clear->setObjectName(QStringLiteral("clearSearch"));
    clear->setText(tr("Clear search"));
    clear->setToolTip(tr("Clear search"));
    clear->setVisible(false);
    m_search->installEventFilter(this);
    connect(clear, &QAction::triggered, m_search, &QLineEdit::clear);
    connect(m_search, &QLineEdit::textChanged, this, [this, clear](const QString &text) {
        clear->setVisible(!text.isEmpty());
        m_query.search = text.simplified();
        if (!m_together.isActive())
            m_together.start();
    });
}

QPushButton *FilterBar::makeFilter(const char *objectName, const QString &name, const QString &hint)
{
    QPushButton *button = makeButton(name);
    button->setObjectName(QString::fromLatin1(objectName));
    button->setAccessibleDescription(hint);
    auto *menu = new CheckListMenu(button);
    menu->setObjectName(QString::fromLatin1(objectName) + QLatin1String("Menu"));
    menu->setAccessibleName(hint);
    button->setMenu(menu);
    return button;
}

template <typename Status>
void FilterBar::addChoices(QPushButton &button, QSet<Status> OrderQuery::*chosen, Status last)
{
    // Unknown is the first enumerator and nothing to look for.
    for (int i = 1; i <= static_cast<int>(last); ++i) {
        const auto status = static_cast<Status>(i);
        const QString word = wordOf(status);
        QAction *action = button.menu()->addAction(word);
        action->setObjectName(QLatin1String("filter_") + codeOf(status));
        action->setCheckable(true);
        m_choices.append(
            {action,
             tr("%1: %2", "a filter that is on; %1: 'Item status', %2: 'Shipped'").arg(button.text(), word)});
        connect(action, &QAction::toggled, this, [this, chosen, status](bool isOn) {
            if (isOn)
                (m_query.*chosen).insert(status);
            else
                (m_query.*chosen).remove(status);
            rebuildChips();
            changed();
        });
    }
}

void FilterBar::rebuildChips()
{
    QLayout &row = *m_chips->layout();
    while (QLayoutItem *old = row.takeAt(0)) {
        old->widget()->hide();
        old->widget()->deleteLater();
        delete old; // the layout gave it up; items are no QObjects
    }
    for (const Choice &choice : std::as_const(m_choices)) {
        if (!choice.action->isChecked())
            continue;
        QPushButton *chip = makeButton(choice.chip, "chip", QStringLiteral("close"));
        chip->setObjectName(QLatin1String("chip_") + choice.action->objectName());
        chip->setIconSize(QSize(12, 12));
        chip->setAccessibleName(tr("Remove filter %1", "%1: 'Item status: Shipped'").arg(choice.chip));
        // The cross stands at the end.
        chip->setLayoutDirection(isRightToLeft() ? Qt::LeftToRight : Qt::RightToLeft);
        connect(chip, &QPushButton::clicked, this, [this, action = choice.action] {
            m_search->setFocus(Qt::OtherFocusReason); // the chip is about to go
            action->setChecked(false);
        });
        row.addWidget(chip);
    }
    const bool isAnyOn = row.count() > 0;
    if (isAnyOn) {
        QPushButton *clear = makeButton(tr("Clear filters"), "link");
        clear->setObjectName(QStringLiteral("clearFilters"));
        connect(clear, &QPushButton::clicked, this, [this] {
            m_search->setFocus(Qt::OtherFocusReason);
            for (const Choice &choice : std::as_const(m_choices))
                choice.action->setChecked(false);
        });
        row.addWidget(clear);
    }
    m_chips->setVisible(isAnyOn);
}

void FilterBar::setSort(OrderQuery::SortKey key, Qt::SortOrder order)
{
    m_query.sortKey = key;
    m_query.sortOrder = order;
    changed();
}

void FilterBar::showAllOrders()
{
    m_views->button(static_cast<int>(OrderQuery::Period::All))->setChecked(true);
}

void FilterBar::clearSearchAndFilters()
{
    m_search->clear();
    for (const Choice &choice : std::as_const(m_choices))
        choice.action->setChecked(false);
}

void FilterBar::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

bool FilterBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_search || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Escape && !m_search->text().isEmpty()) {
        m_search->clear();
        return true;
    }
    if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
        emit leftDownwards();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void FilterBar::changed()
{
    m_together.stop();
    emit queryChanged(m_query);
}

} // namespace mc
