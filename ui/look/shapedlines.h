// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCache>
#include <QFont>
#include <QStaticText>
#include <QString>

class QPainter;
class QRect;

namespace mc {

/**
 * drawLine() for a table: what was drawn before in this font and width is not shaped again, which was half of
 * painting a row (docs/performance.md).
 *
 * Names, dates and words repeat from row to row and from one answer to the next; bounded. For the GUI thread.
 */
class ShapedLines final
{
public:
    ShapedLines();

    void draw(QPainter &painter, const QRect &rect, const QString &text, Qt::LayoutDirection direction,
              Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter);

    /// In the painter's font, not elided.
    [[nodiscard]] QSize sizeOf(const QPainter &painter, const QString &text);

private:
    struct Key {
        QString text;
        QFont font;
        int width = 0;
        Qt::LayoutDirection direction = Qt::LeftToRight;

        friend bool operator==(const Key &, const Key &) = default;
        friend size_t qHash(const Key &key, size_t seed = 0) noexcept
        {
            return qHashMulti(seed, key.text, key.width, key.font.pixelSize(), key.font.weight());
        }
    };
    struct Line {
        QStaticText text;
        QSize size;
    };
    [[nodiscard]] Line shaped(const QPainter &painter, const Key &key);

    QCache<Key, Line> m_lines;
};

} // namespace mc
