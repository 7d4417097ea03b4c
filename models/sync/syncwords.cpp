// SPDX-License-Identifier: Apache-2.0
#include "sync/syncwords.h"

#include <QCoreApplication>

namespace mc {
namespace {

class Sync final
{
    Q_DECLARE_TR_FUNCTIONS(mc::Sync)
};

} // namespace

QString signInSentence(const NetFailure &failure, const QString &host)
{
    if (failure.kind == NetFailure::Kind::Unauthorized)
        return Sync::tr("E-mail or password is not right.");
    if (failure.kind == NetFailure::Kind::Busy)
        return Sync::tr("There were too many attempts. Wait a moment, then try again.");
    return sentenceFor(failure, host);
}

QString decisionSentence(const NetFailure &failure, const QString &host)
{
    if (failure.kind == NetFailure::Kind::Refused || failure.kind == NetFailure::Kind::Unauthorized)
        return sentenceFor(failure, host);
    return Sync::tr(
               "%1 It is not known whether your decision arrived: look at the order before you decide again.",
               "%1: a sentence that says what went wrong")
        .arg(sentenceFor(failure, host));
}

QString storageSentence(const StorageError &error)
{
    switch (error.kind) {
    case StorageError::Kind::CannotOpen:
        return Sync::tr(
            "The console cannot write its files. Check the disk space and the rights of its folder.");
    case StorageError::Kind::NewerVersion:
        return Sync::tr("These files belong to a newer version of Merchant Console. Update it to go on.");
    case StorageError::Kind::Busy:
        return Sync::tr(
            "Another program holds the console's files. Close it; this is tried again by itself.");
    case StorageError::Kind::Damaged:
        return Sync::tr("The list of orders on this computer was damaged. It is being loaded again.");
    case StorageError::Kind::Failed:
        return Sync::tr(
            "The console's files could not be written. Check the disk space; nothing was queued.");
    }
    Q_UNREACHABLE();
}

QString signInAgainSentence()
{
    return Sync::tr("Sign in to go on.");
}

QString otherStoreSentence(const QString &host)
{
    return Sync::tr("Another store answers at %1 now. Sign in to it as a new store.", "%1: host name")
        .arg(host);
}

QString stalledSentence()
{
    return Sync::tr("The connection made no progress and is being started again.");
}

QString unresponsiveSentence()
{
    return Sync::tr(
        "Merchant Console has been waiting long for this computer’s disk. Nothing that was queued is "
        "lost; if this stays, restart Merchant Console.");
}

QString cannotQueueSentence()
{
    return Sync::tr("Nothing can be queued: sign in first, or update Merchant Console.");
}

QString nothingToCancelSentence(int count)
{
    return Sync::tr("The selected order(s) can’t be cancelled any more. Nothing was changed.", "", count);
}

} // namespace mc
