// SPDX-License-Identifier: Apache-2.0
// A statement does the same through SQLite itself and through QtSql.
#include "storage/nativestatement.h"
#include "storage/statement.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace mc;

Q_DECLARE_METATYPE(mc::Statement::Via)
Q_DECLARE_METATYPE(mc::StorageError::Kind)

class StatementTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void theDriversOwnCopyIsUsedHere();
    void valuesComeBackAsTheyWere_data() { addWays(); }
    void valuesComeBackAsTheyWere();
    void emptyIsNotNull_data() { addWays(); }
    void emptyIsNotNull();
    void aStatementIsReadyAgain_data() { addWays(); }
    void aStatementIsReadyAgain();
    void errorsAreOfTheSameKind_data() { addWays(); }
    void errorsAreOfTheSameKind();
    void aFileThatCannotBeWrittenIsSaid_data() { addWays(); }
    void aFileThatCannotBeWrittenIsSaid();
    void whatIsNotBoundWholeIsNotRun_data() { addWays(); }
    void whatIsNotBoundWholeIsNotRun();
    void kindsOfCodes_data();
    void kindsOfCodes();

private:
    static void addWays();
    [[nodiscard]] std::unique_ptr<Statement> made(const QString &sql);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SqlConnection> m_connection;
};

void StatementTest::addWays()
{
    QTest::addColumn<Statement::Via>("via");
    QTest::newRow("SQLite itself") << Statement::Via::Fastest;
    QTest::newRow("QtSql") << Statement::Via::QtSql;
}

void StatementTest::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_connection.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    auto opened = SqlConnection::open(m_folder->filePath(u"one.sqlite"_s), SqlConnection::Mode::Cache);
    QVERIFY(opened);
    m_connection = std::move(*opened);
    QVERIFY(m_connection->run(
        u"CREATE TABLE t (id INTEGER PRIMARY KEY, words TEXT NOT NULL, bytes BLOB NOT NULL, late)"_s));
}

std::unique_ptr<Statement> StatementTest::made(const QString &sql)
{
    QFETCH(const Statement::Via, via);
    auto statement = Statement::prepare(*m_connection, sql, via);
    return statement ? std::move(*statement) : nullptr;
}

// Debian's QtSql and this program share one library; where they do not, the other rows still have to pass.
void StatementTest::theDriversOwnCopyIsUsedHere()
{
    const auto statement = nativeStatement(*m_connection, u"SELECT 1"_s);
    QVERIFY(statement);
    if (!*statement)
        QSKIP("QtSql brings a copy of SQLite of its own");
    const auto isRow = (*statement)->next();
    QVERIFY(isRow);
    QVERIFY(*isRow);
    QCOMPARE((*statement)->number(0), 1);
}

void StatementTest::valuesComeBackAsTheyWere()
{
    const auto insert = made(u"INSERT INTO t VALUES (?,?,?,?)"_s);
    QVERIFY(insert);
    const QString words = u"Zo\u00eb \U0001F3E0 \u0644\u064a\u0644\u0649"_s;
    const QByteArray bytes("a\0b\xff", 4);
    insert->bind(std::numeric_limits<qint64>::max());
    insert->bindAll({words, bytes, QVariant()});
    QVERIFY(insert->run());

    const auto select = made(u"SELECT id, words, bytes, late IS NULL, typeof(words), typeof(bytes) FROM t"_s);
    QVERIFY(select);
    const auto isRow = select->next();
    QVERIFY(isRow);
    QVERIFY(*isRow);
    QCOMPARE(select->number(0), std::numeric_limits<qint64>::max());
    QCOMPARE(QString::fromUtf8(select->bytes(1)), words);
    QCOMPARE(select->bytes(2), bytes);
    QCOMPARE(select->number(3), 1);
    QCOMPARE(select->bytes(4), "text");
    QCOMPARE(select->bytes(5), "blob");
}

void StatementTest::emptyIsNotNull()
{
    const auto insert = made(u"INSERT INTO t VALUES (1,?,?,0)"_s);
    QVERIFY(insert);
    insert->bind(QString());
    insert->bind(QByteArray());
    QVERIFY(insert->run());
    const auto found = m_connection->value(u"SELECT length(words) + length(bytes) FROM t"_s);
    QVERIFY(found);
    QCOMPARE(found->toInt(), 0);
}

void StatementTest::aStatementIsReadyAgain()
{
    const auto insert = made(u"INSERT INTO t VALUES (?,'w',x'01',?)"_s);
    const auto select = made(u"SELECT id FROM t WHERE id>=? ORDER BY id"_s);
    QVERIFY(insert);
    QVERIFY(select);
    for (int i = 0; i < 5; ++i) {
        insert->bind(i);
        insert->bindNull();
        QVERIFY(insert->run());
    }
    for (const int from : {3, 1, 4}) { // the second is left after its first row
        select->bind(from);
        QList<qint64> ids;
        for (;;) {
            const auto isRow = select->next();
            QVERIFY(isRow);
            if (!*isRow)
                break;
            ids.append(select->number(0));
            if (from == 1)
                break;
        }
        select->reset();
        QCOMPARE(ids.constFirst(), from);
        QCOMPARE(ids.size(), from == 1 ? 1 : 5 - from);
    }
    QVERIFY(m_connection->run(u"VACUUM"_s)); // refused while a statement is open
}

void StatementTest::errorsAreOfTheSameKind()
{
    QVERIFY(!made(u"SELECT nothing FROM t"_s));
    const auto insert = made(u"INSERT INTO t VALUES (1,?,x'',0)"_s);
    QVERIFY(insert);
    insert->bind(u"w"_s);
    QVERIFY(insert->run());
    insert->bind(u"w"_s);
    const auto twice = insert->run();
    QVERIFY(!twice);
    QCOMPARE(twice.error().kind, StorageError::Kind::Failed);
    QVERIFY2(twice.error().detail.contains("UNIQUE"_L1), qPrintable(twice.error().detail));

    auto other = SqlConnection::open(m_connection->file(), SqlConnection::Mode::Cache);
    QVERIFY(other);
    QVERIFY(m_connection->run(u"PRAGMA busy_timeout=0"_s));
    QVERIFY((*other)->run(u"BEGIN IMMEDIATE"_s));
    insert->bind(u"w"_s);
    const auto busy = insert->run();
    QVERIFY(!busy);
    QCOMPARE(busy.error().kind, StorageError::Kind::Busy);
    QVERIFY((*other)->run(u"COMMIT"_s));
}

void StatementTest::aFileThatCannotBeWrittenIsSaid()
{
    QFETCH(const Statement::Via, via);
    const auto reader = SqlConnection::open(m_connection->file(), SqlConnection::Mode::Reader);
    QVERIFY(reader);
    const auto insert = Statement::prepare(**reader, u"INSERT INTO t VALUES (1,'w',x'01',0)"_s, via);
    QVERIFY(insert);
    const auto refused = (*insert)->run();
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, StorageError::Kind::CannotOpen);
}

// The values of the run before must not stand in for those that are missing.
void StatementTest::whatIsNotBoundWholeIsNotRun()
{
    const auto insert = made(u"INSERT INTO t VALUES (?,?,x'01',0)"_s);
    QVERIFY(insert);
    insert->bind(1);
    insert->bind(u"first"_s);
    QVERIFY(insert->run());

    insert->bind(2);
    QVERIFY(!insert->run());
    insert->bind(3);
    insert->bind(u"third"_s);
    insert->bindNull();
    QVERIFY(!insert->run());

    insert->bind(4);
    insert->bind(u"fourth"_s);
    QVERIFY(insert->run());
    const auto found = m_connection->value(u"SELECT group_concat(id || words) FROM t"_s);
    QVERIFY(found);
    QCOMPARE(found->toString(), u"1first,4fourth"_s);
}

void StatementTest::kindsOfCodes_data()
{
    using Kind = StorageError::Kind;
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("text");
    QTest::addColumn<Kind>("kind");
    QTest::newRow("our statement, another schema") << 1 << u"no such column: place"_s << Kind::Damaged;
    QTest::newRow("anything else about a statement")
        << 1 << u"near \"SELEC\": syntax error"_s << Kind::Failed;
    QTest::newRow("corrupt") << 11 << u"database disk image is malformed"_s << Kind::Damaged;
    QTest::newRow("corrupt index") << 779 << u"database disk image is malformed"_s << Kind::Damaged;
    QTest::newRow("no database") << 26 << u"file is not a database"_s << Kind::Damaged;
    QTest::newRow("busy") << 5 << u"database is locked"_s << Kind::Busy;
    QTest::newRow("busy snapshot") << 517 << u"database is locked"_s << Kind::Busy;
    QTest::newRow("disk full") << 13 << u"database or disk is full"_s << Kind::CannotOpen;
    QTest::newRow("failed write") << 778 << u"disk I/O error"_s << Kind::CannotOpen;
    QTest::newRow("read only") << 8 << u"attempt to write a readonly database"_s << Kind::CannotOpen;
    QTest::newRow("cannot open") << 14 << u"unable to open database file"_s << Kind::CannotOpen;
    QTest::newRow("constraint") << 2067 << u"UNIQUE constraint failed: t.id"_s << Kind::Failed;
}

void StatementTest::kindsOfCodes()
{
    QFETCH(int, code);
    QFETCH(QString, text);
    QTEST(StorageError::fromCode(code, text).kind, "kind");
}

QTEST_GUILESS_MAIN(StatementTest)
#include "tst_statement.moc"
