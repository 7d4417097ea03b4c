// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/detail/cancellationcard.h"
#include "ui/detail/customercard.h"
#include "ui/detail/orderphrases.h"
#include "ui/detail/taskbanner.h"

#include <QBoxLayout>
#include <QHash>

namespace mc {

/**
 * Everything below the head of the order page: tasks, cancellations, items, payment, customer, timeline.
 *
 * Two columns, or one where the font leaves no room for two. Widgets are made once and kept; show() changes
 * what differs.
 */
class OrderContent final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OrderContent)
public:
    explicit OrderContent(QWidget *parent = nullptr);

    void show(const OrderView &view, const Reader &reader);
    using QWidget::show;
    /// One column or two. The page tells, because this widget itself never gets narrower than its content.
    void arrangeFor(int width);

signals:
    void undoRequested();
    void closeRequested(const mc::CancellationId &id); ///< Invalid: of a conflict without one, or of our own.
    void refundRetried(const mc::CancellationId &id);
    void refundConfirmed(const mc::CancellationId &id);
    void decided(const mc::CancellationId &id, bool isAccepted);
    void writeRequested();

private:
    void makeTasks(QVBoxLayout &column);
    void showTasks(const OrderView &view, const Reader &reader);
    void showCancellations(const OrderView &view, const Reader &reader);
    CancellationCard *cardOf(const QString &key, bool isNewest);

    QBoxLayout *m_columns; // owned by this widget, like all below
    TaskBanner *m_conflict;
    TaskBanner *m_refund;
    TaskBanner *m_question;
    QList<QPushButton *> m_decisions; // those that only some roles may press
    QPushButton *m_leaveAsShipped;
    QPushButton *m_writeAboutConflict;
    QVBoxLayout *m_cancellations;
    QVBoxLayout *m_earlier;
    QHash<QString, CancellationCard *> m_cards;
    ItemList *m_items;
    FieldList *m_totals;
    FieldList *m_payment;
    CustomerCard *m_customer;
    History *m_history;
    CancellationId m_conflictId;
    CancellationId m_refundId;
    CancellationId m_questionId;
};

} // namespace mc
