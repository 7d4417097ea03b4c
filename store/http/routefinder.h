// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/http/route.h"

#include <QByteArrayList>
#include <QHash>
#include <QStringList>

namespace mc::store {

/// Finds the route of a method and path. Immutable; refers to the table, which must stay where it is.
class RouteFinder final
{
public:
    explicit RouteFinder(const RouteTable &routes);

    struct Match {
        const Route *route = nullptr; ///< Null: see `allowed`.
        QHash<QString, QString> parameters;
        QByteArrayList allowed; ///< Methods of this path, sorted; empty: there is no such path.
    };
    /// `rawPath` is split before it is decoded, so that a shop's id may contain a slash. HEAD finds GET.
    [[nodiscard]] Match find(const QByteArray &method, const QByteArray &rawPath) const;

private:
    struct Entry {
        QStringList segments; ///< "{id}" takes any segment that is not empty.
        const Route *route = nullptr;
    };
    QHash<qsizetype, QList<Entry>> m_bySegmentCount;
};

} // namespace mc::store
