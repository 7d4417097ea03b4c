// SPDX-License-Identifier: Apache-2.0
// Tokens of sessions, links and cookies, idempotency keys and escaped text: what is believed, and what is
// refused.
#include "../support/fuzzing.h"
#include "store/http/headervalues.h"
#include "store/orderbook/keyring.h"

#include <QTemporaryDir>

#include <memory>

using namespace mc::store;
using mc::fuzz::require;

namespace {

const Keyring &keyring()
{
    static const QTemporaryDir Folder;
    static const auto Keys = Keyring::open(Folder.path());
    return *Keys;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    QByteArray input = mc::fuzz::inputOf(data, size);
    const QByteArray first = mc::fuzz::takeLine(input);
    Request request;
    for (const QByteArray &value : input.split('\n'))
        request.headers.append({first, value});
    const QByteArray token = bearerToken(request);
    require(token.isEmpty() || (token.size() >= 20 && token.size() <= 200), "tokens have a sane length");
    (void)Keyring::tokenHash(token);
    if (const auto key = idempotencyKey(request))
        require(key->size() >= 16 && key->size() <= 200, "keys have a sane length");
    else
        require(key.error().status == 400, "a bad key is a 400");
    const QString cookie = request.cookie("order");
    require(!keyring().unseal("customer cookie", cookie.toLatin1()), "nobody guesses a seal");
    const QByteArray sealed = keyring().seal("customer cookie", input);
    require(keyring().unseal("customer cookie", sealed) == input, "what was sealed can be opened");
    require(!keyring().unseal("cancel form", sealed), "and for its purpose only");
    if (!first.isEmpty()) { // one changed letter, chosen by the input
        QByteArray changed = sealed;
        const qsizetype at =
            qsizetype(quint8(first.front())) % (changed.size() - 1); // the last one may have spare bits
        changed[at] = changed.at(at) == 'A' ? 'B' : 'A';
        require(!keyring().unseal("customer cookie", changed), "a changed seal is broken");
    }
    (void)keyring().linkToken(QString::fromUtf8(first), QString::fromUtf8(input), int(size));
    if (const auto text = percentDecoded(input))
        require(percentDecoded(text->toUtf8().toPercentEncoding()) == text, "escapes go both ways");
    (void)parseQuery(input);
    return 0;
}
