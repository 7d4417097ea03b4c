// SPDX-License-Identifier: Apache-2.0
#include "ui/signin/signinpage.h"

#include "ui/detail/textblock.h"
#include "ui/look/notices.h"

#include <QAccessible>
#include <QCheckBox>
#include <QLineEdit>
#include <QScrollArea>

namespace mc {
namespace {

QString sentenceOf(AddressProblem problem)
{
    switch (problem) {
    case AddressProblem::None:
        return {};
    case AddressProblem::Missing:
        return SignInPage::tr("Enter the address of your store.");
    case AddressProblem::NotAnAddress:
        return SignInPage::tr("This is not a web address. It looks like https://orders.example.com.");
    case AddressProblem::NotEncrypted:
        return SignInPage::tr("This address is not encrypted, so your password could be read on the way. Use "
                              "https://; http:// works only for a store on this computer.");
    }
    Q_UNREACHABLE();
}

} // namespace

SignInPage::SignInPage(ConsoleService &service, QWidget *parent)
    : QWidget(parent)
    , m_service(service)
    , m_remember(new QCheckBox(tr("Keep me signed in")))
    , m_failure(new QVBoxLayout)
    , m_progress(new TextBlock({}, TextRole::Caption, Ink::Muted))
    , m_submit(makeButton(tr("Sign in", "button"), "primary"))
    , m_back(makeButton(tr("Back"), "ghost"))
{
    auto *card = new Card;
    card->setMinimumWidth(Measure::DialogWidth * 3 / 5);
    card->setMaximumWidth(Measure::DialogWidth);
    card->body().setSpacing(Space::M);
    card->body().addWidget(new TextBlock(tr("Sign in to your store"), TextRole::Title));
    card->body().addLayout(m_failure);
    m_address = addField(card->body(), tr("Store address"), QStringLiteral("signin.address"));
    m_address.edit->setPlaceholderText(QStringLiteral("https://orders.example.com"));
    m_address.edit->setInputMethodHints(Qt::ImhUrlCharactersOnly);
    m_email = addField(card->body(), tr("E-mail"), QStringLiteral("signin.email"));
    m_email.edit->setInputMethodHints(Qt::ImhEmailCharactersOnly);
    m_password = addField(card->body(), tr("Password"), QStringLiteral("signin.password"));
    m_password.edit->setEchoMode(QLineEdit::Password);
    m_remember->setObjectName(QStringLiteral("signin.remember"));
    m_remember->setChecked(true);
    card->body().addWidget(m_remember);
    card->body().addWidget(new TextBlock(tr("Your password is never stored. The sign-in is kept in this "
                                            "computer’s keychain; without one it ends "
                                            "with this program."),
                                         TextRole::Caption, Ink::Muted));
    card->body().addWidget(makeButtons());

    auto *content = new QWidget;
    auto *centre = new QGridLayout(content);
    centre->setContentsMargins(Space::Xl, Space::Xl, Space::Xl, Space::Xl);
    centre->setRowStretch(0, 2);
    centre->setRowStretch(2, 3);
    centre->setColumnStretch(0, 1);
    centre->setColumnStretch(1, 100);
    centre->setColumnStretch(2, 1);
    centre->addWidget(card, 1, 1);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(content);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);
    connect(&service, &ConsoleService::signInFailed, this, &SignInPage::showFailure);
    connect(&service, &ConsoleService::signedIn, this, &SignInPage::onSignedIn);
}

SignInPage::Field SignInPage::addField(QVBoxLayout &column, const QString &name, const QString &objectName)
{
    Field field{new QLineEdit, new TextBlock({}, TextRole::Caption, Ink::Critical)};
    auto *words = new QVBoxLayout;
    words->setSpacing(Space::Xs);
    QLabel *label = makeLabel(name, TextRole::Strong);
    label->setBuddy(field.edit);
    words->addWidget(label);
    field.edit->setObjectName(objectName);
    field.edit->setAccessibleName(name);
    field.edit->setTextMargins(Space::Xs, 0, Space::Xs, 0);
    words->addWidget(field.edit);
    field.problem->setObjectName(objectName + QStringLiteral(".problem"));
    field.problem->hide();
    words->addWidget(field.problem);
    column.addLayout(words);
    connect(field.edit, &QLineEdit::textEdited, this, [this, field] { setProblem(field, {}); });
    connect(field.edit, &QLineEdit::returnPressed, this, &SignInPage::submit);
    return field;
}

QWidget *SignInPage::makeButtons()
{
    auto *holder = new QWidget;
    auto *row = new QHBoxLayout(holder);
    row->setContentsMargins(0, Space::Xs, 0, 0);
    m_submit->setObjectName(QStringLiteral("signin.submit"));
    m_back->setObjectName(QStringLiteral("signin.back"));
    m_progress->setObjectName(QStringLiteral("signin.progress"));
    m_back->hide();
    row->addWidget(m_submit);
    row->addWidget(m_back);
    row->addWidget(m_progress, 1);
    connect(m_submit, &QPushButton::clicked, this, &SignInPage::submit);
    connect(m_back, &QPushButton::clicked, this, &SignInPage::backRequested);
    return holder;
}

void SignInPage::start(const StoreProfile &profile, bool canGoBack)
{
    setBusy(false);
    clearFailure();
    m_address.edit->setText(profile.url.toString());
    m_email.edit->setText(profile.email);
    m_password.edit->clear();
    for (const Field &field : {m_address, m_email, m_password})
        setProblem(field, {});
    m_back->setVisible(canGoBack);
    focusFirstEmpty();
}

void SignInPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    focusFirstEmpty();
}

void SignInPage::focusFirstEmpty()
{
    for (const Field &field : {m_address, m_email, m_password}) {
        if (field.edit->text().isEmpty()) {
            field.edit->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
    m_submit->setFocus(Qt::OtherFocusReason);
}

void SignInPage::submit()
{
    if (m_isBusy)
        return;
    clearFailure();
    const StoreAddress address = readStoreAddress(m_address.edit->text());
    if (!checkFields(address))
        return;
    m_address.edit->setText(address.url.toString());
    setBusy(true);
    m_service.signIn(address.url, m_email.edit->text().trimmed(), m_password.edit->text(),
                     m_remember->isChecked());
}

bool SignInPage::checkFields(const StoreAddress &address)
{
    setProblem(m_address, sentenceOf(address.problem));
    const QString email = m_email.edit->text().trimmed();
    const bool isEmail = email.indexOf(QLatin1Char('@')) > 0 && !email.endsWith(QLatin1Char('@'))
        && !email.contains(QLatin1Char(' '));
    setProblem(m_email,
               email.isEmpty() ? tr("Enter your e-mail address.")
                   : isEmail   ? QString()
                               : tr("This is not an e-mail address. It looks like name@example.com."));
    setProblem(m_password, m_password.edit->text().isEmpty() ? tr("Enter your password.") : QString());
    for (const Field &field : {m_address, m_email, m_password}) {
        if (!field.problem->isHidden()) {
            field.edit->setFocus(Qt::OtherFocusReason);
            return false;
        }
    }
    return true;
}

void SignInPage::setProblem(const Field &field, const QString &sentence)
{
    field.problem->setText(sentence);
    field.problem->setVisible(!sentence.isEmpty());
    field.edit->setProperty("invalid", !sentence.isEmpty());
    field.edit->setAccessibleDescription(sentence); // read together with the field
    field.edit->update();
}

void SignInPage::setBusy(bool isBusy)
{
    m_isBusy = isBusy;
    for (const Field &field : {m_address, m_email, m_password})
        field.edit->setReadOnly(isBusy); // not disabled: the focus would jump away
    m_remember->setEnabled(!isBusy);
    m_progress->setText(isBusy ? tr("Signing in …") : QString());
}

void SignInPage::clearFailure()
{
    while (QLayoutItem *old = m_failure->takeAt(0)) {
        old->widget()->hide();
        old->widget()->deleteLater();
        delete old;
    }
}

void SignInPage::showFailure(const QString &sentence)
{
    if (!m_isBusy)
        return; // somebody else's attempt
    setBusy(false);
    clearFailure();
    auto *banner = new Banner(Tone::Critical, tr("Not signed in"), sentence);
    banner->setObjectName(QStringLiteral("signin.failure"));
    m_failure->addWidget(banner);
    QAccessibleEvent alert(banner, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
    m_password.edit->selectAll();
    m_password.edit->setFocus(Qt::OtherFocusReason);
}

void SignInPage::onSignedIn()
{
    m_password.edit->clear(); // it has done its work
    setBusy(false);
    emit signedIn();
}

} // namespace mc
