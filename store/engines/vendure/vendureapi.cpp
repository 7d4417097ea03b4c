// SPDX-License-Identifier: Apache-2.0
#include "store/engines/vendure/vendureapi.h"

#include "domain/plantedbug.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace mc::store {
namespace {

const QString SignIn = uR"(mutation($user: String!, $password: String!) {
  login(username: $user, password: $password, rememberMe: true) {
    __typename
    ... on ErrorResult { errorCode message }
  }
})"_s;

QUrl adminApi(QUrl url)
{
    if (url.path().isEmpty() || url.path() == u"/")
        url.setPath(u"/admin-api"_s);
    return url;
}

} // namespace

QString cleanEngineText(const QString &text, int limit)
{
    if (bugPlanted("overflow-engine")) [[unlikely]]
        plantedOverflow(text.toStdString());
    QString clean;
    for (const QChar c : text.left(limit)) {
        const bool isControl = c.category() == QChar::Other_Control;
        clean += isControl ? QChar(u' ') : c;
    }
    if (!clean.isEmpty() && clean.back().isHighSurrogate())
        clean.chop(1);
    return clean.simplified();
}

VendureApi::VendureApi(const EngineConfig &config, HttpClient::Limits limits, HttpClient::StopFlag stop)
    : m_url(adminApi(config.url))
    , m_user(config.user)
    , m_secret(config.secret)
    , m_channel(config.channel.toUtf8())
    , m_http(limits, std::move(stop))
{
}

EngineError VendureApi::unreachable(const QString &why) const
{
    const QString host = m_url.port() < 0 ? m_url.host() : u"%1:%2"_s.arg(m_url.host()).arg(m_url.port());
    //: %1 host name and port of the shop's Vendure server, %2 technical reason in English
    return {EngineError::Kind::Unreachable, tr("Vendure at %1 could not be reached: %2.").arg(host, why)};
}

EngineResult<QJsonObject> VendureApi::post(const QString &query, const QJsonObject &variables)
{
    HttpHeaders headers{{"Content-Type", "application/json"}, {"Accept", "application/json"}, {"Expect", ""}};
    if (!m_token.isEmpty())
        headers.append({"Authorization", "Bearer " + m_token});
    if (!m_channel.isEmpty())
        headers.append({"vendure-token", m_channel});
    const QJsonObject body{{u"query"_s, query}, {u"variables"_s, variables}};

    m_wasForbidden = false;
    const auto sending =
        query.startsWith(u"mutation") ? HttpClient::Sending::Once : HttpClient::Sending::Repeatable;
    const auto answer =
        m_http.post(m_url, headers, QJsonDocument(body).toJson(QJsonDocument::Compact), sending);
    if (!answer)
        return tl::unexpected(unreachable(answer.error()));
    const QByteArray token = answer->header("vendure-auth-token");
    if (!token.isEmpty())
        m_token = token;
    auto data = dataOf(*answer);
    m_wasForbidden = !data && data.error().kind == EngineError::Kind::Denied;
    return data;
}

EngineResult<QJsonObject> VendureApi::dataOf(const HttpAnswer &answer) const
{
    if (answer.status == 401 || answer.status == 403) {
        return tl::unexpected(EngineError{EngineError::Kind::Denied,
                                          //: %1 HTTP status code
                                          tr("Vendure refuses the access (HTTP %1).").arg(answer.status)});
    }
    // 400 carries a GraphQL answer too; everything else that is not 200 is a proxy or a broken server.
    if (answer.status != 200 && answer.status != 400)
        return tl::unexpected(unreachable(u"HTTP %1"_s.arg(answer.status)));
    const QJsonObject json = QJsonDocument::fromJson(answer.body).object();
    const QJsonArray errors = json[u"errors"].toArray();
    if (!errors.isEmpty())
        return tl::unexpected(errorOf(errors));
    if (!json[u"data"].isObject())
        return tl::unexpected(unreachable(u"the answer is not a GraphQL answer"_s));
    return json[u"data"].toObject();
}

EngineError VendureApi::errorOf(const QJsonArray &errors) const
{
    using Kind = EngineError::Kind;
    const QJsonObject first = errors.first().toObject();
    const QString code = first[u"extensions"].toObject()[u"code"].toString();
    const QString message = cleanEngineText(first[u"message"].toString());
    if (code == u"FORBIDDEN")
        return {Kind::Denied, tr("The Vendure user may not do this (permission missing).")};
    if (code == u"ENTITY_NOT_FOUND") //: %1 sentence from Vendure, in English
        return {Kind::Refused, tr("Vendure says: %1").arg(message)};
    if (code == u"USER_INPUT_ERROR" || code.startsWith(u"GRAPHQL_")) {
        //: %1 sentence from Vendure, in English
        return {Kind::Unsupported,
                tr("This version of Vendure understands requests differently: %1").arg(message)};
    }
    // An exception inside Vendure: nobody knows how far it came.
    return unreachable(u"it reports an internal error (%1)"_s.arg(message));
}

EngineResult<void> VendureApi::signIn()
{
    m_token.clear();
    const auto data = post(SignIn, {{u"user"_s, m_user}, {u"password"_s, m_secret}});
    if (!data)
        return tl::unexpected(data.error());
    const QJsonObject login = data->value(u"login").toObject();
    if (login[u"__typename"] != u"CurrentUser"_s) {
        m_token.clear();
        return tl::unexpected(EngineError{EngineError::Kind::Denied,
                                          tr("Vendure does not accept the user name or the password.")});
    }
    if (m_token.isEmpty()) {
        return tl::unexpected(EngineError{
            EngineError::Kind::Denied,
            tr("This Vendure gives out no bearer tokens; add \"bearer\" to authOptions.tokenMethod there.")});
    }
    return {};
}

EngineResult<QJsonObject> VendureApi::call(const QString &query, const QJsonObject &variables)
{
    const bool isFresh = m_token.isEmpty();
    if (isFresh) {
        if (auto signedIn = signIn(); !signedIn)
            return tl::unexpected(signedIn.error());
    }
    auto data = post(query, variables);
    if (data || !m_wasForbidden || isFresh)
        return data;
    // An ended session and a missing permission look the same: only a fresh session tells them apart.
    if (auto signedIn = signIn(); !signedIn)
        return tl::unexpected(signedIn.error());
    return post(query, variables);
}

} // namespace mc::store
