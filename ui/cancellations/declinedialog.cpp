// SPDX-License-Identifier: Apache-2.0
#include "ui/cancellations/declinedialog.h"

#include "ui/detail/textblock.h"
#include "ui/look/parts.h"
#include "ui/look/plaintext.h"

#include <QDialogButtonBox>
#include <QLocale>
#include <QPlainTextEdit>

namespace mc {
namespace {

constexpr int LinesOfText = 4;

} // namespace

DeclineDialog::DeclineDialog(const QString &number, int limit, QWidget *parent)
    : QDialog(parent)
    , m_limit(limit)
    , m_why(new QPlainTextEdit)
    , m_problem(new TextBlock({}, TextRole::Caption, Ink::Critical))
    , m_counter(new TextBlock({}, TextRole::Caption, Ink::Muted))
{
    setWindowTitle(tr("Decline cancellation"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Space::Xl, Space::L, Space::Xl, Space::L);
    column->setSpacing(Space::M);
    column->addWidget(new TextBlock(
        tr("Decline the cancellation of %1?", "%1: order number").arg(isolated(number)), TextRole::Heading));
    column->addWidget(
        new TextBlock(tr("The order goes on and nothing is refunded. The customer reads why.")));
    QLabel *label = makeLabel(tr("Why"), TextRole::Strong);
    label->setBuddy(m_why);
    column->addWidget(label);
    m_why->setObjectName(QStringLiteral("decline.why"));
    m_why->setAccessibleName(tr("Why the cancellation is declined"));
    m_why->setTabChangesFocus(true);
    m_why->setFixedHeight(fontMetrics().lineSpacing() * LinesOfText + Space::L);
    column->addWidget(m_why);
    auto *below = new QHBoxLayout;
    below->addWidget(m_problem, 1);
    below->addStretch();
    below->addWidget(m_counter);
    m_counter->setBreaks(TextBlock::Breaks::Never);
    m_problem->setObjectName(QStringLiteral("decline.problem"));
    column->addLayout(below);
    auto *buttons = new QDialogButtonBox;
    QPushButton *decline = makeButton(tr("Decline cancellation"), "critical");
    decline->setObjectName(QStringLiteral("decline.submit"));
    buttons->addButton(decline, QDialogButtonBox::AcceptRole);
    QPushButton *keep = makeButton(tr("Keep undecided"));
    keep->setObjectName(QStringLiteral("decline.keep"));
    keep->setDefault(true);
    buttons->addButton(keep, QDialogButtonBox::RejectRole);
    column->addWidget(buttons);
    setMinimumWidth(Measure::DialogWidth);
    connect(m_why, &QPlainTextEdit::textChanged, this, &DeclineDialog::onEdited);
    connect(decline, &QPushButton::clicked, this, &DeclineDialog::submit);
    connect(keep, &QPushButton::clicked, this, &QDialog::reject);
    onEdited();
    m_why->setFocus();
}

void DeclineDialog::onEdited()
{
    const auto length = m_why->toPlainText().toUcs4().size();
    const bool isTooLong = length > m_limit;
    m_counter->setText(tr("%1 of %2", "%1: characters written, %2: characters allowed")
                           .arg(QLocale().toString(length), QLocale().toString(m_limit)));
    m_counter->setInk(isTooLong ? Ink::Critical : Ink::Muted);
    m_problem->setText({});
    m_why->setProperty("invalid", isTooLong);
    m_why->update();
}

void DeclineDialog::submit()
{
    const QString why = m_why->toPlainText().trimmed();
    if (why.isEmpty())
        m_problem->setText(tr("Say why, so that the customer understands it."));
    else if (why.toUcs4().size() > m_limit)
        m_problem->setText(tr("Shorten the text to %Ln character(s).", nullptr, m_limit));
    if (!m_problem->text().isEmpty()) {
        m_why->setProperty("invalid", true);
        m_why->setAccessibleDescription(m_problem->text());
        m_why->setFocus(Qt::OtherFocusReason);
        m_why->update();
        return;
    }
    accept();
    emit declined(why);
}

} // namespace mc
