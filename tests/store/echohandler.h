// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/http/requesthandler.h"
#include "store/orderbook/database.h"
#include "store/orderbook/prepared.h"

#include <mutex>

namespace mc::store {

using namespace Qt::StringLiterals;

/// A transaction of no database, for sources that ask it nothing.
class NoTx final : public Tx
{
public:
    QSqlDatabase &connection() override { qFatal("no database"); }
    bool isPostgres() const override { return false; }
    void rollBack() override { }
    void fail(DatabaseError) override { }
    bool hasFailed() const override { return false; }
    void touch(const StoreId &, const OrderId &, bool) override { }
    void audit(AuditEntry) override { }
    std::unique_ptr<Prepared> takePrepared(const QString &) override { return {}; }
    void giveBack(const QString &, std::unique_ptr<Prepared>) override { }
};

/// Answers with what it was asked. "/later" waits until release().
class EchoHandler final : public RequestHandler
{
public:
    tl::expected<qint64, Response> admit(Request &request) override
    {
        if (request.path == u"/missing")
            return tl::unexpected(problem(404, "not-found", u"Nothing here"_s));
        return bodyLimit;
    }
    void handle(Request request, Reply reply) override
    {
        if (request.path == u"/later") {
            const std::scoped_lock lock(m_mutex);
            m_waiting = std::move(reply);
        } else if (request.path == u"/forgotten") {
            // the reply goes without being called
        } else if (request.path == u"/stream") {
            Response response;
            response.addHeader("Content-Type", "text/plain");
            response.source = [count = std::make_shared<int>(0)](Tx &) -> std::optional<QByteArray> {
                return ++*count <= 3 ? std::optional(QByteArray::number(*count) + ' ') : std::nullopt;
            };
            reply(response);
        } else if (request.path == u"/events") {
            Response response;
            response.addHeader("Content-Type", "text/event-stream");
            response.events = EventStream{u"store"_s, {}, {}};
            reply(response);
        } else {
            reply(json(200,
                       '"' + request.method + ' ' + request.path.toUtf8() + ' ' + request.body + ' '
                           + request.clientAddress.toLatin1() + (request.isSecure ? " secure" : "") + '"'));
        }
    }
    void produce(const BodySource &source, std::function<void(std::optional<QByteArray>)> done) override
    {
        NoTx tx;
        done(source(tx));
    }
    Response refusal(const Request &, int status, const QByteArray &type, const QString &title) override
    {
        return problem(status, type, title);
    }
    void answered(const Request &, int, qint64, qint64) override { }

    qint64 bodyLimit = 1000;

    bool isWaiting()
    {
        const std::scoped_lock lock(m_mutex);
        return m_waiting != nullptr;
    }
    bool release()
    {
        const std::scoped_lock lock(m_mutex);
        if (!m_waiting)
            return false;
        m_waiting(json(200, "\"released\""));
        m_waiting = {};
        return true;
    }

private:
    std::mutex m_mutex;
    Reply m_waiting;
};

} // namespace mc::store
