// SPDX-License-Identifier: Apache-2.0
#include "ui/detail/cancellationcard.h"

#include "orders/words.h"
#include "ui/look/statuslook.h"

namespace mc {
CancellationCard::CancellationCard(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_badge(new BadgeLabel({}))
    , m_fields(new FieldList(FieldList::Look::Facts))
    , m_rule(new QFrame)
    , m_next(new TextBlock({}, TextRole::Body, Ink::Muted))
    , m_undo(makeButton(tr("Undo")))
    , m_close(makeButton(tr("Close", "puts a refused request aside")))
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto *card = new Card(title);
    outer->addWidget(card);
    card->heading().addWidget(m_badge);
    card->body().addWidget(m_fields);
    m_rule->setFixedHeight(1);
    m_rule->setAutoFillBackground(true);
    m_rule->setBackgroundRole(QPalette::Mid);
    card->body().addWidget(m_rule);
    auto *row = new QHBoxLayout;
    row->setSpacing(Space::M);
    row->addWidget(m_next, 1);
    row->addWidget(m_undo, 0, Qt::AlignTop);
    row->addWidget(m_close, 0, Qt::AlignTop);
    card->body().addLayout(row);
    m_undo->setObjectName(QStringLiteral("order.undo"));
    m_close->setObjectName(QStringLiteral("order.closeRefused"));
    m_next->setObjectName(QStringLiteral("order.cancellation.next"));
    connect(m_undo, &QPushButton::clicked, this, &CancellationCard::undoRequested);
    connect(m_close, &QPushButton::clicked, this, &CancellationCard::closeRequested);
}

void CancellationCard::show(const Order &order, const Cancellation &cancellation, const Reader &reader)
{
    m_badge->setBadge(badgeOf(cancellation));
    m_fields->show(cancellationFields(order, cancellation, reader));
    setNext(nextStepSentence(cancellation));
    m_undo->hide();
    m_close->hide();
}

void CancellationCard::show(const PendingCancellation &pending, const Reader &reader)
{
    m_badge->setBadge(pendingBadge(pending));
    m_fields->show(pendingFields(pending, reader));
    setNext(pendingNextText(pending));
    m_undo->setVisible(pending.state == PendingState::Held || pending.state == PendingState::Queued);
    m_close->setVisible(pending.state == PendingState::Refused);
}

void CancellationCard::setNext(const QString &sentence)
{
    m_next->setText(sentence);
    m_next->setVisible(!sentence.isEmpty());
    m_rule->setVisible(!sentence.isEmpty());
}

} // namespace mc
