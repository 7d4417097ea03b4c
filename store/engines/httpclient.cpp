// SPDX-License-Identifier: Apache-2.0
#include "store/engines/httpclient.h"

#include <QHostAddress>

#include <curl/curl.h>

namespace mc::store {
namespace {

struct EasyDeleter {
    void operator()(CURL *handle) const { curl_easy_cleanup(handle); }
};
struct ListDeleter {
    void operator()(curl_slist *list) const { curl_slist_free_all(list); }
};

/// What libcurl's callbacks write into while a call runs.
struct Transfer {
    const HttpClient::Limits &limits;
    const std::atomic<bool> *stop = nullptr;
    HttpAnswer answer;
    qint64 headerBytes = 0;
    bool isTooLarge = false;
};

size_t onBody(char *data, size_t size, size_t count, void *user)
{
    auto &transfer = *static_cast<Transfer *>(user);
    const auto length = qint64(size * count);
    if (transfer.answer.body.size() + length > transfer.limits.bodyBytes) {
        transfer.isTooLarge = true;
        return 0; // Anything but `length` ends the transfer.
    }
    transfer.answer.body.append(data, length);
    return size_t(length);
}

size_t onHeader(char *data, size_t size, size_t count, void *user)
{
    auto &transfer = *static_cast<Transfer *>(user);
    const auto length = qint64(size * count);
    transfer.headerBytes += length;
    if (transfer.headerBytes > transfer.limits.headerBytes) {
        transfer.isTooLarge = true;
        return 0;
    }
    const QByteArray line(data, length);
    if (line.startsWith("HTTP/")) // A second head, after "100 Continue".
        transfer.answer.headers.clear();
    const qsizetype colon = line.indexOf(':');
    if (colon > 0)
        transfer.answer.headers.append({line.left(colon).trimmed().toLower(), line.mid(colon + 1).trimmed()});
    return size_t(length);
}

int onProgress(void *user, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
{
    const auto &transfer = *static_cast<const Transfer *>(user);
    return transfer.stop && transfer.stop->load() ? 1 : 0;
}

bool isLoopback(const QUrl &url)
{
    return url.host() == QLatin1String("localhost") || QHostAddress(url.host()).isLoopback();
}

} // namespace

struct HttpClient::Private {
    Limits limits;
    StopFlag stop;
    std::unique_ptr<CURL, EasyDeleter> handle{curl_easy_init()};

    void prepare(const QUrl &url, const QByteArray &body, curl_slist *headers, Transfer &transfer);
};

HttpClient::HttpClient(Limits limits, StopFlag stop)
    : m_d(std::make_unique<Private>())
{
    m_d->limits = limits;
    m_d->stop = std::move(stop);
}

HttpClient::~HttpClient() = default;

void HttpClient::Private::prepare(const QUrl &url, const QByteArray &body, curl_slist *headers,
                                  Transfer &transfer)
{
    CURL *curl = handle.get();
    curl_easy_reset(curl); // Keeps the connection, forgets everything else.
    curl_easy_setopt(curl, CURLOPT_URL, url.toEncoded().constData());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, long(limits.total.count()));
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, long(limits.connect.count()));
    curl_easy_setopt(curl, CURLOPT_ACCEPT_ENCODING, "");
    curl_easy_setopt(curl, CURLOPT_USERAGENT, "merchant-store");
    if (isLoopback(url)) // A proxy of the environment is meant for the world outside.
        curl_easy_setopt(curl, CURLOPT_PROXY, "");
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers);
    curl_easy_setopt(curl, CURLOPT_POST, 1L);
    curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, curl_off_t(body.size()));
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, body.constData());
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, onBody);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &transfer);
    curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, onHeader);
    curl_easy_setopt(curl, CURLOPT_HEADERDATA, &transfer);
    curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, onProgress);
    curl_easy_setopt(curl, CURLOPT_XFERINFODATA, &transfer);
}

tl::expected<HttpAnswer, QString> HttpClient::post(const QUrl &url, const HttpHeaders &headers,
                                                   const QByteArray &body, Sending sending)
{
    if (!m_d->handle)
        return tl::unexpected(QStringLiteral("libcurl is not available"));
    Transfer transfer{m_d->limits, m_d->stop.get(), {}, 0, false};
    std::unique_ptr<curl_slist, ListDeleter> list;
    for (const auto &[name, value] : headers) {
        const QByteArray line = name + ": " + value;
        if (line.contains('\r') || line.contains('\n'))
            return tl::unexpected(QStringLiteral("a header with a line break"));
        list.reset(curl_slist_append(list.release(), line.constData()));
    }
    m_d->prepare(url, body, list.get(), transfer);
    if (sending == Sending::Once)
        curl_easy_setopt(m_d->handle.get(), CURLOPT_FRESH_CONNECT, 1L);

    const CURLcode code = curl_easy_perform(m_d->handle.get());
    if (transfer.isTooLarge)
        return tl::unexpected(QStringLiteral("the answer is too large"));
    if (code != CURLE_OK)
        return tl::unexpected(QString::fromUtf8(curl_easy_strerror(code)));
    long status = 0;
    curl_easy_getinfo(m_d->handle.get(), CURLINFO_RESPONSE_CODE, &status);
    transfer.answer.status = int(status);
    return std::move(transfer.answer);
}

QByteArray HttpAnswer::header(QByteArrayView lowerCaseName) const
{
    for (auto it = headers.crbegin(); it != headers.crend(); ++it) {
        if (it->first == lowerCaseName)
            return it->second;
    }
    return {};
}

} // namespace mc::store
