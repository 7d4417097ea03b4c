// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/roles.h"
#include "store/orderbook/orderbook.h"

#include <QByteArray>
#include <QHash>

namespace mc::store {

struct Store {
    StoreId id;
    QString name;
    QByteArray timeZone = "UTC"; ///< IANA id.
    QString currency = QStringLiteral("EUR");
    QString supportEmail;
    int commentLimit = 500; ///< Unicode code points.
    bool isDemo = false;
    QString epoch; ///< Of the change feed; given by the repository.

    friend bool operator==(const Store &, const Store &) = default;
};

struct VersionedPolicy {
    CancellationPolicy policy;
    qint64 version = 1;
};

struct StoreAndPolicy {
    Store store;
    VersionedPolicy policy;
};

/// Who chooses from a list of reasons.
enum class Audience : quint8 { Customer, Staff };

/// A reason in every language that the store has words for; "en" is the fallback.
struct ReasonTexts {
    QString code;
    QHash<QString, QString> textByLanguage;
};

/// The stores of this service, their policies, settings and reasons. Lives as long as the Tx.
class StoreRepository final
{
public:
    explicit StoreRepository(Tx &tx);

    /// Makes the store and its feed. An empty id is filled in; the epoch is always new. It processes with the
    /// delay of the stores that are there.
    StoreId add(Store store, const QDateTime &now);
    void update(const Store &store); ///< Name, time zone, currency, support address, comment limit.
    [[nodiscard]] QList<Store> list() const;
    [[nodiscard]] std::optional<Store> find(const StoreId &id) const;
    [[nodiscard]] std::optional<StoreAndPolicy>
    findWithPolicy(const StoreId &id) const; ///< In one statement.
    /// After a restore: every cursor is refused from now on.
    void renewEpoch(const StoreId &id);

    [[nodiscard]] VersionedPolicy policy(const StoreId &id) const;
    /// Stale when `ifVersion` is not the version that is there; Invalid for windows and deadlines out of
    /// range.
    [[nodiscard]] Result<VersionedPolicy> setPolicy(const StoreId &id, const CancellationPolicy &policy,
                                                    std::optional<qint64> ifVersion, const Actor &actor,
                                                    const QDateTime &now);

    [[nodiscard]] QString setting(const StoreId &id, const QString &name, const QString &fallback = {}) const;
    void setSetting(const StoreId &id, const QString &name, const QString &value);
    /// How long a request waits before it is processed, so that a person can see it. Default 0.
    [[nodiscard]] std::chrono::milliseconds processingDelay(const StoreId &id) const;
    void setProcessingDelay(const StoreId &id, std::chrono::milliseconds delay);

    /// In the store's order and the language asked for, else its primary language ("de" for "de-AT"), else
    /// English.
    [[nodiscard]] QList<CancelReason> reasons(const StoreId &id, Audience audience,
                                              const QString &language) const;
    [[nodiscard]] std::optional<QString> reasonText(const StoreId &id, Audience audience, const QString &code,
                                                    const QString &language) const;
    /// The list in every language: the store's own, or the built-in one.
    [[nodiscard]] QList<ReasonTexts> reasonTexts(const StoreId &id, Audience audience) const;
    /// Replaces the list of an audience; an empty one brings the built-in list back.
    void setReasons(const StoreId &id, Audience audience, const QList<ReasonTexts> &reasons);

private:
    Tx &m_tx; ///< Not owned; outlives this object.
};

} // namespace mc::store
