// SPDX-License-Identifier: Apache-2.0
#include "domain/plantedbug.h"

#ifndef NDEBUG
#include <QByteArray>
#include <QByteArrayList>

#include <atomic>
#include <cstring>
#include <memory>
#include <mutex>

namespace mc {

namespace {

// Hardly ever is a bug planted, so the question costs one relaxed load; only then is the list looked at.
struct PlantedBugs {
    std::mutex guard;
    QByteArrayList names;
    std::atomic<bool> isAny;

    PlantedBugs()
        : names(qgetenv("MC_PLANTED_BUG").split(','))
        , isAny(qEnvironmentVariableIsSet("MC_PLANTED_BUG"))
    {
    }
};

PlantedBugs &plantedBugs()
{
    static PlantedBugs bugs;
    return bugs;
}

} // namespace

bool bugPlanted(std::string_view name)
{
    auto &bugs = plantedBugs();
    if (!bugs.isAny.load(std::memory_order_relaxed))
        return false;
    const std::lock_guard lock(bugs.guard);
    return bugs.names.contains(QByteArray::fromRawData(name.data(), qsizetype(name.size())));
}

void plantedOverflow(std::string_view bytes)
{
    constexpr std::size_t Room = 48;
    const std::unique_ptr<char[]> copy(new char[Room]);
    std::memcpy(copy.get(), bytes.data(), bytes.size());
    [[maybe_unused]] static volatile char kept; // or the compiler leaves the mistake out
    kept = copy[0];
}

void plantBugs(std::initializer_list<std::string_view> names)
{
    auto &bugs = plantedBugs();
    const std::lock_guard lock(bugs.guard);
    bugs.names.clear();
    for (const auto name : names)
        bugs.names.append(QByteArray(name.data(), qsizetype(name.size())));
    bugs.isAny.store(!bugs.names.isEmpty());
}

} // namespace mc
#endif
