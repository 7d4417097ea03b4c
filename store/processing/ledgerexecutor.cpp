// SPDX-License-Identifier: Apache-2.0
#include "store/processing/ledgerexecutor.h"

#include "store/orderbook/ledgerrepository.h"

using namespace Qt::StringLiterals;

namespace mc::store {

LedgerExecutor::LedgerExecutor(Database &database, Bank bank, std::function<QDateTime()> now)
    : m_database(database)
    , m_bank(bank)
    , m_now(std::move(now))
{
}

EffectOutcome LedgerExecutor::execute(const Effect &effect, const Order &order)
{
    switch (effect.kind) {
    case Effect::Kind::Mail:
        return {EffectOutcome::Kind::Refused, u"the ledger sends no mail"_s};
    case Effect::Kind::Restock:
        return book(effect);
    case Effect::Kind::Refund:
        break;
    }
    const bool isVoid = effect.amountMinor == 0;
    if (m_bank == Bank::None && !isVoid)
        return {EffectOutcome::Kind::Manual, {}};
    if (!isVoid && order.payment.method.contains(u"0002"))
        return {EffectOutcome::Kind::Refused, u"The bank declined the refund: the card has expired."_s};
    return book(effect);
}

EffectOutcome LedgerExecutor::book(const Effect &effect)
{
    const QString kind = effect.kind == Effect::Kind::Refund ? u"refund"_s : u"restock"_s;
    const auto written = m_database.writeAndWait([&](Tx &tx) {
        LedgerRepository(tx).book(
            {effect.store, effect.uniqueKey, kind, effect.order, effect.amountMinor, m_now()});
    });
    if (!written)
        return {EffectOutcome::Kind::TryLater, written.error().detail};
    std::optional<LedgerEntry> entry;
    m_database.readAndWait(
        [&](Tx &tx) { entry = LedgerRepository(tx).find(effect.store, effect.uniqueKey); });
    if (!entry)
        return {EffectOutcome::Kind::TryLater, u"the ledger does not show the entry"_s};
    const bool isSame = entry->amountMinor == effect.amountMinor && entry->order == effect.order;
    return isSame
        ? EffectOutcome{EffectOutcome::Kind::Done, {}}
        : EffectOutcome{EffectOutcome::Kind::Refused, u"The ledger has another entry with this key."_s};
}

} // namespace mc::store
