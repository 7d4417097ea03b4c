// SPDX-License-Identifier: Apache-2.0
#include "app/store/stopsignal.h"

#ifdef Q_OS_UNIX
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>
#else
#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <thread>
#include <windows.h>
#endif

namespace mc::store {

#ifdef Q_OS_UNIX
namespace {

// A signal handler can reach nothing but globals; these are written before the handlers are installed.
int wakeReader = -1;
int wakeWriter = -1;

extern "C" void onStopSignal(int)
{
    const int saved = errno;
    const char byte = 1;
    [[maybe_unused]] const auto written = ::write(wakeWriter, &byte, 1);
    errno = saved;
}

/// False: standard input has ended.
bool drainInput()
{
    char bytes[256];
    const auto count = ::read(STDIN_FILENO, bytes, sizeof bytes);
    return count > 0 || (count < 0 && errno == EINTR);
}

} // namespace

StopSignal::StopSignal(Input input)
    : m_input(input)
{
    int ends[2] = {-1, -1};
    if (::pipe(ends) == 0) {
        wakeReader = ends[0];
        wakeWriter = ends[1];
        ::fcntl(wakeWriter, F_SETFL, O_NONBLOCK);
        ::fcntl(wakeReader, F_SETFD, FD_CLOEXEC);
        ::fcntl(wakeWriter, F_SETFD, FD_CLOEXEC);
    }
    struct sigaction action {
    };
    action.sa_handler = onStopSignal;
    sigemptyset(&action.sa_mask);
    ::sigaction(SIGTERM, &action, nullptr);
    ::sigaction(SIGINT, &action, nullptr);
    action.sa_handler = SIG_IGN;
    ::sigaction(SIGPIPE, &action, nullptr); // a client that leaves is no reason to end
}

StopSignal::~StopSignal()
{
    ::signal(SIGTERM, SIG_DFL);
    ::signal(SIGINT, SIG_DFL);
    ::close(wakeReader);
    ::close(wakeWriter);
}

void StopSignal::wait()
{
    pollfd sources[2] = {{wakeReader, POLLIN, 0}, {STDIN_FILENO, POLLIN, 0}};
    const nfds_t count = m_input == Input::EndsService ? 2 : 1;
    while (true) {
        if (::poll(sources, count, -1) < 0)
            continue; // interrupted: the handler has written its byte
        if (sources[0].revents != 0)
            return;
        if (count == 2 && sources[1].revents != 0 && !drainInput())
            return;
    }
}

#else
namespace {

std::mutex stopMutex;
std::condition_variable stopChanged;
bool isStopped = false;

void stopNow()
{
    {
        const std::scoped_lock lock(stopMutex);
        isStopped = true;
    }
    stopChanged.notify_all();
}

BOOL WINAPI onConsoleEvent(DWORD)
{
    stopNow();
    return TRUE;
}

} // namespace

StopSignal::StopSignal(Input input)
    : m_input(input)
{
    SetConsoleCtrlHandler(onConsoleEvent, TRUE);
    if (m_input == Input::EndsService) {
        std::thread([] {
            while (std::getchar() != EOF) { }
            stopNow();
        }).detach(); // blocked in a read that only the parent can end
    }
}

StopSignal::~StopSignal()
{
    SetConsoleCtrlHandler(onConsoleEvent, FALSE);
}

void StopSignal::wait()
{
    std::unique_lock lock(stopMutex);
    stopChanged.wait(lock, [] { return isStopped; });
}
#endif

} // namespace mc::store
