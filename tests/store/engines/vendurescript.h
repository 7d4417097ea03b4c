// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/engines/vendure/vendureconnector.h"
#include "support/scriptedserver.h"

#include <QFile>
#include <QJsonDocument>
#include <QMutex>
#include <QTest>

namespace mc::test {

/// What a real Vendure 3.7.3 answered (tests/live/vendure/record.mjs writes these files).
inline QByteArray recorded(const QString &name)
{
    QFile file(QStringLiteral(MC_SOURCE_DIR "/tests/store/engines/recorded/%1.json").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no recording %s", qPrintable(name));
    return file.readAll();
}

inline QJsonObject recordedOrder(const QString &name)
{
    const QJsonObject data = QJsonDocument::fromJson(recorded(name)).object()[u"data"].toObject();
    return data[u"order"].toObject();
}

/**
 * A Vendure that expects a fixed sequence of operations and answers each with what is written beside it.
 *
 * Sign-ins are answered by themselves and counted. Anything unexpected is answered with 599 and remembered.
 */
class VendureScript final
{
public:
    using Answer = ScriptedServer::Answer;
    struct Step {
        QByteArray operation; ///< Part of the GraphQL text: "cancelOrder(".
        Answer answer;
    };

    explicit VendureScript(QList<Step> steps, QByteArray token = "TOKEN")
        : m_steps(std::move(steps))
        , m_token(std::move(token))
        , m_server([this](const ScriptedServer::Request &request) { return answer(request); })
    {
    }

    [[nodiscard]] store::EngineConfig config() const
    {
        store::EngineConfig config;
        config.type = QStringLiteral("vendure");
        config.url = m_server.url();
        config.user = QStringLiteral("orders@shop.example");
        config.secret = QStringLiteral("secret");
        return config;
    }

    /// The variables of each operation after the sign-in, in order.
    [[nodiscard]] QList<QJsonObject> asked()
    {
        const QMutexLocker lock(&m_mutex);
        return m_asked;
    }
    [[nodiscard]] int signIns()
    {
        const QMutexLocker lock(&m_mutex);
        return m_signIns;
    }
    /// Empty when exactly the steps happened, otherwise what did not.
    [[nodiscard]] QByteArray deviation()
    {
        const QMutexLocker lock(&m_mutex);
        if (m_deviation.isEmpty() && !m_steps.isEmpty())
            return "never asked: " + m_steps.first().operation;
        return m_deviation;
    }

private:
    Answer answer(const ScriptedServer::Request &request)
    {
        const QMutexLocker lock(&m_mutex);
        const QJsonObject body = QJsonDocument::fromJson(request.body).object();
        const QByteArray query = body[u"query"].toString().toUtf8();
        if (query.contains("login(") && (m_steps.isEmpty() || m_steps.first().operation != "login(")) {
            ++m_signIns;
            Answer answer{200, recorded(QStringLiteral("login"))};
            answer.headers.append({"vendure-auth-token", m_token});
            return answer;
        }
        if (m_steps.isEmpty() || !query.contains(m_steps.first().operation)) {
            if (m_deviation.isEmpty())
                m_deviation = "unexpected: " + query.left(120);
            return {599, {}};
        }
        m_asked.append(body[u"variables"].toObject());
        return m_steps.takeFirst().answer;
    }

    QMutex m_mutex;
    QList<Step> m_steps;
    QByteArray m_token;
    QList<QJsonObject> m_asked;
    QByteArray m_deviation;
    int m_signIns = 0;
    ScriptedServer m_server; ///< Last: its thread uses the others.
};

inline VendureScript::Step reads(const QString &recording)
{
    return {"order(id:", {200, recorded(recording)}};
}
inline VendureScript::Step asks(const QByteArray &mutation, const QString &recording)
{
    return {"answer: " + mutation + '(', {200, recorded(recording)}};
}

} // namespace mc::test
