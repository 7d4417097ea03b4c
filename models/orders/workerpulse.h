// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sync/scheduler.h"

#include <QObject>

#include <functional>

namespace mc {

/**
 * Notices a worker thread that does not answer: asks it again and again for a sign of life.
 *
 * A thread that hangs in a disk cannot be ended safely, so this only tells; when the worker comes back,
 * whatever it held open is old. Counts its own beats instead of reading a clock, because a computer sleeps
 * and clocks are set. Lives in the thread of its scheduler, which is not owned and outlives it.
 */
class WorkerPulse final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WorkerPulse)
public:
    /// Makes the worker call the function it is given, in this object's thread, when it gets to it.
    using Ask = std::function<void(std::function<void()> answer)>;

    WorkerPulse(Scheduler &scheduler, Ask ask, QObject *parent = nullptr);

    static constexpr std::chrono::milliseconds Beat{5'000};
    static constexpr int PatientBeats = 3; ///< So many without an answer are silence.

signals:
    void fellSilent();
    void cameBack(); ///< Once after each fellSilent().

private:
    void beat();
    void onAnswer();

    Ask m_ask;
    Alarm m_alarm;
    bool m_isAsked = false;
    int m_beatsWithoutAnswer = 0;
};

} // namespace mc
