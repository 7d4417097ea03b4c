// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/detail/orderphrases.h"
#include "ui/help/helptopic.h"
#include "ui/look/parts.h"

class QAction;
class QMenu;

namespace mc {

class OrderActions;

/// The top of the order page: the number, both statuses, when and how much, why it can't be cancelled, and
/// what can be done with the order.
class OrderHead final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OrderHead)
public:
    explicit OrderHead(QWidget *parent = nullptr);

    void show(const OrderView &view, const Reader &reader);
    using QWidget::show;
    /// The actions whose shortcuts work on the whole page.
    [[nodiscard]] QList<QAction *> shortcuts() const;

signals:
    void backRequested();
    void cancelRequested();
    void writeRequested(const QUrl &address);
    void helpRequested(mc::HelpTopic topic);

private:
    void connectActions();
    void openMenu();

    QPushButton *m_back; // owned by this widget, like all below
    TextBlock *m_number;
    BadgeLabel *m_items;
    BadgeLabel *m_payment;
    QPushButton *m_more;
    QPushButton *m_cancel;
    TextBlock *m_placed;
    QPushButton *m_help;
    QMenu *m_menu;
    OrderActions *m_actions;
};

} // namespace mc
