// SPDX-License-Identifier: Apache-2.0
#include "store/orderbook/storerepository.h"

#include "domain/codes.h"
#include "store/orderbook/defaultreasons.h"
#include "store/orderbook/statement.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace mc::store {
namespace {

QString newEpoch()
{
    return QString::number(QRandomGenerator::system()->generate64(), 36);
}

QLatin1StringView codeOf(Audience audience)
{
    return audience == Audience::Customer ? "customer"_L1 : "staff"_L1;
}

const QString StoreColumns =
    u"SELECT s.store_id, s.name, s.time_zone, s.currency, s.support_email, s.comment_limit, s.is_demo, "
    "f.epoch, s.policy_mode, s.policy_window_minutes, s.policy_deadline_hours, s.policy_accepts_by_default, "
    "s.policy_version FROM store s JOIN feed f ON f.store_id = s.store_id "_s;
const QString OneStore = StoreColumns + u"WHERE s.store_id = :id"_s;

constexpr int PolicyColumns = 8; ///< The first of them.

Store storeOf(const Statement &row)
{
    return {StoreId(row.text(0)), row.text(1), row.bytes(2),
            row.text(3),          row.text(4), static_cast<int>(row.number(5)),
            row.flag(6),          row.text(7)};
}

VersionedPolicy policyOf(const Statement &row, int from)
{
    // A mode that this version does not know must not cancel by itself.
    return {{fromCode<PolicyMode>(row.text(from)).value_or(PolicyMode::Ask),
             static_cast<int>(row.number(from + 1)), static_cast<int>(row.number(from + 2)),
             row.flag(from + 3)},
            row.number(from + 4)};
}

} // namespace

StoreRepository::StoreRepository(Tx &tx)
    : m_tx(tx)
{
}

StoreId StoreRepository::add(Store store, const QDateTime &now)
{
    if (!store.id.isValid())
        store.id = StoreId(newUuid7());
    const CancellationPolicy policy;
    Statement row(
        m_tx,
        u"INSERT INTO store (store_id, name, time_zone, currency, support_email, comment_limit, policy_mode, "
        "policy_window_minutes, policy_deadline_hours, policy_accepts_by_default, policy_version, is_demo, "
        "created_at) VALUES (:id, :name, :zone, :currency, :email, :comment_limit, :mode, :window, "
        ":deadline, :accepts, 1, :demo, :now)"_s);
    row.bind(":id"_L1, store.id).bind(":name"_L1, store.name);
    row.bind(":zone"_L1, QString::fromLatin1(store.timeZone)).bind(":currency"_L1, store.currency);
    row.bind(":email"_L1, store.supportEmail).bind(":comment_limit"_L1, store.commentLimit);
    row.bind(":mode"_L1, mc::codeOf(policy.mode)).bind(":window"_L1, policy.windowMinutes);
    row.bind(":deadline"_L1, policy.deadlineHours).bind(":accepts"_L1, policy.acceptsByDefault);
    row.bind(":demo"_L1, store.isDemo).bind(":now"_L1, now).run();
    Statement feed(m_tx,
                   u"INSERT INTO feed (store_id, epoch, position, tag, audit_sequence, audit_hash) "
                   "VALUES (:id, :epoch, 0, '0', 0, '')"_s);
    feed.bind(":id"_L1, store.id).bind(":epoch"_L1, newEpoch()).run();
    // The delay is the service's; a store that is added while it runs is no exception.
    Statement delay(
        m_tx,
        u"INSERT INTO store_setting (store_id, name, value) SELECT :id, name, value FROM store_setting WHERE "
        "name = 'processing_delay_ms' ORDER BY store_id LIMIT 1"_s);
    delay.bind(":id"_L1, store.id).run();
    return store.id;
}

void StoreRepository::update(const Store &store)
{
    Statement row(
        m_tx,
        u"UPDATE store SET name = :name, time_zone = :zone, currency = :currency, support_email = :email, "
        "comment_limit = :comment_limit WHERE store_id = :id"_s);
    row.bind(":id"_L1, store.id).bind(":name"_L1, store.name);
    row.bind(":zone"_L1, QString::fromLatin1(store.timeZone)).bind(":currency"_L1, store.currency);
    row.bind(":email"_L1, store.supportEmail).bind(":comment_limit"_L1, store.commentLimit).run();
}

QList<Store> StoreRepository::list() const
{
    QList<Store> stores;
    Statement rows(m_tx, StoreColumns + u"ORDER BY s.created_at, s.store_id"_s);
    for (bool more = rows.first(); more; more = rows.next())
        stores.append(storeOf(rows));
    return stores;
}

std::optional<Store> StoreRepository::find(const StoreId &id) const
{
    Statement row(m_tx, OneStore);
    row.bind(":id"_L1, id);
    return row.first() ? std::optional(storeOf(row)) : std::nullopt;
}

std::optional<StoreAndPolicy> StoreRepository::findWithPolicy(const StoreId &id) const
{
    Statement row(m_tx, OneStore);
    row.bind(":id"_L1, id);
    return row.first() ? std::optional(StoreAndPolicy{storeOf(row), policyOf(row, PolicyColumns)})
                       : std::nullopt;
}

void StoreRepository::renewEpoch(const StoreId &id)
{
    Statement feed(m_tx, u"UPDATE feed SET epoch = :epoch WHERE store_id = :id"_s);
    feed.bind(":epoch"_L1, newEpoch()).bind(":id"_L1, id).run();
}

VersionedPolicy StoreRepository::policy(const StoreId &id) const
{
    Statement row(
        m_tx,
        u"SELECT policy_mode, policy_window_minutes, policy_deadline_hours, policy_accepts_by_default, "
        "policy_version FROM store WHERE store_id = :id"_s);
    row.bind(":id"_L1, id);
    if (!row.first())
        return {};
    return policyOf(row, 0);
}

Result<VersionedPolicy> StoreRepository::setPolicy(const StoreId &id, const CancellationPolicy &policy,
                                                   std::optional<qint64> ifVersion, const Actor &actor,
                                                   const QDateTime &now)
{
    if (policy.windowMinutes < 0 || policy.windowMinutes > 525600)
        return tl::unexpected(Refusal{Refusal::Kind::Invalid, 0, u"The window is 0 to 525600 minutes."_s});
    if (policy.deadlineHours < 1 || policy.deadlineHours > 720)
        return tl::unexpected(Refusal{Refusal::Kind::Invalid, 0, u"The deadline is 1 to 720 hours."_s});
    Statement row(
        m_tx,
        u"UPDATE store SET policy_mode = :mode, policy_window_minutes = :window, policy_deadline_hours = "
        ":deadline, policy_accepts_by_default = :accepts, policy_version = policy_version + 1 "
        "WHERE store_id = :id AND (:any = 1 OR policy_version = :version)"_s);
    row.bind(":mode"_L1, mc::codeOf(policy.mode)).bind(":window"_L1, policy.windowMinutes);
    row.bind(":deadline"_L1, policy.deadlineHours).bind(":accepts"_L1, policy.acceptsByDefault);
    row.bind(":id"_L1, id).bind(":any"_L1, ifVersion ? 0 : 1).bind(":version"_L1, ifVersion.value_or(0));
    if (row.runAndCount() == 0) {
        const auto kind = m_tx.hasFailed() ? Refusal::Kind::Database : Refusal::Kind::Stale;
        return tl::unexpected(Refusal{kind, 0, {}});
    }
    m_tx.audit(
        {id, 0, now, u"staff"_s, actor.id, u"policy.changed"_s, id.toString(), mc::codeOf(policy.mode)});
    return this->policy(id);
}

QString StoreRepository::setting(const StoreId &id, const QString &name, const QString &fallback) const
{
    Statement row(m_tx, u"SELECT value FROM store_setting WHERE store_id = :id AND name = :name"_s);
    row.bind(":id"_L1, id).bind(":name"_L1, name);
    return row.first() ? row.text(0) : fallback;
}

void StoreRepository::setSetting(const StoreId &id, const QString &name, const QString &value)
{
    Statement row(m_tx,
                  u"INSERT INTO store_setting (store_id, name, value) VALUES (:id, :name, :value) "
                  "ON CONFLICT (store_id, name) DO UPDATE SET value = excluded.value"_s);
    row.bind(":id"_L1, id).bind(":name"_L1, name).bind(":value"_L1, value).run();
}

std::chrono::milliseconds StoreRepository::processingDelay(const StoreId &id) const
{
    return std::chrono::milliseconds(setting(id, u"processing_delay_ms"_s, u"0"_s).toLongLong());
}

void StoreRepository::setProcessingDelay(const StoreId &id, std::chrono::milliseconds delay)
{
    setSetting(id, u"processing_delay_ms"_s, QString::number(delay.count()));
}

QList<ReasonTexts> StoreRepository::reasonTexts(const StoreId &id, Audience audience) const
{
    QList<ReasonTexts> own;
    Statement rows(m_tx,
                   u"SELECT code, language, text FROM reason WHERE store_id = :id AND audience = :audience "
                   "ORDER BY place, code"_s);
    rows.bind(":id"_L1, id).bind(":audience"_L1, codeOf(audience));
    for (bool more = rows.first(); more; more = rows.next()) {
        if (own.isEmpty() || own.constLast().code != rows.text(0))
            own.append({rows.text(0), {}});
        own.last().textByLanguage.insert(rows.text(1), rows.text(2));
    }
    return own.isEmpty() ? defaultReasons() : own;
}

QList<CancelReason> StoreRepository::reasons(const StoreId &id, Audience audience,
                                             const QString &language) const
{
    QList<CancelReason> reasons;
    for (const ReasonTexts &reason : reasonTexts(id, audience))
        reasons.append({reason.code, textFor(reason, language)});
    return reasons;
}

std::optional<QString> StoreRepository::reasonText(const StoreId &id, Audience audience, const QString &code,
                                                   const QString &language) const
{
    const QList<ReasonTexts> list = reasonTexts(id, audience);
    for (const ReasonTexts &reason : list) {
        if (reason.code == code)
            return textFor(reason, language);
    }
    return std::nullopt;
}

void StoreRepository::setReasons(const StoreId &id, Audience audience, const QList<ReasonTexts> &reasons)
{
    Statement old(m_tx, u"DELETE FROM reason WHERE store_id = :id AND audience = :audience"_s);
    old.bind(":id"_L1, id).bind(":audience"_L1, codeOf(audience)).run();
    for (qsizetype place = 0; place < reasons.size(); ++place) {
        const ReasonTexts &reason = reasons.at(place);
        for (auto it = reason.textByLanguage.cbegin(); it != reason.textByLanguage.cend(); ++it) {
            Statement row(m_tx,
                          u"INSERT INTO reason (store_id, audience, code, language, text, place) "
                          "VALUES (:id, :audience, :code, :language, :text, :place)"_s);
            row.bind(":id"_L1, id).bind(":audience"_L1, codeOf(audience)).bind(":code"_L1, reason.code);
            row.bind(":language"_L1, it.key()).bind(":text"_L1, it.value()).bind(":place"_L1, place).run();
        }
    }
}

} // namespace mc::store
