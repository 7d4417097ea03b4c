// SPDX-License-Identifier: Apache-2.0
#include "ui/cancellation/cancelform.h"

#include "orders/words.h"
#include "ui/look/parts.h"
#include "ui/look/plaintext.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGuiApplication>
#include <QPlainTextEdit>
#include <QStyle>

namespace mc {

CancelForm::CancelForm(const StoreInfo &store, QWidget *parent)
    : QWidget(parent)
    , m_limit(store.commentLimit)
    , m_reason(new QComboBox)
    , m_reasonError(new BadgeLabel({tr("Choose a reason."), QStringLiteral("error"), Tone::Critical, false}))
    , m_comments(new QPlainTextEdit)
    , m_counter(makeLabel({}, TextRole::Caption, Ink::Muted))
    , m_onBehalf(new QCheckBox(tr("On behalf of the customer")))
    , m_channelRow(new QWidget)
    , m_channel(new QComboBox)
    , m_forCustomer(new QCheckBox(tr("Show comments to the customer")))
    , m_readers(makeLabel({}, TextRole::Caption, Ink::Muted))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, Space::Xs, 0, 0);
    column->setSpacing(Space::S);
    for (const CancelReason &reason : store.reasons)
        m_reason->addItem(harmless(reasonWord(reason.code, &store)), reason.code);
    addReason(*column);
    addComments(*column);
    addStaffOptions(*column);
    countLetters();
}

void CancelForm::addReason(QVBoxLayout &column)
{
    PlainLabel *label = makeLabel(tr("Reason"), TextRole::Strong);
    label->setBuddy(m_reason);
    m_reason->setObjectName(QStringLiteral("reason"));
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setPlaceholderText(tr("Choose a reason"));
    m_reason->setCurrentIndex(-1);
    m_reasonError->setObjectName(QStringLiteral("reasonError"));
    m_reasonError->hide();
    column.addWidget(label);
    column.addWidget(m_reason);
    column.addWidget(m_reasonError);
    column.addSpacing(Space::Xs);
    connect(m_reason, &QComboBox::currentIndexChanged, this, [this] { markReason(false); });
}

void CancelForm::addComments(QVBoxLayout &column)
{
    auto *row = new QHBoxLayout;
    PlainLabel *label = makeLabel(tr("Additional comments"), TextRole::Strong);
    label->setBuddy(m_comments);
    row->addWidget(label);
    PlainLabel *optional =
        makeLabel(tr("optional", "beside a field that may stay empty"), TextRole::Caption, Ink::Muted);
    optional->setWordWrap(false);
    row->addWidget(optional);
    row->addStretch();
    m_counter->setObjectName(QStringLiteral("commentsCounter"));
    m_counter->setWordWrap(false);
    row->addWidget(m_counter);
    // A plain text edit mirrors neither direction nor alignment by itself.
    QTextOption direction = m_comments->document()->defaultTextOption();
    direction.setTextDirection(QGuiApplication::layoutDirection());
    direction.setAlignment(QStyle::visualAlignment(QGuiApplication::layoutDirection(), Qt::AlignLeft));
    m_comments->document()->setDefaultTextOption(direction);
    m_comments->setObjectName(QStringLiteral("comments"));
    m_comments->setAccessibleName(tr("Additional comments"));
    m_comments->setTabChangesFocus(true);
    m_comments->setFixedHeight(3 * fontMetrics().height() + Space::L);
    column.addLayout(row);
    column.addWidget(m_comments);
    connect(m_comments, &QPlainTextEdit::textChanged, this, &CancelForm::countLetters);
}

void CancelForm::addStaffOptions(QVBoxLayout &column)
{
    m_forCustomer->setObjectName(QStringLiteral("showComments"));
    m_onBehalf->setObjectName(QStringLiteral("onBehalf"));
    m_channel->setObjectName(QStringLiteral("channel"));
    m_channel->setAccessibleName(tr("The customer asked by"));
    m_readers->setObjectName(QStringLiteral("readers"));
    for (int i = 0; i <= static_cast<int>(ContactChannel::Other); ++i)
        m_channel->addItem(channelWord(static_cast<ContactChannel>(i)), i);
    auto *row = new QHBoxLayout(m_channelRow);
    row->setContentsMargins(Measure::Icon + Space::S, 0, 0, 0);
    PlainLabel *label = makeLabel(tr("The customer asked by", "before: phone, e-mail, chat …"));
    label->setWordWrap(false);
    label->setBuddy(m_channel);
    row->addWidget(label);
    row->addWidget(m_channel, 1);
    m_channelRow->hide();
    const auto sayWhoReads = [this] {
        m_readers->setText(m_forCustomer->isChecked()
                               ? tr("The customer sees the reason and the comments.")
                               : tr("The customer sees the reason. The comments stay here."));
    };
    sayWhoReads();
    column.addWidget(m_forCustomer);
    column.addWidget(m_readers);
    column.addSpacing(Space::Xs);
    column.addWidget(m_onBehalf);
    column.addWidget(m_channelRow);
    connect(m_forCustomer, &QCheckBox::toggled, m_readers, sayWhoReads);
    connect(m_onBehalf, &QCheckBox::toggled, this, [this](bool isOn) {
        m_channelRow->setVisible(isOn);
        emit heightChanged();
    });
}

int CancelForm::lettersUsed() const
{
    return static_cast<int>(m_comments->toPlainText().toUcs4().size());
}

void CancelForm::countLetters()
{
    const QLocale locale;
    const int used = lettersUsed();
    m_counter->setText(tr("%1 of %2", "letters written and letters allowed")
                           .arg(locale.toString(used), locale.toString(m_limit)));
    const bool isOver = used > m_limit;
    m_counter->setInk(isOver ? Ink::Critical : Ink::Muted);
    m_comments->setProperty("invalid", isOver);
    m_comments->setAccessibleDescription(isOver ? tr("The comments are too long.") : m_counter->text());
    m_comments->update();
    m_comments->viewport()->update();
}

void CancelForm::markReason(bool isInvalid)
{
    m_reason->setProperty("invalid", isInvalid);
    m_reason->setAccessibleDescription(isInvalid ? tr("Choose a reason.") : QString());
    m_reason->update();
    if (m_reasonError->isHidden() != isInvalid)
        return;
    m_reasonError->setVisible(isInvalid);
    emit heightChanged();
}

bool CancelForm::check()
{
    const bool hasReason = m_reason->currentIndex() >= 0;
    markReason(!hasReason);
    if (!hasReason) {
        m_reason->setFocus(Qt::OtherFocusReason);
        return false;
    }
    if (lettersUsed() > m_limit) {
        m_comments->setFocus(Qt::OtherFocusReason);
        return false;
    }
    return true;
}

CancelCommand CancelForm::command() const
{
    CancelCommand command;
    command.reasonCode = m_reason->currentData().toString();
    command.comments = m_comments->toPlainText().trimmed();
    command.isOnBehalfOfCustomer = m_onBehalf->isChecked();
    if (command.isOnBehalfOfCustomer)
        command.channel = static_cast<ContactChannel>(m_channel->currentData().toInt());
    command.areCommentsForCustomer = m_forCustomer->isChecked();
    return command;
}

} // namespace mc
