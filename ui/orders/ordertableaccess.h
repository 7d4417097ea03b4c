// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace mc {

/// Tells screen readers of the orders table: headers, cells, and the "…" of each row as a button that can be
/// pressed, although no row has a widget. Once a process; further calls do nothing.
void installOrderTableAccess();

} // namespace mc
