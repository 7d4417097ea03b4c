// SPDX-License-Identifier: Apache-2.0
#include "store/api/webhooks.h"

#include "store/api/objectreader.h"

#include <QMessageAuthenticationCode>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace mc::store {
namespace {

using Need = ObjectReader::Need;

Response unsignedAnswer()
{
    Response response = problem(401, "unauthenticated", u"The signature does not fit"_s,
                                u"It is missing, too old, or made with another secret."_s);
    response.addHeader("WWW-Authenticate", "Webhook-Signature");
    return response;
}

Response unavailable()
{
    Response response = problem(503, "unavailable", u"The store cannot answer right now"_s);
    response.addHeader("Retry-After", "2");
    return response;
}

QByteArray onlyHeader(const Request &request, QByteArrayView name)
{
    return request.headerCount(name) == 1 ? request.header(name) : QByteArray();
}

bool isEventId(const QByteArray &id)
{
    return !id.isEmpty() && id.size() <= 200
        && std::all_of(id.begin(), id.end(), [](char byte) { return byte > ' ' && byte < 0x7f; });
}

} // namespace

QByteArray webhookSignature(const QString &secret, const QByteArray &id, const QByteArray &timestamp,
                            const QByteArray &body)
{
    const QByteArray key =
        QByteArray::fromBase64(secret.mid(QLatin1StringView(Keyring::WebhookPrefix).size()).toLatin1());
    QMessageAuthenticationCode code(QCryptographicHash::Sha256, key);
    code.addData(QByteArray(id + '.' + timestamp + '.'));
    code.addData(body);
    return "v1," + code.result().toBase64();
}

Webhooks::Webhooks(Database &database, Keyring keyring, Clock clock)
    : m_database(database)
    , m_keyring(std::move(keyring))
    , m_clock(std::move(clock))
    , m_nobody(m_keyring.seal(WebhookSecretPurpose, Keyring::newWebhookSecret().toLatin1()))
    , m_byAddress({120, 100ms})
{
}

void Webhooks::addRoutes(RouteTable &table)
{
    Route route{"POST",
                u"/v1/webhooks/{engine}"_s,
                Access::EngineSignature,
                Work::Own,
                false,
                MostBytes,
                "application/json",
                {},
                false,
                {}};
    route.start = [this](const Request &request, const Principal &, Reply reply) {
        start(request, std::move(reply));
    };
    table.push_back(std::move(route));
}

void Webhooks::start(const Request &request, Reply reply)
{
    const auto now = std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::steady_clock::now().time_since_epoch());
    if (const auto wait = m_byAddress.take(addressKey(request.clientAddress), now)) {
        Response busy = problem(429, "too-many-requests", u"Too many requests"_s);
        busy.addHeader("Retry-After", QByteArray::number(static_cast<qint64>(wait->count())));
        reply(busy);
        return;
    }
    const Event event{request.parameters.value(u"engine"_s),
                      QString::fromLatin1(onlyHeader(request, "webhook-id")),
                      onlyHeader(request, "webhook-timestamp"),
                      onlyHeader(request, "webhook-signature"),
                      request.body,
                      std::move(reply)};
    m_database.read([this, event](Tx &tx) {
        const std::optional<EngineRow> engine = EngineRepository(tx).findAnywhere(event.engine);
        if (tx.hasFailed())
            event.reply(unavailable());
        else if (!isSigned(event, engine) || !engine)
            event.reply(unsignedAnswer());
        else
            take(event, *engine);
    });
}

bool Webhooks::isSigned(const Event &event, const std::optional<EngineRow> &engine) const
{
    // The same work for an engine that is not there, so that nobody can tell by the time.
    const bool isKnown = engine && !engine->sealedWebhookSecret.isEmpty();
    const auto secret =
        m_keyring.unseal(WebhookSecretPurpose, isKnown ? engine->sealedWebhookSecret : m_nobody);
    const QByteArray wanted = webhookSignature(QString::fromLatin1(secret.value_or(QByteArray())),
                                               event.id.toLatin1(), event.timestamp, event.body);
    bool isSame = false;
    const QList<QByteArray> signatures = event.signatures.left(1000).split(' ');
    for (const QByteArray &signature : signatures)
        isSame = Keyring::isEqual(signature, wanted) || isSame;
    bool isNumber = false;
    const qint64 sentAt = event.timestamp.toLongLong(&isNumber);
    const qint64 now = m_clock().toSecsSinceEpoch();
    const bool isFresh = isNumber && sentAt >= now - Tolerance.count() && sentAt <= now + Tolerance.count();
    return isKnown && secret && isSame && isFresh && isEventId(event.id.toLatin1());
}

void Webhooks::take(const Event &event, const EngineRow &engine)
{
    auto body = ObjectReader::fromBody(event.body);
    if (!body) {
        event.reply(body.error());
        return;
    }
    // Whatever else the engine tells is its own business.
    const QStringList orders = body->texts("orders"_L1, MostOrders, 200);
    if (const auto wrong = body->problem()) {
        event.reply(*wrong);
        return;
    }
    m_database.write(
        [event, engine, orders, now = m_clock()](Tx &tx) {
            EngineRepository engines(tx);
            if (engines.rememberEvent(engine.store, engine.id, event.id, now))
                engines.addWakes(engine.store, engine.id, orders);
        },
        [this, event, engine](CommitOutcome outcome, const DatabaseError &) {
            if (outcome != CommitOutcome::Committed) {
                event.reply(unavailable());
                return;
            }
            m_database.tellEngine(engine.id);
            Response response;
            response.status = 204;
            event.reply(response);
        });
}

} // namespace mc::store
