// SPDX-License-Identifier: Apache-2.0
#include "store/processing/smtptransport.h"

#include "store/processing/mailheader.h"

#include <QHostAddress>
#include <QLocale>

#include <curl/curl.h>
#include <memory>

namespace mc::store {

namespace {

constexpr long ConnectSeconds = 10;
constexpr long TotalSeconds = 25;

struct FreeCurl {
    void operator()(CURL *handle) const { curl_easy_cleanup(handle); }
    void operator()(curl_slist *list) const { curl_slist_free_all(list); }
    void operator()(curl_mime *mime) const { curl_mime_free(mime); }
};
using CurlHandle = std::unique_ptr<CURL, FreeCurl>;
using CurlList = std::unique_ptr<curl_slist, FreeCurl>;
using CurlMime = std::unique_ptr<curl_mime, FreeCurl>;

void append(CurlList &list, const QByteArray &line)
{
    list.reset(curl_slist_append(list.release(), line.constData()));
}

/// RFC 5322; months and days are English whatever the language.
QByteArray headerDate(const QDateTime &date)
{
    return QLocale::c().toString(date.toUTC(), u"ddd, dd MMM yyyy HH:mm:ss '+0000'").toLatin1();
}

CurlList headersOf(const OutgoingMail &mail)
{
    CurlList headers;
    append(headers, "Date: " + headerDate(mail.date));
    append(headers, "From: " + headerMailbox(mail.fromName, mail.from));
    append(headers, "To: " + headerMailbox(mail.toName, mail.to));
    if (!mail.replyTo.isEmpty())
        append(headers, "Reply-To: " + mail.replyTo);
    append(headers, "Message-ID: <" + mail.messageId + '>');
    append(headers, "Subject: " + headerText(mail.subject));
    append(headers, "Auto-Submitted: auto-generated");
    return headers;
}

void addPart(curl_mime *mime, const QString &content, const char *type)
{
    QString lines = content;
    lines.replace(QLatin1StringView("\r\n"), QLatin1StringView("\n"))
        .replace(QLatin1StringView("\n"), QLatin1StringView("\r\n"));
    const QByteArray bytes = lines.toUtf8();
    curl_mimepart *part = curl_mime_addpart(mime);
    curl_mime_data(part, bytes.constData(), size_t(bytes.size()));
    curl_mime_type(part, type);
    curl_mime_encoder(part, "quoted-printable");
}

EffectOutcome outcomeOf(CURLcode code, long smtpStatus)
{
    if (code == CURLE_OK)
        return {EffectOutcome::Kind::Done, {}};
    // curl's own words: they may name the server, never the recipient or the password.
    const QString detail =
        QStringLiteral("SMTP %1: %2").arg(smtpStatus).arg(QLatin1StringView(curl_easy_strerror(code)));
    const bool isServerAnswer =
        code == CURLE_SEND_ERROR || code == CURLE_WEIRD_SERVER_REPLY || code == CURLE_RECV_ERROR;
    if (isServerAnswer && smtpStatus >= 500 && smtpStatus < 600)
        return {EffectOutcome::Kind::Refused,
                QStringLiteral("The mail server refused the message (%1).").arg(smtpStatus)};
    return {EffectOutcome::Kind::TryLater, detail};
}

} // namespace

SmtpTransport::SmtpTransport(QUrl server, QString password)
    : m_server(std::move(server))
    , m_password(std::move(password))
{
    curl_global_init(CURL_GLOBAL_DEFAULT);
}

SmtpTransport::~SmtpTransport()
{
    curl_global_cleanup();
}

EffectOutcome SmtpTransport::send(const OutgoingMail &mail) const
{
    const CurlHandle handle(curl_easy_init());
    if (!handle)
        return {EffectOutcome::Kind::TryLater, QStringLiteral("no memory for a mail")};
    const QByteArray url = m_server.adjusted(QUrl::RemoveUserInfo).toEncoded();
    const bool hasUser = !m_server.userName().isEmpty();
    const QHostAddress host(m_server.host());
    const bool isHere = m_server.host() == QLatin1StringView("localhost") || host.isLoopback();
    // A password never crosses a network in the clear.
    const long encryption = hasUser && !isHere ? CURLUSESSL_ALL : CURLUSESSL_TRY;
    const CurlList headers = headersOf(mail);
    CurlList recipients;
    append(recipients, '<' + mail.to + '>');
    const CurlMime alternatives(curl_mime_init(handle.get()));
    addPart(alternatives.get(), mail.text, "text/plain; charset=utf-8");
    addPart(alternatives.get(), mail.html, "text/html; charset=utf-8");

    CURL *curl = handle.get();
    curl_easy_setopt(curl, CURLOPT_URL, url.constData());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, ConnectSeconds);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT, TotalSeconds);
    curl_easy_setopt(curl, CURLOPT_USE_SSL, encryption);
    curl_easy_setopt(curl, CURLOPT_PROXY, "");
    if (hasUser) {
        curl_easy_setopt(curl, CURLOPT_USERNAME, m_server.userName().toUtf8().constData());
        curl_easy_setopt(curl, CURLOPT_PASSWORD, m_password.toUtf8().constData());
    }
    const QByteArray sender = '<' + mail.from + '>';
    curl_easy_setopt(curl, CURLOPT_MAIL_FROM, sender.constData());
    curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, recipients.get());
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(curl, CURLOPT_MIMEPOST, alternatives.get());
    const CURLcode code = curl_easy_perform(curl);
    long smtpStatus = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &smtpStatus);
    return outcomeOf(code, smtpStatus);
}

} // namespace mc::store
