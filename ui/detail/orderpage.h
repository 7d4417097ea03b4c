// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "orders/consoleservice.h"
#include "ui/detail/clock.h"
#include "ui/help/helptopic.h"

#include <QWidget>

#include <memory>

namespace mc {

/**
 * One order: items and cancellation on the wide side, people and history on the narrow one.
 *
 * Follows its order while it is visible (ConsoleService::watch) and changes only what differs, so that
 * scroll, focus and selected text stay. It decides nothing itself: "Cancel order" emits cancelRequested() and
 * whoever shows this page opens the window.
 */
class OrderPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OrderPage)
public:
    explicit OrderPage(ConsoleService &service, Clock clock = systemClock(), QWidget *parent = nullptr);
    ~OrderPage() override;

    /// Shows the loading state until the order is there; the same order again only refreshes.
    void open(const OrderId &id);
    [[nodiscard]] OrderId order() const;

signals:
    void backRequested();
    void cancelRequested(const mc::OrderId &id);
    void helpRequested(mc::HelpTopic topic);
    void writeRequested(const QUrl &address); ///< A mailto: address.

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void makePage();
    void refresh();
    void onOrderChanged(const OrderView &view);
    void onOrderGone(const OrderId &id);
    void putAside(const CancellationId &id);
    void decide(const CancellationId &id, bool isAccepted);

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace mc
