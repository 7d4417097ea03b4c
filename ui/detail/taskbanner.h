// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/detail/flowlayout.h"
#include "ui/detail/textblock.h"
#include "ui/look/tokens.h"

#include <QFrame>
#include <QPushButton>

namespace mc {

/// Something that waits for somebody: stays while it is true, says what happened, and offers what can be done
/// about it below. Made once and shown or hidden, so that a button keeps the focus while its text changes.
class TaskBanner final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TaskBanner)
public:
    explicit TaskBanner(Tone tone, QWidget *parent = nullptr);

    void setTexts(const QString &title, const QString &text);
    QPushButton *addAction(const QString &label, const QString &objectName, const char *kind = "");

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Tone m_tone;
    TextBlock *m_title; // owned by this widget, like all below
    TextBlock *m_text;
    QWidget *m_actions;
    FlowLayout *m_row;
};

} // namespace mc
