// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/http/listener.h"

#include <atomic>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <chrono>
#include <memory>
#include <optional>
#include <shared_mutex>
#include <thread>
#include <unordered_set>
#include <vector>

namespace mc::store {

/// A connection as its loop sees it. Everything is called in the loop's thread.
class LoopMember
{
public:
    virtual ~LoopMember() = default;
    virtual void drain() = 0; ///< Closes if idle, otherwise after the answer.
    virtual void expire(std::chrono::steady_clock::time_point now) = 0; ///< Ends what takes too long.
    /// Since when it has waited for a request; nullopt: one is under way, or it is ending.
    [[nodiscard]] virtual std::optional<std::chrono::steady_clock::time_point> idleSince() const = 0;
    virtual void makeRoom() = 0; ///< Ends an idle one at once.
};

/// One I/O thread and the connections that live in it.
struct IoLoop {
    std::unordered_set<LoopMember *> members; ///< Touched in this loop's thread only.
    std::thread thread;
    boost::asio::io_context context{1}; ///< Last: its end destroys connections, which leave `members`.
};

struct Listener::Shared {
    explicit Shared(const ListenerConfig &c)
        : config(c)
    {
    }

    const ListenerConfig config;
    RequestHandler *handler = nullptr; ///< Not owned; called until stop() has ended.
    EventHub *hub = nullptr; ///< Not owned.
    std::vector<std::unique_ptr<IoLoop>> loops;
    std::optional<boost::asio::ssl::context> tls;
    std::unique_ptr<boost::asio::ip::tcp::acceptor> acceptor; ///< In the first loop.
    std::atomic<int> connections = 0;
    std::atomic<qint64> bodyBytes = 0; ///< Announced by the bodies that count for maxBodyBytes.
    std::atomic<bool> isDraining = false;
    quint16 port = 0;
    std::size_t nextLoop = 0; ///< First loop's thread.
    /// Answers come from other threads, also after stop(): they post under a shared lock and only while open.
    std::shared_mutex gate;
    bool isOpen = true;
};

using SharedListener = std::shared_ptr<Listener::Shared>;

/// Serves a socket until it ends. Called in the loop's thread.
void serveConnection(SharedListener shared, IoLoop &loop, boost::asio::ip::tcp::socket socket);

} // namespace mc::store
