// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/transport.h"

#include <QObject>
#include <QPointer>

class QNetworkReply;

namespace mc {

/**
 * The store's event stream: a hint that there is something to fetch, never the news itself.
 *
 * opened() once, changed() any number of times, then exactly one closed(). Lives in the transport's thread.
 */
class ChangesStream final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChangesStream)
public:
    ChangesStream(const Transport &transport, QObject *parent);
    ~ChangesStream() override;
    void start();

signals:
    void opened();
    void heard(); ///< Something came in, if only a sign of life.
    void changed();
    void closed(const mc::NetFailure &why);

private:
    void onReadyRead();
    void onFinished();
    void takeLine(const QByteArray &line);

    const Transport &m_transport; ///< Not owned; outlives this call.
    QPointer<QNetworkReply> m_reply; ///< Child of the network manager, deleted by this call.
    QByteArray m_event;
    bool m_isOpen = false;
};

} // namespace mc
