// SPDX-License-Identifier: Apache-2.0
#include "ui/look/sidemenu.h"

#include "ui/look/icons.h"
#include "ui/look/paint.h"

#include <QStyledItemDelegate>

namespace mc {
namespace {

enum EntryRole { IconRole = Qt::UserRole + 1, CountRole, AttentionRole };

class EntryDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {0, option.fontMetrics.height() + Space::L + 2};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Colors &c = colorsOf(option.palette);
        const bool isCurrent = option.state.testFlag(QStyle::State_Selected);
        const QRect row = option.rect.adjusted(Space::S, 1, -Space::S, -1);
        const auto mirrored = [&](const QRect &r) {
            return QStyle::visualRect(option.direction, option.rect, r);
        };
        if (isCurrent || option.state.testFlag(QStyle::State_MouseOver))
            drawPanel(*painter, row, Radius::Medium, isCurrent ? c.surface : c.sunken,
                      isCurrent ? QColor(c.border) : QColor(Qt::transparent));
        if (isCurrent)
            drawPanel(*painter, mirrored({row.x() + 1, row.y() + 8, 3, row.height() - 16}), 1.5, c.accent,
                      Qt::transparent);
        const bool isNarrow = option.rect.width() <= Measure::SideMenuNarrow;
        drawIcon(*painter, mirrored({row.x() + Space::M, row.center().y() - 8 + 1, 16, 16}),
                 index.data(IconRole).toString(), isCurrent ? c.link : c.mutedText);
        QFont font = isCurrent ? fontFor(TextRole::Strong, option.font) : option.font;
        painter->setFont(font);
        painter->setPen(c.text);
        const QString count = QLocale().toString(index.data(CountRole).toInt());
        if (isNarrow) { // the tool tip has the name; a dot says that there is a number
            if (index.data(CountRole).toInt() > 0)
                drawPanel(*painter, mirrored({row.right() - 11, row.y() + 5, 8, 8}), 4,
                          c.tone(Tone::Warning).text, Qt::transparent);
        } else {
            drawLine(*painter, mirrored(row.adjusted(Space::M + 16 + Space::M, 0, -Space::Xl * 2, 0)),
                     index.data().toString(), option.direction);
        }
        if (!isNarrow && index.data(CountRole).toInt() > 0) {
            painter->setFont(fontFor(TextRole::Caption, option.font));
            const int width = painter->fontMetrics().horizontalAdvance(count) + Space::M;
            const QRect pill(row.right() - Space::S - width, row.center().y() - 9, width, 20);
            const ToneColors &tone =
                c.tone(index.data(AttentionRole).toBool() ? Tone::Warning : Tone::Neutral);
            drawPanel(*painter, mirrored(pill), 10, tone.back, Qt::transparent);
            painter->setPen(tone.text);
            painter->drawText(mirrored(pill), Qt::AlignCenter, count);
        }
        if (option.state.testFlag(QStyle::State_HasFocus)
            && option.state.testFlag(QStyle::State_KeyboardFocusChange))
            drawFocusRing(*painter, row, {Radius::Medium, c.focus});
    }
};

} // namespace

SideMenu::SideMenu(QWidget *parent)
    : QListView(parent)
{
    setObjectName(QStringLiteral("sideMenu"));
    setModel(&m_entries);
    setItemDelegate(new EntryDelegate(this));
    setFrameShape(NoFrame);
    setMouseTracking(true);
    setUniformItemSizes(true);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
}

void SideMenu::addEntry(const QString &iconName, const QString &text, int count, bool attention)
{
    auto *entry = new QStandardItem(text);
    entry->setData(iconName, IconRole);
    entry->setToolTip(text);
    entry->setData(count, CountRole);
    entry->setData(attention, AttentionRole);
    entry->setData(count > 0 ? text + QStringLiteral(", ") + QLocale().toString(count) : text,
                   Qt::AccessibleTextRole);
    m_entries.appendRow(entry);
}

void SideMenu::choose(int row)
{
    setCurrentIndex(m_entries.index(row, 0));
}

} // namespace mc
