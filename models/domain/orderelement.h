// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/jsonmembers.h"
#include "domain/orderjson.h"

// For what reads many orders from one text; everybody else calls orderFromBytes().
namespace mc {

/// The order that these members are; the rules are those of orderjson.h.
[[nodiscard]] tl::expected<Order, JsonProblem> orderFromMembers(JsonMembers json);

} // namespace mc
