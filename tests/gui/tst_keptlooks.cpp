// SPDX-License-Identifier: Apache-2.0
// What a table keeps from one painting to the next looks as if it were made each time.
#include "orders/words.h"
#include "ui/look/paint.h"
#include "ui/orders/keptdates.h"

#include <QImage>
#include <QTest>

using namespace mc;

namespace {

const QDateTime Now(QDate(2026, 11, 20), QTime(14, 30, 20), Qt::UTC);

QImage painted(qreal ratio, const std::function<void(QPainter &)> &paint)
{
    QImage image(QSize(300, 80) * ratio, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(ratio);
    image.fill(QColor(0xfa, 0xf3, 0xe8));
    QPainter painter(&image);
    paint(painter);
    return image;
}

/// The most that one colour of one pixel differs.
int difference(const QImage &one, const QImage &other)
{
    int most = one.size() == other.size() ? 0 : 255;
    for (int y = 0; y < one.height() && most < 255; ++y) {
        for (int x = 0; x < one.width(); ++x) {
            const QColor a = one.pixelColor(x, y);
            const QColor b = other.pixelColor(x, y);
            most = std::max({most, qAbs(a.red() - b.red()), qAbs(a.green() - b.green()),
                             qAbs(a.blue() - b.blue()), qAbs(a.alpha() - b.alpha())});
        }
    }
    return most;
}

struct Look {
    QRectF rect;
    qreal radius = 0;
    QColor fill;
    QColor border;
};

void drawEachTime(QPainter &painter, const Look &look)
{
    const bool isOutlined = look.border.alpha() > 0;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(look.fill);
    painter.setPen(isOutlined ? QPen(look.border, 1) : QPen(Qt::NoPen));
    painter.drawRoundedRect(isOutlined ? look.rect.adjusted(0.5, 0.5, -0.5, -0.5) : look.rect, look.radius,
                            look.radius);
}

} // namespace

class KeptLooksTest final : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { qputenv("TZ", "Europe/Berlin"); }
    void aPanelLooksAsIfItWereDrawnEachTime_data();
    void aPanelLooksAsIfItWereDrawnEachTime();
    void anotherPanelIsAnotherPicture();
    void aPanelLeavesThePainterAsItWas();
    void datesAreTheWordsOfTheirMinute_data();
    void datesAreTheWordsOfTheirMinute();
    void noDateIsNoWords();
};

void KeptLooksTest::aPanelLooksAsIfItWereDrawnEachTime_data()
{
    QTest::addColumn<qreal>("ratio");
    QTest::addColumn<QRectF>("rect");
    QTest::addColumn<qreal>("radius");
    QTest::addColumn<QColor>("border");
    const QRectF pill(7, 11, 111, 23);
    QTest::newRow("pill") << 1.0 << pill << 11.5 << QColor(Qt::transparent);
    QTest::newRow("pill with a line") << 1.0 << pill << 11.5 << QColor(Qt::darkGreen);
    QTest::newRow("pill, 200 %") << 2.0 << pill << 11.5 << QColor(Qt::transparent);
    QTest::newRow("pill, 125 %") << 1.25 << pill << 11.5 << QColor(Qt::darkGreen);
    QTest::newRow("check box") << 1.0 << QRectF(3, 5, 16, 16) << 4.0 << QColor(Qt::gray);
    QTest::newRow("between pixels") << 1.0 << QRectF(3.5, 5.25, 40, 16) << 4.0 << QColor(Qt::gray);
    QTest::newRow("large") << 1.0 << QRectF(0, 0, 290, 70) << 8.0 << QColor(Qt::gray);
    QTest::newRow("nothing") << 1.0 << QRectF(3, 5, 0, 16) << 4.0 << QColor(Qt::transparent);
}

void KeptLooksTest::aPanelLooksAsIfItWereDrawnEachTime()
{
    QFETCH(const qreal, ratio);
    QFETCH(const QRectF, rect);
    QFETCH(const qreal, radius);
    QFETCH(const QColor, border);
    const Look look{rect, radius, QColor(0xd9, 0xe8, 0xff), border};
    const auto draw = [&](QPainter &painter) {
        drawPanel(painter, look.rect, look.radius, look.fill, look.border);
    };
    const QImage expected = painted(ratio, [&](QPainter &painter) { drawEachTime(painter, look); });

    const QImage first = painted(ratio, draw);
    QVERIFY(difference(first, expected) <= 2); // of 255: an edge is mixed with what is below in two steps
    QCOMPARE(painted(ratio, draw), first);
}

void KeptLooksTest::anotherPanelIsAnotherPicture()
{
    const Look usual{QRectF(7, 11, 60, 20), 10, Qt::yellow, Qt::blue};
    const auto drawn = [](const Look &look) {
        return painted(1, [&](QPainter &painter) {
            drawPanel(painter, look.rect, look.radius, look.fill, look.border);
        });
    };
    const QImage image = drawn(usual);
    QVERIFY(drawn({usual.rect, 4, usual.fill, usual.border}) != image);
    QVERIFY(drawn({usual.rect, usual.radius, Qt::red, usual.border}) != image);
    QVERIFY(drawn({usual.rect, usual.radius, usual.fill, Qt::red}) != image);
    QVERIFY(drawn({QRectF(7, 11, 61, 20), usual.radius, usual.fill, usual.border}) != image);
    QVERIFY(drawn({QRectF(7, 11, 60, 21), usual.radius, usual.fill, usual.border}) != image);
    QCOMPARE(drawn(usual), image);
}

void KeptLooksTest::aPanelLeavesThePainterAsItWas()
{
    (void)painted(1, [](QPainter &painter) {
        painter.setPen(Qt::red);
        for (const QRectF &rect : {QRectF(0, 0, 20, 20), QRectF(0.5, 0, 20, 20)}) {
            drawPanel(painter, rect, 4, Qt::yellow, Qt::blue);
            QCOMPARE(painter.pen().color(), QColor(Qt::red));
            QVERIFY(!painter.testRenderHint(QPainter::Antialiasing));
        }
    });
}

void KeptLooksTest::datesAreTheWordsOfTheirMinute_data()
{
    QTest::addColumn<qint64>("secondsAgo");
    QTest::newRow("now") << qint64(3);
    QTest::newRow("a minute") << qint64(70);
    QTest::newRow("hours") << qint64(3 * 3600);
    QTest::newRow("before midnight here") << qint64(16 * 3600);
    QTest::newRow("days") << qint64(4 * 86'400);
    QTest::newRow("last year") << qint64(400 * 86'400);
}

void KeptLooksTest::datesAreTheWordsOfTheirMinute()
{
    QFETCH(const qint64, secondsAgo);
    const QLocale locale(QLocale::English);
    const QDateTime at = Now.addSecs(-secondsAgo);
    KeptDates dates;
    for (const QDateTime &now : {Now, Now, Now.addSecs(60), Now.addSecs(3600), Now.addDays(1), Now}) {
        const KeptDates::Texts texts = dates.textsOf(at, now, locale);
        QCOMPARE(texts.relative, relativeDate(at, now, locale));
        QCOMPARE(texts.absolute, absoluteDate(at, locale));
        (void)dates.textsOf(at.addSecs(-86'400), now, locale); // another one does not take its place
    }
}

void KeptLooksTest::noDateIsNoWords()
{
    KeptDates dates;
    (void)dates.textsOf(QDateTime::fromMSecsSinceEpoch(0, Qt::UTC), Now, QLocale());
    QCOMPARE(dates.textsOf({}, Now, QLocale()).relative, QString());
    QCOMPARE(dates.textsOf({}, Now, QLocale()).absolute, QString());
}

QTEST_MAIN(KeptLooksTest)
#include "tst_keptlooks.moc"
