// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/detail/orderphrases.h"
#include "ui/look/parts.h"

namespace mc {

/// One request to cancel: who, why, when, what became of it, and what happens next. Also shows a request that
/// is only on this computer yet, with the way to take it back.
class CancellationCard final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CancellationCard)
public:
    explicit CancellationCard(const QString &title, QWidget *parent = nullptr);

    void show(const Order &order, const Cancellation &cancellation, const Reader &reader);
    void show(const PendingCancellation &pending, const Reader &reader);
    using QWidget::show;

signals:
    void undoRequested();
    void closeRequested();

private:
    void setNext(const QString &sentence);

    BadgeLabel *m_badge; // owned by this widget, like all below
    FieldList *m_fields;
    QWidget *m_rule;
    TextBlock *m_next;
    QPushButton *m_undo;
    QPushButton *m_close;
};

} // namespace mc
