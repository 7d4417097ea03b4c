// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/sidepanel.h"

#include "ui/look/icons.h"
#include "ui/look/parts.h"
#include "ui/look/plaintext.h"
#include "ui/look/sidemenu.h"
#include "ui/shell/connectionwords.h"

#include <QStyle>

namespace mc {
namespace {
constexpr int MarkSize = 32;

// The product's mark in its own colours.
class Mark final : public QWidget
{
public:
    explicit Mark(QWidget *parent = nullptr)
        : QWidget(parent)
    {
        setFixedSize(MarkSize, MarkSize);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        QIcon(QStringLiteral(":/icons/merchant-console.svg")).paint(&painter, rect());
    }
};

} // namespace

SidePanel::SidePanel(QWidget *parent)
    : QWidget(parent)
    , m_names(new QWidget)
    , m_storeName(makeLabel({}, TextRole::Strong))
    , m_menu(new SideMenu)
    , m_linkIcon(new IconLabel(QStringLiteral("offline")))
    , m_linkText(makeLabel({}, TextRole::Caption, Ink::Muted))
    , m_others(new QWidget)
    , m_othersIcon(new IconLabel(QStringLiteral("clock")))
    , m_othersText(makeLabel({}, TextRole::Caption, Ink::Muted))
{
    setObjectName(QStringLiteral("sidePanel"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, Space::L, 0, Space::M);
    column->setSpacing(Space::M);
    auto *brand = new QHBoxLayout;
    brand->setContentsMargins(Space::M, 0, Space::M, 0);
    brand->setSpacing(Space::S + 2);
    brand->addWidget(new Mark);
    auto *names = new QVBoxLayout(m_names);
    names->setContentsMargins(0, 0, 0, 0);
    names->setSpacing(0);
    m_storeName->setObjectName(QStringLiteral("storeName"));
    names->addWidget(m_storeName);
    names->addWidget(makeLabel(tr("Merchant Console", "name of the program"), TextRole::Caption, Ink::Muted));
    brand->addWidget(m_names, 1);
    column->addLayout(brand);
    m_menu->setAccessibleName(tr("Side menu"));
    m_menu->addEntry(QStringLiteral("orders"), tr("Orders", "entry of the side menu"));
    m_menu->addEntry(QStringLiteral("cancellations"), tr("Cancellations", "entry of the side menu"));
    m_menu->addEntry(QStringLiteral("settings"), tr("Settings", "entry of the side menu"));
    m_menu->addEntry(QStringLiteral("info"), tr("Help", "entry of the side menu"));
    column->addWidget(m_menu, 1);
    auto *state = new QHBoxLayout;
    state->setContentsMargins(Space::L + Space::Xs, 0, Space::M, 0);
    state->setSpacing(Space::M);
    m_linkText->setObjectName(QStringLiteral("connectionText"));
    state->addWidget(m_linkIcon, 0, Qt::AlignTop);
    state->addWidget(m_linkText, 1);
    auto *others = new QHBoxLayout(m_others);
    others->setContentsMargins(Space::L + Space::Xs, 0, Space::M, 0);
    others->setSpacing(Space::M);
    m_othersText->setObjectName(QStringLiteral("otherStoresText"));
    m_othersText->setWordWrap(true);
    others->addWidget(m_othersIcon, 0, Qt::AlignTop);
    others->addWidget(m_othersText, 1);
    m_others->hide();
    column->addWidget(m_others);
    column->addLayout(state);
    setNarrow(false);
}

void SidePanel::setOtherStores(const OtherStoresWords &words)
{
    m_others->setVisible(!words.text.isEmpty());
    m_othersText->setText(words.text);
    m_othersText->setToolTip(plainToolTip(words.details));
    m_othersIcon->setToolTip(plainToolTip(words.details));
    m_othersIcon->setAccessibleName(words.details);
}

void SidePanel::setStoreName(const QString &storeName)
{
    const QString name = harmless(storeName);
    // One line: a long name is cut here and complete in the tool tip.
    const int room = Measure::SideMenu - MarkSize - 3 * Space::M;
    m_storeName->setText(m_storeName->fontMetrics().elidedText(name, Qt::ElideRight, room));
    m_storeName->setAccessibleName(name);
    m_storeName->setToolTip(plainToolTip(name));
}

void SidePanel::setConnection(const ConnectionWords &words, const QString &problem)
{
    m_linkIcon->setIconName(words.icon);
    m_linkText->setText(words.text);
    const QString all = problem.isEmpty() ? words.text : words.text + QLatin1Char('\n') + problem;
    m_linkIcon->setToolTip(plainToolTip(all));
    m_linkIcon->setAccessibleName(words.text);
    m_linkText->setToolTip(plainToolTip(all));
}

void SidePanel::setNarrow(bool isNarrow)
{
    setFixedWidth(isNarrow ? Measure::SideMenuNarrow : Measure::SideMenu);
    m_names->setHidden(isNarrow);
    m_linkText->setHidden(isNarrow);
    m_othersText->setHidden(isNarrow);
}

void SidePanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colors &colors = colorsOf(palette());
    painter.fillRect(rect(), QColor(colors.sidebar));
    const QRect edge(width() - 1, 0, 1, height());
    painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), edge), QColor(colors.border));
}

} // namespace mc
