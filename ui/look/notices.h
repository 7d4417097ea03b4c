// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/look/parts.h"

#include <QTimer>

namespace mc {

// A message that stays while it is true: offline, conflict, failed refund. Sits above the content, never over
// it.
class Banner final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Banner)
public:
    Banner(Tone tone, const QString &title, const QString &text, QWidget *parent = nullptr);
    QPushButton *addAction(const QString &label);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Tone m_tone;
    QHBoxLayout *m_row; // owned by this widget
};

// What just happened, with Undo. Floats at the bottom of its parent, leaves after ten seconds, but not while
// the pointer or the keyboard is in it; the same fact is always visible elsewhere too.
class Toast final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Toast)
public:
    Toast(const QString &text, const QString &action, QWidget &parent);

signals:
    void actionChosen();

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();
    QTimer m_life;
};

// In place of a list: nothing found, nothing there yet, could not load, or loading. One sentence, one way
// out.
class StatePane final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StatePane)
public:
    StatePane(const QString &iconName, const QString &title, const QString &text, const QString &action,
              QWidget *parent = nullptr);

signals:
    void actionChosen();
};

// Grey bars in the shape of the rows that are coming. It does not move: a shimmer costs a repaint a frame and
// disturbs people; the progress text beside it tells that work goes on.
class Skeleton final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Skeleton)
public:
    explicit Skeleton(int rowHeight, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_rowHeight;
};

} // namespace mc
