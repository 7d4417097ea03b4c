// SPDX-License-Identifier: Apache-2.0
#include "store/orderbook/feednotifier.h"

#include "store/orderbook/connection.h"

#include <QSqlDriver>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace mc::store {
namespace {
constexpr std::chrono::milliseconds PulseInterval{5000};
}

FeedNotifier::FeedNotifier(Database::Config config, Database::FeedListener heard)
    : m_config(std::move(config))
    , m_heard(std::move(heard))
    , m_sender(QUuid::createUuid().toString(QUuid::Id128))
{
    moveToThread(&m_thread);
    m_thread.start();
    QMetaObject::invokeMethod(
        this,
        [this] {
            listen();
            m_pulse = std::make_unique<QTimer>();
            connect(m_pulse.get(), &QTimer::timeout, this, [this] { pulse(); });
            m_pulse->start(PulseInterval);
        },
        Qt::BlockingQueuedConnection);
}

FeedNotifier::~FeedNotifier()
{
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_pulse.reset();
            m_connection.reset();
        },
        Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

void FeedNotifier::listen()
{
    m_connection = std::make_unique<Connection>(m_config, Connection::Access::ReadWrite);
    if (!m_connection->open())
        return;
    QSqlDriver *driver = m_connection->database().driver();
    connect(driver, &QSqlDriver::notification, this,
            [this](const QString &name, QSqlDriver::NotificationSource, const QVariant &payload) {
                hear(name, payload);
            });
    driver->subscribeToNotification(u"mc_feed"_s);
}

/// Who only listens would never notice that the server was restarted.
void FeedNotifier::pulse()
{
    if (!m_connection || !m_connection->isAlive())
        listen();
}

void FeedNotifier::notifyOthers(const QString &storeId)
{
    const QMutexLocker lock(&m_mutex);
    const bool isFirst = m_waiting.isEmpty();
    m_waiting.insert(storeId);
    if (isFirst)
        QMetaObject::invokeMethod(
            this, [this] { send(); }, Qt::QueuedConnection);
}

void FeedNotifier::send()
{
    QSet<QString> stores;
    {
        const QMutexLocker lock(&m_mutex);
        stores.swap(m_waiting);
    }
    for (const QString &store : std::as_const(stores)) {
        const QString payload = m_sender + u' ' + QString(store).replace(u'\'', u"''"_s);
        if (!m_connection || !m_connection->execute(u"SELECT pg_notify('mc_feed', '%1')"_s.arg(payload))) {
            listen();
            return;
        }
    }
}

void FeedNotifier::hear(const QString &name, const QVariant &payload)
{
    const QString text = payload.toString();
    if (name == u"mc_feed" && !text.startsWith(m_sender))
        m_heard(text.section(u' ', 1));
}

} // namespace mc::store
