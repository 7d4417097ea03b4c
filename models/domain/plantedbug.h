// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <string_view>

/**
 * A proof is worth something only when it finds a bug that is known to be there. These switches plant such
 * bugs, one or two lines each, at the place where the mistake would be made. They exist in builds with
 * assertions only: where NDEBUG is defined, as in every release, bugPlanted() is the constant false and the
 * branch is gone.
 */
namespace mc {

#ifdef NDEBUG
constexpr bool bugPlanted(std::string_view)
{
    return false;
}
constexpr void plantedOverflow(std::string_view) { }
#else
/// Whether the bug of that name was switched on, by MC_PLANTED_BUG=name[,name] or by plantBugs(). Any thread.
bool bugPlanted(std::string_view name);
/// The classic mistake of a parser, for a fuzzer to find: copies into a buffer that is too small for more
/// than 48 bytes. To be called where a planted bug wants it only.
void plantedOverflow(std::string_view bytes);
/// Switches on these bugs and no others, for this process. Any thread; takes effect at the next call.
void plantBugs(std::initializer_list<std::string_view> names);
#endif

} // namespace mc
