// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/cancellations/tasks.h"
#include "ui/help/helptopic.h"
#include "ui/look/parts.h"

namespace mc {

class FlowLayout;

/// One thing that waits for somebody: what happened, both claims, and what can be done. Keeps its buttons
/// while its words change. After a choice it says that it is being sent until the board brings news.
class TaskCard final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TaskCard)
public:
    explicit TaskCard(TaskKind kind, QWidget *parent = nullptr);

    void show(const Task &task, bool mayDecide);
    using QWidget::show;
    void setBusy(bool isBusy);
    [[nodiscard]] const Task &task() const { return m_task; }
    /// Where the focus goes when the card before this one has left.
    void focusFirstAction();

signals:
    void accepted();
    void declineRequested();
    void refundRetried();
    void refundConfirmed();
    void closed();
    void writeRequested();
    void orderOpened();
    void helpRequested(mc::HelpTopic topic);

private:
    struct ClaimView {
        Card *card = nullptr; // owned by this widget, like all below
        TextBlock *who = nullptr;
        TextBlock *what = nullptr;
        TextBlock *detail = nullptr;
    };
    void addActions(TaskKind kind);
    QPushButton *addDecision(const QString &label, const QString &name, void (TaskCard::*done)());
    QPushButton *addPlain(const QString &label, const QString &name, void (TaskCard::*done)());
    void showClaims(const QList<Claim> &claims);

    Task m_task;
    bool m_isBusy = false;
    TextBlock *m_title; // owned by this widget, like all below
    BadgeLabel *m_badge;
    TextBlock *m_text;
    QWidget *m_sides;
    QList<ClaimView> m_claims;
    FlowLayout *m_actions;
    QList<QPushButton *> m_decisions;
    QPushButton *m_write = nullptr;
    TextBlock *m_note;
};

} // namespace mc
