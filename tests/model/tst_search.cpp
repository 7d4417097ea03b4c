// SPDX-License-Identifier: Apache-2.0
#include "storage/orderreader.h"
#include "storage/searchwords.h"
#include "tests/support/orders.h"

#include <QTemporaryDir>
#include <QTest>

using namespace mc;
using namespace mc::test;

class SearchTest final : public QObject
{
    Q_OBJECT
private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void findsAnOrderByAPartOfItsWords_data();
    void findsAnOrderByAPartOfItsWords();
    void aChangedOrderIsFoundByItsNewWordsOnly();
    void numbersSortAsPeopleCount();
};

namespace {

Order sample()
{
    Order one = order(QStringLiteral("104832"), at("2026-11-20T10:00:00Z"));
    one.customer = {QStringLiteral("Zoë Müller-Łukasz"), QStringLiteral("zoe.m@nordhem.example"), {}};
    one.lines[0].title = QStringLiteral("Eichentisch „Söder“ 木製の椅子");
    one.lines[0].sku = QStringLiteral("OAK-77/B");
    one.shipments = {{QStringLiteral("DHL"), QStringLiteral("JD0146 0000 7712 3321"), {}}};
    return one;
}

qsizetype hits(const OrderReader &reader, const QString &typed)
{
    TableQuery query;
    query.match = matchExpression(typed);
    const auto places = reader.places(query, {}, 0);
    return places ? places->size() : -1;
}

} // namespace

void SearchTest::findsAnOrderByAPartOfItsWords_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("isFound");

    QTest::newRow("whole number") << QStringLiteral("MC-104832") << true;
    QTest::newRow("number in lower case") << QStringLiteral("mc-1048") << true;
    QTest::newRow("number without its dash") << QStringLiteral("mc104832") << true;
    QTest::newRow("end of the number") << QStringLiteral("4832") << true;
    QTest::newRow("middle of the number") << QStringLiteral("0483") << true;
    QTest::newRow("another number") << QStringLiteral("4833") << false;
    QTest::newRow("start of the first name without accent") << QStringLiteral("zo") << true;
    QTest::newRow("start of the last name with accent") << QStringLiteral("Mül") << true;
    QTest::newRow("two starts of words in another order") << QStringLiteral("łuk zoë") << true;
    QTest::newRow("middle of a name") << QStringLiteral("üller") << false;
    QTest::newRow("e-mail") << QStringLiteral("zoe.m@nordhem.example") << true;
    QTest::newRow("domain") << QStringLiteral("nordhem") << true;
    QTest::newRow("product") << QStringLiteral("eichent") << true;
    QTest::newRow("product with quotes") << QStringLiteral("\"Söder\"") << true;
    QTest::newRow("sku") << QStringLiteral("oak-77") << true;
    QTest::newRow("end of the tracking number") << QStringLiteral("3321") << true;
    QTest::newRow("tracking number without spaces") << QStringLiteral("JD014600007712") << true;
    QTest::newRow("one Han character") << QStringLiteral("椅") << true;
    QTest::newRow("two characters inside a word") << QStringLiteral("製の") << true;
    QTest::newRow("characters of another word") << QStringLiteral("机子") << false;
    QTest::newRow("full width figures") << QStringLiteral("１０４８３２") << true;
    QTest::newRow("operators are text") << QStringLiteral("zoe OR nothing") << false;
    QTest::newRow("broken syntax is text") << QStringLiteral("\" ( * zo") << true;
}

void SearchTest::findsAnOrderByAPartOfItsWords()
{
    QFETCH(QString, typed);
    QFETCH(bool, isFound);
    QTemporaryDir folder;
    auto cache = OrderCache::open(folder.filePath(QStringLiteral("orders.sqlite")));
    QVERIFY(cache);
    QVERIFY((*cache)->beginSnapshot("c1", 2, QStringLiteral("e1")));
    QVERIFY((*cache)->addSnapshot(wire({sample(), order(QStringLiteral("9"), at("2026-11-20T09:00:00Z"))}), {}));
    const auto reader = OrderReader::open((*cache)->file());
    QVERIFY(reader);

    QCOMPARE(hits(**reader, typed), isFound ? 1 : 0);
}

void SearchTest::aChangedOrderIsFoundByItsNewWordsOnly()
{
    QTemporaryDir folder;
    auto cache = OrderCache::open(folder.filePath(QStringLiteral("orders.sqlite")));
    QVERIFY(cache);
    Order one = sample();
    QVERIFY((*cache)->applyChanges({wire(one)}, {}, "c1"));
    one.version = 2;
    one.customer.name = QStringLiteral("Priya Raman");
    QVERIFY((*cache)->applyChanges({wire(one)}, {}, "c2"));
    const auto reader = OrderReader::open((*cache)->file());
    QVERIFY(reader);

    QCOMPARE(hits(**reader, QStringLiteral("müller")), 0);
    QCOMPARE(hits(**reader, QStringLiteral("priya")), 1);

    QVERIFY((*cache)->applyChanges({}, {one.id}, "c3"));
    QCOMPARE(hits(**reader, QStringLiteral("priya")), 0);
}

void SearchTest::numbersSortAsPeopleCount()
{
    QVERIFY(numberSortKey(QStringLiteral("#999")) < numberSortKey(QStringLiteral("#1001")));
    QCOMPARE(nameSortKey(QStringLiteral(" Zoë  MÜLLER")), QStringLiteral("zoe muller"));
}

QTEST_GUILESS_MAIN(SearchTest)
#include "tst_search.moc"
