// SPDX-License-Identifier: Apache-2.0
// What Vendure answers: pages of orders, single orders, mutations. Each line of the input is one answer, with
// its status before it: "200 {…}".
#include "../support/fuzzing.h"
#include "../support/httpanswers.h"
#include "domain/orderjson.h"
#include "domain/orderrules.h"
#include "store/engines/vendure/vendurecancel.h"
#include "store/engines/vendure/vendurefeed.h"

#include <QJsonDocument>

using namespace mc;
using namespace mc::store;
using mc::fuzz::require;

namespace {

QList<HttpAnswer> answersFrom(const QByteArray &input)
{
    QList<HttpAnswer> answers;
    for (const QByteArray &line : input.split('\n')) {
        const qsizetype space = line.indexOf(' ');
        HttpAnswer answer;
        answer.status = line.left(space).toInt();
        answer.headers = {{"vendure-auth-token", answer.status == 201 ? QByteArray() : QByteArray("token")}};
        if (answer.status == 201)
            answer.status = 200;
        answer.body = line.mid(space + 1);
        answers.append(answer);
    }
    return answers;
}

void check(const Order &order)
{
    (void)itemStatusOf(order);
    (void)refundFor(order, remainingLines(order));
    for (const LineItem &line : order.lines) {
        require(line.quantity > 0 && line.cancelledQuantity >= 0 && line.cancelledQuantity <= line.quantity,
                "quantities make sense");
    }
    require(order.payment.paidMinor >= 0 && order.payment.refundedMinor >= 0, "money makes sense");
}

EngineConfig config()
{
    EngineConfig config;
    config.type = QStringLiteral("vendure");
    config.url = QUrl(QStringLiteral("https://vendure.example"));
    config.user = QStringLiteral("user");
    config.secret = QStringLiteral("secret");
    return config;
}

void pull(const QList<HttpAnswer> &answers)
{
    fuzz::setHttpAnswers(answers);
    VendureApi api(config(), {}, {});
    EngineEnvironment environment;
    environment.nowMs = [] { return 1'800'000'000'000; };
    VendureFeed feed(api, environment);
    QByteArray position;
    for (qsizetype i = 0; i <= answers.size() && i < 40; ++i) {
        if (i == 9) // a refund by another connector
            environment.touched->add(QStringLiteral("1"));
        if (i == 30) // a page that was never kept
            position = R"({"importing":false})";
        const auto page = feed.pull(position);
        if (!page) {
            require(!page.error().detail.isEmpty(), "a failure has a sentence");
            continue;
        }
        for (const Order &order : page->orders)
            check(order);
        position = page->position;
    }
}

void readAndCancel(const QList<HttpAnswer> &answers)
{
    fuzz::setHttpAnswers(answers);
    VendureApi api(config(), {}, {});
    VendureRecords records(api);
    const auto before = records.read(QStringLiteral("1"));
    if (!before)
        return;
    const Order order = toOrder(*before);
    check(order);
    (void)parcelsOf(*before);
    Cancellation request;
    request.lines = remainingLines(order);
    if (!before->nextStates.isEmpty() && request.lines.size() > 1)
        request.lines.removeLast();
    const auto outcome = VendureCancel(records, 1'800'000'000'000).run(order, request);
    if (outcome)
        check(toOrder(outcome->order));
    (void)parcelsOf(outcome ? outcome->order : *before);
    (void)records.refund(QStringLiteral("1"), 100, QStringLiteral("why"));
    (void)records.settleRefund(QStringLiteral("1"), QStringLiteral("t"));
    (void)records.moveOrderToCancelled(QStringLiteral("1"));
    (void)records.cancelPayment(QStringLiteral("1"));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray input = fuzz::inputOf(data, size);
    const QList<HttpAnswer> answers = answersFrom(input);
    pull(answers);
    readAndCancel(answers);
    for (const HttpAnswer &answer : answers) {
        const QString clean = cleanEngineText(QString::fromUtf8(answer.body), 100);
        require(clean.size() <= 100 && !clean.contains(u'\n'), "engine text is short and on one line");
        if (const auto order = parseVendureOrder(QJsonDocument::fromJson(answer.body).object()))
            check(toOrder(*order));
    }
    // A position that an older version kept, or that somebody changed by hand.
    fuzz::setHttpAnswers(answers);
    VendureApi api(config(), {}, {});
    (void)VendureFeed(api, {}).pull(answers.constFirst().body);
    return 0;
}
