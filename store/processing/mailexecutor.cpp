// SPDX-License-Identifier: Apache-2.0
#include "store/processing/mailexecutor.h"

#include "store/orderbook/linkrepository.h"
#include "store/orderbook/mailboxrepository.h"
#include "store/orderbook/storerepository.h"
#include "store/processing/mailcomposer.h"
#include "store/processing/mailheader.h"

#include <QCryptographicHash>

namespace mc::store {

namespace {

EffectOutcome refused(const QString &why)
{
    return {EffectOutcome::Kind::Refused, why};
}

EffectOutcome tryLater(const QString &why)
{
    return {EffectOutcome::Kind::TryLater, why};
}

} // namespace

/// A mail and what it was made from.
struct MailExecutor::Draft {
    std::optional<ShopView> shop;
    QByteArray recipient;
    std::optional<ComposedMail> mail;
};

MailExecutor::MailExecutor(Config config, Keyring keyring, std::shared_ptr<const PageKit> kit,
                           Database &database)
    : m_config(std::move(config))
    , m_keyring(std::move(keyring))
    , m_kit(std::move(kit))
    , m_database(database)
{
    if (!m_config.now)
        m_config.now = [] { return QDateTime::currentDateTimeUtc(); };
    if (!m_config.smtpUrl.isEmpty())
        m_transport = std::make_unique<SmtpTransport>(m_config.smtpUrl, m_config.smtpPassword);
}

MailExecutor::~MailExecutor() = default;

QString MailExecutor::makeLink(Tx &tx, const Keyring &keyring, const QUrl &publicUrl, const StoreId &store,
                               const OrderId &order, const QDateTime &now)
{
    LinkRepository links(tx);
    const int generation = links.generation(store, order);
    const QString token = keyring.linkToken(store.toString(), order.toString(), generation);
    const int days =
        StoreRepository(tx).setting(store, QStringLiteral("link_days"), QString::number(LinkDays)).toInt();
    links.add({Keyring::tokenHash(token.toLatin1()), store, order, generation,
               now.addDays(days > 0 ? days : LinkDays)});
    QString base = publicUrl.toString(QUrl::FullyEncoded | QUrl::StripTrailingSlash);
    return base + QStringLiteral("/o/") + token;
}

QByteArray MailExecutor::messageId(const Effect &effect) const
{
    const QByteArray key = effect.store.toString().toUtf8() + '\n' + effect.uniqueKey.toUtf8();
    const QByteArray hash = QCryptographicHash::hash(key, QCryptographicHash::Sha256).toHex().left(40);
    const QString domain = m_config.from.section(u'@', -1);
    const auto address = smtpAddress(QStringLiteral("id@") + domain);
    return hash + (address ? address->mid(2) : QByteArrayLiteral("@merchant-store.invalid"));
}

EffectOutcome MailExecutor::execute(const Effect &effect, const Order &order)
{
    Draft draft;
    const auto recipient = smtpAddress(order.customer.email.trimmed());
    if (!recipient)
        return refused(QStringLiteral("The order has no usable e-mail address."));
    draft.recipient = *recipient;
    const auto written = m_database.writeAndWait([&](Tx &tx) {
        StoreRepository stores(tx);
        draft = {std::nullopt, *recipient, std::nullopt};
        const auto store = stores.find(effect.store);
        if (!store)
            return;
        draft.shop = ShopView{*store, stores.policy(effect.store).policy};
        const QString link =
            makeLink(tx, m_keyring, m_config.publicUrl, effect.store, effect.order, m_config.now());
        draft.mail = composeMail(*m_kit, effect, order, *draft.shop, link);
    });
    if (!written || *written != CommitOutcome::Committed)
        return tryLater(QStringLiteral("the database did not take the link"));
    if (!draft.shop || !draft.mail)
        return refused(QStringLiteral("There is nothing to write about."));
    if (!m_transport && !draft.shop->store.isDemo)
        return refused(QStringLiteral("No mail server is set. Start the store with --smtp."));
    if (!m_transport)
        return keep(effect, draft);
    const auto from = smtpAddress(m_config.from);
    if (!from)
        return refused(QStringLiteral("The store has no usable sender address."));
    return m_transport->send({*from, draft.shop->store.name, draft.recipient, order.customer.name,
                              smtpAddress(draft.shop->store.supportEmail).value_or(QByteArray()),
                              messageId(effect), draft.mail->subject, draft.mail->text, draft.mail->html,
                              m_config.now()});
}

EffectOutcome MailExecutor::keep(const Effect &effect, const Draft &draft)
{
    MailboxEntry entry;
    entry.store = effect.store;
    entry.order = effect.order;
    entry.templateName = effect.template_;
    entry.recipient = QString::fromLatin1(draft.recipient);
    entry.subject = draft.mail->subject;
    entry.text = draft.mail->text;
    entry.html = draft.mail->html;
    entry.messageId = QString::fromLatin1(messageId(effect));
    entry.sentAt = m_config.now();
    // A mail that is there already was kept by an earlier attempt whose answer got lost.
    const auto written = m_database.writeAndWait([&entry](Tx &tx) { MailboxRepository(tx).add(entry); });
    if (!written || *written != CommitOutcome::Committed)
        return tryLater(QStringLiteral("the database did not take the mail"));
    return {EffectOutcome::Kind::Done, {}};
}

} // namespace mc::store
