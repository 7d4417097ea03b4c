// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/profilelist.h"

#include "ui/detail/textblock.h"
#include "ui/look/parts.h"
#include "ui/look/plaintext.h"
#include "ui/settings/storewords.h"

namespace mc {

ProfileList::ProfileList(QWidget *parent)
    : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Space::M);
}

ProfileList::Row ProfileList::makeRow(const QString &id)
{
    const Row row{
        new QWidget,
        new TextBlock({}, TextRole::Strong),
        new TextBlock({}, TextRole::Caption, Ink::Muted),
        new TextBlock({}, TextRole::Caption),
        makeButton(tr("Switch to this store")),
        new BadgeLabel({tr("Shown now", "badge of a store"), QStringLiteral("check"), Tone::Success})};
    auto *line = new QHBoxLayout(row.widget);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(Space::L);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(row.name);
    words->addWidget(row.detail);
    row.waiting->setObjectName(QStringLiteral("settings.waiting.") + id);
    words->addWidget(row.waiting);
    line->addLayout(words, 1);
    line->addWidget(row.current);
    line->addWidget(row.choose);
    row.choose->setObjectName(QStringLiteral("settings.store.") + id);
    connect(row.choose, &QPushButton::clicked, this, [this, id] { emit chosen(id); });
    return row;
}

void ProfileList::show(const QList<StoreProfile> &profiles, const QString &current)
{
    auto *column = qobject_cast<QVBoxLayout *>(layout());
    QStringList ids;
    for (const StoreProfile &profile : profiles) {
        const int place = static_cast<int>(ids.size());
        ids.append(profile.id);
        if (!m_rows.contains(profile.id))
            m_rows.insert(profile.id, makeRow(profile.id));
        const Row &row = m_rows[profile.id];
        if (column->indexOf(row.widget) != place) {
            column->removeWidget(row.widget);
            column->insertWidget(place, row.widget);
        }
        row.name->setText(profile.storeName.isEmpty() ? profile.url.host() : profile.storeName);
        row.detail->setText(isolated(profile.url.toString()) + QStringLiteral("  ·  ")
                            + isolated(profile.email));
        row.waiting->setText(waitingSentence(profile));
        row.waiting->setVisible(profile.waitingToBeSent > 0);
        row.choose->setAccessibleName(
            tr("Switch to %1", "%1: name of a store").arg(harmless(row.name->text())));
        row.current->setVisible(profile.id == current);
        row.choose->setVisible(profile.id != current);
    }
    for (auto it = m_rows.begin(); it != m_rows.end();) {
        if (ids.contains(it.key())) {
            ++it;
            continue;
        }
        it->widget->hide();
        it->widget->deleteLater();
        it = m_rows.erase(it);
    }
}

} // namespace mc
