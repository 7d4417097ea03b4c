// SPDX-License-Identifier: Apache-2.0
#include "orders/secretstore.h"

namespace mc {

void MemorySecretStore::read(const QString &key, QObject *context, std::function<void(QByteArray)> then)
{
    QMetaObject::invokeMethod(
        context, [then = std::move(then), secret = m_secrets.value(key)] { then(secret); },
        Qt::QueuedConnection);
}

void MemorySecretStore::write(const QString &key, const QByteArray &secret, QObject *context,
                              std::function<void(bool)> then)
{
    m_secrets.insert(key, secret);
    QMetaObject::invokeMethod(
        context, [then = std::move(then)] { then(true); }, Qt::QueuedConnection);
}

void MemorySecretStore::remove(const QString &key)
{
    m_secrets.remove(key);
}

} // namespace mc
