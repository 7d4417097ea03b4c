// SPDX-License-Identifier: Apache-2.0
// After an erasure nothing in the store's files tells who the customer was.
#include "domain/orderjson.h"
#include "store/orderbook/auditrepository.h"
#include "store/orderbook/effectbook.h"
#include "store/orderbook/erasure.h"
#include "store/orderbook/idempotencyrepository.h"
#include "store/orderbook/linkrepository.h"
#include "store/orderbook/mailboxrepository.h"
#include "store/orderbook/statement.h"
#include "tests/support/storefixture.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace mc;
using namespace mc::store;
using mc::test::StoreFixture;

namespace {

/// In everything that tells who the customer is.
const QString Canary = u"QzCanary7"_s;
const QString Email = u"QzCanary7.ada@example.org"_s;

QString marked(const char *what)
{
    return Canary + QLatin1StringView(what);
}

} // namespace

class ErasureTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { test::addEngineRows(); }
    void init()
    {
        QFETCH_GLOBAL(const QString, engine);
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        m_fixture.open(engine);
        m_isSqlite = engine == u"sqlite";
    }

    void nothingOfTheCustomerIsLeftInTheFiles()
    {
        const QList<OrderId> orders{fullOrder(u"A-1"_s), fullOrder(u"A-2"_s)};
        const OrderId other = m_fixture.addOrder(u"B-1"_s);
        QVERIFY(hits() > 0);

        QCOMPARE(eraseByEmail(Email.toUpper()), 2);
        QVERIFY(m_fixture.database().forgetDeleted().has_value());

        QCOMPARE(hits(), 0);
        QCOMPARE(m_fixture.order(other).customer.name, u"Ada Lovelace"_s);
        for (const OrderId &id : orders) {
            const Order order = m_fixture.order(id);
            QCOMPARE(order.totalMinor, 2500);
            QCOMPARE(order.lines.size(), 2);
            QCOMPARE(order.cancellations.size(), 1);
            QVERIFY(!order.cancellations.first().reasonText.isEmpty());
        }
        std::optional<qint64> broken;
        m_fixture.database().readAndWait(
            [&](Tx &tx) { broken = AuditRepository(tx).firstBroken(m_fixture.storeId()); });
        QVERIFY(!broken.has_value());
    }

    void withoutTheRewriteTheFilesStillTell()
    {
        if (!m_isSqlite)
            QSKIP("the files of a PostgreSQL server are its own business");
        fullOrder(u"A-1"_s);

        eraseByEmail(Email);

        QVERIFY(hits() > 0); // so the search above can find something
    }

    void oneOrderCanBeErased()
    {
        const OrderId one = fullOrder(u"A-1"_s);
        const OrderId two = fullOrder(u"A-2"_s);

        QVERIFY(erase(one));

        QVERIFY(m_fixture.order(one).customer.email.isEmpty());
        QCOMPARE(m_fixture.order(two).customer.email, Email);
        QVERIFY(!erase(OrderId(u"nothing"_s)));
    }

    void consolesHearOfIt()
    {
        const OrderId order = fullOrder(u"A-1"_s);
        const QByteArray before = m_fixture.write([](Orderbook &book, Tx &) { return book.cursor(); });

        QVERIFY(erase(order));

        const auto page = m_fixture.write([&](Orderbook &book, Tx &) { return book.changes(before, 10); });
        QVERIFY(page.has_value());
        QCOMPARE(page->orders.size(), 1);
        QVERIFY(!page->orders.first().contains(Canary.toUtf8()));
    }

    void theSourceDoesNotBringItBack()
    {
        const OrderId order = fullOrder(u"A-1"_s);
        QVERIFY(erase(order));
        Order again = marked(StoreFixture::sampleOrder(u"A-1"_s));
        again.version = 99;
        again.lines.first().state = ItemStatus::Delivered;

        m_fixture.write([&](Orderbook &book, Tx &) {
            return book.mergeOrder(again, StoreFixture::staff(), false).has_value();
        });

        const Order now = m_fixture.order(order);
        QVERIFY(!orderToBytes(now).contains(Canary.toUtf8()));
        QCOMPARE(now.lines.first().state, ItemStatus::Delivered); // everything else is still followed
    }

    void aRepeatedRequestIsStillAnswered()
    {
        const OrderId id = fullOrder(u"A-1"_s);
        const Order before = m_fixture.order(id);
        QVERIFY(erase(id));

        const auto answer = [&](const QString &key) {
            return m_fixture.write([&](Orderbook &, Tx &tx) {
                return IdempotencyRepository(tx)
                    .find({m_fixture.storeId(), u"staff:1"_s, key + u"A-1"_s})
                    .value_or(StoredAnswer());
            });
        };
        QCOMPARE(orderFromBytes(answer(u"order"_s).body).value().id, id);
        const QJsonObject cancellation = QJsonDocument::fromJson(answer(u"cancellation"_s).body).object();
        QCOMPARE(cancellation[u"id"_s].toString(), before.cancellations.first().id.toString());
        QCOMPARE(cancellation[u"comments"_s].toString(), QString());
    }

    void linksStayClosed()
    {
        const OrderId order = fullOrder(u"A-1"_s);
        const auto isOpen = [this] {
            return m_fixture.write([this](Orderbook &, Tx &tx) {
                return LinkRepository(tx).find(u"hash A-1"_s, m_fixture.now).has_value();
            });
        };
        QVERIFY(isOpen());

        QVERIFY(erase(order));

        QVERIFY(!isOpen());
    }

    void addressesAreNotMixedUp()
    {
        const OrderId exact =
            m_fixture.addOrder(u"A"_s, [](Order &order) { order.customer.email = u"a_b@example.org"_s; });
        m_fixture.addOrder(u"B"_s, [](Order &order) { order.customer.email = u"axb@example.org"_s; });
        m_fixture.addOrder(u"C"_s, [](Order &order) { order.customer.email = u"aa_b@example.org"_s; });
        m_fixture.addOrder(u"D"_s, [](Order &order) { order.shippingAddress = {u"a_b@example.org"_s}; });

        QCOMPARE(eraseByEmail(u"A_B@example.org"_s), 1);

        QVERIFY(m_fixture.order(exact).customer.email.isEmpty());
    }

private:
    static Order marked(Order order)
    {
        order.customer = {::marked("name"), Email, u"en"_s};
        order.shippingAddress = {::marked("street"), u"London"_s};
        order.payment.method = ::marked("card");
        return order;
    }

    /// Everywhere where an order's life leaves traces of the customer.
    OrderId fullOrder(const QString &number)
    {
        const Order order = marked(StoreFixture::sampleOrder(number));
        return m_fixture.write([&](Orderbook &book, Tx &tx) {
            const OrderId id = book.mergeOrder(order, StoreFixture::staff(), true).value().id;
            CancellationRequest request = StoreFixture::customerRequest(id);
            request.actor.name = ::marked("name");
            request.comments = ::marked("comment");
            const CancellationId cancellation = book.requestCancellation(request).value().id;
            (void)book.claimDue(1);
            (void)book.reject(cancellation, Rejection::EngineRefused, ::marked("refusal"));
            ShipmentReport parcel = StoreFixture::shipment(id, ShipmentReport::Kind::Fact);
            parcel.shipment.trackingNumber = ::marked("tracking");
            (void)book.recordShipment(parcel, StoreFixture::staff());
            EffectBook effects(tx, m_fixture.storeId(), m_fixture.now);
            for (const ClaimedEffect &one : effects.claimDue(10))
                effects.setRefused(one.effect, ::marked("bounce"));
            addAnswersAndMails(tx, number, book.order(id).value());
            return id;
        });
    }

    void addAnswersAndMails(Tx &tx, const QString &number, const Order &order)
    {
        IdempotencyRepository answers(tx);
        const auto keep = [&](const QString &key, const QByteArray &body) {
            const IdempotencyKey one{m_fixture.storeId(), u"staff:1"_s, QString(key + number)};
            (void)answers.reserve(one, u"r"_s, u"f"_s, m_fixture.now);
            answers.finish(one, {u"r"_s, u"f"_s, 200, {}, body});
        };
        keep(u"order"_s, orderToBytes(order));
        keep(u"cancellation"_s, cancellationToBytes(order.cancellations.first()));
        keep(u"import"_s, QByteArray("{\"problems\":[\"" + Email.toUtf8() + "\"]}"));
        MailboxEntry mail;
        mail.store = m_fixture.storeId();
        mail.order = order.id;
        mail.recipient = Email;
        mail.subject = ::marked("subject");
        mail.text = ::marked("text").repeated(3000); // more than a page
        mail.html = mail.text;
        mail.messageId = number;
        mail.sentAt = m_fixture.now;
        MailboxRepository(tx).add(mail);
        LinkRepository(tx).add(
            {QString(u"hash "_s + number), m_fixture.storeId(), order.id, 1, m_fixture.now.addDays(90)});
    }

    bool erase(const OrderId &order)
    {
        return m_fixture.write([&](Orderbook &, Tx &tx) {
            const AuditEntry entry{
                m_fixture.storeId(), 0, m_fixture.now, u"operator"_s, u"operator"_s, u"customer.erased"_s,
                order.toString(),    {}};
            return Erasure(tx, m_fixture.storeId(), m_fixture.now).erase(order, entry);
        });
    }

    int eraseByEmail(const QString &email)
    {
        int count = 0;
        const QList<OrderId> orders = m_fixture.write([&](Orderbook &, Tx &tx) {
            return Erasure(tx, m_fixture.storeId(), m_fixture.now).ordersOf(email, {}, 100);
        });
        for (const OrderId &order : orders)
            count += erase(order) ? 1 : 0;
        m_fixture.write([&](Orderbook &, Tx &tx) {
            Erasure(tx, m_fixture.storeId(), m_fixture.now).eraseAnswers(email);
            return true;
        });
        return count;
    }

    /// How often the canary is in the files of SQLite, or in the rows of PostgreSQL.
    int hits()
    {
        int count = 0;
        if (m_isSqlite) {
            const QFileInfo file(m_fixture.config().sqliteFile);
            for (const QFileInfo &one : file.dir().entryInfoList({QString(file.fileName() + u'*')})) {
                QFile content(one.filePath());
                if (!content.open(QIODevice::ReadOnly))
                    qFatal("a database file cannot be read");
                count += static_cast<int>(content.readAll().toLower().count(Canary.toLower().toUtf8()));
            }
            return count;
        }
        m_fixture.database().readAndWait([&](Tx &tx) {
            QStringList tables;
            Statement names(tx, u"SELECT tablename FROM pg_tables WHERE schemaname = 'public'"_s);
            for (bool more = names.first(); more; more = names.next())
                tables.append(names.text(0));
            for (const QString &table : std::as_const(tables)) {
                Statement rows(
                    tx, u"SELECT COUNT(*) FROM %1 t WHERE lower(CAST(t AS TEXT)) LIKE :text"_s.arg(table));
                rows.bind(":text"_L1, QString(u'%' + Canary.toLower() + u'%'));
                count += rows.first() ? static_cast<int>(rows.number(0)) : 1000;
            }
        });
        return count;
    }

    StoreFixture m_fixture;
    bool m_isSqlite = true;
};

QTEST_GUILESS_MAIN(ErasureTest)
#include "tst_erasure.moc"
