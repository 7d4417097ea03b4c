// SPDX-License-Identifier: Apache-2.0
#include "storage/cachedelta.h"

namespace mc {

void CacheDelta::write(qint64 place, bool isNew)
{
    changed.insert(place);
    if (isNew)
        added.insert(place);
    removed.remove(place);
}

void CacheDelta::remove(qint64 place)
{
    removed.insert(place);
    changed.remove(place);
    added.remove(place);
}

void CacheDelta::add(const CacheDelta &other)
{
    changed.unite(other.changed).subtract(other.removed);
    added.unite(other.added).subtract(other.removed);
    removed.subtract(other.changed).unite(other.removed);
    operations.unite(other.operations);
    news.append(other.news);
    hasErased = hasErased || other.hasErased;
}

} // namespace mc
