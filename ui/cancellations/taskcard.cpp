// SPDX-License-Identifier: Apache-2.0
#include "ui/cancellations/taskcard.h"

#include "ui/detail/flowlayout.h"

namespace mc {
namespace {

HelpTopic topicOf(TaskKind kind)
{
    switch (kind) {
    case TaskKind::Conflict:
        return HelpTopic::Conflicts;
    case TaskKind::Question:
        return HelpTopic::Decide;
    case TaskKind::FailedRefund:
        return HelpTopic::FailedRefunds;
    case TaskKind::Refused:
    case TaskKind::Rejected:
        return HelpTopic::Rejected;
    }
    Q_UNREACHABLE();
}

} // namespace

TaskCard::TaskCard(TaskKind kind, QWidget *parent)
    : QWidget(parent)
    , m_title(new TextBlock({}, TextRole::Heading))
    , m_badge(new BadgeLabel({}))
    , m_text(new TextBlock)
    , m_sides(new QWidget)
    , m_note(new TextBlock({}, TextRole::Caption, Ink::Muted))
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto *card = new Card;
    outer->addWidget(card);
    card->heading().setSpacing(Space::M);
    card->heading().addWidget(m_title, 1);
    card->heading().addWidget(m_badge, 0, Qt::AlignTop);
    card->body().addWidget(m_text);
    auto *sides = new QHBoxLayout(m_sides);
    sides->setContentsMargins(0, 0, 0, 0);
    sides->setSpacing(Space::M);
    card->body().addWidget(m_sides);
    auto *actions = new QWidget;
    m_actions = new FlowLayout(actions);
    m_actions->setSpacing(Space::S);
    card->body().addSpacing(Space::Xs);
    card->body().addWidget(actions);
    m_title->setObjectName(QStringLiteral("task.title"));
    m_text->setObjectName(QStringLiteral("task.text"));
    m_note->setObjectName(QStringLiteral("task.note"));
    addActions(kind);
    QPushButton *help = makeButton(tr("What does this mean?"), "link");
    help->setObjectName(QStringLiteral("task.help"));
    m_actions->addWidget(help);
    m_actions->addWidget(m_note);
    connect(help, &QPushButton::clicked, this, [this, kind] { emit helpRequested(topicOf(kind)); });
}

void TaskCard::addActions(TaskKind kind)
{
    switch (kind) {
    case TaskKind::Conflict:
        m_write = addPlain(tr("Write to customer"), QStringLiteral("task.write"), &TaskCard::writeRequested);
        addPlain(tr("View order details"), QStringLiteral("task.open"), &TaskCard::orderOpened);
        addDecision(tr("Leave as shipped"), QStringLiteral("task.close"), &TaskCard::closed)
            ->setProperty("kind", QStringLiteral("ghost"));
        break;
    case TaskKind::Question:
        addDecision(tr("Accept cancellation"), QStringLiteral("task.accept"), &TaskCard::accepted);
        addDecision(tr("Decline"), QStringLiteral("task.decline"), &TaskCard::declineRequested);
        addPlain(tr("View order details"), QStringLiteral("task.open"), &TaskCard::orderOpened);
        break;
    case TaskKind::FailedRefund:
        addDecision(tr("Try refund again"), QStringLiteral("task.retry"), &TaskCard::refundRetried);
        addDecision(tr("Mark as refunded"), QStringLiteral("task.confirm"), &TaskCard::refundConfirmed);
        addPlain(tr("View order details"), QStringLiteral("task.open"), &TaskCard::orderOpened);
        break;
    case TaskKind::Refused:
    case TaskKind::Rejected:
        m_write = addPlain(tr("Write to customer"), QStringLiteral("task.write"), &TaskCard::writeRequested);
        addPlain(tr("View order details"), QStringLiteral("task.open"), &TaskCard::orderOpened);
        addDecision(tr("Close", "puts a bad outcome aside"), QStringLiteral("task.close"), &TaskCard::closed)
            ->setProperty("kind", QStringLiteral("ghost"));
        break;
    }
}

QPushButton *TaskCard::addDecision(const QString &label, const QString &name, void (TaskCard::*done)())
{
    QPushButton *button = makeButton(label);
    button->setObjectName(name);
    m_actions->addWidget(button);
    m_decisions.append(button);
    connect(button, &QPushButton::clicked, this, [this, done] {
        if (!m_isBusy) // a second press while the first is on its way would only fail
            (this->*done)();
    });
    return button;
}

QPushButton *TaskCard::addPlain(const QString &label, const QString &name, void (TaskCard::*done)())
{
    QPushButton *button = makeButton(label);
    button->setObjectName(name);
    m_actions->addWidget(button);
    connect(button, &QPushButton::clicked, this, done);
    return button;
}

void TaskCard::show(const Task &task, bool mayDecide)
{
    const bool isNews =
        task.entry.view != m_task.entry.view || task.entry.cancellation != m_task.entry.cancellation;
    m_task = task;
    m_title->setText(task.title);
    m_badge->setBadge(task.badge);
    m_text->setText(task.text);
    showClaims(task.claims);
    for (QPushButton *button : std::as_const(m_decisions)) {
        button->setVisible(mayDecide);
        button->setAccessibleDescription(m_title->text()); // "Close" alone does not say what
    }
    if (m_write != nullptr)
        m_write->setVisible(!mailTo(task.entry.view.order).isEmpty());
    setBusy(m_isBusy && !isNews);
}

void TaskCard::showClaims(const QList<Claim> &claims)
{
    while (m_claims.size() < claims.size()) {
        const ClaimView view{
            new Card({}, Card::Look::Sunken), new TextBlock({}, TextRole::Caption, Ink::Muted),
            new TextBlock({}, TextRole::Strong), new TextBlock({}, TextRole::Caption, Ink::Muted)};
        view.card->body().setSpacing(2);
        for (TextBlock *text : {view.who, view.what, view.detail})
            view.card->body().addWidget(text);
        view.card->body().addStretch();
        qobject_cast<QHBoxLayout *>(m_sides->layout())->addWidget(view.card, 1);
        m_claims.append(view);
    }
    for (int i = 0; i < m_claims.size(); ++i) {
        const Claim claim = claims.value(i);
        m_claims.at(i).card->setVisible(i < claims.size());
        m_claims.at(i).who->setText(claim.who);
        m_claims.at(i).what->setText(claim.what);
        m_claims.at(i).detail->setText(claim.detail);
    }
    m_sides->setVisible(!claims.isEmpty());
}

void TaskCard::setBusy(bool isBusy)
{
    m_isBusy = isBusy;
    m_note->setText(isBusy ? tr("Being sent …") : m_task.note);
    m_note->setVisible(!m_note->text().isEmpty());
}

void TaskCard::focusFirstAction()
{
    for (int i = 0; i < m_actions->count(); ++i) {
        QWidget *widget = m_actions->itemAt(i)->widget();
        if (!widget->isHidden() && widget->focusPolicy() != Qt::NoFocus) {
            widget->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
}

} // namespace mc
