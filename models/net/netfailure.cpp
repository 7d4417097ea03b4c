// SPDX-License-Identifier: Apache-2.0
#include "net/netfailure.h"

#include <QCoreApplication>

namespace mc {
namespace {

class Net final
{
    Q_DECLARE_TR_FUNCTIONS(mc::Net)
};

} // namespace

QString sentenceFor(const NetFailure &failure, const QString &host)
{
    switch (failure.kind) {
    case NetFailure::Kind::Offline:
        return Net::tr("The store at %1 could not be reached.", "%1: host name").arg(host);
    case NetFailure::Kind::TimedOut:
        return Net::tr("The store at %1 did not answer.", "%1: host name").arg(host);
    case NetFailure::Kind::Insecure:
        return Net::tr(
                   "The connection to %1 is not secure, so nothing was sent. Check the address of the store.",
                   "%1: host name")
            .arg(host);
    case NetFailure::Kind::Unauthorized:
        return Net::tr("The store does not accept this sign-in any more. Sign in again.");
    case NetFailure::Kind::Gone:
        return Net::tr("The store was restored. All orders are being loaded again.");
    case NetFailure::Kind::Refused:
        if (!failure.detail.isEmpty())
            return failure.detail;
        if (!failure.title.isEmpty())
            return failure.title;
        return Net::tr("The store refused it.");
    case NetFailure::Kind::Busy:
        return Net::tr("The store at %1 is busy. It is tried again by itself.", "%1: host name").arg(host);
    case NetFailure::Kind::Server:
        return Net::tr("The store at %1 has a problem. It is tried again by itself.", "%1: host name")
            .arg(host);
    case NetFailure::Kind::NotTheStore:
        return Net::tr("Something else than a store answered at %1. Check the address and the network.",
                       "%1: host name")
            .arg(host);
    }
    Q_UNREACHABLE();
}

} // namespace mc
