// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAccessible>
#include <QLabel>
#include <QRegularExpression>
#include <QStringList>
#include <QWidget>

// Checks that hold for every window; empty lists mean that all is well.
namespace mc::test {

namespace detail {

inline bool isInteractive(QAccessible::Role role)
{
    switch (role) {
    case QAccessible::Button:
    case QAccessible::ButtonMenu:
    case QAccessible::ButtonDropDown:
    case QAccessible::CheckBox:
    case QAccessible::RadioButton:
    case QAccessible::ComboBox:
    case QAccessible::EditableText:
    case QAccessible::SpinBox:
    case QAccessible::Slider:
    case QAccessible::List:
    case QAccessible::ListItem:
    case QAccessible::Table:
    case QAccessible::Tree:
    case QAccessible::MenuItem:
    case QAccessible::Link:
    case QAccessible::PageTab:
    case QAccessible::ProgressBar:
        return true;
    default:
        return false;
    }
}

inline void collectUnnamed(QAccessibleInterface *node, const QString &path, int depth, QStringList &found)
{
    constexpr int Deepest = 40;
    constexpr int MostChildren = 400; // a table's cells beyond that are the same again
    if (node == nullptr || !node->isValid() || node->state().invisible || depth > Deepest)
        return;
    const QString here = path + QLatin1Char('/')
        + (node->object() != nullptr ? node->object()->objectName().isEmpty()
                   ? QString::fromLatin1(node->object()->metaObject()->className())
                   : node->object()->objectName()
                                     : QString::number(static_cast<int>(node->role())));
    if (isInteractive(node->role()) && node->text(QAccessible::Name).isEmpty())
        found.append(here);
    for (int i = 0; i < qMin(node->childCount(), MostChildren); ++i)
        collectUnnamed(node->child(i), here, depth + 1, found);
}

} // namespace detail

/// For QTest::failOnWarning(): any warning but those about what the offscreen platform cannot do.
[[nodiscard]] inline QRegularExpression anyWarning()
{
    return QRegularExpression(QStringLiteral("^(?!This plugin does not support)"));
}

/// Paths of visible interactive widgets that a screen reader has no name for.
[[nodiscard]] inline QStringList unnamedWidgets(QWidget &window)
{
    QStringList found;
    detail::collectUnnamed(QAccessible::queryAccessibleInterface(&window), {}, 0, found);
    return found;
}

/// Labels that would read their text as markup.
[[nodiscard]] inline QStringList richLabels(const QWidget &window)
{
    QStringList found;
    for (const QLabel *label : window.findChildren<QLabel *>()) {
        if (label->textFormat() != Qt::PlainText && label->pixmap().isNull())
            found.append(label->objectName() + QLatin1Char(':') + label->text());
    }
    return found;
}

} // namespace mc::test
