// SPDX-License-Identifier: Apache-2.0
#include "ui/signin/storeaddress.h"

#include <QStringList>

namespace mc {
namespace {

// Names and numbers of this computer only: "127.evil.example" is somebody else's.
bool isThisComputer(const QString &host)
{
    if (host == QLatin1String("localhost") || host.endsWith(QLatin1String(".localhost"))
        || host == QLatin1String("::1"))
        return true;
    const QStringList parts = host.split(QLatin1Char('.'));
    if (parts.size() != 4 || parts.first() != QLatin1String("127"))
        return false;
    for (const QString &part : parts) {
        bool isNumber = false;
        if (part.toUShort(&isNumber) > 255 || !isNumber)
            return false;
    }
    return true;
}

QUrl parse(const QString &text)
{
    if (text.contains(QLatin1String("://")))
        return QUrl(text, QUrl::StrictMode);
    QUrl url(QStringLiteral("https://") + text, QUrl::StrictMode);
    if (isThisComputer(url.host()))
        url.setScheme(QStringLiteral("http"));
    return url;
}

} // namespace

StoreAddress readStoreAddress(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return {{}, AddressProblem::Missing};
    const QUrl url = parse(trimmed);
    const bool isHttp = url.scheme() == QLatin1String("http");
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty()
        || (!isHttp && url.scheme() != QLatin1String("https")))
        return {{}, AddressProblem::NotAnAddress};
    if (isHttp && !isThisComputer(url.host()))
        return {{}, AddressProblem::NotEncrypted};
    QUrl clean = url.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::StripTrailingSlash);
    if (clean.path() == QLatin1String("/")) // Qt keeps this one
        clean.setPath({});
    return {clean, {}};
}

} // namespace mc
