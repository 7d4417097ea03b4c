// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/look/theme.h"

#include <QLabel>
#include <QTextOption>

namespace mc {

/// A label for text of any origin and length: always plain, made showable(), wrapped inside a word where a
/// line has no other place to break, each paragraph in its own direction but at the window's edge. Line
/// breaks stay. Its context menu copies the text as it is shown.
class TextBlock final : public QLabel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TextBlock)
public:
    explicit TextBlock(const QString &text = {}, TextRole role = TextRole::Body, Ink ink = Ink::Text,
                       QWidget *parent = nullptr);

    /// Does nothing when it shows that already. Hides QLabel's, which would not make it showable.
    void setText(const QString &text);
    void setInk(Ink ink);
    void setRole(TextRole role);

    enum class Breaks : quint8 { Anywhere, BetweenWords, Never };
    /// Anywhere unless told otherwise. Never is for amounts: an amount in two lines would be misread.
    void setBreaks(Breaks breaks);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    [[nodiscard]] QTextOption::WrapMode wrapMode() const;

    Ink m_ink;
    TextRole m_role;
    Breaks m_breaks = Breaks::Anywhere;
};

} // namespace mc
