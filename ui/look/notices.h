// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/look/parts.h"

#include <QPointer>
#include <QTimer>

#include <chrono>

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
    void setWords(const QString &title, const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Tone m_tone;
    QHBoxLayout *m_row; // owned by this widget, like both labels
    PlainLabel *m_title;
    PlainLabel *m_text;
};

// What just happened, with Undo. Floats at the bottom of its parent and leaves by itself, but not while the
// pointer or the keyboard is in it; the same fact is always visible elsewhere too. Deletes itself when it has
// left.
class Toast final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Toast)
public:
    static constexpr std::chrono::milliseconds UsualLife{10'000};

    Toast(const QString &text, const QString &action, QWidget &parent,
          std::chrono::milliseconds life = UsualLife);

    // Where F6 leads; Escape and the action give the focus back to where it was.
    void takeFocus();
    void leave();

signals:
    void actionChosen();
    // The pointer or the keyboard came in (true) or both are out again.
    void held(bool isHeld);

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();
    void follow();

    QTimer m_life;
    QPushButton *m_action = nullptr; // owned by this widget; null without an action
    QPointer<QWidget> m_before; // had the focus before; not owned
    bool m_isPointed = false;
    bool m_isHeld = false;
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
