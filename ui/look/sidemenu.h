// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QListView>
#include <QStandardItemModel>

namespace mc {

// The side menu: icon, name, counter. A plain list view, so arrows, type-ahead and screen readers work by
// themselves.
class SideMenu final : public QListView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SideMenu)
public:
    explicit SideMenu(QWidget *parent = nullptr);

    // `attention` paints the counter in the warning tone: something waits for a decision.
    void addEntry(const QString &iconName, const QString &text, int count, bool attention = false);
    void choose(int row);

private:
    QStandardItemModel m_entries;
};

} // namespace mc
