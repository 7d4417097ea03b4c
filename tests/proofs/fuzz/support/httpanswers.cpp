// SPDX-License-Identifier: Apache-2.0
// The engines' HTTP client without a network: a fuzzer writes the answers.
#include "httpanswers.h"

namespace {

QList<mc::store::HttpAnswer> &answers()
{
    static QList<mc::store::HttpAnswer> list;
    return list;
}

} // namespace

namespace mc::fuzz {

void setHttpAnswers(QList<store::HttpAnswer> list)
{
    answers() = std::move(list);
}

} // namespace mc::fuzz

namespace mc::store {

struct HttpClient::Private {
};

HttpClient::HttpClient(Limits, StopFlag) { }
HttpClient::~HttpClient() = default;

tl::expected<HttpAnswer, QString> HttpClient::post(const QUrl &, const HttpHeaders &, const QByteArray &,
                                                   Sending)
{
    if (answers().isEmpty())
        return tl::unexpected(QStringLiteral("no answer"));
    return answers().takeFirst();
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
