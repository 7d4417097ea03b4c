// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "orders/consoleservice.h"

#include <QAction>
#include <QObject>
#include <QUrl>

class QMenu;

namespace mc {

/**
 * The one home of what can be done with an order: row menu, context menu, menu bar and shortcuts show the
 * same QActions. "Cancel order" is invisible while the order cannot be cancelled or the role may not; nothing
 * is greyed out.
 *
 * Does nothing by itself but copying: it emits what somebody wants.
 */
class OrderActions final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OrderActions)
public:
    explicit OrderActions(QObject *parent = nullptr);

    /// The order that the actions are about; an unloaded row means none.
    void setTarget(const OrderRow &row);
    [[nodiscard]] const OrderRow &target() const { return m_target; }
    void setRole(Role role);

    /// In the order of the menu, with the separator before "Cancel order".
    [[nodiscard]] QList<QAction *> actions();
    /// Those with a shortcut that a table answers to; Enter is its own, because it depends on the cell.
    [[nodiscard]] QList<QAction *> shortcuts() { return {&m_copy, &m_write, &m_cancel}; }
    void fill(QMenu &menu);

signals:
    void openRequested(const mc::OrderId &id);
    void cancelRequested(const QList<mc::OrderId> &ids);
    /// A mailto: address; whoever shows the window opens the mail program.
    void writeRequested(const QUrl &address);

private:
    void update();
    void copy() const;
    void write();

    OrderRow m_target;
    Role m_role = Role::Viewer;
    QAction m_open;
    QAction m_copy;
    QAction m_write;
    QAction m_separator;
    QAction m_cancel;
};

/// "mailto:" with address and subject as data: nothing in them can add a recipient or a header.
[[nodiscard]] QUrl mailAddress(const QString &email, const QString &subject);

} // namespace mc
