// SPDX-License-Identifier: Apache-2.0
#include "store/http/headervalues.h"

#include "domain/plantedbug.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mc::store {
namespace {

// Tokens and keys alike: nothing that needs quoting anywhere.
bool isPlainByte(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9')
        || byte == '-' || byte == '_';
}

} // namespace

QByteArray bearerToken(const Request &request)
{
    const QByteArray value = request.header("authorization");
    if (request.headerCount("authorization") != 1
        || !QByteArrayView(value)
                .first(std::min<qsizetype>(7, value.size()))
                .toByteArray()
                .toLower()
                .startsWith("bearer "))
        return {};
    const QByteArray token = value.mid(7).trimmed();
    if (bugPlanted("overflow-token")) [[unlikely]]
        plantedOverflow(token.toStdString());
    // What cannot be a token of ours costs no query.
    const bool isPossible =
        token.size() >= 20 && token.size() <= 200 && std::all_of(token.begin(), token.end(), isPlainByte);
    return isPossible ? token : QByteArray();
}

tl::expected<QString, Response> idempotencyKey(const Request &request)
{
    if (request.headerCount("idempotency-key") == 0)
        return tl::unexpected(
            problem(400, "idempotency-key-missing", u"The Idempotency-Key header is missing"_s,
                    u"Send a new random key with each change, and the same one when trying again."_s));
    QByteArray key = request.header("idempotency-key").trimmed();
    if (key.size() > 1 && key.startsWith('"') && key.endsWith('"'))
        key = key.mid(1, key.size() - 2);
    if (request.headerCount("idempotency-key") > 1 || key.size() < 16 || key.size() > 200
        || !std::all_of(key.begin(), key.end(), isPlainByte))
        return tl::unexpected(
            problem(400, "idempotency-key-invalid", u"The Idempotency-Key header cannot be used"_s,
                    u"One key of 16 to 200 letters, digits, hyphens or underscores is needed."_s));
    return QString::fromLatin1(key);
}

} // namespace mc::store
