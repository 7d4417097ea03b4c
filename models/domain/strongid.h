// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHashFunctions>
#include <QMetaType>
#include <QString>

namespace mc {

/**
 * A string identifier that cannot be mixed up with another kind of identifier.
 *
 * Construction is explicit and there is no implicit conversion back; toString() is for the borders
 * (SQL binding, JSON, logging).
 */
template <typename Tag>
class StrongId final
{
public:
    StrongId() = default;
    explicit StrongId(QString raw)
        : m_raw(std::move(raw))
    {
    }

    [[nodiscard]] bool isValid() const noexcept { return !m_raw.isEmpty(); }
    [[nodiscard]] const QString &toString() const noexcept { return m_raw; }

    friend bool operator==(const StrongId &, const StrongId &) = default;
    friend bool operator<(const StrongId &a, const StrongId &b) noexcept { return a.m_raw < b.m_raw; }
    friend size_t qHash(const StrongId &id, size_t seed = 0) noexcept { return ::qHash(id.m_raw, seed); }

private:
    QString m_raw;
};

using StoreId = StrongId<struct StoreIdTag>;
using OrderId = StrongId<struct OrderIdTag>;
using LineId = StrongId<struct LineIdTag>;
using CancellationId = StrongId<struct CancellationIdTag>;
using StaffId = StrongId<struct StaffIdTag>;
using OperationId =
    StrongId<struct OperationIdTag>; ///< Idempotency key of one change, for the life of the order.

/// A new random identifier that sorts by the time of its making (UUIDv7, lower case, with hyphens).
/// Why: index pages stay warm, and operations replay in the order in which they were made.
[[nodiscard]] QString newUuid7();

} // namespace mc
