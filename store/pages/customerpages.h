// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/http/route.h"
#include "store/pages/customersession.h"
#include "store/pages/pagekit.h"

#include <memory>

namespace mc::store {

/**
 * The customer's pages: the link, the order, cancelling it, help.
 *
 * Its routes hold it alive. Thread-safe: nothing is changed after construction.
 */
class CustomerPages final : public std::enable_shared_from_this<CustomerPages>
{
public:
    struct Config {
        /// The listener can keep a page open until its outcome (EventStream::lastPiece); without it the page
        /// has only "Check again".
        bool holdsPages = true;
    };

    CustomerPages(std::shared_ptr<const PageKit> kit, CustomerSessions sessions, Config config);

    [[nodiscard]] RouteTable routes() const;

private:
    [[nodiscard]] Response openLink(const Call &call) const;
    [[nodiscard]] Response showOrder(const Call &call) const;
    [[nodiscard]] Response showForm(const Call &call) const;
    [[nodiscard]] Response requestCancellation(const Call &call) const;
    [[nodiscard]] Response showHelp(const Call &call) const;

    [[nodiscard]] Response dead(const Call &call) const;
    [[nodiscard]] Response refused(const Call &call, const Order &order, const ShopView &shop,
                                   const Refusal &refusal, Language language) const;

    std::shared_ptr<const PageKit> m_kit;
    CustomerSessions m_sessions;
    Config m_config;
};

} // namespace mc::store
