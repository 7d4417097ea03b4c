// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/detail/orderphrases.h"
#include "ui/help/helptopic.h"
#include "ui/look/parts.h"

class QAction;
class QMenu;

namespace mc {

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

signals:
    void backRequested();
    void cancelRequested();
    void copyRequested();
    void writeRequested();
    void helpRequested(mc::HelpTopic topic);

private:
    void makeMenu();
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
    QAction *m_writeAction;
    QAction *m_cancelAction;
};

} // namespace mc
