// SPDX-License-Identifier: Apache-2.0
#include "orders/profilestore.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace mc {

/// The stores that somebody has signed in to: what is kept of them, and when it is written.
class ProfileStoreTest final : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void whatIsSavedComesBack();
    void theOwnerSaysWhereItIsWritten();
    void whatHasNotChangedIsNotWrittenAgain();

private:
    [[nodiscard]] static StoreInfo store(const QString &name)
    {
        StoreInfo info;
        info.id = StoreId(u"store-1"_s);
        info.staffId = StaffId(u"staff-1"_s);
        info.name = name;
        return info;
    }

    const QUrl m_url{u"https://store.example"_s};
    const QString m_email = u"anna@example.com"_s;
};

void ProfileStoreTest::whatIsSavedComesBack()
{
    const QTemporaryDir folder;
    ProfileStore profiles(folder.path());
    const QString id = profiles.put(m_url, m_email, store(u"Bergzeit"_s)).profile.id;
    profiles.setStore(id, store(u"Bergzeit Zürich"_s));
    profiles.setSignedOut(id);

    const ProfileStore again(folder.path());
    QCOMPARE(again.current(), id);
    const auto entry = again.find(id);
    QVERIFY(entry.has_value());
    QCOMPARE(entry->store, store(u"Bergzeit Zürich"_s));
    QCOMPARE(entry->profile.storeName, u"Bergzeit Zürich"_s);
    QCOMPARE(entry->profile.url, m_url);
    QCOMPARE(entry->profile.email, m_email);
    QVERIFY(entry->isSignedOut);
    const auto others = QFileDevice::ReadGroup | QFileDevice::ReadOther;
    QVERIFY(!(QFile(folder.filePath(u"profiles.json"_s)).permissions() & others));
}

void ProfileStoreTest::theOwnerSaysWhereItIsWritten()
{
    const QTemporaryDir folder;
    QList<QByteArray> written;
    QString file;
    ProfileStore profiles(folder.path(), [&](const QString &where, const QByteArray &content) {
        file = where;
        written.append(content);
    });
    profiles.put(m_url, m_email, store(u"Bergzeit"_s));

    QCOMPARE(written.size(), 1);
    QVERIFY(!QFile::exists(folder.filePath(u"profiles.json"_s)));
    writeProfiles(file, written.constLast());
    QCOMPARE(ProfileStore(folder.path()).entries().size(), 1);
}

void ProfileStoreTest::whatHasNotChangedIsNotWrittenAgain()
{
    const QTemporaryDir folder;
    int writes = 0;
    ProfileStore profiles(folder.path(), [&writes](const QString &, const QByteArray &) { ++writes; });
    const QString id = profiles.put(m_url, m_email, store(u"Bergzeit"_s)).profile.id;
    QCOMPARE(writes, 1);

    profiles.setStore(id, store(u"Bergzeit"_s)); // as the store says it at each start
    profiles.setStore(u"unknown"_s, store(u"Another"_s));
    QCOMPARE(writes, 1);

    profiles.setStore(id, store(u"Another name"_s));
    QCOMPARE(writes, 2);
}

} // namespace mc

QTEST_GUILESS_MAIN(mc::ProfileStoreTest)
#include "tst_profilestore.moc"
