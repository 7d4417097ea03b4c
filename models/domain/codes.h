// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/order.h"
#include "domain/roles.h"

#include <QLatin1String>
#include <QStringView>

// The words of the wire, the database and the CSV files for each enumeration ("not_shipped"). A word that is
// not known reads as the enumeration's Unknown (or its harmless first value), so that a newer store never
// breaks an older console.
namespace mc {

[[nodiscard]] QLatin1String codeOf(ItemStatus value) noexcept;
[[nodiscard]] QLatin1String codeOf(PaymentStatus value) noexcept;
[[nodiscard]] QLatin1String codeOf(CancellationState value) noexcept;
[[nodiscard]] QLatin1String codeOf(Rejection value) noexcept;
[[nodiscard]] QLatin1String codeOf(RequestedBy value) noexcept;
[[nodiscard]] QLatin1String codeOf(ContactChannel value) noexcept;
[[nodiscard]] QLatin1String codeOf(RefundState value) noexcept;
[[nodiscard]] QLatin1String codeOf(TimelineKind value) noexcept;
[[nodiscard]] QLatin1String codeOf(Role value) noexcept;
[[nodiscard]] QLatin1String codeOf(PolicyMode value) noexcept;

/// fromCode<ItemStatus>(u"not_shipped"); nullopt for a word that is not known.
template <typename Enum>
[[nodiscard]] std::optional<Enum> fromCode(QStringView code) noexcept;

} // namespace mc
