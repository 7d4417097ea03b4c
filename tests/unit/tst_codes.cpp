// SPDX-License-Identifier: Apache-2.0
#include "domain/codes.h"

#include <QMetaEnum>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace mc;

class CodesTest final : public QObject
{
    Q_OBJECT
private slots:
    void everyValueHasAWordThatReadsBack();
    void unknownWordsAreNoValue();

private:
    template <typename Enum>
    static void check()
    {
        const auto meta = QMetaEnum::fromType<Enum>();
        QSet<QString> words;
        for (int i = 0; i < meta.keyCount(); ++i) {
            const auto value = static_cast<Enum>(meta.value(i));
            QVERIFY2(fromCode<Enum>(QString(codeOf(value))) == value, meta.key(i));
            words.insert(codeOf(value));
        }
        QCOMPARE(words.size(), meta.keyCount());
    }
};

void CodesTest::everyValueHasAWordThatReadsBack()
{
    check<ItemStatus>();
    check<PaymentStatus>();
    check<CancellationState>();
    check<Rejection>();
    check<RequestedBy>();
    check<ContactChannel>();
    check<RefundState>();
    check<TimelineKind>();
    for (const Role role : {Role::Viewer, Role::Support, Role::Admin, Role::Owner})
        QCOMPARE(fromCode<Role>(QString(codeOf(role))), std::optional(role));
    for (const PolicyMode mode :
         {PolicyMode::Automatic, PolicyMode::AutomaticThenAsk, PolicyMode::Ask, PolicyMode::Off})
        QCOMPARE(fromCode<PolicyMode>(QString(codeOf(mode))), std::optional(mode));
}

void CodesTest::unknownWordsAreNoValue()
{
    QVERIFY(!fromCode<ItemStatus>(u"teleported"));
    QVERIFY(!fromCode<ItemStatus>(u""));
    QVERIFY(!fromCode<Role>(u"Owner"));
}

QTEST_APPLESS_MAIN(CodesTest)
#include "tst_codes.moc"
