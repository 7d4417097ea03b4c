// SPDX-License-Identifier: Apache-2.0
#include "ui/cancellation/canceldialog.h"

#include "ui/cancellation/cancelform.h"
#include "ui/cancellation/cancelsummary.h"
#include "ui/look/notices.h"
#include "ui/look/plaintext.h"

#include <QAccessible>
#include <QDialogButtonBox>

namespace mc {

CancelDialog::CancelDialog(const QList<OrderView> &views, const StoreInfo &store, QWidget *parent)
    : QDialog(parent)
    , m_views(views)
    , m_column(new QVBoxLayout(this))
    , m_question(new QWidget)
    , m_heading(makeLabel({}, TextRole::Heading))
    , m_explanation(makeLabel({}, TextRole::Body, Ink::Muted))
    , m_summary(new CancelSummary(views))
    , m_form(new CancelForm(store))
{
    Q_ASSERT(!views.isEmpty());
    setObjectName(QStringLiteral("cancelDialog"));
    setWindowTitle(tr("Cancel order", "title of the window"));
    setAttribute(Qt::WA_DeleteOnClose);
    setFixedWidth(Measure::DialogWidth);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_column->setContentsMargins(Space::Xl, Space::L + Space::Xs, Space::Xl, Space::L);
    m_column->setSpacing(Space::S);
    buildQuestion();
    m_column->addWidget(m_summary);
    m_form->setObjectName(QStringLiteral("cancelForm"));
    m_column->addWidget(m_form);
    connect(m_form, &CancelForm::heightChanged, this, &CancelDialog::fit);
    buildButtons();
    showWords();
    if (eligible().isEmpty())
        showRefusal();
    fit();
}

void CancelDialog::buildQuestion()
{
    auto *question = new QVBoxLayout(m_question);
    question->setContentsMargins(0, 0, 0, Space::Xs);
    question->setSpacing(Space::S);
    m_heading->setObjectName(QStringLiteral("cancelHeading"));
    m_heading->setWordWrap(true);
    m_explanation->setObjectName(QStringLiteral("cancelExplanation"));
    question->addWidget(m_heading);
    question->addWidget(m_explanation);
    m_column->addWidget(m_question);
}

void CancelDialog::buildButtons()
{
    auto *box = new QDialogButtonBox; // puts the two in the order of the platform
    m_keep = makeButton({});
    m_keep->setObjectName(QStringLiteral("keepOrder"));
    m_keep->setAutoDefault(true);
    m_confirm = makeButton({}, "critical");
    m_confirm->setObjectName(QStringLiteral("confirmCancel"));
    m_confirm->setAutoDefault(true); // Enter on it means it; anywhere else Enter keeps
    box->addButton(m_confirm, QDialogButtonBox::AcceptRole);
    box->addButton(m_keep, QDialogButtonBox::RejectRole);
    m_column->addSpacing(Space::M);
    m_column->addWidget(box);
    m_keep->setDefault(true); // only now: a button outside of a dialog becomes nobody's default
    connect(m_keep, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_confirm, &QPushButton::clicked, this, &CancelDialog::submit);
}

void CancelDialog::showWords()
{
    const auto count = static_cast<int>(eligible().size());
    const bool isSingle = m_views.size() == 1;
    m_heading->setText(
        isSingle ? tr("Cancel order %1?", "%1: order ID").arg(inSentence(m_views.first().order.number))
                 : tr("Cancel %Ln order(s)?", "question", count));
    m_explanation->setText(
        isSingle
            ? tr("The store checks that nothing has shipped, then cancels the order and refunds the payment.")
            : tr("The store checks each order by itself. What has not shipped is cancelled and refunded."));
    m_confirm->setText(isSingle ? tr("Cancel order", "button: do it")
                                : tr("Cancel %Ln order(s)", "button: do it", count));
    m_keep->setText(isSingle ? tr("Keep order", "button: do not cancel")
                             : tr("Keep orders", "button: do not cancel"));
    setAccessibleName(m_heading->text());
}

QList<OrderId> CancelDialog::orders() const
{
    QList<OrderId> ids;
    for (const OrderView &view : m_views)
        ids.append(view.order.id);
    return ids;
}

QList<OrderId> CancelDialog::eligible() const
{
    QList<OrderId> ids;
    for (const OrderView &view : m_views) {
        if (canCancel(view))
            ids.append(view.order.id);
    }
    return ids;
}

void CancelDialog::refresh(const QList<OrderView> &views)
{
    if (m_isRefused || views.isEmpty() || views == m_views)
        return;
    m_views = views;
    auto *summary = new CancelSummary(views);
    delete m_column->replaceWidget(m_summary, summary); // the item; the widget goes below
    m_summary->hide();
    m_summary->deleteLater();
    m_summary = summary;
    m_summary->show();
    showWords();
    if (eligible().isEmpty())
        showRefusal();
    fit();
}

void CancelDialog::showRefusal()
{
    m_isRefused = true;
    const Refusal refusal = m_views.size() == 1
        ? refusalOf(m_views.first())
        : Refusal{tr("None of these orders can be cancelled any more"), tr("Nothing was changed.")};
    auto *banner = new Banner(Tone::Critical, refusal.title, refusal.text);
    banner->setObjectName(QStringLiteral("cancelRefused"));
    m_column->insertWidget(0, banner);
    banner->show(); // at once: a hidden widget has no height to fit
    for (QWidget *widget : {m_question, static_cast<QWidget *>(m_form), static_cast<QWidget *>(m_confirm)})
        widget->hide();
    m_keep->setText(tr("Close", "button of a window"));
    m_keep->setFocus(Qt::OtherFocusReason);
    setAccessibleName(refusal.title);
    QAccessibleEvent alert(banner, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void CancelDialog::submit()
{
    if (m_isRefused || !m_form->check())
        return;
    CancelCommand command = m_form->command();
    command.orders = eligible();
    accept();
    emit decided(command);
}

// Wrapped labels make the height depend on the width, which a dialog asks for only once.
void CancelDialog::fit()
{
    for (QWidget *part : {m_question, static_cast<QWidget *>(m_summary), static_cast<QWidget *>(m_form)}) {
        part->layout()->invalidate();
        part->updateGeometry();
    }
    m_column->invalidate();
    setFixedHeight(m_column->hasHeightForWidth() ? m_column->totalHeightForWidth(width())
                                                 : m_column->totalSizeHint().height());
}

void CancelDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    fit();
    m_keep->setFocus(Qt::OtherFocusReason);
}

} // namespace mc
