// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/http/route.h"
#include "store/pages/pagekit.h"

#include <memory>

namespace mc::store {

/**
 * The demo's mailbox: what would have been sent, with the mail itself in a frame whose links work.
 *
 * Add these routes in demo mode only. In a store that is no demo they answer as if they were not there.
 */
[[nodiscard]] RouteTable mailboxRoutes(std::shared_ptr<const PageKit> kit);

} // namespace mc::store
