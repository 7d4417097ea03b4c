// SPDX-License-Identifier: Apache-2.0
#include "store/orderbook/keyring.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

namespace mc::store {

class KeyringTest final : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void theKeyIsMadeOnceAndReadableByItsOwnerOnly();
    void aKeyFileThatIsNotAKeyIsRefused_data();
    void aKeyFileThatIsNotAKeyIsRefused();
    void aLinkDependsOnStoreOrderGenerationAndKey();
    void whatIsSealedOpensOnlyWithTheSamePurposeAndKey();
    void oneFlippedBitClosesASealForEver();
    void aTokenIsKeptAsItsHashOnly();
    void aPasswordMatchesItsOwnHashOnly();
};

namespace {
Keyring keyringIn(const QTemporaryDir &directory)
{
    auto keyring = Keyring::open(directory.path());
    if (!keyring)
        qFatal("%s", qPrintable(keyring.error()));
    return *keyring;
}
} // namespace

void KeyringTest::theKeyIsMadeOnceAndReadableByItsOwnerOnly()
{
    const QTemporaryDir directory;
    const Keyring first = keyringIn(directory);
    const Keyring second = keyringIn(directory);

    const QFile file(directory.filePath(QStringLiteral("master.key")));
    QCOMPARE(file.size(), 32);
    QCOMPARE(file.permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther),
             QFileDevice::Permissions());
    QCOMPARE(second.unseal("cookie", first.seal("cookie", "hello")), QByteArray("hello"));
    QCOMPARE(QDir(directory.path()).entryList(QDir::Files), QStringList(QStringLiteral("master.key")));
}

void KeyringTest::aKeyFileThatIsNotAKeyIsRefused_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<bool>("isOpenToOthers");
    QTest::addColumn<QString>("says");
    QTest::newRow("empty") << QByteArray() << false << QStringLiteral("damaged");
    QTest::newRow("too short") << QByteArray(31, 'k') << false << QStringLiteral("damaged");
    QTest::newRow("too long") << QByteArray(33, 'k') << false << QStringLiteral("damaged");
    QTest::newRow("open to others") << QByteArray(32, 'k') << true << QStringLiteral("chmod 600");
}

void KeyringTest::aKeyFileThatIsNotAKeyIsRefused()
{
    QFETCH(const QByteArray, content);
    QFETCH(const bool, isOpenToOthers);
    QFETCH(const QString, says);
    const QTemporaryDir directory;
    QFile file(directory.filePath(QStringLiteral("master.key")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    auto permissions = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
    permissions.setFlag(QFileDevice::ReadOther, isOpenToOthers);
    QVERIFY(file.setPermissions(permissions));

    const auto keyring = Keyring::open(directory.path());

    QVERIFY(!keyring);
    QVERIFY2(keyring.error().contains(says), qPrintable(keyring.error()));
    QCOMPARE(file.size(), content.size());
}

void KeyringTest::aLinkDependsOnStoreOrderGenerationAndKey()
{
    const QTemporaryDir directory;
    const QTemporaryDir other;
    const Keyring keyring = keyringIn(directory);
    const QString token = keyring.linkToken(QStringLiteral("s1"), QStringLiteral("o1"), 1);

    QCOMPARE(token.size(), 43);
    QVERIFY(QRegularExpression(QStringLiteral("^[A-Za-z0-9_-]{43}$")).match(token).hasMatch());
    QCOMPARE(keyringIn(directory).linkToken(QStringLiteral("s1"), QStringLiteral("o1"), 1), token);
    QVERIFY(keyring.linkToken(QStringLiteral("s1"), QStringLiteral("o1"), 2) != token);
    QVERIFY(keyring.linkToken(QStringLiteral("s1"), QStringLiteral("o2"), 1) != token);
    QVERIFY(keyring.linkToken(QStringLiteral("s"), QStringLiteral("1o1"), 1) != token);
    QVERIFY(keyringIn(other).linkToken(QStringLiteral("s1"), QStringLiteral("o1"), 1) != token);
}

void KeyringTest::whatIsSealedOpensOnlyWithTheSamePurposeAndKey()
{
    const QTemporaryDir directory;
    const QTemporaryDir other;
    const Keyring keyring = keyringIn(directory);
    const QByteArray sealed = keyring.seal("cookie", "order 1");

    QVERIFY(!sealed.contains("order"));
    QVERIFY(keyring.seal("cookie", "order 1") != sealed);
    QCOMPARE(keyring.unseal("cookie", sealed), QByteArray("order 1"));
    QCOMPARE(keyring.unseal("cookie", keyring.seal("cookie", {})), QByteArray());
    QVERIFY(!keyring.unseal("engine", sealed));
    QVERIFY(!keyringIn(other).unseal("cookie", sealed));
}

void KeyringTest::oneFlippedBitClosesASealForEver()
{
    const QTemporaryDir directory;
    const Keyring keyring = keyringIn(directory);
    const auto options = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
    const QByteArray raw = QByteArray::fromBase64(keyring.seal("cookie", "order 1"), options);

    for (qsizetype bit = 0; bit < raw.size() * 8; ++bit) {
        QByteArray broken = raw;
        broken[bit / 8] = char(broken.at(bit / 8) ^ (1 << (bit % 8)));
        QVERIFY(!keyring.unseal("cookie", broken.toBase64(options)));
    }
    for (qsizetype length = 0; length < raw.size(); ++length)
        QVERIFY(!keyring.unseal("cookie", raw.left(length).toBase64(options)));
    QVERIFY(!keyring.unseal("cookie", "not base64 at all: \xff\x00"));
}

void KeyringTest::aTokenIsKeptAsItsHashOnly()
{
    QCOMPARE(Keyring::tokenHash("abc"),
             QStringLiteral("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    const QString token = Keyring::newToken();
    QCOMPARE(token.size(), 43);
    QVERIFY(Keyring::newToken() != token);
}

void KeyringTest::aPasswordMatchesItsOwnHashOnly()
{
    const QString password = QString::fromUtf8("Grüße 😀 2026");
    const QString hash = Keyring::hashPassword(password);

    QVERIFY(hash.startsWith(QStringLiteral("$argon2id$")));
    QVERIFY(Keyring::isPassword(password, hash));
    QVERIFY(!Keyring::isPassword(password + u' ', hash));
    QVERIFY(!Keyring::isPassword({}, hash));
    QVERIFY(!Keyring::isPassword(password, {}));
    QVERIFY(!Keyring::isPassword(password, QStringLiteral("$argon2id$nonsense")));
    QVERIFY(Keyring::hashPassword(password) != hash);
}

} // namespace mc::store

QTEST_GUILESS_MAIN(mc::store::KeyringTest)
#include "tst_keyring.moc"
