// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "orders/consoleservice.h"

#include <QTimer>
#include <QWidget>

class QAction;
class QButtonGroup;
class QLineEdit;
class QPushButton;

namespace mc {

/// View switch, search field and filters, with one removable chip for each filter that is on. Keeps what was
/// typed in every state; emits the query, at most once a frame while somebody types.
class FilterBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FilterBar)
public:
    explicit FilterBar(QWidget *parent = nullptr);

    [[nodiscard]] const OrderQuery &query() const { return m_query; }
    void setSort(OrderQuery::SortKey key, Qt::SortOrder order);
    void showAllOrders();
    void clearSearchAndFilters();
    void focusSearch();

signals:
    void queryChanged(const mc::OrderQuery &query);
    void leftDownwards(); ///< Down in the search field: into the table.

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Choice {
        QAction *action = nullptr; // owned by its menu
        QString chip; ///< "Item status: Shipped"
    };

    [[nodiscard]] QWidget *makeViewSwitch();
    void prepareSearch();
    [[nodiscard]] QPushButton *makeFilter(const char *objectName, const QString &name, const QString &hint);
    template <typename Status>
    void addChoices(QPushButton &button, QSet<Status> OrderQuery::*chosen, Status last);
    void rebuildChips();
    void changed();

    OrderQuery m_query;
    QTimer m_together; // letters that came together (a paste, a slow window) are one query; none waits
    QLineEdit *m_search; // owned by this widget, like all below
    QButtonGroup *m_views;
    QWidget *m_chips;
    QList<Choice> m_choices;
};

} // namespace mc
