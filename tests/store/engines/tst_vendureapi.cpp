// SPDX-License-Identifier: Apache-2.0
#include "vendurescript.h"

#include <QElapsedTimer>
#include <QRegularExpression>

#include <mutex>

using namespace Qt::StringLiterals;
using namespace mc::test;

namespace mc::store {

/// Sign-in, sessions, and everything that an answer may be instead of an answer.
class VendureApiTest final : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void theTestSignsInAndNamesTheChannel();
    void aWrongPasswordIsDeniedAndNotRepeated();
    void aServerWithoutBearerTokensSaysWhatToChange();
    void oneSignInServesManyCalls();
    void anEndedSessionSignsInOnceMore();
    void aMissingPermissionIsDeniedAfterOneMoreSignIn();
    void tokenAndChannelTravelInTheirHeaders();
    void whatIsNoAnswerBecomesItsKindOfError_data();
    void whatIsNoAnswerBecomesItsKindOfError();
    void aRedirectIsNotFollowed();
    void stoppingEndsAWaitingCallSoon();
};

namespace {

EngineEnvironment impatient()
{
    EngineEnvironment environment;
    environment.timeLimit = std::chrono::milliseconds(300);
    return environment;
}

} // namespace

void VendureApiTest::theTestSignsInAndNamesTheChannel()
{
    VendureScript vendure({{"activeChannel", {200, recorded(u"probe"_s)}}});
    VendureConnector connector(vendure.config(), {});

    const auto said = connector.test();

    QCOMPARE(vendure.deviation(), QByteArray());
    QVERIFY(said.has_value());
    QVERIFY2(said->contains(u"__default_channel__"), qPrintable(*said));
}

void VendureApiTest::aWrongPasswordIsDeniedAndNotRepeated()
{
    VendureScript vendure({{"login(", {200, recorded(u"login-wrong"_s)}}});
    VendureConnector connector(vendure.config(), {});

    const auto said = connector.test();

    QCOMPARE(vendure.deviation(), QByteArray());
    QCOMPARE(said.error().kind, EngineError::Kind::Denied);
}

void VendureApiTest::aServerWithoutBearerTokensSaysWhatToChange()
{
    VendureScript vendure({}, "");
    VendureConnector connector(vendure.config(), {});

    const auto said = connector.test();

    QCOMPARE(said.error().kind, EngineError::Kind::Denied);
    QVERIFY(said.error().detail.contains(u"tokenMethod"));
}

void VendureApiTest::oneSignInServesManyCalls()
{
    VendureScript vendure({reads(u"order-shipped"_s), reads(u"order-shipped"_s)});
    VendureConnector connector(vendure.config(), {});

    QVERIFY(connector.read(u"1"_s).has_value());
    QVERIFY(connector.read(u"1"_s).has_value());

    QCOMPARE(vendure.signIns(), 1);
}

void VendureApiTest::anEndedSessionSignsInOnceMore()
{
    VendureScript vendure({reads(u"order-shipped"_s),
                           {"order(id:", {200, recorded(u"forbidden"_s)}},
                           reads(u"order-shipped"_s)});
    VendureConnector connector(vendure.config(), {});

    QVERIFY(connector.read(u"1"_s).has_value());
    QVERIFY(connector.read(u"1"_s).has_value());

    QCOMPARE(vendure.deviation(), QByteArray());
    QCOMPARE(vendure.signIns(), 2);
}

void VendureApiTest::aMissingPermissionIsDeniedAfterOneMoreSignIn()
{
    const VendureScript::Step denied{"order(id:", {200, recorded(u"forbidden"_s)}};
    VendureScript vendure({reads(u"order-shipped"_s), denied, denied});
    VendureConnector connector(vendure.config(), {});
    QVERIFY(connector.read(u"1"_s).has_value());

    const auto order = connector.read(u"1"_s);

    QCOMPARE(vendure.deviation(), QByteArray());
    QCOMPARE(order.error().kind, EngineError::Kind::Denied);
    QCOMPARE(vendure.signIns(), 2);
}

void VendureApiTest::tokenAndChannelTravelInTheirHeaders()
{
    std::mutex mutex; // an answer that arrived orders nothing between the threads
    QList<ScriptedServer::Request> requests;
    const ScriptedServer server([&mutex, &requests](const ScriptedServer::Request &request) {
        const std::lock_guard lock(mutex);
        requests.append(request);
        ScriptedServer::Answer answer{200,
                                      recorded(request.body.contains("login(") ? u"login"_s : u"probe"_s)};
        answer.headers.emplaceBack("vendure-auth-token", "T0KEN");
        return answer;
    });
    EngineConfig config{.id = {},
                        .store = {},
                        .type = u"vendure"_s,
                        .url = server.url(),
                        .user = u"u"_s,
                        .secret = u"s3cret"_s,
                        .channel = u"eu-shop"_s};
    VendureConnector connector(config, {});

    QVERIFY(connector.test().has_value());

    const std::lock_guard lock(mutex);
    QCOMPARE(requests.size(), 2);
    QCOMPARE(requests[0].path, QByteArray("/admin-api"));
    QVERIFY(!requests[0].headers.contains("authorization"));
    QCOMPARE(requests[1].headers["authorization"], QByteArray("Bearer T0KEN"));
    QCOMPARE(requests[1].headers["vendure-token"], QByteArray("eu-shop"));
    QVERIFY(!requests[1].body.contains("s3cret"));
}

void VendureApiTest::whatIsNoAnswerBecomesItsKindOfError_data()
{
    QTest::addColumn<ScriptedServer::Answer>("answer");
    QTest::addColumn<EngineError::Kind>("kind");
    using Answer = ScriptedServer::Answer;
    using K = EngineError::Kind;
    const auto behaving = [](Answer::Manner manner, const QByteArray &body = {}) {
        Answer answer{200, body};
        answer.manner = manner;
        return answer;
    };
    QTest::newRow("500") << Answer{500, "{}"} << K::Unreachable;
    QTest::newRow("502 with a page") << Answer{502, "<html>Bad gateway</html>"} << K::Unreachable;
    QTest::newRow("503 with JSON") << Answer{503, recorded(u"order-shipped"_s)} << K::Unreachable;
    QTest::newRow("404 page") << Answer{404, "<!DOCTYPE html>"} << K::Unreachable;
    QTest::newRow("429") << Answer{429, "slow down"} << K::Unreachable;
    QTest::newRow("200 with a page") << Answer{200, "<html>Maintenance</html>"} << K::Unreachable;
    QTest::newRow("empty") << Answer{200, ""} << K::Unreachable;
    QTest::newRow("a list") << Answer{200, "[1,2]"} << K::Unreachable;
    QTest::newRow("cut JSON") << Answer{200, recorded(u"order-shipped"_s).left(300)} << K::Unreachable;
    QTest::newRow("deep JSON") << Answer{200, QByteArray(200'000, '[')} << K::Unreachable;
    QTest::newRow("data is null") << Answer{200, R"({"data":null})"} << K::Unreachable;
    QTest::newRow("internal error") << Answer{200, recorded(u"internal-error"_s)} << K::Unreachable;
    QTest::newRow("errors of a wrong type") << Answer{200, R"({"errors":[7],"data":{}})"} << K::Unreachable;
    QTest::newRow("silence") << behaving(Answer::Manner::Silent) << K::Unreachable;
    QTest::newRow("hangs up") << behaving(Answer::Manner::HangUp) << K::Unreachable;
    QTest::newRow("never ends") << behaving(Answer::Manner::Endless, QByteArray(1'000'000, ' '))
                                << K::Unreachable;
    QTest::newRow("401") << Answer{401, ""} << K::Denied;
    QTest::newRow("403") << Answer{403, "<html>Forbidden</html>"} << K::Denied;
    QTest::newRow("another schema") << Answer{400, recorded(u"validation-failed"_s)} << K::Unsupported;
    QTest::newRow("an order of another kind")
        << Answer{200, R"({"data":{"order":{"id":5}}})"} << K::Unsupported;
    QTest::newRow("no such order") << Answer{200, recorded(u"order-unknown"_s)} << K::Refused;
}

void VendureApiTest::whatIsNoAnswerBecomesItsKindOfError()
{
    QFETCH(ScriptedServer::Answer, answer);
    QFETCH(EngineError::Kind, kind);
    VendureScript vendure({{"order(id:", answer}});
    VendureConnector connector(vendure.config(), impatient());

    const auto order = connector.read(u"1"_s);

    QCOMPARE(vendure.deviation(), QByteArray());
    QVERIFY(!order);
    QCOMPARE(order.error().kind, kind);
    QVERIFY(!order.error().detail.isEmpty());
    QVERIFY(!order.error().detail.contains(u'<'));
}

void VendureApiTest::aRedirectIsNotFollowed()
{
    std::atomic<int> visits = 0;
    const ScriptedServer elsewhere([&visits](const ScriptedServer::Request &) {
        ++visits;
        return ScriptedServer::Answer{200, recorded(u"login"_s)};
    });
    ScriptedServer::Answer redirect{307, {}};
    redirect.headers.emplaceBack("Location", elsewhere.url().toEncoded());
    const ScriptedServer server([redirect](const ScriptedServer::Request &) { return redirect; });
    EngineConfig config;
    config.type = u"vendure"_s;
    config.url = server.url();
    VendureConnector connector(config, {});

    const auto said = connector.test();

    QCOMPARE(said.error().kind, EngineError::Kind::Unreachable);
    QCOMPARE(visits.load(), 0);
}

void VendureApiTest::stoppingEndsAWaitingCallSoon()
{
    const auto stop = std::make_shared<std::atomic<bool>>(false);
    ScriptedServer::Answer silent;
    silent.manner = ScriptedServer::Answer::Manner::Silent;
    const ScriptedServer server([&stop, silent](const ScriptedServer::Request &) {
        *stop = true; // The call is waiting now.
        return silent;
    });
    EngineConfig config;
    config.type = u"vendure"_s;
    config.url = server.url();
    EngineEnvironment environment;
    environment.stop = stop;
    VendureConnector connector(config, environment);
    QElapsedTimer timer;
    timer.start();

    const auto said = connector.test();

    QVERIFY(!said);
    QVERIFY(timer.elapsed() < 10'000); // The limit of a call is 15 s.
}

} // namespace mc::store

QTEST_GUILESS_MAIN(mc::store::VendureApiTest)
#include "tst_vendureapi.moc"
