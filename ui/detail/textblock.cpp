// SPDX-License-Identifier: Apache-2.0
#include "ui/detail/textblock.h"

#include "ui/look/plaintext.h"

#include <QAction>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QPainter>
#include <QStyle>
#include <QTextLayout>

#include <cmath>
#include <functional>

namespace mc {
namespace {

constexpr int MostCharacters = 90; // a longer line is hard to follow
constexpr int FewestCharacters = 8; // narrower than this, text is not readable

struct Extent {
    qreal width = 0;
    qreal height = 0;
};

// Lays the paragraphs out and hands each to `use` with its place. Why not QLabel: it never breaks a word, so
// a name of 200 letters would push the window apart.
Extent layOut(const QLabel &label, qreal width, QTextOption::WrapMode wrap,
              const std::function<void(QTextLayout &, qreal)> &use = {})
{
    Extent extent;
    QTextOption option(QStyle::visualAlignment(label.layoutDirection(), Qt::AlignLeft) | Qt::AlignAbsolute);
    option.setWrapMode(wrap);
    option.setTextDirection(Qt::LayoutDirectionAuto);
    const QStringList paragraphs = label.text().split(QLatin1Char('\n'));
    for (const QString &paragraph : paragraphs) {
        QTextLayout layout(paragraph, label.font());
        layout.setTextOption(option);
        layout.beginLayout();
        qreal height = 0;
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(width);
            line.setPosition({0, height});
            height += line.height();
            extent.width = qMax(extent.width, line.naturalTextWidth());
        }
        layout.endLayout();
        if (use)
            use(layout, extent.height);
        extent.height += height;
    }
    return extent;
}

} // namespace

TextBlock::TextBlock(const QString &text, TextRole role, Ink ink, QWidget *parent)
    : QLabel(parent)
    , m_ink(ink)
    , m_role(role)
{
    setTextRole(*this, role, ink);
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setText(text);
}

void TextBlock::setText(const QString &text)
{
    const QString shown = showable(text);
    if (shown == this->text())
        return;
    QLabel::setText(shown);
    updateGeometry();
}

void TextBlock::setInk(Ink ink)
{
    m_ink = ink;
    update();
}

void TextBlock::setRole(TextRole role)
{
    if (role == m_role)
        return;
    m_role = role;
    setTextRole(*this, role, m_ink);
    updateGeometry();
}

void TextBlock::setBreaks(Breaks breaks)
{
    m_breaks = breaks;
    updateGeometry();
}

QTextOption::WrapMode TextBlock::wrapMode() const
{
    switch (m_breaks) {
    case Breaks::Anywhere:
        return QTextOption::WrapAtWordBoundaryOrAnywhere;
    case Breaks::BetweenWords:
        return QTextOption::WordWrap;
    case Breaks::Never:
        return QTextOption::NoWrap;
    }
    Q_UNREACHABLE();
}

QSize TextBlock::sizeHint() const
{
    const QMargins margins = contentsMargins();
    const int edges = margins.left() + margins.right();
    const int longest = MostCharacters * fontMetrics().averageCharWidth();
    const Extent extent = layOut(*this, qMax(Measure::ReadingWidth, longest), wrapMode());
    return {static_cast<int>(std::ceil(extent.width)) + edges + 1,
            static_cast<int>(std::ceil(extent.height)) + margins.top() + margins.bottom()};
}

QSize TextBlock::minimumSizeHint() const
{
    const QMargins margins = contentsMargins();
    const int height = fontMetrics().height() + margins.top() + margins.bottom();
    const int natural = sizeHint().width();
    if (m_breaks == Breaks::Never)
        return {natural, height};
    const int fewest = FewestCharacters * fontMetrics().averageCharWidth();
    return {qMin(fewest + margins.left() + margins.right(), natural), height};
}

int TextBlock::heightForWidth(int width) const
{
    const QMargins margins = contentsMargins();
    const Extent extent = layOut(*this, qMax(1, width - margins.left() - margins.right()), wrapMode());
    return static_cast<int>(std::ceil(extent.height)) + margins.top() + margins.bottom();
}

void TextBlock::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(inkColor(m_ink, palette()));
    const QRect box = contentsRect();
    const qreal spare = box.height() - layOut(*this, box.width(), wrapMode()).height;
    const qreal top = box.y() + qMax(0.0, spare / 2);
    layOut(*this, box.width(), wrapMode(), [&painter, &box, top](QTextLayout &layout, qreal y) {
        layout.draw(&painter, QPointF(box.x(), top + y));
    });
}

void TextBlock::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::ApplicationFontChange)
        setTextRole(*this, m_role, m_ink);
}

void TextBlock::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *copy = menu->addAction(tr("Copy", "context menu of a text"));
    connect(copy, &QAction::triggered, this,
            [this] { QGuiApplication::clipboard()->setText(harmless(text(), true)); });
    menu->popup(event->globalPos());
}

} // namespace mc
