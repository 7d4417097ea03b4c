// SPDX-License-Identifier: Apache-2.0
#include "ui/detail/customercard.h"

#include "domain/plantedbug.h"
#include "ui/detail/orderphrases.h"
#include "ui/look/parts.h"
#include "ui/look/plaintext.h"

namespace mc {

CustomerCard::CustomerCard(QWidget *parent)
    : QWidget(parent)
    , m_name(new TextBlock({}, TextRole::Strong))
    , m_email(new TextBlock)
    , m_write(makeButton(tr("Write to customer"), "", QStringLiteral("mail")))
    , m_addressTitle(new TextBlock(tr("Shipping address"), TextRole::Caption, Ink::Muted))
    , m_address(new TextBlock)
    , m_languageTitle(new TextBlock(tr("Language"), TextRole::Caption, Ink::Muted))
    , m_language(new TextBlock)
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto *card = new Card(tr("Customer"));
    outer->addWidget(card);
    QVBoxLayout &body = card->body();
    body.setSpacing(Space::Xs);
    body.addWidget(m_name);
    body.addWidget(m_email);
    body.addSpacing(Space::Xs);
    body.addWidget(m_write);
    body.addSpacing(Space::S);
    body.addWidget(m_addressTitle);
    body.addWidget(m_address);
    body.addSpacing(Space::S);
    body.addWidget(m_languageTitle);
    body.addWidget(m_language);
    m_name->setObjectName(QStringLiteral("order.customer.name"));
    m_email->setObjectName(QStringLiteral("order.customer.email"));
    m_address->setObjectName(QStringLiteral("order.customer.address"));
    m_write->setObjectName(QStringLiteral("order.customer.write"));
    connect(m_write, &QPushButton::clicked, this, &CustomerCard::writeRequested);
}

void CustomerCard::show(const Order &order)
{
    if (bugPlanted("autotext-label")) [[unlikely]]
        m_name->setTextFormat(Qt::AutoText);
    m_name->setText(order.customer.name);
    m_name->setVisible(!order.customer.name.isEmpty());
    m_email->setText(order.customer.email);
    m_email->setVisible(!order.customer.email.isEmpty());
    m_write->setVisible(!mailTo(order).isEmpty());
    m_address->setText(order.shippingAddress.join(QLatin1Char('\n')));
    m_address->setVisible(!order.shippingAddress.isEmpty());
    m_addressTitle->setVisible(!order.shippingAddress.isEmpty());
    m_language->setText(languageText(order.customer.language));
    m_language->setVisible(!order.customer.language.isEmpty());
    m_languageTitle->setVisible(!order.customer.language.isEmpty());
}

} // namespace mc
