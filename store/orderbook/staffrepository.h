// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/roles.h"
#include "store/orderbook/orderbook.h"

namespace mc::store {

struct Staff {
    StaffId id;
    StoreId store;
    QString name;
    QString email;
    Role role = Role::Viewer;
    QString passwordHash; ///< Keyring::hashPassword()
    bool isDisabled = false;

    friend bool operator==(const Staff &, const Staff &) = default;
};

struct StaffSession {
    QString tokenHash; ///< Keyring::tokenHash() of the bearer token.
    StoreId store;
    StaffId staff;
    QString device;
    QDateTime createdAt;
    QDateTime expiresAt;

    /// What people call it by: says nothing about the token.
    [[nodiscard]] QString id() const { return tokenHash.left(32); }
};

/// People who work in the consoles, their sessions, and failed sign-ins. Lives as long as the Tx.
class StaffRepository final
{
public:
    explicit StaffRepository(Tx &tx);

    /// An empty id is filled in. Invalid: the store has somebody with this e-mail address.
    [[nodiscard]] Result<StaffId> add(Staff staff, const QDateTime &now);
    [[nodiscard]] QList<Staff> list(const StoreId &store) const;
    [[nodiscard]] std::optional<Staff> find(const StoreId &store, const StaffId &id) const;
    /// In every store: a sign-in names no store. Case-insensitive; disabled people are left out.
    [[nodiscard]] QList<Staff> findByEmail(const QString &email) const;
    /// False: no such person. Disabling ends all sessions.
    bool setDisabled(const StoreId &store, const StaffId &id, bool isDisabled);
    bool setPassword(const StoreId &store, const StaffId &id, const QString &passwordHash);

    void addSession(const StaffSession &session);
    /// The person behind a token, unless the session has expired or the person is disabled.
    [[nodiscard]] std::optional<Staff> findBySession(const QString &tokenHash, const QDateTime &now) const;
    /// Those that have not expired, oldest first.
    [[nodiscard]] QList<StaffSession> sessions(const StoreId &store, const StaffId &id,
                                               const QDateTime &now) const;
    [[nodiscard]] QList<StaffSession> sessionsOfStore(const StoreId &store, const QDateTime &now) const;
    void removeSession(const QString &tokenHash);
    void removeSessions(const StoreId &store, const StaffId &id);

    struct Failures {
        int count = 0;
        QDateTime lastAt;
    };
    /// `subject`: "account:<e-mail, hashed>" or "address:<client address>".
    [[nodiscard]] Failures signInFailures(const QString &subject) const;
    void addSignInFailure(const QString &subject, const QDateTime &now);
    void clearSignInFailures(const QString &subject);
    /// Sessions that have ended and failures before `failures`.
    void forgetExpired(const QDateTime &now, const QDateTime &failures);

private:
    Tx &m_tx; ///< Not owned; outlives this object.
};

} // namespace mc::store
