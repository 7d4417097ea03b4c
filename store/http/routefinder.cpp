// SPDX-License-Identifier: Apache-2.0
#include "store/http/routefinder.h"

#include <algorithm>

namespace mc::store {
namespace {

bool isParameter(const QString &segment)
{
    return segment.startsWith(QLatin1Char('{'));
}

QStringList decodedSegments(const QByteArray &rawPath)
{
    QStringList segments;
    for (const QByteArray &raw : rawPath.mid(1).split('/'))
        segments.append(percentDecoded(raw).value_or(QString()));
    return segments;
}

int parameterCount(const QStringList &segments)
{
    return static_cast<int>(std::count_if(segments.begin(), segments.end(), isParameter));
}

std::optional<QHash<QString, QString>> matched(const QStringList &pattern, const QStringList &path)
{
    QHash<QString, QString> parameters;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        if (!isParameter(pattern[i])) {
            if (pattern[i] != path[i])
                return std::nullopt;
        } else if (path[i].isEmpty()) {
            return std::nullopt;
        } else {
            parameters.insert(pattern[i].mid(1, pattern[i].size() - 2), path[i]);
        }
    }
    return parameters;
}

} // namespace

RouteFinder::RouteFinder(const RouteTable &routes)
{
    for (const Route &route : routes) {
        const QStringList segments = route.pattern.mid(1).split(QLatin1Char('/'));
        m_bySegmentCount[segments.size()].append({segments, &route});
    }
    for (QList<Entry> &entries : m_bySegmentCount) { // words before parameters
        std::stable_sort(entries.begin(), entries.end(), [](const Entry &a, const Entry &b) {
            return parameterCount(a.segments) < parameterCount(b.segments);
        });
    }
}

RouteFinder::Match RouteFinder::find(const QByteArray &method, const QByteArray &rawPath) const
{
    const QStringList path = decodedSegments(rawPath);
    const QByteArray wanted = method == "HEAD" ? QByteArray("GET") : method;
    Match match;
    for (const Entry &entry : m_bySegmentCount.value(path.size())) {
        const auto parameters = matched(entry.segments, path);
        if (!parameters)
            continue;
        if (entry.route->method == wanted) {
            match.route = entry.route;
            match.parameters = *parameters;
            match.allowed.clear();
            return match;
        }
        match.allowed.append(entry.route->method);
        if (entry.route->method == "GET")
            match.allowed.append("HEAD");
    }
    if (!match.allowed.isEmpty())
        match.allowed.append("OPTIONS");
    std::sort(match.allowed.begin(), match.allowed.end());
    match.allowed.erase(std::unique(match.allowed.begin(), match.allowed.end()), match.allowed.end());
    return match;
}

} // namespace mc::store
