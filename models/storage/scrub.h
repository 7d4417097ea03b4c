// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/sqlconnection.h"

#include <QString>

#include <functional>

namespace mc {

/// How far a scrub came.
struct ScrubReport {
    qint64 orders = 0; ///< Compared.
    bool isComplete = false; ///< False: `goOn` said no.
};

/**
 * Compares the parts of the cache with each other: rows, indexes and search index with what the documents
 * say, and looks for what none of them says.
 *
 * A slice of documents goes through a second, empty cache, and what comes out has to be what is here. Reads
 * one state of the file from begin to end and never writes to it, so it may run in any thread, beside the one
 * that writes. Between slices, some milliseconds each, `goOn` is asked; it may also wait there.
 * The error has kind Damaged when the parts contradict each other: the cache is then to be fetched again.
 */
[[nodiscard]] StorageResult<ScrubReport> scrubCache(const QString &file, const std::function<bool()> &goOn);

} // namespace mc
