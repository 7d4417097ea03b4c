// SPDX-License-Identifier: Apache-2.0
#include "ui/orders/orderactions.h"

#include "ui/look/icons.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

namespace mc {
namespace {

void prepare(QAction &action, const char *name, const QKeySequence &shortcut)
{
    action.setObjectName(QString::fromLatin1(name));
    action.setShortcut(shortcut);
    action.setShortcutContext(Qt::WidgetWithChildrenShortcut); // belongs to the table, not to a text field
}

} // namespace

QUrl mailAddress(const QString &email, const QString &subject)
{
    const auto encoded = [](const QString &text) {
        return QString::fromLatin1(QUrl::toPercentEncoding(text, "@"));
    };
    return QUrl(QLatin1String("mailto:") + encoded(email) + QLatin1String("?subject=") + encoded(subject),
                QUrl::StrictMode);
}

OrderActions::OrderActions(QObject *parent)
    : QObject(parent)
    , m_open(icon(QStringLiteral("open")), tr("View order details", "menu of an order"))
    , m_copy(icon(QStringLiteral("copy")), tr("Copy order ID", "menu of an order"))
    , m_write(icon(QStringLiteral("mail")), tr("Write to customer", "menu of an order"))
    , m_cancel(icon(QStringLiteral("cancelled"), Ink::Critical), tr("Cancel order", "menu of an order"))
{
    prepare(m_open, "actionOpenOrder", Qt::Key_Return);
    prepare(m_copy, "actionCopyOrderId", QKeySequence::Copy);
    prepare(m_write, "actionWriteToCustomer", Qt::CTRL | Qt::Key_M);
    prepare(m_cancel, "actionCancelOrder", Qt::Key_Delete);
    m_cancel.setProperty("critical", true);
    m_separator.setSeparator(true);
    connect(&m_open, &QAction::triggered, this, [this] { emit openRequested(m_target.id); });
    connect(&m_copy, &QAction::triggered, this, &OrderActions::copy);
    connect(&m_write, &QAction::triggered, this, &OrderActions::write);
    connect(&m_cancel, &QAction::triggered, this, [this] { emit cancelRequested({m_target.id}); });
    update();
}

void OrderActions::setTarget(const OrderRow &row)
{
    if (m_target == row)
        return;
    m_target = row;
    update();
}

void OrderActions::setRole(Role role)
{
    m_role = role;
    update();
}

QList<QAction *> OrderActions::actions()
{
    return {&m_open, &m_copy, &m_write, &m_separator, &m_cancel};
}

void OrderActions::fill(QMenu &menu)
{
    menu.addActions(actions());
}

// Hidden, not disabled: what cannot be done is not there, and a hidden action has no shortcut either.
void OrderActions::update()
{
    const bool hasTarget = m_target.isLoaded && m_target.id.isValid();
    const bool canBeCancelled = hasTarget && m_target.obstacle == CancelObstacle::None && mayCancel(m_role);
    m_open.setVisible(hasTarget);
    m_copy.setVisible(hasTarget);
    m_write.setVisible(hasTarget && !m_target.customerEmail.isEmpty());
    m_separator.setVisible(canBeCancelled);
    m_cancel.setVisible(canBeCancelled);
}

void OrderActions::copy() const
{
    QGuiApplication::clipboard()->setText(m_target.number);
}

void OrderActions::write()
{
    emit writeRequested(mailAddress(m_target.customerEmail, m_target.number));
}

} // namespace mc
