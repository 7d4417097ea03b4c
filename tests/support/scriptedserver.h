// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QUrl>

#include <atomic>
#include <functional>
#include <memory>
#include <thread>
#include <utility>

namespace mc::test {

/**
 * An HTTP server on loopback that answers what the test's handler says, also what no server should.
 *
 * It has a thread of its own, so that the test may block on it; the handler is called there. One request a
 * connection, one at a time.
 */
class ScriptedServer final
{
public:
    struct Request {
        QByteArray path;
        QHash<QByteArray, QByteArray> headers; ///< Names in lower case.
        QByteArray body;
    };
    struct Answer {
        int status = 200;
        QByteArray body;
        QList<std::pair<QByteArray, QByteArray>> headers{{"Content-Type", "application/json; charset=utf-8"}};
        enum class Manner : quint8 {
            Proper,
            Silent, ///< Says nothing until the client gives up.
            HangUp, ///< Closes the connection in the middle of the head.
            Endless ///< Sends body over and over until the client gives up.
        };
        Manner manner = Manner::Proper;
    };
    using Handler = std::function<Answer(const Request &)>;

    explicit ScriptedServer(Handler handler);
    ~ScriptedServer();
    ScriptedServer(const ScriptedServer &) = delete;
    ScriptedServer &operator=(const ScriptedServer &) = delete;

    [[nodiscard]] QUrl url() const;

private:
    void run();

    Handler m_handler;
    std::atomic<int> m_port{0};
    std::atomic<bool> m_isStopping{false};
    std::thread m_thread;
};

} // namespace mc::test
