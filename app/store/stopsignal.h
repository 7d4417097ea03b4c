// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

namespace mc::store {

/**
 * Waits until the service shall end: SIGTERM or SIGINT (Ctrl+C and the console's closing on Windows), or, if
 * asked for, the end of standard input, which a parent process brings about by ending.
 *
 * One at a time; make it before the service says that it is ready.
 */
class StopSignal final
{
public:
    enum class Input : quint8 { Ignored, EndsService };

    explicit StopSignal(Input input);
    ~StopSignal();
    Q_DISABLE_COPY_MOVE(StopSignal)

    void wait(); ///< Blocks.

private:
    const Input m_input;
};

} // namespace mc::store
