// SPDX-License-Identifier: Apache-2.0
#include "ui/look/shapedlines.h"

#include <QPainter>
#include <QStyle>
#include <QTextOption>
#include <QWidget>

namespace mc {
namespace {

constexpr int MostLines = 4'000; ///< Some hundred rows.

} // namespace

ShapedLines::ShapedLines()
    : m_lines(MostLines)
{
}

ShapedLines::Line ShapedLines::shaped(const QPainter &painter, const Key &key)
{
    if (const Line *known = m_lines.object(key))
        return *known;
    const QFontMetrics metrics = painter.fontMetrics();
    const QString shown = metrics.elidedText(key.text, Qt::ElideRight, key.width);
    Line line{QStaticText(shown), {metrics.horizontalAdvance(shown), metrics.height()}};
    line.text.setTextFormat(Qt::PlainText);
    QTextOption option;
    option.setTextDirection(key.direction);
    option.setWrapMode(QTextOption::NoWrap);
    line.text.setTextOption(option);
    line.text.setPerformanceHint(QStaticText::AggressiveCaching);
    line.text.prepare(painter.transform(), key.font);
    m_lines.insert(key, new Line(line));
    return line;
}

QSize ShapedLines::sizeOf(const QPainter &painter, const QString &text)
{
    return shaped(painter, {text, painter.font(), QWIDGETSIZE_MAX, Qt::LeftToRight}).size;
}

void ShapedLines::draw(QPainter &painter, const QRect &rect, const QString &text,
                       Qt::LayoutDirection direction, Qt::Alignment alignment)
{
    if (text.isEmpty())
        return;
    // A Latin name in an Arabic window stands at the window's edge and keeps its own order.
    const auto own = text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight;
    const Line line = shaped(painter, {text, painter.font(), rect.width(), own});
    const QRect box = QStyle::alignedRect(direction, alignment, line.size, rect);
    painter.drawStaticText(box.topLeft(), line.text);
}

} // namespace mc
