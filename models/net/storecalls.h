// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/order.h"
#include "domain/storeinfo.h"
#include "net/httpcall.h"
#include "net/wireorder.h"

#include <QObject>

// One class for each thing that the console asks of a store. Each emits finished() exactly once, never from
// inside start(), does not delete itself, and is cancelled by its destruction. All live in the transport's
// thread, and the transport outlives them.
namespace mc {

struct SignedSession {
    QByteArray token;
    QDateTime expiresAtUtc;

    friend bool operator==(const SignedSession &, const SignedSession &) = default;
};

class SignIn final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SignIn)
public:
    SignIn(const Transport &transport, const QString &email, const QString &password, const QString &device,
           QObject *parent);
    void start() { m_call.start(); }

signals:
    void finished(const mc::NetResult<mc::SignedSession> &outcome);

private:
    HttpCall m_call;
};

class SignOut final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SignOut)
public:
    SignOut(const Transport &transport, QObject *parent);
    void start() { m_call.start(); }

signals:
    void finished(const mc::NetResult<bool> &outcome);

private:
    HttpCall m_call;
};

class FetchStore final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FetchStore)
public:
    FetchStore(const Transport &transport, QObject *parent);
    void start() { m_call.start(); }

signals:
    void finished(const mc::NetResult<mc::StoreInfo> &outcome);

private:
    HttpCall m_call;
};

class FetchChanges final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FetchChanges)
public:
    FetchChanges(const Transport &transport, const QByteArray &after, QObject *parent);
    void start() { m_call.start(); }

signals:
    void finished(const mc::NetResult<mc::ChangesPage> &outcome);

private:
    HttpCall m_call;
};

class SendCancellation final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SendCancellation)
public:
    SendCancellation(const Transport &transport, const OperationId &operation, const OrderId &order,
                     const QByteArray &body, QObject *parent);
    void start() { m_call.start(); }

signals:
    /// The id of the store's cancellation, only after its answer was read and names our operation.
    void finished(const mc::NetResult<mc::CancellationId> &outcome);

private:
    HttpCall m_call;
};

/// Accept, decline, retry or confirm a refund, put something aside: a decision of staff about what the store
/// has, which is not queued but fails at once when the store cannot be reached.
struct StaffDecision {
    enum class Kind : quint8 {
        Accept,
        Decline,
        RetryRefund,
        ConfirmRefund,
        CloseCancellation,
        CloseConflict
    };
    Kind kind = Kind::Accept;
    QString id; ///< Of the cancellation; of the order with CloseConflict.
    QString why; ///< With Decline.
    OperationId key; ///< Of this decision, the same on a retry.
};
class DecideCancellation final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DecideCancellation)
public:
    DecideCancellation(const Transport &transport, const StaffDecision &decision, QObject *parent);
    void start() { m_call.start(); }

signals:
    void finished(const mc::NetResult<bool> &outcome);

private:
    HttpCall m_call;
};

} // namespace mc
