// SPDX-License-Identifier: Apache-2.0
#include "domain/codes.h"
#include "pagesamples.h"
#include "store/pages/cancelform.h"
#include "store/pages/customersession.h"
#include "store/pages/pagekit.h"
#include "store/pages/plaintext.h"
#include "store/processing/mailcomposer.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

namespace mc::store {

using namespace Qt::StringLiterals;

class PagesTest final : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void noTemplateHasAnUnescapedTag();
    void hostileTextBecomesNoMarkupOnAnyPage_data();
    void hostileTextBecomesNoMarkupOnAnyPage();
    void bidiControlsOfTheOutsideAreGone();
    void aSectionsTagLeavesNoLineBehind();
    void aMailAddressCannotBecomeAnotherLink();
    void aLinkThatIsPassedOnDoesNotTellTheStreet_data();
    void aLinkThatIsPassedOnDoesNotTellTheStreet();

    void cancelOrderIsOfferedOnlyWhileItCanWork_data();
    void cancelOrderIsOfferedOnlyWhileItCanWork();
    void theOrderPageTellsTheWordsOfTheDesign_data();
    void theOrderPageTellsTheWordsOfTheDesign();
    void thePageAfterTheOutcomeHidesTheOneBefore();

    void aFormIsReadAsItWasTyped();
    void aFormWithoutAReasonIsShownAgainWithItsText();
    void aFormComesBackWithoutControlCharacters();
    void commentsAreCountedInCodePoints();
    void aFormTokenFitsOneOrderAndOperation();

    void pagesAreNeverStoredAndTheStyleSheetIsKept();
    void deniedAndUnknownPagesLookTheSame();
};

namespace {

Request requestIn(const QByteArray &language)
{
    Request request;
    request.method = "GET";
    request.headers = {{"accept-language", language}};
    return request;
}

QString orderPage(const Order &order, Language language = Language::English,
                  const CancellationPolicy &policy = {})
{
    const PageKit kit;
    ShopView shop = sampleShop();
    shop.policy = policy;
    const Wording wording = kit.wording(language, shop.store.timeZone);
    TemplateData data = orderData(order, shop, wording);
    kit.addFrame(data, language, order.number, shop.store.name, QStringLiteral("/order"));
    return QString::fromUtf8(kit.page(200, QStringLiteral("pages/order.html"), data, language).body);
}

QString cancelPage(const Order &order, const CancelInput &input, const CancelProblems &problems)
{
    const PageKit kit;
    const ShopView shop = sampleShop();
    const Wording wording = kit.wording(Language::English, shop.store.timeZone);
    const QList<CancelReason> reasons = sampleReasons(wording.phrases());
    TemplateData data = cancelFormData({order, shop, reasons, input, problems}, wording, order.placedAtUtc);
    kit.addFrame(data, Language::English, QStringLiteral("Cancel order"), shop.store.name, {});
    return QString::fromUtf8(
        kit.page(200, QStringLiteral("pages/cancel.html"), data, Language::English).body);
}

QString mailOf(const QString &name, const Order &order)
{
    const PageKit kit;
    Effect effect;
    effect.template_ = name;
    effect.cancellation = CancellationId(QStringLiteral("c1"));
    return composeMail(kit, effect, order, sampleShop(), QStringLiteral("https://shop.example/o/t"))
        .value()
        .html;
}

/// What a reader sees of a page's words.
QString wordsOf(QString html)
{
    static const QRegularExpression tags(QStringLiteral("<[^>]*>"));
    return html.replace(tags, QStringLiteral(" "))
        .replace(QChar(QChar::Nbsp), u' ')
        .replace(QLatin1StringView("&apos;"), QLatin1StringView("'"))
        .replace(QLatin1StringView("&amp;"), QLatin1StringView("&"))
        .simplified();
}

} // namespace

void PagesTest::noTemplateHasAnUnescapedTag()
{
    int count = 0;
    for (const char *folder : {":/pages", ":/mail"}) {
        QDirIterator files(QString::fromLatin1(folder), QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray source = file.readAll();
            QVERIFY2(!source.contains("{{{") && !source.contains("{{&") && !source.contains("{{="),
                     qPrintable(file.fileName()));
            // Unquoted attributes would need another kind of escaping.
            QVERIFY2(!source.contains("={{"), qPrintable(file.fileName()));
            QVERIFY2(!source.contains("<script") && !source.contains(" onload"), qPrintable(file.fileName()));
            ++count;
        }
    }
    QVERIFY(count > 20);
}

void PagesTest::hostileTextBecomesNoMarkupOnAnyPage_data()
{
    QTest::addColumn<QString>("html");
    const Order order = hostileOrder();
    CancelInput input{OperationId(QStringLiteral("op")), QStringLiteral("t"), {}, order.customer.name};
    QTest::newRow("order") << orderPage(order);
    QTest::newRow("order in Arabic") << orderPage(order, Language::Arabic);
    QTest::newRow("cancel form") << cancelPage(order, input, {});
    for (const char *name :
         {"order_confirmation", "cancellation_requested", "cancelled", "refunded", "rejected"})
        QTest::newRow(name) << mailOf(QString::fromLatin1(name), order);
}

void PagesTest::hostileTextBecomesNoMarkupOnAnyPage()
{
    QFETCH(const QString, html);

    QVERIFY(html.contains(QLatin1StringView("&lt;script&gt;")));
    QVERIFY(!html.contains(QLatin1StringView("<script")));
    QVERIFY(!html.contains(QLatin1StringView("<img")));
    QVERIFY(!html.contains(QLatin1StringView("\"'>")));
    QVERIFY(html.contains(QLatin1StringView("{{csrf}}{{{lang}}}&amp;amp;")));
    static const QRegularExpression control(QStringLiteral("[\\x00-\\x08\\x0B-\\x1F\\x7F]"));
    QVERIFY(!html.contains(control));
}

void PagesTest::bidiControlsOfTheOutsideAreGone()
{
    const QString attack = QString::fromUtf8("a\u202Eb\u2066c\u2069d\u2028e");
    QCOMPARE(plainText(attack), QStringLiteral("abcde"));
    QCOMPARE(plainLine(QStringLiteral(" a\r\nBcc: x\t\u001B[1m ")), QStringLiteral("a Bcc: x [1m"));
    QCOMPARE(plainText(QString(QChar(0xD800))), QString(QChar(0xFFFD)));
    QCOMPARE(plainText(QString::fromUtf8("😀\n")), QString::fromUtf8("😀\n"));
    QCOMPARE(isolated(QStringLiteral("MC-1"), false), QStringLiteral("MC-1"));
    QCOMPARE(isolated(QStringLiteral("MC-1"), true), QString::fromUtf8("\u2068MC-1\u2069"));
    QCOMPARE(isolated(QString::fromUtf8("دبي"), false), QString::fromUtf8("\u2068دبي\u2069"));

    const QString html = orderPage(hostileOrder());
    QVERIFY(!html.contains(QChar(0x202E)));
    QCOMPARE(html.count(QChar(0x2069)), html.count(QChar(0x2068)));
}

void PagesTest::aSectionsTagLeavesNoLineBehind()
{
    const QString html = orderPage(sampleOrder());
    const qsizetype from = html.indexOf(QLatin1StringView("<ul class=\"items\">"));
    const QString list = html.mid(from, html.indexOf(QLatin1StringView("</ul>"), from) - from);
    QVERIFY(list.count(QLatin1StringView("<li")) > 1);
    QVERIFY2(!list.contains(QLatin1StringView("\n\n")), qPrintable(list));
}

void PagesTest::aMailAddressCannotBecomeAnotherLink()
{
    QCOMPARE(mailAddress(QStringLiteral("help@shop.example"), QStringLiteral("MC 1&cc=x@y")),
             QStringLiteral("mailto:help@shop.example?subject=MC%201%26cc%3Dx%40y"));
    QCOMPARE(mailAddress(QStringLiteral("a@b?cc=x@y")), QStringLiteral("mailto:a@b%3Fcc%3Dx@y"));
    QCOMPARE(mailAddress(QStringLiteral("javascript:alert(1)")), QString());
}

void PagesTest::aLinkThatIsPassedOnDoesNotTellTheStreet_data()
{
    QTest::addColumn<QStringList>("address");
    QTest::addColumn<QStringList>("shown");
    const auto row = [](const char *name, const QStringList &address, const QStringList &shown) {
        QTest::newRow(name) << address << shown;
    };
    row("nothing", {}, {});
    row("street, town, country", {u"Storgatan 18"_s, u"114 51 Stockholm"_s, u"Sweden"_s},
        {u"S\u2022\u2022\u2022"_s, u"114 51 Stockholm"_s, u"Sweden"_s});
    row("company and floor", {u"Acme Ltd"_s, u"1 High Street"_s, u"Floor 3"_s, u"London"_s, u"UK"_s},
        {u"A\u2022\u2022\u2022"_s, u"1\u2022\u2022\u2022"_s, u"F\u2022\u2022\u2022"_s, u"London"_s, u"UK"_s});
    row("no country", {u"Storgatan 18"_s, u"Stockholm"_s}, {u"S\u2022\u2022\u2022"_s, u"Stockholm"_s});
    row("one line", {u"Storgatan 18, Stockholm"_s}, {u"S\u2022\u2022\u2022"_s});
    row("empty lines do not count", {u"Storgatan 18"_s, u" "_s, u"Stockholm"_s, u""_s},
        {u"S\u2022\u2022\u2022"_s, u"Stockholm"_s});
    row("a letter of two units", {u"\U0001F3E0 lane"_s, u"Town"_s},
        {u"\U0001F3E0\u2022\u2022\u2022"_s, u"Town"_s});
}

void PagesTest::aLinkThatIsPassedOnDoesNotTellTheStreet()
{
    QFETCH(const QStringList, address);
    QFETCH(const QStringList, shown);
    QCOMPARE(hintedAddress(address), shown);
    Order order = sampleOrder(u"en"_s);
    order.shippingAddress = address;
    const QString html = orderPage(order);
    for (const QString &line : address) {
        if (!shown.contains(line) && !line.trimmed().isEmpty())
            QVERIFY2(!html.contains(line), qPrintable(line));
    }
}

void PagesTest::cancelOrderIsOfferedOnlyWhileItCanWork_data()
{
    QTest::addColumn<Order>("order");
    QTest::addColumn<PolicyMode>("mode");
    QTest::addColumn<bool>("isOffered");
    QTest::addColumn<QString>("says");
    Order delivered = sampleShipped();
    for (LineItem &line : delivered.lines)
        line.state = ItemStatus::Delivered;
    Order unknown = sampleOrder();
    unknown.lines[0].state = ItemStatus::Unknown;
    const QString shipped = QString::fromUtf8("Can’t be cancelled: it has shipped.");
    QTest::newRow("not shipped") << sampleOrder() << PolicyMode::Automatic << true << QString();
    QTest::newRow("ask") << sampleOrder() << PolicyMode::Ask << true << QString();
    QTest::newRow("policy off") << sampleOrder() << PolicyMode::Off << false
                                << QString::fromUtf8("Can’t be cancelled here. Write to the shop.");
    QTest::newRow("requested") << sampleRequested() << PolicyMode::Automatic << false << QString();
    QTest::newRow("cancelled") << sampleCancelled() << PolicyMode::Automatic << false << QString();
    QTest::newRow("shipped") << sampleShipped() << PolicyMode::Automatic << false << shipped;
    QTest::newRow("delivered") << delivered << PolicyMode::Automatic << false
                               << QString::fromUtf8("Can’t be cancelled: it was delivered.");
    QTest::newRow("unknown state") << unknown << PolicyMode::Automatic << false
                                   << QString::fromUtf8("its state is unknown");
}

void PagesTest::cancelOrderIsOfferedOnlyWhileItCanWork()
{
    QFETCH(const Order, order);
    QFETCH(const PolicyMode, mode);
    QFETCH(const bool, isOffered);
    QFETCH(const QString, says);

    const QString html = orderPage(order, Language::English, {mode});

    QCOMPARE(html.contains(QLatin1StringView("/order/cancel")), isOffered);
    QVERIFY(says.isEmpty() || html.contains(says));
    QCOMPARE(html.contains(QString::fromUtf8("Can’t be cancelled")), !says.isEmpty());
}

void PagesTest::theOrderPageTellsTheWordsOfTheDesign_data()
{
    QTest::addColumn<Order>("order");
    QTest::addColumn<QString>("words");
    QTest::newRow("placed") << sampleOrder()
                            << QStringLiteral("Order MC-104832 Placed on 20 November 2026 at 14:28");
    QTest::newRow("requested") << sampleRequested()
                               << QString::fromUtf8("Cancellation requested We check that nothing has "
                                                    "shipped. This takes a few minutes. The outcome "
                                                    "appears here and comes by e‑mail.");
    QTest::newRow("reason") << sampleRequested()
                            << QStringLiteral("Reason Ordered by mistake Additional comments I chose the "
                                              "natural oak, but I need the dark one. "
                                              "Requested 20 November 2026 at 14:36");
    QTest::newRow("cancelled") << sampleCancelled()
                               << QStringLiteral("Your order is cancelled 248.90 EUR go back to Visa ending "
                                                 "in 4242. Banks need 3 to 5 working days to "
                                                 "show it.");
    QTest::newRow("rejected") << sampleShippedFirst()
                              << QStringLiteral("Cancellation rejected: the parcel was faster It left at "
                                                "14:31, before your request reached us at "
                                                "14:36. Nothing was refunded.");
    Order staff = sampleRequested();
    staff.cancellations[0].requestedBy = RequestedBy::Support;
    staff.cancellations[0].areCommentsForCustomer = false;
    staff.cancellations[0].reasonText = QStringLiteral("Versehentlich bestellt");
    QTest::newRow("by staff")
        << staff
        << QStringLiteral(
               "Reason Ordered by mistake Requested by The shop Requested 20 November 2026 at 14:36");
    Order asked = sampleRequested();
    asked.cancellations[0].needsDecision = true;
    asked.cancellations[0].deadlineUtc = asked.placedAtUtc.addDays(1);
    QTest::newRow("asked") << asked
                           << QString::fromUtf8("Cancellation requested The shop decides by 21 November 2026 "
                                                "at 14:28. If it does not answer, the order "
                                                "stays as it is.");
}

void PagesTest::theOrderPageTellsTheWordsOfTheDesign()
{
    QFETCH(const Order, order);
    QFETCH(const QString, words);
    const QString page = wordsOf(orderPage(order));
    QVERIFY2(page.contains(words), qPrintable(page));
}

void PagesTest::thePageAfterTheOutcomeHidesTheOneBefore()
{
    QFile styles(QStringLiteral(":/pages/store.css"));
    QVERIFY(styles.open(QIODevice::ReadOnly));
    QVERIFY(styles.readAll().contains("main:has(> .outcome) > .pending { display: none; }"));
    const PageKit kit;
    const ShopView shop = sampleShop();
    const Wording wording = kit.wording(Language::English, shop.store.timeZone);
    TemplateData before = orderData(sampleRequested(), shop, wording);
    kit.addFrame(before, Language::English, {}, shop.store.name, QStringLiteral("/order"));
    TemplateData after = orderData(sampleCancelled(), shop, wording, QStringLiteral("-outcome"));
    kit.addFrame(after, Language::English, {}, shop.store.name, QStringLiteral("/order"));

    const QByteArray html =
        kit.templates().render(QStringLiteral("pages/order_pending.html"), before, Language::English)
        + kit.templates().render(QStringLiteral("pages/order_outcome.html"), after, Language::English);

    QCOMPARE(html.count("<main "), 1);
    QCOMPARE(html.count("</main>"), 1);
    static const QRegularExpression id(QStringLiteral(" id=\"([^\"]+)\""));
    QSet<QString> ids;
    for (auto match = id.globalMatch(QString::fromUtf8(html)); match.hasNext();) {
        const QString found = match.next().captured(1);
        QVERIFY2(!ids.contains(found), qPrintable(found));
        ids << found;
    }
}

void PagesTest::aFormIsReadAsItWasTyped()
{
    const auto input = CancelInput::parse("operation=0192f0c1-7a3b-7c4d-8e5f-0123456789ab&csrf=abc&reason="
                                          "other&comments=++a%0D%0Ab+%2B+%F0%9F%98%80");
    QVERIFY(input);
    QCOMPARE(input->operation.toString(), QStringLiteral("0192f0c1-7a3b-7c4d-8e5f-0123456789ab"));
    QCOMPARE(input->reasonCode, QStringLiteral("other"));
    QCOMPARE(input->comments, QString::fromUtf8("a\nb + 😀"));
    QVERIFY(!CancelInput::parse("comments=%ff%fe"));
    QVERIFY(!CancelInput::parse("operation=1&csrf=")->operation.isValid());
}

void PagesTest::aFormWithoutAReasonIsShownAgainWithItsText()
{
    const PageKit kit;
    const Wording wording = kit.wording(Language::English, "UTC");
    const QList<CancelReason> reasons = sampleReasons(wording.phrases());
    const CancelInput input{OperationId(QStringLiteral("op-7")), QStringLiteral("token-7"),
                            QStringLiteral("nonsense"), QStringLiteral("\n<b>my words</b>")};

    const CancelProblems problems = problemsOf(input, true, reasons, 500, wording);
    const QString html = cancelPage(sampleOrder(), input, problems);

    QCOMPARE(problems.reason, QStringLiteral("Choose a reason."));
    QVERIFY(html.contains(QLatin1StringView("name=\"operation\" value=\"op-7\"")));
    QVERIFY(html.contains(QLatin1StringView("name=\"csrf\" value=\"token-7\"")));
    QVERIFY(html.contains(QLatin1StringView(">\n\n&lt;b&gt;my words&lt;/b&gt;</textarea>")));
    QVERIFY(html.contains(
        QLatin1StringView("aria-invalid=\"true\" aria-describedby=\"reason-error\" autofocus")));
    QVERIFY(problemsOf({input.operation, {}, QStringLiteral("other"), {}}, true, reasons, 500, wording)
                .isEmpty());
    QVERIFY(!problemsOf({input.operation, {}, QStringLiteral("other"), {}}, false, reasons, 500, wording)
                 .isEmpty());
}

void PagesTest::aFormComesBackWithoutControlCharacters()
{
    const CancelInput input{OperationId(QStringLiteral("op")),
                            QStringLiteral("token"),
                            {},
                            QStringLiteral("two\u202e words\u0000\u001b[31m\nand a line")};

    const QString page = cancelPage(sampleOrder(), input, {});

    QVERIFY(page.contains(QStringLiteral("two words[31m\nand a line")));
    QVERIFY(!page.contains(QChar(0x202e)));
    QVERIFY(!page.contains(QChar(0)));
}

void PagesTest::commentsAreCountedInCodePoints()
{
    const PageKit kit;
    const Wording wording = kit.wording(Language::English, "UTC");
    const QList<CancelReason> reasons = sampleReasons(wording.phrases());
    CancelInput input{{}, {}, QStringLiteral("other"), QString::fromUtf8("😀").repeated(500)};
    QVERIFY(problemsOf(input, true, reasons, 500, wording).isEmpty());
    input.comments += u'x';
    QCOMPARE(problemsOf(input, true, reasons, 500, wording).comments,
             QStringLiteral("Use at most 500 characters. This text has 501."));
}

void PagesTest::aFormTokenFitsOneOrderAndOperation()
{
    const QTemporaryDir directory;
    const CustomerSessions sessions(Keyring::open(directory.path()).value(),
                                    QUrl(QStringLiteral("https://x.example")));
    const StoreId store(QStringLiteral("s1"));
    const OrderId order(QStringLiteral("o1"));
    const OperationId operation(QStringLiteral("op1"));
    const QString token = sessions.formToken(store, order, operation);

    QVERIFY(sessions.isFormToken(token, store, order, operation));
    QVERIFY(!sessions.isFormToken(token, store, order, OperationId(QStringLiteral("op2"))));
    QVERIFY(!sessions.isFormToken(token, store, OrderId(QStringLiteral("o2")), operation));
    QVERIFY(!sessions.isFormToken(token, StoreId(QStringLiteral("s2")), order, operation));
    QVERIFY(!sessions.isFormToken({}, store, order, operation));
}

void PagesTest::pagesAreNeverStoredAndTheStyleSheetIsKept()
{
    const PageKit kit;
    const Response page = kit.error(requestIn("en"), 404);
    QCOMPARE(page.header("Cache-Control"), QByteArray("no-store"));
    QCOMPARE(page.header("Referrer-Policy"), QByteArray("no-referrer"));
    QVERIFY(page.header("Content-Security-Policy").startsWith("default-src 'none'; style-src 'self';"));
    QVERIFY(!page.header("Content-Security-Policy").contains("script-src"));

    Request request = requestIn("en");
    QCOMPARE(kit.styleSheet(request).header("Cache-Control"), QByteArray("no-cache"));
    request.query = {{QStringLiteral("v"), kit.styleSheetAddress().section(u'=', -1)}};
    QVERIFY(kit.styleSheet(request).header("Cache-Control").contains("immutable"));
    QVERIFY(!kit.styleSheet(request).body.contains("http"));
}

void PagesTest::deniedAndUnknownPagesLookTheSame()
{
    const PageKit kit;
    const Response dead = kit.linkIsDead(requestIn("de"), nullptr);
    for (const int status : {401, 403}) {
        const Response denied = kit.error(requestIn("de"), status);
        QCOMPARE(denied.status, dead.status);
        QCOMPARE(denied.body, dead.body);
        QCOMPARE(denied.headers, dead.headers);
    }
    Request withoutCookie = requestIn("de");
    withoutCookie.path = QStringLiteral("/order/cancel");
    QCOMPARE(kit.error(withoutCookie, 404).body, dead.body);
    withoutCookie.path = QStringLiteral("/orders");
    QVERIFY(kit.error(withoutCookie, 404).body != dead.body);
    QVERIFY(QString::fromUtf8(dead.body).contains(QStringLiteral("Dieser Link funktioniert nicht mehr")));
}

} // namespace mc::store

QTEST_GUILESS_MAIN(mc::store::PagesTest)
#include "tst_pages.moc"
