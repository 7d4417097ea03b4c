// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "orders/consoleservice.h"
#include "ui/detail/clock.h"
#include "ui/help/helptopic.h"

#include <QWidget>

#include <memory>

namespace mc {

class TaskCard;
struct Task;

/**
 * Cancellations: what waits for somebody first, then what is under way, then what came of the others. Nothing
 * here resolves itself silently: a conflict, a refusal or a failed refund stays until somebody closes it.
 *
 * Follows ConsoleService::boardChanged(); cards are kept by id, so focus and scroll survive a change.
 */
class CancellationsPage final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CancellationsPage)
public:
    explicit CancellationsPage(ConsoleService &service, Clock clock = systemClock(),
                               QWidget *parent = nullptr);
    ~CancellationsPage() override;

signals:
    void orderOpened(const mc::OrderId &id);
    void helpRequested(mc::HelpTopic topic);
    void writeRequested(const QUrl &address); ///< A mailto: address.

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    class Private;
    [[nodiscard]] QWidget *makeLists();
    void onBoardChanged(const CancellationBoard &board);
    void refresh();
    void showTasks(const QList<Task> &tasks, bool mayDecideHere);
    [[nodiscard]] TaskCard *makeCard(const Task &task);
    void removeCard(TaskCard *card);
    void askWhy(TaskCard &card);

    std::unique_ptr<Private> d;
};

} // namespace mc
