// SPDX-License-Identifier: Apache-2.0
#include "ui/help/helppage.h"

#include "ui/detail/textblock.h"
#include "ui/help/answers.h"
#include "ui/look/icons.h"
#include "ui/look/parts.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollArea>
#include <QShortcut>
#include <QStyle>

#include <algorithm>

namespace mc {
namespace {

constexpr int ChevronSize = 14;
constexpr int Whole = 100; // all of the width up to the widget's own limit

// A question that opens and closes its answer. A push button to keyboards and screen readers; only its look
// differs, because a question may need two lines.
class Question final : public QPushButton
{
public:
    explicit Question(const QString &text)
    {
        setText(text);
        setCheckable(true);
        setFont(fontFor(TextRole::Strong, font()));
        setAttribute(Qt::WA_Hover);
        QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
        policy.setHeightForWidth(true);
        setSizePolicy(policy);
    }

    [[nodiscard]] QSize sizeHint() const override
    {
        return {Measure::ReadingWidth / 2, heightForWidth(Measure::ReadingWidth)};
    }
    [[nodiscard]] QSize minimumSizeHint() const override { return {120, fontMetrics().height() + Space::L}; }
    [[nodiscard]] int heightForWidth(int width) const override
    {
        const QRect box(0, 0, qMax(1, width - indent() - Space::M), 10'000);
        return fontMetrics().boundingRect(box, Qt::TextWordWrap, text()).height() + Space::L + Space::Xs;
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Colors &colors = colorsOf(palette());
        if (underMouse() || isDown())
            drawPanel(painter, rect(), Radius::Medium, colors.hover, Qt::transparent);
        if (hasFocus())
            drawFocusRing(painter, rect(), {Radius::Medium, colors.focus});
        const QRect chevron =
            QStyle::visualRect(layoutDirection(), rect(),
                               QRect(Space::M, (height() - ChevronSize) / 2, ChevronSize, ChevronSize));
        painter.save();
        painter.translate(QRectF(chevron).center());
        if (!isChecked())
            painter.rotate(isRightToLeft() ? 90 : -90);
        drawIcon(painter, QRect(-ChevronSize / 2, -ChevronSize / 2, ChevronSize, ChevronSize),
                 QStringLiteral("chevron-down"), colors.mutedText);
        painter.restore();
        const QRect words =
            QStyle::visualRect(layoutDirection(), rect(), rect().adjusted(indent(), 0, -Space::M, 0));
        painter.setPen(QColor(colors.text));
        painter.setLayoutDirection(layoutDirection());
        painter.drawText(words,
                         static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft)
                                          | Qt::AlignAbsolute | Qt::AlignVCenter)
                             | Qt::TextWordWrap,
                         text());
    }

private:
    [[nodiscard]] static int indent() { return Space::M + ChevronSize + Space::S; }
};

QString objectNameOf(HelpTopic topic)
{
    return QStringLiteral("help.%1").arg(static_cast<int>(topic));
}

} // namespace

class HelpPage::Answer final : public QWidget
{
public:
    explicit Answer(const HelpText &text)
        : topic(text.topic)
        , words(QString(text.question + QLatin1Char('\n') + text.answer).toCaseFolded())
        , question(new Question(text.question))
        , answer(new QWidget)
    {
        auto *column = new QVBoxLayout(this);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(0);
        column->addWidget(question);
        question->setObjectName(objectNameOf(topic));
        auto *paragraphs = new QVBoxLayout(answer);
        paragraphs->setContentsMargins(0, 0, 0, Space::M);
        paragraphs->setSpacing(Space::S);
        const QStringList texts = text.answer.split(QLatin1Char('\n'));
        for (const QString &paragraph : texts)
            paragraphs->addWidget(new TextBlock(paragraph));
        answer->setMaximumWidth(Measure::ReadingWidth * 5 / 4);
        answer->hide();
        auto *row = new QHBoxLayout;
        row->setSpacing(0);
        row->addSpacing(Space::M + ChevronSize + Space::S);
        row->addWidget(answer, Whole);
        row->addStretch(1);
        row->addSpacing(Space::M);
        column->addLayout(row);
        connect(question, &QPushButton::toggled, answer, &QWidget::setVisible);
    }

    const HelpTopic topic;
    const QString words;
    Question *const question; // owned by this widget
    QWidget *const answer; // owned by this widget
};

HelpPage::HelpPage(QWidget *parent)
    : QWidget(parent)
    , m_back(makeIconButton(tr("Back"), QStringLiteral("back")))
    , m_search(new QLineEdit)
    , m_nothing(new TextBlock({}, TextRole::Body, Ink::Muted))
    , m_card(new Card)
    , m_scroll(new QScrollArea)
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, Space::L, 0, 0);
    outer->setSpacing(Space::M);
    outer->addWidget(makeHead());
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(Space::Xl, 0, Space::Xl, Space::Xl);
    addAnswers(*column);
    m_nothing->setObjectName(QStringLiteral("help.nothing"));
    m_nothing->hide();
    column->addWidget(m_nothing);
    column->addStretch();
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setWidget(content);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    outer->addWidget(m_scroll, 1);
    connect(m_back, &QPushButton::clicked, this, &HelpPage::backRequested);
    connect(m_search, &QLineEdit::textChanged, this, &HelpPage::filter);
}

QWidget *HelpPage::makeHead()
{
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(Space::Xl, 0, Space::Xl, 0);
    row->setSpacing(Space::M);
    m_back->setObjectName(QStringLiteral("help.back"));
    m_back->hide();
    row->addWidget(m_back);
    row->addWidget(makeLabel(tr("Help"), TextRole::Title));
    row->addStretch(1);
    m_search->setObjectName(QStringLiteral("help.search"));
    m_search->setAccessibleName(tr("Search the questions"));
    m_search->setPlaceholderText(tr("Search the questions"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(QStringLiteral("search"), Ink::Muted), QLineEdit::LeadingPosition)
        ->setText(tr("Search"));
    m_search->setMinimumWidth(m_search->fontMetrics().averageCharWidth() * 30);
    row->addWidget(m_search);
    auto *find = new QShortcut(QKeySequence::Find, this);
    connect(find, &QShortcut::activated, m_search, [this] { m_search->setFocus(Qt::ShortcutFocusReason); });
    auto *back = new QShortcut(QKeySequence::Back, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    connect(back, &QShortcut::activated, m_back, &QPushButton::click); // does nothing while it is hidden
    return head;
}

void HelpPage::addAnswers(QVBoxLayout &column)
{
    m_card->body().setSpacing(0);
    for (const HelpText &text : helpTexts()) {
        auto *answer = new Answer(text);
        m_answers.append(answer);
        m_card->body().addWidget(answer);
    }
    column.addWidget(m_card);
}

void HelpPage::openTopic(HelpTopic topic)
{
    m_search->clear();
    for (Answer *answer : std::as_const(m_answers)) {
        if (answer->topic != topic)
            continue;
        answer->question->setChecked(true);
        answer->question->setFocus(Qt::OtherFocusReason);
        m_scroll->widget()->layout()->activate(); // the place to scroll to needs the answer's height
        m_scroll->ensureWidgetVisible(answer, 0, Space::L);
    }
}

void HelpPage::setBackVisible(bool isVisible)
{
    m_back->setVisible(isVisible);
}

void HelpPage::filter(const QString &text)
{
    const QStringList words = text.toCaseFolded().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    bool isAnyShown = false;
    for (Answer *answer : std::as_const(m_answers)) {
        const bool isMatch = std::all_of(words.cbegin(), words.cend(), [answer](const QString &word) {
            return answer->words.contains(word);
        });
        answer->setVisible(isMatch);
        isAnyShown = isAnyShown || isMatch;
    }
    m_card->setVisible(isAnyShown);
    m_nothing->setText(tr("No question contains “%1”.", "%1: what was typed").arg(text.trimmed()));
    m_nothing->setVisible(!isAnyShown);
}

} // namespace mc
