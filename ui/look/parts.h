// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/look/paint.h"

#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

// The small pieces that pages are made of.
namespace mc {

// Text that is never markup, whoever wrote it. Keeps its place in the type scale when the desktop's font
// changes, and stands at the window's reading edge whatever script its text has.
class PlainLabel final : public QLabel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PlainLabel)
public:
    explicit PlainLabel(const QString &text = {}, TextRole role = TextRole::Body, Ink ink = Ink::Text,
                        QWidget *parent = nullptr);
    void setText(const QString &text); // instead of QLabel's: showable() of it
    void setInk(Ink ink);

protected:
    void changeEvent(QEvent *event) override;

private:
    void apply();

    TextRole m_role;
    Ink m_ink;
};

// A line icon that asks for its ink when it is painted, so it follows a change of scheme.
class IconLabel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(IconLabel)
public:
    explicit IconLabel(QString iconName, int size = Measure::Icon, Ink ink = Ink::Muted,
                       QWidget *parent = nullptr);
    void setIconName(const QString &iconName);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_icon;
    Ink m_ink;
};

// What a tool tip may carry: the text itself, made inert where Qt would take it for markup.
[[nodiscard]] QString plainToolTip(const QString &text);

[[nodiscard]] PlainLabel *makeLabel(const QString &text, TextRole role = TextRole::Body, Ink ink = Ink::Text);
[[nodiscard]] QPushButton *makeButton(const QString &text, const char *kind = "",
                                      const QString &iconName = {});
// Icon only; `name` is spoken and shown as the tool tip.
[[nodiscard]] QPushButton *makeIconButton(const QString &name, const QString &iconName,
                                          const char *kind = "ghost");

// A badge outside a table. Not focusable; its accessible name is its text.
class BadgeLabel final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BadgeLabel)
public:
    explicit BadgeLabel(Badge badge, QWidget *parent = nullptr);
    void setBadge(const Badge &badge);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

    void changeEvent(QEvent *event) override;

private:
    Badge m_badge;
};

// A rounded surface with an optional heading and a column of content.
class Card final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Card)
public:
    enum class Look : quint8 { Raised, Sunken };
    explicit Card(const QString &title = {}, Look look = Look::Raised, QWidget *parent = nullptr);

    [[nodiscard]] QVBoxLayout &body() { return *m_body; }
    [[nodiscard]] QHBoxLayout &heading() { return *m_heading; } // for a badge or a button next to the title
    void addRule();
    void addPair(const QString &name, const QString &value, TextRole role = TextRole::Body);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Look m_look;
    QVBoxLayout *m_body; // owned by this widget
    QHBoxLayout *m_heading; // owned by this widget
};

struct Event {
    QString icon;
    Tone tone;
    QString title;
    QString detail;
    QString time;
};

// What happened to an order, newest first, joined by a line.
class Timeline final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Timeline)
public:
    explicit Timeline(const QList<Event> &events, QWidget *parent = nullptr);
};

/// A label on a line of its own whose text changes often: the window is not laid out again for it, which took
/// as long as painting a third of the table (docs/performance.md). What is too long is cut off.
class StillLine final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StillLine)
public:
    explicit StillLine(QLabel *label); ///< Takes it over.

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QLabel *m_label;
};

} // namespace mc
