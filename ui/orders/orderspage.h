// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/orders/orderactions.h"
#include "ui/orders/ordertable.h"
#include "ui/orders/ordertexts.h"

#include <QTimer>
#include <QWidget>

class QPushButton;
class QStackedLayout;

namespace mc {

class FilterBar;
class LoadingPane;
class PlainLabel;

/**
 * The Orders dashboard: filter bar, table with row menu, bulk bar and count, and what stands in place of the
 * rows while there are none. Keeps selection and place by order id over a new result.
 */
class OrdersPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OrdersPage)
public:
    explicit OrdersPage(ConsoleService &service, Clock clock = systemClock(), QWidget *parent = nullptr);

    [[nodiscard]] OrderActions &actions() { return m_actions; }
    [[nodiscard]] OrderTable &table() { return *m_table; }
    void focusSearch();
    void focusTable();
    void clearSelection();
    void setDensity(Density density) { m_table->setDensity(density); }
    /// Asks where to; ConsoleService::exported() tells when it is written.
    void askForExport();
    [[nodiscard]] bool canExport() const;

signals:
    void orderOpened(const mc::OrderId &id);
    void cancelRequested(const QList<mc::OrderId> &ids);

protected:
    void showEvent(QShowEvent *event) override;

private:
    struct Place { // what a new result must not lose
        OrderId current;
        int column = 0;
        QList<OrderId> selected;
        int offset = 0; // of the current row in the viewport
    };

    [[nodiscard]] QWidget *makeHead();
    [[nodiscard]] QWidget *makeCard();
    [[nodiscard]] QWidget *makeBulkBar();
    void connectTable();
    void openMenu(int row, const QPoint &globalPosition);
    void onQueryState();
    void onRole();
    void showSelection(int count);
    void cancelSelected();
    void followCurrent();
    void rememberPlace();
    void restorePlace();
    void showRows();
    void showPane(QWidget *pane, const QString &key = {});
    void showLoading();
    void showNothing(const QueryState &state);
    void showFailure();
    void showNotLoadedYet();

    ConsoleService &m_service; // outlives this
    OrderTexts m_texts;
    OrderActions m_actions;
    QTimer m_minute; // "12 min ago" grows old
    QTimer m_patience; // nothing is shown for a load that is done within 300 ms
    Place m_place;
    FilterBar *m_filters; // owned by this widget, like all below
    OrderTable *m_table;
    QStackedLayout *m_stack;
    QWidget *m_pane = nullptr; // in place of the rows; null while there are some
    QString m_paneKey; // what m_pane says: the same again is left alone, with its focus
    LoadingPane *m_loading = nullptr; // is m_pane, or null
    QWidget *m_bulkBar;
    PlainLabel *m_bulkText;
    QPushButton *m_bulkCancel;
    PlainLabel *m_footnote;
    QPushButton *m_export;
};

} // namespace mc
