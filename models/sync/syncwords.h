// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/netfailure.h"
#include "storage/sqlconnection.h"

#include <QString>

// What the engine tells people: one sentence each, with what happened and what to do.
namespace mc {

[[nodiscard]] QString signInSentence(const NetFailure &failure, const QString &host);
[[nodiscard]] QString decisionSentence(const NetFailure &failure, const QString &host);
[[nodiscard]] QString storageSentence(const StorageError &error);
[[nodiscard]] QString signInAgainSentence();
[[nodiscard]] QString otherStoreSentence(const QString &host);
[[nodiscard]] QString stalledSentence();
[[nodiscard]] QString unresponsiveSentence();
[[nodiscard]] QString cannotQueueSentence();
[[nodiscard]] QString nothingToCancelSentence(int count);

} // namespace mc
