// SPDX-License-Identifier: Apache-2.0
#include "store/orderbook/staffrepository.h"

#include "domain/codes.h"
#include "store/orderbook/statement.h"

using namespace Qt::StringLiterals;

namespace mc::store {
namespace {

QString emailKey(const QString &email)
{
    return email.trimmed().toCaseFolded();
}

QString staffColumns(const QString &rest)
{
    return u"SELECT s.id, s.store_id, s.name, s.email, s.role, s.password_hash, s.is_disabled FROM staff s "_s
        + rest;
}

Staff staffOf(const Statement &row)
{
    return {StaffId(row.text(0)),
            StoreId(row.text(1)),
            row.text(2),
            row.text(3),
            fromCode<Role>(row.text(4)).value_or(Role::Viewer),
            row.text(5),
            row.flag(6)};
}

QList<Staff> allOf(Statement &rows)
{
    QList<Staff> list;
    for (bool more = rows.first(); more; more = rows.next())
        list.append(staffOf(rows));
    return list;
}

} // namespace

StaffRepository::StaffRepository(Tx &tx)
    : m_tx(tx)
{
}

Result<StaffId> StaffRepository::add(Staff staff, const QDateTime &now)
{
    if (!staff.id.isValid())
        staff.id = StaffId(newUuid7());
    Statement row(m_tx,
                  u"INSERT INTO staff (store_id, id, name, email, email_key, role, password_hash, "
                  u"is_disabled, created_at) "
                  "VALUES (:store, :id, :name, :email, :email_key, :role, :password, :disabled, :now) "
                  "ON CONFLICT (store_id, email_key) DO NOTHING"_s);
    row.bind(":store"_L1, staff.store).bind(":id"_L1, staff.id).bind(":name"_L1, staff.name);
    row.bind(":email"_L1, staff.email.trimmed()).bind(":email_key"_L1, emailKey(staff.email));
    row.bind(":role"_L1, codeOf(staff.role)).bind(":password"_L1, staff.passwordHash);
    row.bind(":disabled"_L1, staff.isDisabled).bind(":now"_L1, now);
    if (row.runAndCount() == 1)
        return staff.id;
    if (m_tx.hasFailed())
        return tl::unexpected(Refusal{Refusal::Kind::Database, 0, {}});
    return tl::unexpected(
        Refusal{Refusal::Kind::Invalid, 0, u"Somebody with this e-mail address is there already."_s});
}

QList<Staff> StaffRepository::list(const StoreId &store) const
{
    Statement rows(m_tx, staffColumns(u"WHERE s.store_id = :store ORDER BY s.name, s.id"_s));
    rows.bind(":store"_L1, store);
    return allOf(rows);
}

std::optional<Staff> StaffRepository::find(const StoreId &store, const StaffId &id) const
{
    Statement row(m_tx, staffColumns(u"WHERE s.store_id = :store AND s.id = :id"_s));
    row.bind(":store"_L1, store).bind(":id"_L1, id);
    return row.first() ? std::optional(staffOf(row)) : std::nullopt;
}

QList<Staff> StaffRepository::findByEmail(const QString &email) const
{
    Statement rows(
        m_tx, staffColumns(u"WHERE s.email_key = :key AND s.is_disabled = 0 ORDER BY s.created_at, s.id"_s));
    rows.bind(":key"_L1, emailKey(email));
    return allOf(rows);
}

bool StaffRepository::setDisabled(const StoreId &store, const StaffId &id, bool isDisabled)
{
    if (isDisabled)
        removeSessions(store, id);
    Statement row(m_tx, u"UPDATE staff SET is_disabled = :disabled WHERE store_id = :store AND id = :id"_s);
    row.bind(":disabled"_L1, isDisabled).bind(":store"_L1, store).bind(":id"_L1, id);
    return row.runAndCount() == 1;
}

bool StaffRepository::setPassword(const StoreId &store, const StaffId &id, const QString &passwordHash)
{
    Statement row(m_tx, u"UPDATE staff SET password_hash = :password WHERE store_id = :store AND id = :id"_s);
    row.bind(":password"_L1, passwordHash).bind(":store"_L1, store).bind(":id"_L1, id);
    return row.runAndCount() == 1;
}

void StaffRepository::addSession(const StaffSession &session)
{
    Statement row(m_tx,
                  u"INSERT INTO session (store_id, token_hash, staff_id, device, created_at, expires_at) "
                  "VALUES (:store, :token, :staff, :device, :created, :expires)"_s);
    row.bind(":store"_L1, session.store)
        .bind(":token"_L1, session.tokenHash)
        .bind(":staff"_L1, session.staff);
    row.bind(":device"_L1, session.device).bind(":created"_L1, session.createdAt);
    row.bind(":expires"_L1, session.expiresAt).run();
}

std::optional<Staff> StaffRepository::findBySession(const QString &tokenHash, const QDateTime &now) const
{
    Statement row(
        m_tx,
        staffColumns(u"JOIN session t ON t.store_id = s.store_id AND t.staff_id = s.id "
                     "WHERE t.token_hash = :token AND t.expires_at > :now AND s.is_disabled = 0"_s));
    row.bind(":token"_L1, tokenHash).bind(":now"_L1, now);
    return row.first() ? std::optional(staffOf(row)) : std::nullopt;
}

QList<StaffSession> StaffRepository::sessions(const StoreId &store, const StaffId &id,
                                              const QDateTime &now) const
{
    QList<StaffSession> list = sessionsOfStore(store, now);
    list.removeIf([&id](const StaffSession &one) { return one.staff != id; });
    return list;
}

QList<StaffSession> StaffRepository::sessionsOfStore(const StoreId &store, const QDateTime &now) const
{
    QList<StaffSession> list;
    Statement rows(m_tx,
                   u"SELECT token_hash, staff_id, device, created_at, expires_at FROM session WHERE store_id "
                   "= :store AND expires_at > :now ORDER BY created_at, token_hash"_s);
    rows.bind(":store"_L1, store).bind(":now"_L1, now);
    for (bool more = rows.first(); more; more = rows.next())
        list.append({rows.text(0), store, StaffId(rows.text(1)), rows.text(2), rows.time(3), rows.time(4)});
    return list;
}

void StaffRepository::removeSession(const QString &tokenHash)
{
    Statement row(m_tx, u"DELETE FROM session WHERE token_hash = :token"_s);
    row.bind(":token"_L1, tokenHash).run();
}

void StaffRepository::removeSessions(const StoreId &store, const StaffId &id)
{
    Statement row(m_tx, u"DELETE FROM session WHERE store_id = :store AND staff_id = :staff"_s);
    row.bind(":store"_L1, store).bind(":staff"_L1, id).run();
}

StaffRepository::Failures StaffRepository::signInFailures(const QString &subject) const
{
    Statement row(m_tx, u"SELECT failures, last_at FROM sign_in_failure WHERE subject = :subject"_s);
    row.bind(":subject"_L1, subject);
    return row.first() ? Failures{static_cast<int>(row.number(0)), row.time(1)} : Failures{};
}

void StaffRepository::addSignInFailure(const QString &subject, const QDateTime &now)
{
    Statement row(m_tx,
                  u"INSERT INTO sign_in_failure (subject, failures, last_at) VALUES (:subject, 1, :now) "
                  "ON CONFLICT (subject) DO UPDATE SET failures = sign_in_failure.failures + 1, last_at = "
                  "excluded.last_at"_s);
    row.bind(":subject"_L1, subject).bind(":now"_L1, now).run();
}

void StaffRepository::clearSignInFailures(const QString &subject)
{
    Statement row(m_tx, u"DELETE FROM sign_in_failure WHERE subject = :subject"_s);
    row.bind(":subject"_L1, subject).run();
}

void StaffRepository::forgetExpired(const QDateTime &now, const QDateTime &failures)
{
    Statement sessions(m_tx, u"DELETE FROM session WHERE expires_at <= :now"_s);
    sessions.bind(":now"_L1, now).run();
    Statement rows(m_tx, u"DELETE FROM sign_in_failure WHERE last_at < :time"_s);
    rows.bind(":time"_L1, failures).run();
}

} // namespace mc::store
