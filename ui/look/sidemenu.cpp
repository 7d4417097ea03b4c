// SPDX-License-Identifier: Apache-2.0
#include "ui/look/sidemenu.h"

#include "ui/look/icons.h"
#include "ui/look/paint.h"

#include <QKeyEvent>
#include <QStyledItemDelegate>

namespace mc {
namespace {

enum EntryRole { IconRole = Qt::UserRole + 1, CountRole, AttentionRole, PageRole };

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
        const bool isCurrent = index.data(PageRole).toBool();
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
    setSelectionMode(NoSelection);
    connect(this, &QListView::clicked, this, [this](const QModelIndex &index) { emit chosen(index.row()); });
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
}

void SideMenu::addEntry(const QString &iconName, const QString &text)
{
    auto *entry = new QStandardItem(text);
    entry->setData(iconName, IconRole);
    entry->setToolTip(text);
    m_entries.appendRow(entry);
}

void SideMenu::setCount(int row, int count, bool attention)
{
    QStandardItem *entry = m_entries.item(row);
    entry->setData(count, CountRole);
    entry->setData(attention, AttentionRole);
    const QString spoken = count > 0 ? tr("%1, %2", "an entry of the side menu and its counter, as spoken")
                                           .arg(entry->text(), QLocale().toString(count))
                                     : entry->text();
    entry->setData(spoken, Qt::AccessibleTextRole);
    entry->setToolTip(spoken);
}

void SideMenu::setPage(int row)
{
    for (int i = 0; i < m_entries.rowCount(); ++i)
        m_entries.item(i)->setData(i == row, PageRole);
    if (row >= 0)
        setCurrentIndex(m_entries.index(row, 0));
}

int SideMenu::page() const
{
    for (int i = 0; i < m_entries.rowCount(); ++i) {
        if (m_entries.item(i)->data(PageRole).toBool())
            return i;
    }
    return -1;
}

void SideMenu::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && currentIndex().isValid())
        emit chosen(currentIndex().row());
    else
        QListView::keyPressEvent(event);
}

} // namespace mc
