// SPDX-License-Identifier: Apache-2.0
#include "orders/workerpulse.h"

#include <QLoggingCategory>
#include <QPointer>

namespace mc {
namespace {

Q_LOGGING_CATEGORY(lcPulse, "mc.orders.pulse", QtWarningMsg)

} // namespace

WorkerPulse::WorkerPulse(Scheduler &scheduler, Ask ask, QObject *parent)
    : QObject(parent)
    , m_ask(std::move(ask))
    , m_alarm(scheduler, [this] { beat(); })
{
    m_alarm.start(Beat);
}

void WorkerPulse::beat()
{
    m_alarm.start(Beat);
    if (!m_isAsked) {
        m_isAsked = true;
        m_ask([self = QPointer<WorkerPulse>(this)] {
            if (self)
                self->onAnswer();
        });
        return;
    }
    if (++m_beatsWithoutAnswer != PatientBeats)
        return;
    qCWarning(lcPulse) << "the sync thread does not answer";
    emit fellSilent();
}

void WorkerPulse::onAnswer()
{
    const bool wasSilent = m_beatsWithoutAnswer >= PatientBeats;
    m_isAsked = false;
    m_beatsWithoutAnswer = 0;
    if (!wasSilent)
        return;
    qCWarning(lcPulse) << "the sync thread answers again";
    emit cameBack();
}

} // namespace mc
