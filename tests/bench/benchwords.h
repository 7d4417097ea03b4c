// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>

// What names and titles of the generated orders are made of.
namespace mc::bench {

struct NamePart {
    const char16_t *text;
    const char *ascii; ///< For the mail address.
};

struct Region {
    std::span<const NamePart> given;
    std::span<const NamePart> family;
    bool isFamilyFirst;
    const char16_t *between;
    const char *language;
    const char *currency;
    double perEuro; ///< Only so that amounts look right.
    const char16_t *city;
    int weight; ///< Of 100.
};

[[nodiscard]] std::span<const Region> regions();
[[nodiscard]] std::span<const char16_t *const> materials();
[[nodiscard]] std::span<const char16_t *const> things();

} // namespace mc::bench
