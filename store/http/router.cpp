// SPDX-License-Identifier: Apache-2.0
#include "store/http/router.h"

#include "domain/plantedbug.h"
#include "store/http/authentication.h"
#include "store/http/gzip.h"
#include "store/http/idempotency.h"

#include <QLoggingCategory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace mc::store {
namespace {

Q_LOGGING_CATEGORY(lcAccess, "mc.store.access")
Q_LOGGING_CATEGORY(lcRouter, "mc.store.router")

// Those in use are few; whoever makes tokens up must not fill the memory.
constexpr int MostLimitedTokens = 10'000;
constexpr qsizetype WorthCompressing = 1400; // less fits one packet anyway

bool isPagePath(const Request &request)
{
    return request.route != nullptr ? request.route->isPage : !request.path.startsWith("/v1/"_L1);
}

bool isCompressible(const Response &response)
{
    // Never pages: they hold a secret (the form's token) next to text that others chose.
    const QByteArray type = response.header("content-type");
    return type == "application/json" || type == "application/x-ndjson";
}

void compress(const Request &request, Response &response)
{
    if (!isCompressible(response) || (!response.source && response.body.size() < WorthCompressing))
        return;
    response.addHeader("Vary", "Accept-Encoding");
    if (!acceptsGzip(request.header("accept-encoding")))
        return;
    response.addHeader("Content-Encoding", "gzip");
    const auto gzip = std::make_shared<Gzip>();
    if (!response.source) {
        response.body = gzip->finish(response.body);
        return;
    }
    const auto isDone = std::make_shared<bool>(false);
    response.source = [gzip, isDone,
                       source = std::move(response.source)](Tx &tx) -> std::optional<QByteArray> {
        if (*isDone)
            return std::nullopt;
        const std::optional<QByteArray> piece = source(tx);
        *isDone = !piece;
        return piece ? gzip->add(*piece) : gzip->finish();
    };
}

Response tooMany(std::chrono::seconds wait)
{
    Response response = problem(429, "too-many-requests", u"Too many requests"_s,
                                u"Wait for the time that Retry-After gives and try again."_s);
    response.addHeader("Retry-After", QByteArray::number(static_cast<qint64>(wait.count())));
    return response;
}

// Says nothing of what was changed: the answer to a commit can be lost on the way from the database.
Response unavailable()
{
    Response response = problem(503, "unavailable", u"The store cannot answer right now"_s,
                                u"Send it again in a moment, with the same Idempotency-Key where there is "_s
                                u"one: then it is done once."_s);
    response.addHeader("Retry-After", "2");
    return response;
}

QByteArray mediaType(const QByteArray &header)
{
    return header.split(';').constFirst().trimmed().toLower(); // left(-1) is empty for a QByteArray.
}

std::chrono::milliseconds monotonicNow()
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::steady_clock::now().time_since_epoch());
}

} // namespace

/// Lives until the reply is sent; touched by one thread after the other.
struct Router::Job {
    Job(Router &owner, Request &&asked)
        : router(owner)
        , request(std::move(asked))
        , route(*request.route)
    {
        ++router.m_underWay;
    }
    ~Job()
    {
        release();
        --router.m_underWay;
    }
    Q_DISABLE_COPY_MOVE(Job)

    void release()
    {
        if (claim.isEmpty())
            return;
        const std::scoped_lock lock(router.m_mutex);
        router.m_keysUnderWay.remove(claim);
        claim.clear();
    }
    /// Called where nothing is left to be undone.
    void finish(const Reply &reply)
    {
        if (route.isPage && response.status >= 400
            && response.header("content-type") == "application/problem+json")
            response = router.asPage(request, response);
        compress(request, response);
        release(); // before the answer, so that an immediate repetition finds it
        reply(std::move(response));
    }
    /// Signs in and checks the right; an answer: no.
    [[nodiscard]] std::optional<Response> signIn(Tx &tx)
    {
        now = router.m_hooks.clock();
        principal = {};
        if (route.access == Access::Public || route.access == Access::EngineSignature)
            return std::nullopt;
        const bool isCustomer = route.access == Access::Customer;
        const std::optional<Principal> found = !isCustomer ? bearerPrincipal(tx, request, now)
            : router.m_hooks.customer                      ? router.m_hooks.customer(tx, request, now)
                                                           : std::nullopt;
        if (!found)
            return isCustomer ? router.refusal(request, 404, "not-found", u"Not found"_s) : unauthenticated();
        principal = *found;
        if (isCustomer && request.method == "POST") {
            if (std::optional<Response> refused = router.limitedFor(principal, request))
                return refused;
        }
        return mayUse(route.access, principal) ? std::nullopt : std::optional(forbidden());
    }
    /// The handler inside its transaction, with the idempotency key around it.
    [[nodiscard]] Response run(Tx &tx)
    {
        if (std::optional<Response> refused = signIn(tx))
            return *refused;
        const Call call{request, principal, &tx, now};
        if (!route.needsIdempotencyKey)
            return route.handle(call);
        if (const auto key = idempotencyKey(request); !key)
            return key.error();
        const IdempotentCall idempotent = idempotentCall(request, principal);
        if (std::optional<Response> answer = reserved(tx, idempotent, now)) {
            tx.rollBack();
            return *answer;
        }
        Response answer = route.handle(call);
        if (answer.status < 400)
            keepAnswer(tx, idempotent, answer);
        return answer;
    }

    Router &router;
    const Request request;
    const Route &route;
    QByteArray claim; ///< In m_keysUnderWay; empty: none.
    Principal principal;
    QDateTime now;
    Response response;
};

Router::Router(RouteTable routes, Database &database, RouterHooks hooks)
    : m_routes(std::move(routes))
    , m_finder(m_routes)
    , m_database(database)
    , m_hooks(std::move(hooks))
    , m_customerPosts({10, 6s})
    , m_addressPosts({60, 1s})
    , m_tokenRequests(m_hooks.perToken, MostLimitedTokens)
{
}

Router::~Router() = default;

tl::expected<qint64, Response> Router::admit(Request &request)
{
    const auto refused = [&](int status, const QByteArray &type, const QString &title) {
        return tl::unexpected(refusal(request, status, type, title));
    };
    if (request.path == u"*") {
        Response response;
        response.status = 204;
        response.addHeader("Allow", "GET, HEAD, POST, PUT, DELETE, OPTIONS");
        return tl::unexpected(response);
    }
    const RouteFinder::Match match = m_finder.find(request.method, request.rawPath);
    if (match.route == nullptr) {
        if (match.allowed.isEmpty())
            return refused(404, "not-found", u"There is nothing here"_s);
        Response response = request.method == "OPTIONS"
            ? Response{204, {}, {}, {}, {}}
            : refusal(request, 405, "method-not-allowed", u"This address does not know that method"_s);
        response.setHeader("Allow", match.allowed.join(", "));
        return tl::unexpected(response);
    }
    request.route = match.route;
    request.parameters = match.parameters;
    const bool hasBody =
        request.headerCount("transfer-encoding") > 0 || request.header("content-length").toLongLong() > 0;
    if (hasBody && !match.route->contentType.isEmpty()
        && mediaType(request.header("content-type")) != match.route->contentType)
        return refused(415, "unsupported-media-type",
                       u"This address takes %1 only"_s.arg(QString::fromLatin1(match.route->contentType)));
    return match.route->bodyLimit;
}

std::optional<Response> Router::limited(const Request &request)
{
    if (m_underWay >= MaxUnderWay)
        return unavailable();
    const auto wait = waitOf(request);
    return wait ? std::optional(comeBackIn(*wait, request)) : std::nullopt;
}

std::optional<std::chrono::seconds> Router::waitOf(const Request &request)
{
    if (request.route->access == Access::Customer)
        return request.route->method == "POST"
            ? m_addressPosts.take(addressKey(request.clientAddress), monotonicNow())
            : std::nullopt;
    const QByteArray token = bearerToken(request);
    return token.isEmpty() ? std::nullopt : m_tokenRequests.take(QString::fromLatin1(token), monotonicNow());
}

/// By the order, not by the cookie: anybody can add to a cookie, and each visit of the link gives a new one.
std::optional<Response> Router::limitedFor(const Principal &customer, const Request &request)
{
    const auto wait =
        m_customerPosts.take(customer.store.toString() + u' ' + customer.order.toString(), monotonicNow());
    return wait ? std::optional(comeBackIn(*wait, request)) : std::nullopt;
}

Response Router::comeBackIn(std::chrono::seconds wait, const Request &request)
{
    const Response response = tooMany(wait);
    return request.route->isPage ? asPage(request, response) : response;
}

Response Router::asPage(const Request &request, const Response &problem)
{
    Response response = refusal(request, problem.status, {}, {});
    if (const QByteArray retryAfter = problem.header("retry-after"); !retryAfter.isEmpty())
        response.setHeader("Retry-After", retryAfter);
    return response;
}

/// Within this process a key that is being worked on is refused at once; between processes the row is.
std::optional<Response> Router::claimKey(const Request &request, QByteArray &claim)
{
    if (bearerToken(request).isEmpty())
        return unauthenticated();
    const auto key = idempotencyKey(request);
    if (!key) {
        claim.clear();
        return std::nullopt; // 400, but only after the caller has been recognised
    }
    const QByteArray wanted = bearerToken(request) + ' ' + key->toLatin1();
    const std::scoped_lock lock(m_mutex);
    if (m_keysUnderWay.contains(wanted)) {
        Response busy = problem(409, "idempotency-in-flight", u"This request is being worked on"_s,
                                u"The first one with this key has not ended yet."_s);
        busy.addHeader("Retry-After", "1");
        return busy;
    }
    m_keysUnderWay.insert(wanted);
    claim = wanted;
    return std::nullopt;
}

void Router::handle(Request request, Reply reply)
{
    if (bugPlanted("request-body-logged")) [[unlikely]]
        qCInfo(lcAccess) << request.body;
    if (std::optional<Response> refused = limited(request)) {
        reply(std::move(*refused));
        return;
    }
    const auto job = std::make_shared<Job>(*this, std::move(request));
    if (job->route.needsIdempotencyKey) {
        if (std::optional<Response> refused = claimKey(job->request, job->claim)) {
            reply(std::move(*refused));
            return;
        }
    }
    switch (job->route.work) {
    case Work::None:
        runWithoutDatabase(*job, reply);
        return;
    case Work::QuickRead:
    case Work::Read:
        runReading(job, reply);
        return;
    case Work::Write:
        runWriting(job, reply);
        return;
    case Work::Own:
        startOwn(job, reply);
        return;
    }
}

void Router::runWithoutDatabase(Job &job, const Reply &reply)
{
    // Only for what needs nobody: without a database nobody can be recognised.
    job.response = job.route.access == Access::Public
        ? job.route.handle({job.request, job.principal, nullptr, m_hooks.clock()})
        : unauthenticated();
    job.finish(reply);
}

void Router::runReading(const std::shared_ptr<Job> &job, const Reply &reply)
{
    const auto read = [job, reply](Tx &tx) {
        job->response = job->run(tx);
        if (tx.hasFailed())
            job->response = unavailable();
        job->finish(reply);
    };
    if (job->route.work != Work::QuickRead || !m_database.readHere(read))
        m_database.read(read);
}

void Router::runWriting(const std::shared_ptr<Job> &job, const Reply &reply)
{
    m_database.write(
        [job, reply](Tx &tx) {
            job->response = job->run(tx);
            if (job->response.status >= 400)
                tx.rollBack();
            else if (bugPlanted("answer-before-commit"))
                reply(job->response);
        },
        [job, reply](CommitOutcome outcome, const DatabaseError &error) {
            if (outcome == CommitOutcome::Failed) {
                qCWarning(lcRouter, "%s %s: %s", qUtf8Printable(job->request.id),
                          qUtf8Printable(job->route.pattern), qUtf8Printable(error.detail));
                job->response = unavailable();
            }
            job->finish(reply);
        });
}

void Router::startOwn(const std::shared_ptr<Job> &job, const Reply &reply)
{
    m_database.read([job, reply](Tx &tx) {
        std::optional<Response> answer = job->signIn(tx);
        if (!answer && job->route.needsIdempotencyKey) {
            const auto key = idempotencyKey(job->request);
            answer =
                key ? replayed(tx, idempotentCall(job->request, job->principal)) : std::optional(key.error());
        }
        if (answer) {
            job->response = *answer;
            job->finish(reply);
            return;
        }
        job->route.start(job->request, job->principal, [job, reply](Response response) {
            job->response = std::move(response);
            job->finish(reply);
        });
    });
}

void Router::produce(const BodySource &source, std::function<void(std::optional<QByteArray>)> done)
{
    m_database.read([source, done = std::move(done)](Tx &tx) { done(source(tx)); });
}

Response Router::refusal(const Request &request, int status, const QByteArray &type, const QString &title)
{
    if (isPagePath(request) && m_hooks.errorPage)
        return m_hooks.errorPage(request, status);
    return problem(status, type.isEmpty() ? QByteArray("error") : type,
                   title.isEmpty() ? QString::fromLatin1(reasonPhrase(status)) : title);
}

void Router::answered(const Request &request, int status, qint64 bytes, qint64 microseconds)
{
    // The pattern, not the path: /o/{token} holds a secret, other paths hold ids of people's orders.
    qCInfo(lcAccess, "%s %s %s %d %lld bytes %lld us", qUtf8Printable(request.id),
           request.route == nullptr ? "-" : request.route->method.constData(),
           request.route == nullptr ? "-" : qUtf8Printable(request.route->pattern), status, bytes,
           microseconds);
}

} // namespace mc::store
