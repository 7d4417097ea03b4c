// SPDX-License-Identifier: Apache-2.0
#include "ui/look/consolestyle.h"

#include "ui/look/icons.h"
#include "ui/look/paint.h"

#include <QComboBox>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStyleOption>
#include <QToolButton>

#include <optional>

namespace mc {
namespace {

struct ButtonLook {
    QColor fill;
    QColor border;
    QColor text;
};

/// Buttons that are text until somebody points at them.
std::optional<ButtonLook> flatLook(const QString &kind, const Colors &c, bool isActive)
{
    const QColor fill = isActive ? QColor(c.sunken) : QColor(Qt::transparent);
    if (kind == QLatin1String("ghost"))
        return ButtonLook{fill, Qt::transparent, c.text};
    if (kind == QLatin1String("link"))
        return ButtonLook{fill, Qt::transparent, c.link};
    if (kind == QLatin1String("chip"))
        return ButtonLook{isActive ? c.tone(Tone::Info).back : c.selection, Qt::transparent, c.text};
    if (kind == QLatin1String("inverse"))
        return ButtonLook{QColor(Qt::transparent), Qt::transparent, c.inverseLink};
    return std::nullopt;
}

ButtonLook lookOf(const QStyleOption &option, const QWidget *widget)
{
    const Colors &c = colorsOf(option.palette);
    const QString kind = widget != nullptr ? widget->property("kind").toString() : QString();
    const bool isPressed =
        option.state.testFlag(QStyle::State_Sunken) || option.state.testFlag(QStyle::State_On);
    const bool isActive = isPressed || option.state.testFlag(QStyle::State_MouseOver);
    const int shade = isPressed ? 118 : isActive ? 108 : 100;
    if (!option.state.testFlag(QStyle::State_Enabled))
        return {c.sunken, c.border, c.controlBorder};
    if (kind == QLatin1String("primary"))
        return {QColor(c.accent).darker(shade), Qt::transparent, c.onAccent};
    if (kind == QLatin1String("critical"))
        return {QColor(c.critical).darker(shade), Qt::transparent, c.onCritical};
    if (const auto flat = flatLook(kind, c, isActive))
        return *flat;
    const QColor plain = isPressed ? c.sunken : isActive ? c.hover : c.surface;
    if (kind == QLatin1String("criticalOutline"))
        return {isActive ? QColor(c.tone(Tone::Critical).back) : plain, c.tone(Tone::Critical).border,
                c.tone(Tone::Critical).text};
    return {plain, c.controlBorder, c.text};
}

void drawButton(const QStyleOption &option, QPainter &painter, const QWidget *widget)
{
    const ButtonLook look = lookOf(option, widget);
    drawPanel(painter, option.rect, Radius::Medium, look.fill, look.border);
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(&option);
    const bool isDefault = button != nullptr && button->features.testFlag(QStyleOptionButton::DefaultButton);
    const bool isByKeyboard = option.state.testFlag(QStyle::State_KeyboardFocusChange);
    if (!option.state.testFlag(QStyle::State_HasFocus) || !(isDefault || isByKeyboard))
        return;
    // A ring, and a gap on filled buttons.
    const Colors &c = colorsOf(option.palette);
    drawPanel(painter, option.rect.adjusted(2, 2, -2, -2), Radius::Small, look.fill, c.surface);
    drawFocusRing(painter, option.rect, {Radius::Medium, c.focus});
}

// Icon, gap, text and menu arrow as one centred group.
void drawButtonLabel(const QStyleOptionButton &button, QPainter &painter, const QColor &ink)
{
    const bool hasMenu = button.features.testFlag(QStyleOptionButton::HasMenu);
    const int icon = button.icon.isNull() ? 0 : button.iconSize.width();
    const int gap = icon > 0 && !button.text.isEmpty() ? Space::S - 2 : 0;
    const int arrow = hasMenu ? Measure::Icon + 2 : 0;
    const int text =
        button.text.isEmpty() ? 0 : button.fontMetrics.size(Qt::TextShowMnemonic, button.text).width();
    const auto place = [&button](int x, int size, int height) {
        const QRect box(x, button.rect.y() + (button.rect.height() - height) / 2, size, height);
        return QStyle::visualRect(button.direction, button.rect, box);
    };
    int x = button.rect.x() + (button.rect.width() - icon - gap - text - arrow) / 2;
    if (icon > 0)
        button.icon.paint(&painter, place(x, icon, button.iconSize.height()), Qt::AlignCenter,
                          button.state.testFlag(QStyle::State_Enabled) ? QIcon::Normal : QIcon::Disabled);
    x += icon + gap;
    painter.setPen(ink);
    painter.drawText(place(x, text, button.rect.height()), Qt::AlignCenter | Qt::TextShowMnemonic,
                     button.text);
    if (hasMenu)
        drawIcon(painter, place(x + text + Space::Xs, 14, 14), QStringLiteral("chevron-down"), ink);
}

void drawField(const QStyleOption &option, QPainter &painter, const QWidget *widget)
{
    const Colors &c = colorsOf(option.palette);
    const bool isInvalid = widget != nullptr && widget->property("invalid").toBool();
    const QColor border = isInvalid ? QColor(c.tone(Tone::Critical).text) : QColor(c.controlBorder);
    drawPanel(painter, option.rect, Radius::Medium, c.surface, border);
    if (option.state.testFlag(QStyle::State_HasFocus))
        drawFocusRing(painter, option.rect, {Radius::Medium, isInvalid ? border : QColor(c.focus)});
}

void drawHeader(const QStyleOptionHeader &header, QPainter &painter)
{
    const Colors &c = colorsOf(header.palette);
    painter.save();
    painter.fillRect(header.rect, QColor(c.surface));
    painter.fillRect(QRect(header.rect.bottomLeft(), QSize(header.rect.width(), 1)), QColor(c.border));
    painter.setFont(fontFor(TextRole::Caption, painter.font()));
    const bool isSorted = header.sortIndicator != QStyleOptionHeader::None;
    painter.setPen(isSorted ? c.text : c.mutedText);
    const QRect box = header.rect.adjusted(Space::S, 0, -Space::S, 0);
    const bool isTrailing = header.textAlignment.testFlag(Qt::AlignRight);
    const int arrow = isSorted ? Measure::Icon : 0;
    const QRect textBox = isTrailing ? box : box.adjusted(0, 0, -arrow, 0);
    drawLine(painter, QStyle::visualRect(header.direction, header.rect, textBox), header.text,
             header.direction, (isTrailing ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (isSorted) {
        const int used = qMin(painter.fontMetrics().horizontalAdvance(header.text), textBox.width());
        const int x = isTrailing ? box.right() - used - arrow : box.x() + used + 2;
        const QRect arrowBox(x, header.rect.center().y() - 6, 14, 14);
        const QRect place = QStyle::visualRect(header.direction, header.rect, arrowBox);
        painter.translate(place.center());
        if (header.sortIndicator == QStyleOptionHeader::SortDown)
            painter.rotate(180);
        drawIcon(painter, QRect(-7, -7, 14, 14), QStringLiteral("chevron-down"), c.text);
    }
    painter.restore();
}

void drawMenuItem(const QStyleOptionMenuItem &item, QPainter &painter, const QMenu *menu)
{
    const Colors &c = colorsOf(item.palette);
    if (item.menuItemType == QStyleOptionMenuItem::Separator) {
        painter.fillRect(
            QRect(item.rect.x() + Space::S, item.rect.center().y(), item.rect.width() - 2 * Space::S, 1),
            QColor(c.border));
        return;
    }
    const QAction *action = menu != nullptr ? menu->actionAt(item.rect.center()) : nullptr;
    const bool isCritical = action != nullptr && action->property("critical").toBool();
    const QRect row = item.rect.adjusted(Space::Xs, 0, -Space::Xs, 0);
    if (item.state.testFlag(QStyle::State_Selected))
        drawPanel(painter, row, Radius::Small, isCritical ? c.tone(Tone::Critical).back : c.selection,
                  Qt::transparent);
    painter.save();
    const QRect iconBox(row.x() + Space::S, row.center().y() - Measure::Icon / 2 + 1, Measure::Icon,
                        Measure::Icon);
    const QPixmap pixmap =
        item.icon.pixmap(QSize(Measure::Icon, Measure::Icon), painter.device()->devicePixelRatioF());
    painter.drawPixmap(QStyle::visualRect(item.direction, item.rect, iconBox), pixmap);
    if (item.checkType != QStyleOptionMenuItem::NotCheckable)
        drawCheckBox(painter, QStyle::visualRect(item.direction, item.rect, iconBox),
                     item.checked ? Qt::Checked : Qt::Unchecked, item.palette);
    const QStringList parts = item.text.split(QLatin1Char('\t'));
    QRect textBox = row.adjusted(Space::S + Measure::Icon + Space::S, 0, -Space::M, 0);
    textBox = QStyle::visualRect(item.direction, item.rect, textBox);
    painter.setPen(isCritical ? c.tone(Tone::Critical).text : c.text);
    QString label = parts.first();
    drawLine(painter, textBox, label.remove(QLatin1Char('&')), item.direction);
    if (parts.size() > 1) {
        painter.setPen(c.mutedText);
        drawLine(painter, textBox, parts.at(1), item.direction, Qt::AlignRight | Qt::AlignVCenter);
    }
    painter.restore();
}

// The base style shows the current menu only while it is open, and after Escape the keys are still here.
void drawMenuBarItem(const QStyleOptionMenuItem &item, QPainter &painter, const QMenuBar &bar,
                     const QStyle &style)
{
    const Colors &c = colorsOf(item.palette);
    painter.fillRect(item.rect, item.palette.window());
    if (item.state.testFlag(QStyle::State_Selected)) {
        const QRect box = item.rect.adjusted(1, 2, -1, -2);
        drawPanel(painter, box, Radius::Small, c.selection, Qt::transparent);
        if (bar.hasFocus())
            drawFocusRing(painter, box, {Radius::Small, c.focus});
    }
    const bool isUnderlined = style.styleHint(QStyle::SH_UnderlineShortcut, &item) != 0;
    style.drawItemText(&painter, item.rect,
                       Qt::AlignCenter | Qt::TextDontClip | Qt::TextSingleLine
                           | (isUnderlined ? Qt::TextShowMnemonic : Qt::TextHideMnemonic),
                       item.palette, item.state.testFlag(QStyle::State_Enabled), item.text,
                       QPalette::ButtonText);
}

/// Whether the item was drawn: those of other widgets are left to the base style.
bool drawInMenu(const QStyleOptionMenuItem &item, QPainter &painter, const QWidget *widget,
                const QStyle &style)
{
    if (const auto *menu = qobject_cast<const QMenu *>(widget)) {
        drawMenuItem(item, painter, menu);
        return true;
    }
    if (const auto *bar = qobject_cast<const QMenuBar *>(widget)) {
        drawMenuBarItem(item, painter, *bar, style);
        return true;
    }
    return false;
}

bool isComboList(const QWidget *widget)
{
    return widget != nullptr
        && qobject_cast<const QComboBox *>(
               widget->parentWidget() != nullptr ? widget->parentWidget()->parentWidget() : nullptr)
        != nullptr;
}

// The list of a combo box reads like a menu: the same height, the text below the field's text.
void drawComboItem(const QStyleOptionViewItem &item, QPainter &painter)
{
    const Colors &c = colorsOf(item.palette);
    painter.fillRect(item.rect, QColor(c.surface));
    const QRect row = item.rect.adjusted(2, 1, -2, -1);
    if (item.state.testFlag(QStyle::State_Selected))
        drawPanel(painter, row, Radius::Small, c.selection, Qt::transparent);
    painter.save();
    painter.setPen(item.state.testFlag(QStyle::State_Enabled) ? c.text : c.mutedText);
    drawLine(painter, item.rect.adjusted(Space::S - 2, 0, -Space::S, 0), item.text, item.direction);
    painter.restore();
}

} // namespace

ConsoleStyle::ConsoleStyle()
    : QProxyStyle(QStringLiteral("Fusion"))
{
}

void ConsoleStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) != nullptr || qobject_cast<QComboBox *>(widget) != nullptr)
        widget->setAttribute(Qt::WA_Hover);
}

void ConsoleStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                 const QWidget *widget) const
{
    const Colors &c = colorsOf(option->palette);
    switch (element) {
    case PE_PanelButtonCommand:
    case PE_PanelButtonTool: {
        const ButtonLook look = lookOf(*option, widget);
        drawPanel(*painter, option->rect, Radius::Medium, look.fill, look.border);
        return;
    }
    case PE_FrameFocusRect:
        if (qobject_cast<const QPushButton *>(widget) == nullptr) // drawn with the bevel
            drawFocusRing(*painter, option->rect, {Radius::Medium, c.focus});
        return;
    case PE_PanelLineEdit:
    case PE_FrameLineEdit:
        if (widget == nullptr || widget->property("kind") != QLatin1String("bare"))
            drawField(*option, *painter, widget);
        return;
    case PE_Frame:
        if (qobject_cast<const QPlainTextEdit *>(widget) != nullptr) {
            drawField(*option, *painter, widget);
            return;
        }
        break;
    case PE_IndicatorCheckBox:
        drawCheckBox(*painter, option->rect, option->state.testFlag(State_On) ? Qt::Checked : Qt::Unchecked,
                     option->palette);
        return;
    case PE_FrameMenu:
    case PE_PanelMenu:
        painter->fillRect(option->rect, QColor(c.surface));
        drawPanel(*painter, option->rect, 0, c.surface, c.border);
        return;
    case PE_FrameDefaultButton:
        return; // the default button is told by focus, not by a second border
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void ConsoleStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                               const QWidget *widget) const
{
    switch (element) {
    case CE_PushButtonBevel:
        drawButton(*option, *painter, widget);
        return;
    case CE_PushButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            drawButtonLabel(*button, *painter, lookOf(*option, widget).text);
            return;
        }
        break;
    case CE_Header:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            drawHeader(*header, *painter);
            return;
        }
        break;
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, option->palette.color(QPalette::Base));
        return;
    case CE_MenuItem:
    case CE_MenuBarItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
            item != nullptr && drawInMenu(*item, *painter, widget, *proxy()))
            return;
        break;
    case CE_ItemViewItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option);
            item != nullptr && isComboList(widget)) {
            drawComboItem(*item, *painter);
            return;
        }
        break;
    case CE_ProgressBarGroove:
        drawPanel(*painter, option->rect, option->rect.height() / 2.0, colorsOf(option->palette).sunken,
                  Qt::transparent);
        return;
    case CE_ProgressBarContents:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option)) {
            QRect done = bar->rect;
            done.setWidth(static_cast<int>(qint64(done.width()) * bar->progress / qMax(1, bar->maximum)));
            drawPanel(*painter, visualRect(bar->direction, bar->rect, done), done.height() / 2.0,
                      colorsOf(option->palette).accent, Qt::transparent);
            return;
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void ConsoleStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                      QPainter *painter, const QWidget *widget) const
{
    if (control == CC_ComboBox) {
        drawField(*option, *painter, widget);
        const QRect arrow = proxy()->subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget);
        drawIcon(*painter, QRect(arrow.center() - QPoint(7, 7), QSize(Measure::Icon, Measure::Icon)),
                 QStringLiteral("chevron-down"), colorsOf(option->palette).mutedText);
        return;
    }
    if (control == CC_ScrollBar) {
        painter->fillRect(option->rect, option->palette.color(QPalette::Base));
        QRectF handle = proxy()->subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget);
        const bool isActive = option->activeSubControls.testFlag(SC_ScrollBarSlider);
        QColor fill = colorsOf(option->palette).controlBorder;
        fill.setAlphaF(isActive ? 1.0F : 0.55F);
        drawPanel(*painter, handle.adjusted(3, 3, -3, -3), 3, fill, Qt::transparent);
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect ConsoleStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                                   const QWidget *widget) const
{
    if (control == CC_ComboBox && part == SC_ComboBoxEditField)
        return visualRect(option->direction, option->rect,
                          option->rect.adjusted(Space::S - 2, 1, -Space::Xl, -1));
    const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control != CC_ScrollBar || slider == nullptr)
        return QProxyStyle::subControlRect(control, option, part, widget);
    const bool isHorizontal = slider->orientation == Qt::Horizontal;
    const int length = isHorizontal ? slider->rect.width() : slider->rect.height();
    const qint64 range = qint64(slider->maximum) - slider->minimum + slider->pageStep;
    const int handle =
        static_cast<int>(qBound(qint64(36), range > 0 ? qint64(length) * slider->pageStep / range : length,
                                qint64(qMax(36, length))));
    const int start = sliderPositionFromValue(slider->minimum, slider->maximum, slider->sliderPosition,
                                              length - handle, slider->upsideDown);
    const auto along = [&](int from, int size) {
        const QRect box = isHorizontal ? QRect(from, 0, size, slider->rect.height())
                                       : QRect(0, from, slider->rect.width(), size);
        return box.translated(slider->rect.topLeft());
    };
    switch (part) {
    case SC_ScrollBarSlider:
        return along(start, handle);
    case SC_ScrollBarGroove:
        return along(0, length);
    case SC_ScrollBarSubPage:
        return along(0, start);
    case SC_ScrollBarAddPage:
        return along(start + handle, length - start - handle);
    default:
        return {};
    }
}

QSize ConsoleStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                     const QWidget *widget) const
{
    const int control =
        (option != nullptr ? option->fontMetrics.height() : size.height()) + 2 * Measure::ControlPadding - 2;
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton:
        result = QSize(size.width() + 2 * Space::M, control);
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            if (button->features.testFlag(QStyleOptionButton::HasMenu))
                result.rwidth() += Space::L;
        return result;
    case CT_LineEdit:
        return {result.width(), control};
    case CT_ComboBox:
        return {result.width() + Space::S, control};
    case CT_ItemViewItem:
        return isComboList(widget) ? QSize(result.width() + Space::L, control) : result;
    case CT_ToolButton:
        return {qMax(result.width(), control), control};
    case CT_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            if (item->menuItemType == QStyleOptionMenuItem::Separator)
                return {result.width(), Space::S + 1};
            const QStringList parts = item->text.split(QLatin1Char('\t'));
            const int shortcut =
                parts.size() > 1 ? item->fontMetrics.horizontalAdvance(parts.at(1)) + Space::Xl : 0;
            return {item->fontMetrics.horizontalAdvance(parts.first()) + shortcut + 3 * Space::Xl, control};
        }
        return result;
    default:
        return result;
    }
}

int ConsoleStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent:
        return Space::M;
    case PM_MenuVMargin:
        return Space::Xs;
    case PM_MenuHMargin:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
        return Measure::Icon;
    case PM_DefaultFrameWidth:
        if (qobject_cast<const QPlainTextEdit *>(widget) != nullptr)
            return Space::Xs;
        return QProxyStyle::pixelMetric(metric, option, widget);
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return Space::S;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int ConsoleStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                            QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_ComboBox_Popup:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_ItemView_ActivateItemOnSingleClick:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

} // namespace mc
