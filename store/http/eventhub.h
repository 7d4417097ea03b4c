// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QString>

#include <functional>
#include <memory>
#include <mutex>

namespace mc::store {

/**
 * Tells the open event streams of a store that its feed has grown. A hint without content: whoever is woken
 * reads the feed.
 *
 * Thread-safe; a wake function is called in the thread of publish() and must return at once.
 */
class EventHub final
{
public:
    using Wake = std::function<void()>;
    /// Ends the subscription when it is destroyed. Holds the hub's list alive, so it may outlive the hub.
    using Subscription = std::shared_ptr<void>;

    EventHub();
    [[nodiscard]] Subscription subscribe(const QString &storeId, Wake wake);
    void publish(const QString &storeId);
    [[nodiscard]] int subscriberCount() const;

private:
    struct List;
    std::shared_ptr<List> m_list;
};

} // namespace mc::store
