// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/http/ratelimiter.h"
#include "store/http/requesthandler.h"
#include "store/http/route.h"
#include "store/http/routefinder.h"
#include "store/orderbook/database.h"

#include <QSet>

#include <atomic>
#include <mutex>

namespace mc::store {

/// What the router is told from outside.
struct RouterHooks {
    std::function<QDateTime()> clock; ///< UTC
    /// The customer behind the sealed cookie; nullopt for none, a wrong or an old one.
    std::function<std::optional<Principal>(Tx &, const Request &, const QDateTime &now)> customer;
    /// An error as a page, for routes with isPage and paths outside /v1.
    std::function<Response(const Request &, int status)> errorPage;
    /// For each session and API token. More than a shop that sends its orders one by one comes to.
    RateLimiter::Rate perToken = tokenRate(DefaultTokenRequests);

    static constexpr int DefaultTokenRequests = 1000;
    static constexpr int MostTokenRequests = 1000; ///< A rate is counted in whole milliseconds a request.
    /// At most so many (1 to MostTokenRequests) requests a second for long, three seconds' worth of them at
    /// once.
    [[nodiscard]] static RateLimiter::Rate tokenRate(int requestsPerSecond)
    {
        const int atLeast =
            (1000 + requestsPerSecond - 1) / requestsPerSecond; // rounded up, so never more than told
        return {3 * requestsPerSecond, std::chrono::milliseconds(atLeast)};
    }
};

/**
 * From a request to its answer: finds the route, signs in, checks the right, keeps idempotency keys, runs the
 * handler on a database worker, and answers when the transaction is durable.
 *
 * Thread-safe after construction. The database is not owned and outlives it; replies that are still under way
 * when the router goes are the database's jobs, so it must be destroyed first.
 */
class Router final : public RequestHandler
{
public:
    Router(RouteTable routes, Database &database, RouterHooks hooks);
    ~Router() override;
    Q_DISABLE_COPY_MOVE(Router)

    [[nodiscard]] const RouteTable &routes() const { return m_routes; }

    [[nodiscard]] tl::expected<qint64, Response> admit(Request &request) override;
    void handle(Request request, Reply reply) override;
    void produce(const BodySource &source, std::function<void(std::optional<QByteArray>)> done) override;
    [[nodiscard]] Response refusal(const Request &request, int status, const QByteArray &type,
                                   const QString &title) override;
    void answered(const Request &request, int status, qint64 bytes, qint64 microseconds) override;

    static constexpr int MaxUnderWay = 8192; ///< Requests on workers; more are told to come back.

private:
    struct Job; ///< One request on its way through a worker.

    [[nodiscard]] std::optional<Response> limited(const Request &request);
    [[nodiscard]] std::optional<std::chrono::seconds> waitOf(const Request &request);
    [[nodiscard]] std::optional<Response> limitedFor(const Principal &customer, const Request &request);
    [[nodiscard]] Response comeBackIn(std::chrono::seconds wait, const Request &request);
    [[nodiscard]] Response asPage(const Request &request, const Response &problem);
    [[nodiscard]] std::optional<Response> claimKey(const Request &request, QByteArray &claim);
    void runWithoutDatabase(Job &job, const Reply &reply);
    void runReading(const std::shared_ptr<Job> &job, const Reply &reply);
    void runWriting(const std::shared_ptr<Job> &job, const Reply &reply);
    void startOwn(const std::shared_ptr<Job> &job, const Reply &reply);

    const RouteTable m_routes;
    const RouteFinder m_finder;
    Database &m_database;
    const RouterHooks m_hooks;
    RateLimiter m_customerPosts;
    RateLimiter m_addressPosts;
    RateLimiter m_tokenRequests;
    std::atomic<int> m_underWay = 0;
    std::mutex m_mutex; ///< Guards m_keysUnderWay.
    QSet<QByteArray> m_keysUnderWay;
};

} // namespace mc::store
