// SPDX-License-Identifier: Apache-2.0
#include "pagesamples.h"
#include "store/orderbook/keyring.h"
#include "store/orderbook/linkrepository.h"
#include "store/orderbook/mailboxrepository.h"
#include "store/orderbook/orderbook.h"
#include "store/orderbook/storerepository.h"
#include "store/processing/mailcomposer.h"
#include "store/processing/mailexecutor.h"
#include "store/processing/mailheader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

namespace mc::store {

class MailTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void headersCannotBeInjected_data();
    void headersCannotBeInjected();
    void onlyPlainAddressesAreUsed_data();
    void onlyPlainAddressesAreUsed();
    void cancelledPromisesTheRefundAndOnlyRefundedSaysIt();
    void everyMailIsWrittenInEveryLanguage_data();
    void everyMailIsWrittenInEveryLanguage();

    void aMailArrivesWithBothPartsAndItsHeaders();
    void aMailSentTwiceHasTheSameMessageId();
    void hostileNamesArriveAsOneHeader();
    void aServerThatIsNotThereOrBusyIsTriedLater();
    void aRefusedRecipientIsARefusal();
    void aDemoKeepsItsMailsOnce();
    void withoutAServerNothingIsPretended();
    void theLinkInTheMailOpensTheOrder();

private:
    void startSink();
    [[nodiscard]] QJsonObject received();
    [[nodiscard]] std::unique_ptr<MailExecutor> executor(const QUrl &smtp);
    void addStore(bool isDemo);

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<QProcess> m_sink;
    QUrl m_sinkUrl;
    Effect m_effect;
    Order m_order;
};

void MailTest::init()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    m_directory = std::make_unique<QTemporaryDir>();
    Database::Config config;
    config.sqliteFile = m_directory->filePath(QStringLiteral("store.db"));
    auto database = Database::open(config);
    QVERIFY(database.has_value());
    m_database = *std::move(database);
    m_effect.kind = Effect::Kind::Mail;
    m_effect.template_ = QStringLiteral("order_confirmation");
    m_effect.uniqueKey = QStringLiteral("mail:o1:confirmation");
}

void MailTest::cleanup()
{
    if (m_sink) {
        m_sink->closeWriteChannel();
        QVERIFY(m_sink->waitForFinished());
        m_sink.reset();
    }
    m_database.reset();
}

/// One store and one order, as an engine would have brought it.
void MailTest::addStore(bool isDemo)
{
    const auto written = m_database->writeAndWait([&](Tx &tx) {
        Store store = sampleShop().store;
        store.isDemo = isDemo;
        const QDateTime now = sampleOrder().placedAtUtc;
        m_effect.store = StoreRepository(tx).add(store, now);
        Order order = sampleOrder();
        order.id = {};
        order.externalId = QStringLiteral("x1");
        order.source = QStringLiteral("api");
        const auto merged = Orderbook(tx, m_effect.store, now)
                                .mergeOrder(order, {RequestedBy::Merchant, QStringLiteral("t"), {}}, false);
        if (merged)
            m_order = *merged;
    });
    QVERIFY(written.has_value());
    QVERIFY(m_order.id.isValid());
    m_effect.order = m_order.id;
}

/// A real SMTP server in a child process that prints what it receives as JSON lines.
void MailTest::startSink()
{
    m_sink = std::make_unique<QProcess>();
    m_sink->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_sink->start(QStringLiteral("/usr/bin/python3"),
                  {QStringLiteral(MC_SOURCE_DIR "/tests/store/smtpsink.py")});
    QVERIFY(m_sink->waitForStarted());
    const QJsonObject ready = received();
    m_sinkUrl = QUrl(QStringLiteral("smtp://127.0.0.1:%1").arg(ready.value(QStringLiteral("port")).toInt()));
    QVERIFY(m_sinkUrl.port() > 0);
}

QJsonObject MailTest::received()
{
    while (!m_sink->canReadLine()) {
        if (!m_sink->waitForReadyRead(20'000))
            return {};
    }
    return QJsonDocument::fromJson(m_sink->readLine()).object();
}

std::unique_ptr<MailExecutor> MailTest::executor(const QUrl &smtp)
{
    MailExecutor::Config config;
    config.smtpUrl = smtp;
    config.from = QStringLiteral("orders@nordhem.example");
    config.publicUrl = QUrl(QStringLiteral("https://orders.nordhem.example/"));
    config.now = [] { return QDateTime(QDate(2026, 11, 20), QTime(13, 30), Qt::UTC); };
    return std::make_unique<MailExecutor>(config, Keyring::open(m_directory->path()).value(),
                                          std::make_shared<PageKit>(), *m_database);
}

void MailTest::headersCannotBeInjected_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("header");
    QTest::newRow("nothing") << QString() << QByteArray("a@b.example");
    QTest::newRow("plain") << QStringLiteral("Hanna L") << QByteArray("\"Hanna L\" <a@b.example>");
    QTest::newRow("line break") << QStringLiteral("x\r\nBcc: all@b.example")
                                << QByteArray("\"x Bcc: all@b.example\" <a@b.example>");
    QTest::newRow("quotes") << QStringLiteral("a\"b\\") << QByteArray("\"a\\\"b\\\\\" <a@b.example>");
    QTest::newRow("not ASCII") << QString::fromUtf8("Zoë")
                               << QByteArray("=?UTF-8?B?Wm/Dqw==?=\r\n <a@b.example>");
    QTest::newRow("looks encoded") << QStringLiteral("=?UTF-8?B?eA==?=")
                                   << QByteArray("=?UTF-8?B?PT9VVEYtOD9CP2VBPT0/PQ==?=\r\n <a@b.example>");
}

void MailTest::headersCannotBeInjected()
{
    QFETCH(const QString, name);
    QFETCH(const QByteArray, header);
    QCOMPARE(headerMailbox(name, "a@b.example"), header);
    const QByteArray text = headerText(name.repeated(30));
    for (qsizetype at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1))
        QVERIFY(text.at(at + 1) == ' ');
}

void MailTest::onlyPlainAddressesAreUsed_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("address");
    QTest::newRow("plain") << QStringLiteral("a.b+c@shop.example") << QByteArray("a.b+c@shop.example");
    QTest::newRow("domain in Unicode")
        << QString::fromUtf8("a@bücher.example") << QByteArray("a@xn--bcher-kva.example");
    for (const char *wrong : {"", "a", "@b", "a@", "a b@c", "a@b c", "<a@b>", "a@b>", "a@b\r\nRCPT TO:<c@d>",
                              "a,b@c", "a@b\n", "\"a\"@b", "é@b.example"})
        QTest::newRow(qPrintable(QStringLiteral("wrong: ") + QString::fromUtf8(wrong).simplified()))
            << QString::fromUtf8(wrong) << QByteArray();
}

void MailTest::onlyPlainAddressesAreUsed()
{
    QFETCH(const QString, text);
    QFETCH(const QByteArray, address);
    QCOMPARE(smtpAddress(text).value_or(QByteArray()), address);
}

void MailTest::cancelledPromisesTheRefundAndOnlyRefundedSaysIt()
{
    const PageKit kit;
    m_effect.cancellation = CancellationId(QStringLiteral("c1"));
    m_effect.template_ = QStringLiteral("cancelled");
    Order order = sampleCancelled();
    order.cancellations[0].refund.state = RefundState::Done; // even if it is faster than the mail
    const auto cancelled =
        composeMail(kit, m_effect, order, sampleShop(), QStringLiteral("https://x/o/t")).value();
    QVERIFY(cancelled.text.contains(QStringLiteral("go back to Visa ending in 4242")));
    for (const char *claim : {"refunded", "were sent back"})
        QVERIFY(!cancelled.text.contains(QString::fromLatin1(claim)));

    m_effect.template_ = QStringLiteral("refunded");
    const auto refunded =
        composeMail(kit, m_effect, order, sampleShop(), QStringLiteral("https://x/o/t")).value();
    QVERIFY(refunded.text.contains(QStringLiteral("We have refunded 248.90")));
}

void MailTest::everyMailIsWrittenInEveryLanguage_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("language");
    for (const char *name :
         {"order_confirmation", "cancellation_requested", "cancelled", "refunded", "rejected"})
        for (const char *language : {"en", "de", "ar"})
            QTest::addRow("%s in %s", name, language)
                << QString::fromLatin1(name) << QString::fromLatin1(language);
}

void MailTest::everyMailIsWrittenInEveryLanguage()
{
    QFETCH(const QString, name);
    QFETCH(const QString, language);
    const PageKit kit;
    m_effect.cancellation = CancellationId(QStringLiteral("c1"));
    m_effect.template_ = name;
    const QString link = QStringLiteral("https://orders.nordhem.example/o/abc");
    const Order order =
        name == QLatin1StringView("rejected") ? sampleShippedFirst(language) : sampleCancelled(language);

    const auto mail = composeMail(kit, m_effect, order, sampleShop(), link);

    QVERIFY(mail);
    QVERIFY(mail->subject.contains(QStringLiteral("MC-104832")));
    const bool isArabic = language == QLatin1StringView("ar");
    QVERIFY(mail->html.contains(isArabic ? QStringLiteral("dir=\"rtl\"") : QStringLiteral("dir=\"ltr\"")));
    // The address is a button and is printed in full.
    QCOMPARE(mail->html.count(link), 3);
    QCOMPARE(mail->text.count(link), 1);
    QVERIFY(!mail->text.contains(u'<') && !mail->text.contains(u'{'));
    QVERIFY(!mail->html.contains(QStringLiteral("<img")));
}

void MailTest::aMailArrivesWithBothPartsAndItsHeaders()
{
    addStore(false);
    startSink();

    const EffectOutcome outcome = executor(m_sinkUrl)->execute(m_effect, m_order);

    QCOMPARE(outcome.kind, EffectOutcome::Kind::Done);
    const QJsonObject mail = received();
    const auto value = [&mail](const char *name) { return mail.value(QLatin1StringView(name)).toString(); };
    QCOMPARE(value("envelopeFrom"), QStringLiteral("orders@nordhem.example"));
    QCOMPARE(mail.value(QStringLiteral("envelopeTo")).toArray(),
             QJsonArray{QStringLiteral("hanna@example.org")});
    QCOMPARE(value("contentType"), QStringLiteral("multipart/alternative"));
    QCOMPARE(value("parts"), QStringLiteral("text/plain utf-8, text/html utf-8"));
    QCOMPARE(value("subject"), QStringLiteral("Thank you for your order MC-104832"));
    QCOMPARE(value("from"), QStringLiteral("Nordhem Living <orders@nordhem.example>"));
    QCOMPARE(value("to"), QStringLiteral("Hanna Lindqvist <hanna@example.org>"));
    QCOMPARE(value("replyTo"), QStringLiteral("help@nordhem.example"));
    QCOMPARE(value("autoSubmitted"), QStringLiteral("auto-generated"));
    QCOMPARE(value("date"), QStringLiteral("Fri, 20 Nov 2026 13:30:00 +0000"));
    QVERIFY(value("messageId").endsWith(QStringLiteral("@nordhem.example>")));
    QVERIFY(value("text").contains(QStringLiteral("View order details:\nhttps://orders.nordhem.example/o/")));
    QVERIFY(value("html").contains(QStringLiteral(">View order details</a>")));
    QCOMPARE(mail.value(QStringLiteral("defects")).toArray(), QJsonArray());
}

void MailTest::aMailSentTwiceHasTheSameMessageId()
{
    addStore(false);
    startSink();
    const auto sender = executor(m_sinkUrl);
    QStringList ids;
    for (const char *key : {"key 1", "key 1", "key 2"}) {
        m_effect.uniqueKey = QString::fromLatin1(key);
        QCOMPARE(sender->execute(m_effect, m_order).kind, EffectOutcome::Kind::Done);
        ids << received().value(QStringLiteral("messageId")).toString();
    }
    QCOMPARE(ids.at(0), ids.at(1));
    QVERIFY(ids.at(2) != ids.at(1));
}

void MailTest::hostileNamesArriveAsOneHeader()
{
    addStore(false);
    startSink();
    m_order.customer.name = QString::fromUtf8("Zoë\r\nBcc: all@example.org\r\n\r\n<script>");
    m_order.number = QString::fromUtf8("1\r\nX-Evil: yes\u0000 ليلى 😀").repeated(8);

    QCOMPARE(executor(m_sinkUrl)->execute(m_effect, m_order).kind, EffectOutcome::Kind::Done);

    const QJsonObject mail = received();
    QCOMPARE(mail.value(QStringLiteral("envelopeTo")).toArray().size(), 1);
    const QString names = mail.value(QStringLiteral("headerNames")).toString().toLower();
    QVERIFY(!names.contains(QStringLiteral("bcc")) && !names.contains(QStringLiteral("x-evil")));
    QVERIFY(
        mail.value(QStringLiteral("to")).toString().contains(QString::fromUtf8("Zoë Bcc: all@example.org")));
    QVERIFY(mail.value(QStringLiteral("subject")).toString().contains(QString::fromUtf8("ليلى 😀")));
    QVERIFY(!mail.value(QStringLiteral("html")).toString().contains(QStringLiteral("<script")));
}

void MailTest::aServerThatIsNotThereOrBusyIsTriedLater()
{
    addStore(false);
    QTcpServer unused;
    QVERIFY(unused.listen(QHostAddress::LocalHost));
    const QUrl nobody(QStringLiteral("smtp://127.0.0.1:%1").arg(unused.serverPort()));
    unused.close();
    QCOMPARE(executor(nobody)->execute(m_effect, m_order).kind, EffectOutcome::Kind::TryLater);

    startSink();
    m_order.customer.email = QStringLiteral("busy-451@example.org");
    const EffectOutcome busy = executor(m_sinkUrl)->execute(m_effect, m_order);
    QCOMPARE(busy.kind, EffectOutcome::Kind::TryLater);
    QVERIFY(!busy.detail.contains(QStringLiteral("example.org")));
}

void MailTest::aRefusedRecipientIsARefusal()
{
    addStore(false);
    startSink();
    m_order.customer.email = QStringLiteral("gone-550@example.org");
    QCOMPARE(executor(m_sinkUrl)->execute(m_effect, m_order).kind, EffectOutcome::Kind::Refused);
    m_order.customer.email = QStringLiteral("spam-554-data@example.org");
    QCOMPARE(executor(m_sinkUrl)->execute(m_effect, m_order).kind, EffectOutcome::Kind::Refused);
    m_order.customer.email = QStringLiteral("no address");
    QCOMPARE(executor(m_sinkUrl)->execute(m_effect, m_order).kind, EffectOutcome::Kind::Refused);
}

void MailTest::aDemoKeepsItsMailsOnce()
{
    addStore(true);
    const auto sender = executor({});
    QCOMPARE(sender->execute(m_effect, m_order).kind, EffectOutcome::Kind::Done);
    QCOMPARE(sender->execute(m_effect, m_order).kind, EffectOutcome::Kind::Done);

    QList<MailboxEntry> mails;
    m_database->readAndWait([&](Tx &tx) { mails = MailboxRepository(tx).list(m_effect.store, 10); });
    QCOMPARE(mails.size(), 1);
    QCOMPARE(mails.at(0).subject, QStringLiteral("Thank you for your order MC-104832"));
    QCOMPARE(mails.at(0).recipient, QStringLiteral("hanna@example.org"));
}

void MailTest::withoutAServerNothingIsPretended()
{
    addStore(false);
    const EffectOutcome outcome = executor({})->execute(m_effect, m_order);
    QCOMPARE(outcome.kind, EffectOutcome::Kind::Refused);
    QVERIFY(outcome.detail.contains(QStringLiteral("--smtp")));
}

void MailTest::theLinkInTheMailOpensTheOrder()
{
    addStore(true);
    QCOMPARE(executor({})->execute(m_effect, m_order).kind, EffectOutcome::Kind::Done);
    m_database->readAndWait([&](Tx &tx) {
        const auto list = MailboxRepository(tx).list(m_effect.store, 10);
        const auto mail = MailboxRepository(tx).find(m_effect.store, list.at(0).id);
        static const QRegularExpression link(
            QStringLiteral("https://orders\\.nordhem\\.example/o/([\\w-]{43})\n"));
        const QString token = link.match(mail.value().text).captured(1);
        const QDateTime sent(QDate(2026, 11, 20), QTime(13, 30), Qt::UTC);
        const QString hash = Keyring::tokenHash(token.toLatin1());
        const auto found = LinkRepository(tx).find(hash, sent.addDays(89));
        QVERIFY(found);
        QCOMPARE(found->order, m_order.id);
        QVERIFY(!LinkRepository(tx).find(hash, sent.addDays(91)));
    });
}

} // namespace mc::store

QTEST_GUILESS_MAIN(mc::store::MailTest)
#include "tst_mail.moc"
