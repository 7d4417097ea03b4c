// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/detail/textblock.h"
#include "ui/look/tokens.h"

#include <QGridLayout>
#include <QList>

namespace mc {

struct HistoryEvent {
    QString icon;
    Tone tone = Tone::Neutral;
    QString title;
    QString detail; ///< Text of any origin; may be empty.
    QString time;

    friend bool operator==(const HistoryEvent &, const HistoryEvent &) = default;
};

/// What happened, newest first, joined by a line. Showing other events changes only the texts that differ.
class History final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(History)
public:
    explicit History(QWidget *parent = nullptr);

    void show(const QList<HistoryEvent> &events);
    using QWidget::show;

private:
    class Mark;
    struct Row {
        Mark *mark = nullptr; // owned by this widget, like all below
        QWidget *words = nullptr;
        TextBlock *title = nullptr;
        TextBlock *detail = nullptr;
        TextBlock *time = nullptr;
    };
    void addRow();
    void removeRow();

    QGridLayout *m_grid; // owned by this widget
    QList<Row> m_rows;
    QList<HistoryEvent> m_shown;
};

} // namespace mc
