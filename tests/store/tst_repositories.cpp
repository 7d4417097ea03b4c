// SPDX-License-Identifier: Apache-2.0
#include "store/orderbook/enginerepository.h"
#include "store/orderbook/idempotencyrepository.h"
#include "store/orderbook/linkrepository.h"
#include "store/orderbook/mailboxrepository.h"
#include "store/orderbook/staffrepository.h"
#include "store/orderbook/tokenrepository.h"
#include "tests/support/storefixture.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace mc;
using namespace mc::store;
using mc::test::StoreFixture;

// Each test runs in one transaction on each database: what is asked here is the SQL, not the threads.
class RepositoriesTest final : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void storesHavePoliciesWithVersions_data() { test::addEngineRows(); }
    void storesHavePoliciesWithVersions()
    {
        inTransaction([this](Tx &tx) {
            StoreRepository stores(tx);
            const StoreId id = m_fixture.storeId();
            QCOMPARE(stores.policy(id).policy, CancellationPolicy());
            const CancellationPolicy ask{PolicyMode::Ask, 5, 48, true};

            const auto set = stores.setPolicy(id, ask, 1, StoreFixture::staff(), m_fixture.now);
            QVERIFY(set.has_value());
            QCOMPARE(set->version, 2);
            QCOMPARE(stores.policy(id).policy, ask);
            const auto stale = stores.setPolicy(id, {}, 1, StoreFixture::staff(), m_fixture.now);
            QCOMPARE(stale.error().kind, Refusal::Kind::Stale);
            const auto invalid = stores.setPolicy(id, {PolicyMode::Ask, 0, 0, false}, std::nullopt,
                                                  StoreFixture::staff(), m_fixture.now);
            QCOMPARE(invalid.error().kind, Refusal::Kind::Invalid);
            QCOMPARE(stores.policy(id).policy, ask);
        });
    }

    void reasonsSpeakTheReadersLanguage_data() { test::addEngineRows(); }
    void reasonsSpeakTheReadersLanguage()
    {
        inTransaction([this](Tx &tx) {
            StoreRepository stores(tx);
            const StoreId id = m_fixture.storeId();
            QStringList codes;
            for (const CancelReason &reason : stores.reasons(id, Audience::Customer, u"de-AT"_s))
                codes.append(reason.code);
            QStringList expected;
            for (const char *code : DefaultReasonCodes)
                expected.append(QString::fromLatin1(code));
            QCOMPARE(codes, expected);
            QCOMPARE(stores.reasonText(id, Audience::Customer, u"other"_s, u"de-AT"_s).value(),
                     u"Sonstiges"_s);
            QCOMPARE(stores.reasonText(id, Audience::Customer, u"other"_s, u"ja"_s).value(), u"Other"_s);

            stores.setReasons(
                id, Audience::Customer,
                {{u"z"_s, {{u"en"_s, u"Zest"_s}}}, {u"a"_s, {{u"en"_s, u"Air"_s}, {u"ja"_s, u"空気"_s}}}});
            QCOMPARE(stores.reasons(id, Audience::Customer, u"ja"_s),
                     QList<CancelReason>({{u"z"_s, u"Zest"_s}, {u"a"_s, u"空気"_s}}));
            QVERIFY(!stores.reasonText(id, Audience::Customer, u"other"_s, u"en"_s));
            QVERIFY(stores.reasonText(id, Audience::Staff, u"other"_s, u"en"_s));
            stores.setReasons(id, Audience::Customer, {});
            QCOMPARE(stores.reasons(id, Audience::Customer, u"en"_s).size(), 6);
        });
    }

    void settingsAreKept_data() { test::addEngineRows(); }
    void settingsAreKept()
    {
        inTransaction([this](Tx &tx) {
            StoreRepository stores(tx);
            const StoreId id = m_fixture.storeId();
            QCOMPARE(stores.setting(id, u"x"_s, u"none"_s), u"none"_s);
            stores.setSetting(id, u"x"_s, u"a 'quoted' \\ 値"_s);
            stores.setSetting(id, u"x"_s, stores.setting(id, u"x"_s) + u"!"_s);
            QCOMPARE(stores.setting(id, u"x"_s), u"a 'quoted' \\ 値!"_s);
            stores.setSetting(id, u"x"_s, {});
            QCOMPARE(stores.setting(id, u"x"_s, u"none"_s), QString());
        });
    }

    void staffSignInAndAreDisabled_data() { test::addEngineRows(); }
    void staffSignInAndAreDisabled()
    {
        inTransaction([this](Tx &tx) {
            StaffRepository staff(tx);
            const StoreId store = m_fixture.storeId();
            Staff kim;
            kim.store = store;
            kim.name = u"Kim"_s;
            kim.email = u"Kim@Example.org "_s;
            kim.role = Role::Admin;
            const auto id = staff.add(kim, m_fixture.now);
            QVERIFY(id.has_value());
            kim.email = u"kim@example.ORG"_s;
            QCOMPARE(staff.add(kim, m_fixture.now).error().kind, Refusal::Kind::Invalid);
            QCOMPARE(staff.findByEmail(u" KIM@example.org"_s).size(), 1);
            QCOMPARE(staff.find(store, *id)->role, Role::Admin);

            staff.addSession({u"hash"_s, store, *id, u"desk"_s, m_fixture.now, m_fixture.now.addSecs(60)});
            QCOMPARE(staff.findBySession(u"hash"_s, m_fixture.now)->id, *id);
            QVERIFY(!staff.findBySession(u"hash"_s, m_fixture.now.addSecs(60)));
            QVERIFY(!staff.findBySession(u"other"_s, m_fixture.now));
            QCOMPARE(staff.sessions(store, *id, m_fixture.now).size(), 1);

            QVERIFY(staff.setDisabled(store, *id, true));
            QVERIFY(!staff.findBySession(u"hash"_s, m_fixture.now));
            QVERIFY(staff.findByEmail(u"kim@example.org"_s).isEmpty());
            QVERIFY(!staff.setDisabled(StoreId(u"other"_s), *id, false));
        });
    }

    void failedSignInsAreCounted_data() { test::addEngineRows(); }
    void failedSignInsAreCounted()
    {
        inTransaction([this](Tx &tx) {
            StaffRepository staff(tx);
            QCOMPARE(staff.signInFailures(u"address:::1"_s).count, 0);
            staff.addSignInFailure(u"address:::1"_s, m_fixture.now);
            staff.addSignInFailure(u"address:::1"_s, m_fixture.now.addSecs(1));
            QCOMPARE(staff.signInFailures(u"address:::1"_s).count, 2);
            QCOMPARE(staff.signInFailures(u"address:::1"_s).lastAt, m_fixture.now.addSecs(1));
            staff.clearSignInFailures(u"address:::1"_s);
            QCOMPARE(staff.signInFailures(u"address:::1"_s).count, 0);
        });
    }

    void tokensWorkUntilTheyAreRevoked_data() { test::addEngineRows(); }
    void tokensWorkUntilTheyAreRevoked()
    {
        inTransaction([this](Tx &tx) {
            TokenRepository tokens(tx);
            const QSet<QString> scopes{u"orders:write"_s, u"orders:read"_s};
            const QString id =
                tokens.add({{}, m_fixture.storeId(), u"Shop"_s, scopes, u"hash"_s, m_fixture.now, {}});
            QCOMPARE(tokens.find(u"hash"_s)->scopes, scopes);
            QVERIFY(!tokens.revoke(StoreId(u"other"_s), id, m_fixture.now));
            QVERIFY(tokens.revoke(m_fixture.storeId(), id, m_fixture.now));
            QVERIFY(!tokens.find(u"hash"_s));
            QVERIFY(tokens.list(m_fixture.storeId()).constFirst().revokedAt.isValid());
        });
    }

    void anAnswerIsReplayedByteForByte_data() { test::addEngineRows(); }
    void anAnswerIsReplayedByteForByte()
    {
        inTransaction([this](Tx &tx) {
            IdempotencyRepository answers(tx);
            const IdempotencyKey key{m_fixture.storeId(), u"staff:1"_s, u"key"_s};
            QVERIFY(answers.reserve(key, u"POST /x"_s, u"print"_s, m_fixture.now));
            QVERIFY(!answers.reserve(key, u"POST /x"_s, u"print"_s, m_fixture.now));
            QVERIFY(answers.reserve({m_fixture.storeId(), u"staff:2"_s, u"key"_s}, u"POST /x"_s, u"print"_s,
                                    m_fixture.now));
            QCOMPARE(answers.find(key)->status, 0);
            const QByteArray body = "{\"a\":\"'\\\\ \\u0000 \xc3\xa4\xf0\x9f\x99\x82\"}";
            answers.finish(key,
                           {{}, {}, 202, {{"Content-Type", "application/json"}, {"ETag", "\"3\""}}, body});
            const StoredAnswer answer = answers.find(key).value();
            QCOMPARE(answer.body, body);
            QCOMPARE(answer.status, 202);
            QCOMPARE(answer.headers.at(1).second, QByteArray("\"3\""));
            QCOMPARE(answer.fingerprint, u"print"_s);
            QCOMPARE(answers.removeOlderThan(m_fixture.now.addSecs(1)), 2);
        });
    }

    void linksEndByTimeAndByRevocation_data() { test::addEngineRows(); }
    void linksEndByTimeAndByRevocation()
    {
        inTransaction([this](Tx &tx) {
            const StoreId store = m_fixture.storeId();
            const OrderId order =
                Orderbook(tx, store, m_fixture.now)
                    .mergeOrder(StoreFixture::sampleOrder(u"MC-1"_s), StoreFixture::staff(), false)
                    .value()
                    .id;
            LinkRepository links(tx);
            QCOMPARE(links.generation(store, order), 1);
            links.add({u"hash"_s, store, order, 1, m_fixture.now.addSecs(60)});
            links.add({u"hash"_s, store, order, 1, m_fixture.now.addSecs(90)});
            QCOMPARE(links.find(u"hash"_s, m_fixture.now)->order, order);
            QVERIFY(links.find(u"hash"_s, m_fixture.now.addSecs(89)));
            QVERIFY(!links.find(u"hash"_s, m_fixture.now.addSecs(90)));
            QVERIFY(links.isInForce(store, order, 1, m_fixture.now));
            QCOMPARE(links.revoke(store, order), 2);
            QVERIFY(!links.find(u"hash"_s, m_fixture.now));
            QVERIFY(!links.isInForce(store, order, 1, m_fixture.now));
            links.add({u"hash2"_s, store, order, 2, m_fixture.now.addSecs(60)});
            QCOMPARE(links.generation(store, order), 2);
        });
    }

    void enginesKeepTheirPlace_data() { test::addEngineRows(); }
    void enginesKeepTheirPlace()
    {
        inTransaction([this](Tx &tx) {
            EngineRepository engines(tx);
            const StoreId store = m_fixture.storeId();
            EngineRow row;
            row.store = store;
            row.type = u"vendure"_s;
            row.sealedSecret = "sealed";
            const QString id = engines.add(row);
            engines.setPosition(store, id, "{\"at\":1}");
            engines.setState(store, id, EngineRow::State::Denied, u"Wrong password."_s, m_fixture.now);
            const EngineRow found = engines.find(store, id).value();
            QCOMPARE(found.position, QByteArray("{\"at\":1}"));
            QCOMPARE(found.state, EngineRow::State::Denied);
            QCOMPARE(found.sealedSecret, QByteArray("sealed"));
            QVERIFY(engines.rememberEvent(store, id, u"e1"_s, m_fixture.now));
            QVERIFY(!engines.rememberEvent(store, id, u"e1"_s, m_fixture.now));
            QVERIFY(!engines.remove(StoreId(u"other"_s), id));
            QVERIFY(engines.remove(store, id));
            QVERIFY(engines.list(store).isEmpty());
        });
    }

    void aMailLandsOnceInTheMailbox_data() { test::addEngineRows(); }
    void aMailLandsOnceInTheMailbox()
    {
        inTransaction([this](Tx &tx) {
            MailboxRepository mails(tx);
            MailboxEntry mail;
            mail.store = m_fixture.storeId();
            mail.html = u"<p>Hello</p>"_s;
            mail.messageId = u"m1"_s;
            mail.sentAt = m_fixture.now;
            QVERIFY(mails.add(mail));
            QVERIFY(!mails.add(mail));
            const QList<MailboxEntry> list = mails.list(m_fixture.storeId(), 10);
            QCOMPARE(list.size(), 1);
            QCOMPARE(mails.find(m_fixture.storeId(), list.constFirst().id)->html, mail.html);
        });
    }

private:
    void inTransaction(const std::function<void(Tx &)> &job)
    {
        QFETCH(QString, engine);
        m_fixture.open(engine);
        const auto written = m_fixture.database().writeAndWait(job);
        QVERIFY2(written.has_value(), written ? "" : qPrintable(written.error().detail));
    }

    StoreFixture m_fixture;
};

QTEST_GUILESS_MAIN(RepositoriesTest)
#include "tst_repositories.moc"
