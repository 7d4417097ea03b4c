// SPDX-License-Identifier: Apache-2.0
// Lines of a table that are shaped once look as if they were shaped each time and stand at one height with a
// badge's word; a still line leaves the window alone.
#include "ui/look/paint.h"
#include "ui/look/parts.h"
#include "ui/look/shapedlines.h"

#include <QImage>
#include <QTest>
#include <QVBoxLayout>

using namespace mc;

namespace {

constexpr QRect Cell(10, 5, 160, 30);

QImage painted(const std::function<void(QPainter &)> &paint)
{
    QImage image(180, 60, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setPen(Qt::black);
    paint(painter);
    return image;
}

QRect inkOf(const QImage &image)
{
    QRect ink;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (qGray(image.pixel(x, y)) < 128)
                ink |= QRect(x, y, 1, 1);
        }
    }
    return ink;
}

/// How often its layout was asked to be made anew.
class Asked final : public QObject
{
public:
    using QObject::QObject;
    int count = 0;

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        count += event->type() == QEvent::LayoutRequest ? 1 : 0;
        return false;
    }
};

} // namespace

class ShapedLinesTest final : public QObject
{
    Q_OBJECT
private slots:
    void aLineLooksAsIfItWereShapedEachTime_data();
    void aLineLooksAsIfItWereShapedEachTime();
    void aLatinNameKeepsItsOrderInAnArabicWindow();
    void anotherFontIsAnotherLine();
    void aBadgesWordStandsAsHighAsTheTextBesideIt_data();
    void aBadgesWordStandsAsHighAsTheTextBesideIt();
    void aStillLineDoesNotMoveTheWindow();
};

void ShapedLinesTest::aLineLooksAsIfItWereShapedEachTime_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("name") << QStringLiteral("Hanna Lindqvist");
    QTest::newRow("too long") << QStringLiteral("Eleanor Whitcombe-Featherstonehaugh of Cholmondeley");
    QTest::newRow("accents") << QStringLiteral("Nguyễn Thị Minh");
    QTest::newRow("figures") << QStringLiteral("2,139.68");
    QTest::newRow("nothing") << QString();
    QTest::newRow("no mark-up") << QStringLiteral("<b>bold</b> & more");
}

void ShapedLinesTest::aLineLooksAsIfItWereShapedEachTime()
{
    QFETCH(const QString, text);
    const QImage expected =
        painted([&](QPainter &painter) { drawLine(painter, Cell, text, Qt::LeftToRight); });
    ShapedLines lines;
    const auto draw = [&](QPainter &painter) { lines.draw(painter, Cell, text, Qt::LeftToRight); };

    const QImage first = painted(draw);
    QCOMPARE(first, expected);
    QCOMPARE(painted(draw), first);
    QCOMPARE(inkOf(first).isEmpty(), text.isEmpty());
}

void ShapedLinesTest::aLatinNameKeepsItsOrderInAnArabicWindow()
{
    ShapedLines lines;
    const auto draw = [&](const QString &text, Qt::LayoutDirection direction) {
        return painted([&](QPainter &painter) { lines.draw(painter, Cell, text, direction); });
    };
    const QString text = QStringLiteral("Lamp (“Aske”)");
    const QImage left = draw(text, Qt::LeftToRight);
    const QImage right = draw(text, Qt::RightToLeft);
    const QRect leftInk = inkOf(left);
    const QRect rightInk = inkOf(right);

    QVERIFY(leftInk.left() - Cell.left() <= 2);
    QVERIFY(Cell.right() - rightInk.right() <= 3);
    QCOMPARE(right.copy(rightInk), left.copy(leftInk));
    QVERIFY(draw(QStringLiteral("Aske (1)"), Qt::RightToLeft)
            != draw(QStringLiteral("Aske )1("), Qt::RightToLeft));
}

void ShapedLinesTest::anotherFontIsAnotherLine()
{
    ShapedLines lines;
    const auto draw = [&](bool isBold) {
        return painted([&](QPainter &painter) {
            QFont font = painter.font();
            font.setBold(isBold);
            painter.setFont(font);
            lines.draw(painter, Cell, QStringLiteral("MC-104832"), Qt::LeftToRight);
        });
    };
    const QImage plain = draw(false);
    QVERIFY(draw(true) != plain);
    QCOMPARE(draw(false), plain);
}

void ShapedLinesTest::aBadgesWordStandsAsHighAsTheTextBesideIt_data()
{
    QTest::addColumn<int>("height");
    QTest::addColumn<bool>("isFilled");
    for (const int height : {28, 29, 30, 31, 32, 33, 47}) { // 32 and 47: a table's rows with the usual font
        QTest::addRow("%d", height) << height << false;
        QTest::addRow("%d, pill", height) << height << true;
    }
}

void ShapedLinesTest::aBadgesWordStandsAsHighAsTheTextBesideIt()
{
    QFETCH(const int, height);
    QFETCH(const bool, isFilled);
    const QRect cell(10, 5, 160, height);
    const Badge badge{QStringLiteral("Paid"), QStringLiteral("check"), Tone::Neutral, isFilled};
    ShapedLines lines;
    const QRect text =
        inkOf(painted([&](QPainter &painter) { lines.draw(painter, cell, badge.text, Qt::LeftToRight); }));
    const QImage image = painted([&](QPainter &painter) {
        painter.setLayoutDirection(Qt::LeftToRight); // an image's painter has none of its own
        drawBadge(painter, cell, badge, QPalette(), &lines);
    });
    // A badge without a word ends two pixels behind where the word begins; the icon is before that.
    const int icon = badgeSize({{}, {}, Tone::Neutral, false}, QFont()).width() + (isFilled ? Space::S : 0);
    const QRect word = inkOf(image.copy(image.rect().adjusted(cell.x() + icon - 2, 0, 0, 0)));

    QVERIFY(text.isValid());
    QCOMPARE(word.size(), text.size());
    QCOMPARE(word.top(), text.top());
}

void ShapedLinesTest::aStillLineDoesNotMoveTheWindow()
{
    QWidget window;
    auto *column = new QVBoxLayout(&window);
    auto *still = new PlainLabel(QStringLiteral("10 orders"));
    auto *other = new PlainLabel(QStringLiteral("10 orders"));
    column->addWidget(new StillLine(still));
    column->addWidget(other);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QCoreApplication::sendPostedEvents();
    Asked asked;
    window.installEventFilter(&asked);
    const auto askedFor = [&](PlainLabel &label) {
        asked.count = 0;
        label.setText(QStringLiteral("10,000+ orders"));
        QCoreApplication::sendPostedEvents();
        return asked.count;
    };

    QVERIFY(askedFor(*other) > 0);
    QCOMPARE(askedFor(*still), 0);
    QCOMPARE(still->size(), still->parentWidget()->size());
    QVERIFY(still->height() >= still->fontMetrics().height());
}

QTEST_MAIN(ShapedLinesTest)
#include "tst_shapedlines.moc"
