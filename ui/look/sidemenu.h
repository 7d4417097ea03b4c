// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QListView>
#include <QStandardItemModel>

namespace mc {

// The side menu: icon, name, counter. A plain list view, so arrows, type-ahead and screen readers work by
// themselves. Arrows only move; Enter or a click opens.
class SideMenu final : public QListView
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SideMenu)
public:
    explicit SideMenu(QWidget *parent = nullptr);

    void addEntry(const QString &iconName, const QString &text);
    // `attention` paints the counter in the warning tone: something waits for a decision.
    void setCount(int row, int count, bool attention);
    // Marks the page that is shown; -1: none of them.
    void setPage(int row);
    [[nodiscard]] int page() const;

signals:
    void chosen(int row);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QStandardItemModel m_entries;
};

} // namespace mc
