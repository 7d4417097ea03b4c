// SPDX-License-Identifier: Apache-2.0
#include "ui/orders/orderdelegate.h"

#include "orders/words.h"
#include "ui/look/icons.h"
#include "ui/look/plaintext.h"
#include "ui/look/statuslook.h"

namespace mc {
namespace {

bool isCompact(const QRect &box, const QFontMetrics &metrics)
{
    return box.height() < 2 * metrics.height() + Space::S;
}

// Fonts without tabular figures would make amounts dance; QFont has no feature switch before Qt 6.7, so
// digits are then set one by one on the width of the widest.
void drawFigures(QPainter &painter, const QRect &rect, const QString &text, ShapedLines &lines)
{
    const Qt::LayoutDirection direction = painter.layoutDirection();
    const QFontMetrics metrics = painter.fontMetrics();
    const int zero = metrics.horizontalAdvance(QLatin1Char('0'));
    const bool isTabular = metrics.horizontalAdvance(QLatin1Char('1')) == zero;
    const int wanted = lines.sizeOf(painter, text).width();
    if (wanted > rect.width()) { // an amount is made narrower, never cut: "987,6…" would be a lie
        QFont font = painter.font();
        font.setStretch(qMax(50, 100 * rect.width() / wanted - 2));
        painter.setFont(font);
        const auto alignment = QStyle::visualAlignment(direction, Qt::AlignRight) | Qt::AlignAbsolute;
        painter.drawText(rect, static_cast<int>(alignment | Qt::AlignVCenter) | Qt::TextSingleLine, text);
        return;
    }
    if (isTabular || direction == Qt::RightToLeft) {
        lines.draw(painter, rect, text, direction, Qt::AlignRight | Qt::AlignVCenter);
        return;
    }
    int x = rect.right() + 1;
    for (qsizetype i = text.size() - 1; i >= 0; --i) {
        const QChar figure = text.at(i);
        const int width = figure.isDigit() ? zero : metrics.horizontalAdvance(figure);
        x -= width;
        painter.drawText(QRect(x, rect.y(), width, rect.height()), Qt::AlignCenter, figure);
    }
}

} // namespace

OrderDelegate::OrderDelegate(const TableHover &hover, Clock clock, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_hover(hover)
    , m_clock(std::move(clock))
{
}

int OrderDelegate::rowHeight(const QFont &font, bool isCompact)
{
    const int line = QFontMetrics(font).height();
    return isCompact ? line + Space::L : 2 * line + Space::M + 2;
}

QRect OrderDelegate::actionRect(const QRect &cell)
{
    QRect button(0, 0, Measure::RowAction, Measure::RowAction);
    button.moveCenter(cell.center());
    return button;
}

QSize OrderDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {0, rowHeight(option.font, false)};
}

void OrderDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    const auto row = index.data(OrderRowRole).value<OrderRow>();
    painter->save();
    painter->setLayoutDirection(option.direction);
    const Cell cell{*painter,
                    option,
                    index,
                    row,
                    colorsOf(option.palette),
                    option.rect.adjusted(Space::S, 0, -Space::S, -1)};
    paintBackground(cell);
    painter->setFont(option.font);
    if (row.isLoaded)
        paintContent(cell);
    else
        paintPlaceholder(cell);
    painter->restore();
}

void OrderDelegate::paintContent(const Cell &cell) const
{
    const OrderRow &row = cell.row;
    switch (static_cast<OrderColumn>(cell.index.column())) {
    case OrderColumn::Check: {
        QRect box(0, 0, Measure::Icon, Measure::Icon);
        box.moveCenter(cell.option.rect.center());
        const bool isSelected = cell.option.state.testFlag(QStyle::State_Selected);
        drawCheckBox(cell.painter, box, isSelected ? Qt::Checked : Qt::Unchecked, cell.option.palette);
        break;
    }
    case OrderColumn::Number:
        paintTwoLines(cell, harmless(row.number), harmless(row.customerName), TextRole::Strong);
        break;
    case OrderColumn::PlacedAt:
        paintPlacedAt(cell);
        break;
    case OrderColumn::Items:
        paintTwoLines(cell, harmless(row.firstItem), itemsWord(row.itemCount), TextRole::Body);
        break;
    case OrderColumn::ItemStatus:
        paintStatus(cell);
        break;
    case OrderColumn::PaymentStatus:
        drawBadge(cell.painter, cell.box, badgeOf(row.paymentStatus), cell.option.palette, &m_lines);
        break;
    case OrderColumn::Amount:
        paintAmount(cell);
        break;
    case OrderColumn::Actions:
        paintAction(cell);
        break;
    case OrderColumn::Count:
        break;
    }
}

void OrderDelegate::paintBackground(const Cell &cell) const
{
    const Colors &colors = cell.colors;
    const bool isSelected = cell.option.state.testFlag(QStyle::State_Selected);
    const bool isHovered = m_hover.cell.isValid() && m_hover.cell.row() == cell.index.row();
    const QRgb back = isSelected ? colors.selection : isHovered ? colors.hover : colors.surface;
    cell.painter.fillRect(cell.option.rect, QColor(back));
    const QRect line(cell.option.rect.bottomLeft(), QSize(cell.option.rect.width(), 1));
    cell.painter.fillRect(line, QColor(colors.border));
    if (isSelected && colors.selection == colors.surface) { // high contrast: lines instead of fills
        cell.painter.fillRect(line.translated(0, -2).adjusted(0, 0, 0, 1), QColor(colors.accent));
        cell.painter.fillRect(QRect(cell.option.rect.topLeft(), QSize(cell.option.rect.width(), 2)),
                              QColor(colors.accent));
    }
    const bool hasFocus = m_hover.isByKeyboard && cell.option.state.testFlag(QStyle::State_HasFocus);
    if (hasFocus && static_cast<OrderColumn>(cell.index.column()) != OrderColumn::Actions)
        drawFocusRing(cell.painter, cell.option.rect.adjusted(1, 1, -1, -2), {Radius::Small, colors.focus});
}

// A still bar where the text will be; nothing that could be read as an order.
void OrderDelegate::paintPlaceholder(const Cell &cell) const
{
    const auto column = static_cast<OrderColumn>(cell.index.column());
    if (column == OrderColumn::Check || column == OrderColumn::Actions)
        return;
    const int share = 55 + (cell.index.row() * 7 + cell.index.column() * 11) % 30; // per cent of the cell
    const QRect bar(cell.box.x(), cell.box.center().y() - 5, cell.box.width() * share / 100, 10);
    drawPanel(cell.painter, QStyle::visualRect(cell.option.direction, cell.box, bar), Radius::Small,
              cell.colors.sunken, Qt::transparent);
}

void OrderDelegate::paintTwoLines(const Cell &cell, const QString &first, const QString &second,
                                  TextRole role) const
{
    const Qt::LayoutDirection direction = cell.option.direction;
    cell.painter.setPen(cell.colors.text);
    cell.painter.setFont(fontFor(role, cell.option.font));
    const QFontMetrics metrics(cell.option.font);
    if (isCompact(cell.box, metrics)) {
        m_lines.draw(cell.painter, cell.box, first, direction);
        return;
    }
    const int line = metrics.height();
    const int top = cell.box.y() + (cell.box.height() - 2 * line) / 2;
    m_lines.draw(cell.painter, QRect(cell.box.x(), top, cell.box.width(), line), first, direction);
    cell.painter.setFont(fontFor(TextRole::Caption, cell.option.font));
    cell.painter.setPen(cell.colors.mutedText);
    m_lines.draw(cell.painter, QRect(cell.box.x(), top + line, cell.box.width(), line), second, direction);
}

void OrderDelegate::paintPlacedAt(const Cell &cell) const
{
    const KeptDates::Texts texts = m_dates.textsOf(cell.row.placedAtUtc, m_clock(), m_locale);
    paintTwoLines(cell, texts.relative, texts.absolute, TextRole::Body);
}

void OrderDelegate::paintStatus(const Cell &cell) const
{
    const Badge badge = badgeOf(cell.row.itemStatus);
    const QFontMetrics metrics(cell.option.font);
    cell.painter.setFont(fontFor(TextRole::Caption, cell.option.font));
    const QString waiting = cell.row.pending ? pendingWord(*cell.row.pending) : QString();
    if (waiting.isEmpty() || isCompact(cell.box, metrics)) {
        drawBadge(cell.painter, cell.box, badge, cell.option.palette, &m_lines);
        return;
    }
    const int pill = badgeSize(badge, cell.painter.font()).height();
    const int top = cell.box.y() + (cell.box.height() - pill - metrics.height()) / 2;
    drawBadge(cell.painter, QRect(cell.box.x(), top, cell.box.width(), pill), badge, cell.option.palette,
              &m_lines);
    const QRect second(cell.box.x() + Space::S, top + pill + 1, cell.box.width() - Space::S,
                       metrics.height());
    const bool isRefused = *cell.row.pending == PendingState::Refused;
    const Badge note{waiting, QString::fromLatin1(isRefused ? "error" : "offline"),
                     isRefused ? Tone::Critical : Tone::Neutral, false};
    drawBadge(cell.painter, QStyle::visualRect(cell.option.direction, cell.box, second), note,
              cell.option.palette, &m_lines);
}

void OrderDelegate::paintAmount(const Cell &cell) const
{
    const Qt::LayoutDirection direction = cell.option.direction;
    const QFont caption = fontFor(TextRole::Caption, cell.option.font);
    const QFont body = cell.painter.font();
    cell.painter.setFont(caption);
    const int code = qMax(m_lines.sizeOf(cell.painter, QStringLiteral("MMM")).width(),
                          m_lines.sizeOf(cell.painter, QStringLiteral("KWD")).width())
        + Space::Xs + 2;
    cell.painter.setFont(body);
    const QRect figures = cell.box.adjusted(0, 0, -code, 0);
    const QRect currency(cell.box.right() + 1 - code + Space::Xs + 2, cell.box.y(), code - Space::Xs - 2,
                         cell.box.height());
    cell.painter.setPen(cell.colors.text);
    drawFigures(cell.painter, QStyle::visualRect(direction, cell.box, figures),
                amountText(cell.row.total, m_locale), m_lines);
    cell.painter.setFont(caption);
    cell.painter.setPen(cell.colors.mutedText);
    m_lines.draw(cell.painter, QStyle::visualRect(direction, cell.box, currency), cell.row.total.currency,
                 direction);
}

void OrderDelegate::paintAction(const Cell &cell) const
{
    const QRect button = actionRect(cell.option.rect);
    const bool isHovered = m_hover.cell == cell.index;
    const bool isPressed = m_hover.pressedAction == cell.index;
    if (isHovered || isPressed)
        drawPanel(cell.painter, button, Radius::Medium,
                  isPressed ? cell.colors.selection : cell.colors.sunken,
                  isPressed ? cell.colors.focus : cell.colors.border);
    drawIcon(cell.painter, button.adjusted(6, 6, -6, -6), QStringLiteral("more"),
             isHovered || isPressed ? cell.colors.text : cell.colors.mutedText);
    if (m_hover.isByKeyboard && cell.option.state.testFlag(QStyle::State_HasFocus))
        drawFocusRing(cell.painter, button, {Radius::Medium, cell.colors.focus});
}

} // namespace mc
