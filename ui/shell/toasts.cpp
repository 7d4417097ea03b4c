// SPDX-License-Identifier: Apache-2.0
#include "ui/shell/toasts.h"

#include "ui/look/notices.h"
#include "ui/look/plaintext.h"

#include <QFileInfo>

namespace mc {

Toasts::Toasts(ConsoleService &service, QWidget &area)
    : QObject(&area)
    , m_service(service)
    , m_area(area)
{
    connect(&m_service, &ConsoleService::cancellationsQueued, this, &Toasts::onQueued);
    connect(&m_service, &ConsoleService::commandFailed, this, &Toasts::say);
    connect(&m_service, &ConsoleService::undone, this,
            [this](const QList<OperationId> &operations, bool wasTooLate) {
                const auto count = static_cast<int>(operations.size());
                say(wasTooLate ? tr("Too late to undo: it was sent already.")
                               : tr("%Ln cancellation(s) taken back.", "after Undo", count));
            });
    connect(&m_service, &ConsoleService::exported, this, [this](const QString &file, int count) {
        say(tr("%Ln order(s) written to %1.", "%1: name of a file", count).arg(QFileInfo(file).fileName()));
    });
}

void Toasts::say(const QString &text)
{
    show(text, {}, Toast::UsualLife);
}

void Toasts::takeFocus()
{
    if (m_toast)
        m_toast->takeFocus();
}

void Toasts::onQueued(const QueuedCancellations &queued)
{
    const auto count = static_cast<int>(queued.operations.size());
    if (count == 0)
        return;
    const bool isSignedOut = m_service.syncStatus().link == SyncStatus::Link::SignedOut;
    QString text;
    if (queued.isOffline && isSignedOut)
        text = count == 1
            ? tr("Cancellation of %1 saved. It is sent as soon as you sign in.", "%1: order ID")
                  .arg(queued.numbers.value(0))
            : tr("%Ln cancellation(s) saved. They are sent as soon as you sign in.", "several", count);
    else if (count == 1)
        text = queued.isOffline
            ? tr("Cancellation of %1 saved. It is sent as soon as you are online.", "%1: order ID")
                  .arg(inSentence(queued.numbers.value(0)))
            : tr("Cancellation of %1 requested.", "%1: order ID").arg(inSentence(queued.numbers.value(0)));
    else
        text = queued.isOffline
            ? tr("%Ln cancellation(s) saved. They are sent as soon as you are online.", "several", count)
            : tr("%Ln cancellation(s) requested.", "several", count);
    const bool canUndo = queued.undoFor.count() > 0;
    // What waits for the connection can be taken back for longer than the setting says.
    const auto life = canUndo && !queued.isOffline ? queued.undoFor : Toast::UsualLife;
    Toast &toast = show(text, canUndo ? tr("Undo", "button of a message") : QString(), life);
    const QList<OperationId> operations = queued.operations;
    connect(&toast, &Toast::actionChosen, &m_service, [this, operations] { m_service.undo(operations); });
    connect(&toast, &Toast::held, &m_service,
            [this, operations](bool isHeld) { m_service.holdUndo(operations, isHeld); });
}

Toast &Toasts::show(const QString &text, const QString &action, std::chrono::milliseconds life)
{
    if (m_toast)
        m_toast->leave();
    m_toast = new Toast(text, action, m_area, life);
    m_toast->show();
    return *m_toast;
}

} // namespace mc
