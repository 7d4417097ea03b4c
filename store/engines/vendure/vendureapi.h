// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/engines/connector.h"
#include "store/engines/httpclient.h"

#include <QCoreApplication>
#include <QJsonObject>

namespace mc::store {

/**
 * GraphQL over HTTP as Vendure's Admin API speaks it, with its session.
 *
 * Signs in when it has to and once more when the session has ended (Vendure says FORBIDDEN to that and to a
 * missing permission alike). Knows nothing of orders. Blocking; used by one thread at a time.
 */
class VendureApi final
{
    Q_DECLARE_TR_FUNCTIONS(mc::store::VendureApi)
public:
    VendureApi(const EngineConfig &config, HttpClient::Limits limits, HttpClient::StopFlag stop);

    /// The `data` member of the answer. Any entry in `errors` is an error, whatever `data` holds.
    [[nodiscard]] EngineResult<QJsonObject> call(const QString &query, const QJsonObject &variables);
    [[nodiscard]] EngineResult<void> signIn();

private:
    [[nodiscard]] EngineResult<QJsonObject> post(const QString &query, const QJsonObject &variables);
    [[nodiscard]] EngineResult<QJsonObject> dataOf(const HttpAnswer &answer) const;
    [[nodiscard]] EngineError errorOf(const QJsonArray &errors) const;
    [[nodiscard]] EngineError unreachable(const QString &why) const;

    QUrl m_url;
    QString m_user;
    QString m_secret;
    QByteArray m_channel;
    QByteArray m_token;
    bool m_wasForbidden = false; ///< The last answer said FORBIDDEN.
    HttpClient m_http;
};

/// At most `limit` characters of what an engine said, without control characters: safe to show and to store.
[[nodiscard]] QString cleanEngineText(const QString &text, int limit = 300);

} // namespace mc::store
