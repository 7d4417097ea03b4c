// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/api/workqueue.h"
#include "store/http/ratelimiter.h"
#include "store/http/route.h"
#include "store/orderbook/staffrepository.h"

namespace mc::store {

/**
 * `POST /v1/sessions` and `DELETE /v1/sessions/current`.
 *
 * Passwords are checked on a thread of their own: argon2id takes a tenth of a second on purpose, and neither
 * readers nor the writer may wait for it. Unknown people and wrong passwords cost and say the same. Failures
 * are counted for each account and address, in the database, so that several processes agree.
 */
class SignIn final
{
public:
    using Clock = std::function<QDateTime()>;
    SignIn(Database &database, Clock clock); ///< The database is not owned.
    Q_DISABLE_COPY_MOVE(SignIn)

    void addRoutes(RouteTable &table);
    void stop();

    static constexpr int FreeFailures = 5; ///< After these each failure doubles the wait, …
    static constexpr std::chrono::seconds LongestWait{900}; ///< … up to this.
    static constexpr std::chrono::hours SessionLife{24 * 30};

private:
    struct Attempt {
        QString email;
        QString password;
        QString device;
        QString account; ///< Subject of its failures.
        QString address;
        Reply reply;
    };
    void start(const Request &request, Reply reply);
    void look(const Attempt &attempt);
    void check(const Attempt &attempt, const QList<Staff> &people);
    void refuse(const Attempt &attempt);
    void open(const Attempt &attempt, const Staff &person);

    Database &m_database;
    const Clock m_clock;
    RateLimiter m_byAddress;
    WorkQueue m_passwords;
    const QString m_nobody; ///< A password hash that no password has.
};

} // namespace mc::store
