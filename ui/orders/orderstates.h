// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "orders/consoleservice.h"

#include <QWidget>

class QProgressBar;

namespace mc {

class PlainLabel;

/// "1,284 orders in the past 30 days", "10,000+ orders found": honest about what was counted.
[[nodiscard]] QString countText(const QueryState &state, const OrderQuery &query);
/// One sentence: what was looked for, and where.
[[nodiscard]] QString nothingFoundText(const OrderQuery &query);
/// Rows are on their way for the first time.
[[nodiscard]] bool isFirstLoad(const SyncStatus &status);

/// Text with numbers, a thin progress bar and still skeleton rows.
class LoadingPane final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LoadingPane)
public:
    explicit LoadingPane(int rowHeight, QWidget *parent = nullptr);
    void setProgress(const SyncStatus &status, OrderQuery::Period period);

private:
    PlainLabel *m_text; // owned by this widget, like the bar
    QProgressBar *m_bar;
};

} // namespace mc
