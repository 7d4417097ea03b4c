// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include <limits>
#include <optional>

namespace mc::store {

/// A place in a store's change feed: what a cursor says, before anybody has looked whether it exists.
struct FeedPlace {
    QString epoch;
    qint64 position = 0;
    QString tag;
};

/// ASCII that fits into a URL; opaque to everybody but the feed.
[[nodiscard]] QByteArray cursorFrom(const FeedPlace &place);
/// nullopt for whatever cursorFrom() does not write.
[[nodiscard]] std::optional<FeedPlace> feedPlaceFrom(const QByteArray &cursor);

/// Where an interrupted snapshot goes on, with the cursor that it began with: only from there on are the
/// changes complete.
struct ResumePoint {
    qint64 placedAtMs = std::numeric_limits<qint64>::max(); ///< Of the last order that was sent.
    QString id; ///< Likewise.
    QByteArray cursor;
};

[[nodiscard]] QByteArray textFrom(const ResumePoint &point);
[[nodiscard]] std::optional<ResumePoint> resumePointFrom(const QString &text);

} // namespace mc::store
