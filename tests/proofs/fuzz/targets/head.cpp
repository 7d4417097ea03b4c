// SPDX-License-Identifier: Apache-2.0
// A request as it comes off the socket: Boost.Beast's parser as the listener sets it up, then everything that
// the store itself reads from head and form.
#include "../support/fuzzing.h"
#include "store/http/cidr.h"
#include "store/http/headervalues.h"
#include "store/http/parsedhead.h"
#include "store/http/routefinder.h"
#include "store/http/wire.h"

#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

using namespace mc::store;
using mc::fuzz::require;
namespace http = boost::beast::http;

namespace {

const RouteTable &routes()
{
    static const RouteTable table = [] {
        RouteTable routes;
        for (const auto &[method, pattern] : {std::pair("GET", "/v1/orders"),
                                              {"GET", "/v1/orders/{id}"},
                                              {"PUT", "/v1/orders/{externalId}"},
                                              {"POST", "/v1/orders/{id}/cancellations"},
                                              {"GET", "/o/{token}"},
                                              {"GET", "/order"}}) {
            Route route;
            route.method = method;
            route.pattern = QString::fromLatin1(pattern);
            routes.push_back(route);
        }
        return routes;
    }();
    return table;
}

const TrustedProxies &proxies()
{
    static const TrustedProxies parsed = *TrustedProxies::parse(
        {QStringLiteral("127.0.0.0/8"), QStringLiteral("10.0.0.0/8"), QStringLiteral("::1/128")});
    return parsed;
}

void read(const http::request_parser<http::string_body> &parser)
{
    Request request;
    request.clientAddress = QStringLiteral("127.0.0.1");
    takeHead(parser.get(), request);
    proxies().apply(request);
    HeadProblem wrong = checkHead(request, parser.get().version() == 10 ? 0 : 1);
    if (wrong.status == 0) {
        require(request.headerCount("content-length") + request.headerCount("transfer-encoding") <= 1,
                "one framing only");
        const auto target = parser.get().target();
        wrong = applyTarget(request, {target.data(), qsizetype(target.size())});
    }
    if (wrong.status != 0) {
        const Response refusal = problem(wrong.status, wrong.type, wrong.title, wrong.title, {});
        const QByteArray head = responseHead(refusal, Framing::Length, false, request.id);
        require(head.indexOf("\r\n\r\n") == head.size() - 4, "a refusal has one head");
        return;
    }
    static const RouteFinder Finder(routes());
    const RouteFinder::Match match = Finder.find(request.method, request.rawPath);
    require(match.route == nullptr || match.allowed.isEmpty(), "a route or other methods");
    (void)bearerToken(request);
    (void)idempotencyKey(request);
    (void)request.cookie("order");
    (void)request.queryValue(u"after");
    const std::string &body = parser.get().body();
    const auto form = parseQuery({body.data(), qsizetype(body.size())});
    Response answer = form ? json(200, request.body) : html(400, {});
    if (request.headerCount("x-echo") > 0) // whatever a handler puts into a header stays in its line
        answer = redirect(request.header("x-echo"));
    answer.setHeader("X-Path", request.path.toUtf8());
    addSecurityHeaders(answer, request.isSecure);
    const Framing framing = request.headerCount("x-echo") > 0 ? Framing::Chunked : Framing::None;
    const QByteArray head = responseHead(answer, framing, parser.keep_alive(), QStringLiteral("id"));
    require(head.indexOf("\r\n\r\n") == head.size() - 4, "an answer has one head");
    (void)chunk(answer.body);
    (void)chunk(QByteArray::fromStdString(body));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray input = mc::fuzz::inputOf(data, size);
    http::request_parser<http::string_body> parser;
    parser.eager(true);
    parser.header_limit(16 * 1024);
    parser.body_limit(64 * 1024);
    boost::system::error_code error;
    std::size_t used = 0;
    const auto all = std::size_t(input.size());
    while (used < all && !parser.is_done() && !error) {
        const std::size_t taken =
            parser.put(boost::asio::buffer(input.constData() + used, all - used), error);
        if (taken == 0)
            break;
        used += taken;
    }
    if (parser.is_header_done())
        read(parser);
    return 0;
}
