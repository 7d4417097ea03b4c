// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/orderbook/database.h"
#include "store/orderbook/keyring.h"
#include "store/pages/pagekit.h"
#include "store/processing/effect.h"
#include "store/processing/smtptransport.h"

#include <functional>
#include <memory>

namespace mc::store {

/**
 * Sends the mails that the store owes: by SMTP, or into the mailbox of the demo.
 *
 * The Message-ID follows from the effect's key alone, so a mail that is sent twice is recognised as one. Each
 * mail holds the customer's link, whose life starts anew with it. Lives in the effect worker's thread; the
 * database is not owned and outlives it.
 */
class MailExecutor final : public EffectExecutor
{
public:
    struct Config {
        QUrl smtpUrl; ///< Empty: a demo store keeps its mails, another one cannot send any.
        QString smtpPassword; ///< From a file or the environment.
        QString from; ///< "orders@shop.example"
        QUrl publicUrl; ///< How customers reach the store: "https://orders.shop.example"
        std::function<QDateTime()> now; ///< UTC; the system's clock when empty.
    };

    MailExecutor(Config config, Keyring keyring, std::shared_ptr<const PageKit> kit, Database &database);
    ~MailExecutor() override;

    [[nodiscard]] EffectOutcome execute(const Effect &effect, const Order &order) override;

    /// For `order link NUMBER` too: makes the customer's link and notes that it is in force.
    [[nodiscard]] static QString makeLink(Tx &tx, const Keyring &keyring, const QUrl &publicUrl,
                                          const StoreId &store, const OrderId &order, const QDateTime &now);
    /// How long a link opens an order after the last mail, unless the store's setting "link_days" says else.
    static constexpr int LinkDays = 90;

private:
    struct Draft;
    [[nodiscard]] QByteArray messageId(const Effect &effect) const;
    [[nodiscard]] EffectOutcome keep(const Effect &effect, const Draft &draft);

    Config m_config;
    Keyring m_keyring;
    std::shared_ptr<const PageKit> m_kit;
    Database &m_database; ///< Not owned.
    std::unique_ptr<SmtpTransport> m_transport; ///< Null without SMTP.
};

} // namespace mc::store
