// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/transport.h"

#include <QNetworkRequest>
#include <QObject>
#include <QPointer>
#include <QTimer>

class QNetworkReply;

namespace mc {

/**
 * One plain request from start to its single outcome.
 *
 * Emits finished() exactly once, never from inside start(); on success, failure and time-out alike. Does not
 * delete itself: the owner does. Destruction before the outcome cancels silently. Lives in the transport's
 * thread.
 */
class HttpCall final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HttpCall)
public:
    HttpCall(const Transport &transport, QByteArray verb, const QNetworkRequest &request, QByteArray body,
             QObject *parent);
    ~HttpCall() override;

    void start();

signals:
    void finished(const mc::NetResult<mc::HttpAnswer> &outcome);

private:
    void onFinished();
    void onTooMuch();
    void onTimeout();

    const Transport &m_transport; ///< Not owned; outlives this call.
    QByteArray m_verb;
    QNetworkRequest m_request;
    QByteArray m_body;
    QPointer<QNetworkReply> m_reply; ///< Child of the network manager, deleted by this call.
    QTimer m_limit;
    bool m_hasTimedOut = false;
};

} // namespace mc
