// SPDX-License-Identifier: Apache-2.0
// A statement does the same through SQLite itself and through QtSql.
#include "storage/nativestatement.h"
#include "storage/statement.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace mc;

Q_DECLARE_METATYPE(mc::Statement::Via)

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

QTEST_GUILESS_MAIN(StatementTest)
#include "tst_statement.moc"
