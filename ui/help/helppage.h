// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/help/helptopic.h"

#include <QList>
#include <QWidget>

class QLineEdit;
class QScrollArea;
class QPushButton;
class QVBoxLayout;

namespace mc {

class Card;
class TextBlock;

/// Questions and answers for merchants. Headings open and close; the search field keeps the questions whose
/// words match. Holds no data of the store, so it works signed out and offline.
class HelpPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HelpPage)
public:
    explicit HelpPage(QWidget *parent = nullptr);

    /// Opens one answer, scrolls to it and gives it the focus: where other pages send people.
    void openTopic(HelpTopic topic);
    void setBackVisible(bool isVisible);

signals:
    void backRequested();

private:
    class Answer;

    [[nodiscard]] QWidget *makeHead();
    void addAnswers(QVBoxLayout &column);
    void filter(const QString &words);

    QPushButton *m_back; // owned by this widget, like all below
    QLineEdit *m_search;
    TextBlock *m_nothing;
    Card *m_card;
    QScrollArea *m_scroll;
    QList<Answer *> m_answers;
};

} // namespace mc
