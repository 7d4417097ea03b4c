// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/pages/orderview.h"
#include "store/pages/pagekit.h"
#include "store/processing/effect.h"

#include <optional>

namespace mc::store {

struct ComposedMail {
    QString subject;
    QString text;
    QString html;
};

/// Writes the mail of an effect in the customer's language. nullopt: the effect names a template or a
/// cancellation that is not there. Pure; thread-safe.
[[nodiscard]] std::optional<ComposedMail> composeMail(const PageKit &kit, const Effect &effect,
                                                      const Order &order, const ShopView &shop,
                                                      const QString &link);

} // namespace mc::store
