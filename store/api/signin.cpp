// SPDX-License-Identifier: Apache-2.0
#include "store/api/signin.h"

#include "domain/orderjson.h"
#include "store/api/objectreader.h"
#include "store/http/authentication.h"
#include "store/orderbook/keyring.h"

#include <QCryptographicHash>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace mc::store {
namespace {

using Need = ObjectReader::Need;

QString accountSubject(const QString &email)
{
    const QByteArray hash =
        QCryptographicHash::hash(email.trimmed().toLower().toUtf8(), QCryptographicHash::Sha256);
    return u"account:"_s + QString::fromLatin1(hash.toHex());
}

std::chrono::seconds waitAfter(const StaffRepository::Failures &failures, const QDateTime &now)
{
    if (failures.count < SignIn::FreeFailures)
        return 0s;
    const int doublings = std::min(failures.count - SignIn::FreeFailures, 16);
    const std::chrono::seconds wait =
        std::min<std::chrono::seconds>(SignIn::LongestWait, 1s * (1 << doublings));
    const std::chrono::seconds passed(failures.lastAt.secsTo(now));
    return std::max(0s, wait - passed);
}

Response waitAnswer(std::chrono::seconds wait)
{
    Response response = problem(429, "too-many-sign-ins", u"Too many failed sign-ins"_s,
                                u"Wait for the time that Retry-After gives and try again."_s);
    response.addHeader("Retry-After", QByteArray::number(static_cast<qint64>(wait.count())));
    return response;
}

Response busy()
{
    Response response = problem(503, "busy", u"Too many people are signing in; try again soon"_s);
    response.addHeader("Retry-After", "2");
    return response;
}

Response signOut(const Call &call)
{
    if (call.principal.kind != Principal::Kind::Staff)
        return forbidden();
    StaffRepository(*call.tx).removeSession(Keyring::tokenHash(bearerToken(call.request)));
    Response response;
    response.status = 204;
    return response;
}

} // namespace

SignIn::SignIn(Database &database, Clock clock)
    : m_database(database)
    , m_clock(std::move(clock))
    , m_byAddress({20, 3s})
    , m_passwords(64)
    , m_nobody(Keyring::hashPassword(Keyring::newToken()))
{
}

void SignIn::addRoutes(RouteTable &table)
{
    Route signInRoute{
        "POST", u"/v1/sessions"_s, Access::Public, Work::Own, false, 16 * 1024, "application/json", {}, false,
        {}};
    signInRoute.start = [this](const Request &request, const Principal &, Reply reply) {
        start(request, std::move(reply));
    };
    table.push_back(std::move(signInRoute));
    table.push_back({"DELETE",
                     u"/v1/sessions/current"_s,
                     Access::StaffRead,
                     Work::Write,
                     false,
                     0,
                     {},
                     signOut,
                     false,
                     {}});
}

void SignIn::stop()
{
    m_passwords.stop();
}

void SignIn::start(const Request &request, Reply reply)
{
    const auto now = std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::steady_clock::now().time_since_epoch());
    if (const auto wait = m_byAddress.take(addressKey(request.clientAddress), now)) {
        reply(waitAnswer(*wait));
        return;
    }
    auto body = ObjectReader::fromBody(request.body);
    if (!body) {
        reply(body.error());
        return;
    }
    Attempt attempt;
    attempt.email = body->text("email"_L1, Need::Required, 320, 1);
    attempt.password = body->text("password"_L1, Need::Required, 1024, 1);
    attempt.device = body->text("device"_L1, Need::Optional, 200);
    body->finish();
    if (const auto wrong = body->problem()) {
        reply(*wrong);
        return;
    }
    attempt.account = accountSubject(attempt.email);
    attempt.address = u"address:"_s + addressKey(request.clientAddress);
    attempt.reply = std::move(reply);
    look(attempt);
}

void SignIn::look(const Attempt &attempt)
{
    m_database.read([this, attempt](Tx &tx) {
        StaffRepository staff(tx);
        const QDateTime now = m_clock();
        const auto wait = std::max(waitAfter(staff.signInFailures(attempt.account), now),
                                   waitAfter(staff.signInFailures(attempt.address), now));
        const QList<Staff> people = staff.findByEmail(attempt.email);
        if (wait > 0s)
            attempt.reply(waitAnswer(wait));
        else if (!m_passwords.add([this, attempt, people] { check(attempt, people); }))
            attempt.reply(busy());
    });
}

void SignIn::check(const Attempt &attempt, const QList<Staff> &people)
{
    for (const Staff &person : people) {
        if (Keyring::isPassword(attempt.password, person.passwordHash)) {
            open(attempt, person);
            return;
        }
    }
    if (people.isEmpty()) // takes as long as a wrong password
        Q_UNUSED(Keyring::isPassword(attempt.password, m_nobody));
    refuse(attempt);
}

void SignIn::refuse(const Attempt &attempt)
{
    m_database.write(
        [attempt, now = m_clock()](Tx &tx) {
            StaffRepository staff(tx);
            staff.addSignInFailure(attempt.account, now);
            staff.addSignInFailure(attempt.address, now);
        },
        [attempt](CommitOutcome, const DatabaseError &) {
            Response response = problem(401, "wrong-credentials", u"E-mail or password is wrong"_s);
            response.addHeader("WWW-Authenticate", "Bearer");
            attempt.reply(response);
        });
}

void SignIn::open(const Attempt &attempt, const Staff &person)
{
    const QString token = Keyring::newToken();
    StaffSession session;
    session.tokenHash = Keyring::tokenHash(token.toLatin1());
    session.store = person.store;
    session.staff = person.id;
    session.device = attempt.device;
    session.createdAt = m_clock();
    session.expiresAt =
        session.createdAt.addSecs(std::chrono::duration_cast<std::chrono::seconds>(SessionLife).count());
    m_database.write(
        [attempt, session](Tx &tx) {
            StaffRepository staff(tx);
            staff.addSession(session);
            staff.clearSignInFailures(attempt.account);
            staff.clearSignInFailures(attempt.address);
        },
        [attempt, session, token](CommitOutcome outcome, const DatabaseError &) {
            if (outcome != CommitOutcome::Committed) {
                attempt.reply(busy());
                return;
            }
            const QJsonObject body{{u"token"_s, token}, {u"expiresAt"_s, timeToText(session.expiresAt)}};
            attempt.reply(json(201, QJsonDocument(body).toJson(QJsonDocument::Compact)));
        });
}

} // namespace mc::store
