// SPDX-License-Identifier: Apache-2.0
#include "store/pages/customerpages.h"

#include "domain/orderrules.h"
#include "domain/plantedbug.h"
#include "store/orderbook/linkrepository.h"
#include "store/orderbook/orderbook.h"
#include "store/orderbook/storerepository.h"
#include "store/pages/cancelform.h"

namespace mc::store {

namespace {

using L1 = QLatin1StringView;
constexpr qint64 FormLimit = 64 * 1024;
const QString Home = QStringLiteral("/order");

std::optional<ShopView> shopOf(Tx &tx, const StoreId &id)
{
    auto found = StoreRepository(tx).findWithPolicy(id);
    if (!found)
        return std::nullopt;
    return ShopView{std::move(found->store), found->policy.policy};
}

std::optional<Order> orderOf(const Call &call)
{
    return Orderbook(*call.tx, call.principal.store, call.now).order(call.principal.order);
}

/// Who sends a form to us from another site may not choose what the customer sees in it.
bool isFromElsewhere(const Request &request)
{
    const QByteArray site = request.header("sec-fetch-site");
    return site == "cross-site" || site == "same-site";
}

Actor actorOf(const Order &order)
{
    return {RequestedBy::Customer, order.id.toString(), order.customer.name};
}

Response seeOrder()
{
    Response response = redirect("/order");
    addPageHeaders(response);
    return response;
}

} // namespace

CustomerPages::CustomerPages(std::shared_ptr<const PageKit> kit, CustomerSessions sessions, Config config)
    : m_kit(std::move(kit))
    , m_sessions(std::move(sessions))
    , m_config(config)
{
}

RouteTable CustomerPages::routes() const
{
    const auto self = shared_from_this();
    using Handler = Response (CustomerPages::*)(const Call &) const;
    const auto page = [&self](const char *method, const char *pattern, Access access, Work work,
                              Handler handler) {
        Route route;
        route.method = method;
        route.pattern = QString::fromLatin1(pattern);
        route.access = access;
        route.work = work;
        route.isPage = true;
        route.handle = [self, handler](const Call &call) { return (self.get()->*handler)(call); };
        return route;
    };
    RouteTable table{
        page("GET", "/o/{token}", Access::Public,
             bugPlanted("get-marks-seen") ? Work::Write : Work::QuickRead, &CustomerPages::openLink),
        page("GET", "/order", Access::Customer, Work::QuickRead, &CustomerPages::showOrder),
        page("GET", "/order/cancel", Access::Customer, Work::QuickRead, &CustomerPages::showForm),
        page("POST", "/order/cancel", Access::Customer, Work::Write, &CustomerPages::requestCancellation),
        page("GET", "/order/help", Access::Public, Work::QuickRead, &CustomerPages::showHelp),
    };
    table[3].bodyLimit = FormLimit;
    table[3].contentType = "application/x-www-form-urlencoded";
    Route styles;
    styles.method = "GET";
    styles.pattern = QStringLiteral("/pages/store.css");
    styles.access = Access::Public;
    styles.work = Work::None;
    styles.isPage = true;
    styles.handle = [kit = m_kit](const Call &call) { return kit->styleSheet(call.request); };
    table.push_back(std::move(styles));
    return table;
}

Response CustomerPages::dead(const Call &call) const
{
    // With one store the page may carry its name; with more it would tell whose link it was.
    const QList<Store> stores = StoreRepository(*call.tx).list();
    return m_kit->linkIsDead(call.request, stores.size() == 1 ? &stores.constFirst() : nullptr);
}

Response CustomerPages::openLink(const Call &call) const
{
    const QString hash = Keyring::tokenHash(call.request.parameters.value(QStringLiteral("token")).toUtf8());
    const auto link = LinkRepository(*call.tx).find(hash, call.now);
    if (!link)
        return dead(call);
    if (bugPlanted("get-marks-seen")) [[unlikely]]
        LinkRepository(*call.tx).add(
            {hash, link->store, link->order, link->generation, call.now.addDays(90)});
    Response response = seeOrder();
    response.addHeader("Set-Cookie", m_sessions.cookieFor(*link, call.request, call.now));
    return response;
}

Response CustomerPages::showOrder(const Call &call) const
{
    const auto order = orderOf(call);
    const auto shop = shopOf(*call.tx, call.principal.store);
    if (!order || !shop)
        return dead(call);
    const Language language = PageKit::languageOf(call.request, order->customer.language);
    const auto dataOf = [kit = m_kit, language](const Order &shown, const ShopView &view,
                                                const QString &suffix) {
        const Wording wording = kit->wording(language, view.store.timeZone);
        TemplateData data = orderData(shown, view, wording, suffix);
        const QString title = shown.cancellations.isEmpty()
            ? wording.text(L1("order_title"), {{L1("number"), wording.outside(shown.number)}})
            : outcomeWords(shown, shown.cancellations.constLast(), view.policy, wording).title;
        kit->addFrame(data, language, title, view.store.name, Home);
        return data;
    };
    const bool isHeld = m_config.holdsPages && openCancellation(*order) && call.request.method == "GET";
    Response response = m_kit->page(
        200, isHeld ? QStringLiteral("pages/order_pending.html") : QStringLiteral("pages/order.html"),
        dataOf(*order, *shop, {}), language);
    if (!isHeld)
        return response;
    EventStream stream;
    stream.storeId = call.principal.store.toString();
    stream.onlyOrder = call.principal.order.toString();
    stream.lastPiece = [kit = m_kit, principal = call.principal, now = call.now, dataOf,
                        language](Tx &tx) -> std::optional<QByteArray> {
        const auto later = Orderbook(tx, principal.store, now).order(principal.order);
        const auto view = shopOf(tx, principal.store);
        if (!later || !view || openCancellation(*later))
            return std::nullopt;
        return kit->templates().render(QStringLiteral("pages/order_outcome.html"),
                                       dataOf(*later, *view, QStringLiteral("-outcome")), language);
    };
    response.events = std::move(stream);
    return response;
}

Response CustomerPages::showForm(const Call &call) const
{
    const auto order = orderOf(call);
    const auto shop = shopOf(*call.tx, call.principal.store);
    if (!order || !shop)
        return dead(call);
    if (!mayCustomerCancel(*order, shop->policy))
        return seeOrder(); // It says why.
    const Language language = PageKit::languageOf(call.request, order->customer.language);
    const Wording wording = m_kit->wording(language, shop->store.timeZone);
    const auto reasons =
        StoreRepository(*call.tx).reasons(shop->store.id, Audience::Customer, languageTag(language));
    CancelInput input;
    input.operation = OperationId(newUuid7());
    input.formToken = m_sessions.formToken(shop->store.id, order->id, input.operation);
    TemplateData data = cancelFormData({*order, *shop, reasons, input, {}}, wording, call.now);
    m_kit->addFrame(data, language, wording.text(L1("cancel_order")), shop->store.name, Home);
    return m_kit->page(200, QStringLiteral("pages/cancel.html"), data, language);
}

Response CustomerPages::requestCancellation(const Call &call) const
{
    const auto order = orderOf(call);
    const auto shop = shopOf(*call.tx, call.principal.store);
    if (!order || !shop)
        return dead(call);
    auto input = CancelInput::parse(call.request.body);
    if (!input)
        return m_kit->error(call.request, 400);
    const Language language = PageKit::languageOf(call.request, order->customer.language);
    const Wording wording = m_kit->wording(language, shop->store.timeZone);
    const auto reasons =
        StoreRepository(*call.tx).reasons(shop->store.id, Audience::Customer, languageTag(language));
    const bool isOurs = !isFromElsewhere(call.request)
        && m_sessions.isFormToken(input->formToken, shop->store.id, order->id, input->operation);
    const CancelProblems problems = problemsOf(*input, isOurs, reasons, shop->store.commentLimit, wording);
    if (!problems.isEmpty()) {
        if (!isOurs) {
            if (isFromElsewhere(call.request))
                *input = {};
            input->operation = OperationId(newUuid7());
            input->formToken = m_sessions.formToken(shop->store.id, order->id, input->operation);
        }
        TemplateData data = cancelFormData({*order, *shop, reasons, *input, problems}, wording, call.now);
        const QString error = problems.reason.isEmpty() ? problems.summary : problems.reason;
        m_kit->addFrame(data, language, wording.text(L1("cancel.error_title"), {{L1("error"), error}}),
                        shop->store.name, Home);
        return m_kit->page(isOurs ? 422 : 403, QStringLiteral("pages/cancel.html"), data, language);
    }
    CancellationRequest request;
    request.order = order->id;
    request.operation = input->operation;
    request.reasonCode = input->reasonCode;
    request.language = languageTag(language);
    request.comments = input->comments;
    request.actor = actorOf(*order);
    const auto result = Orderbook(*call.tx, shop->store.id, call.now).requestCancellation(request);
    if (result)
        return seeOrder();
    return refused(call, *order, *shop, result.error(), language);
}

Response CustomerPages::refused(const Call &call, const Order &order, const ShopView &shop,
                                const Refusal &refusal, Language language) const
{
    const auto obstacle = CancelObstacle(refusal.obstacle);
    const bool isUnderWay = refusal.kind == Refusal::Kind::OperationReused
        || (refusal.kind == Refusal::Kind::NotCancellable
            && (obstacle == CancelObstacle::AlreadyRequested
                || obstacle == CancelObstacle::AlreadyCancelled));
    if (isUnderWay)
        return seeOrder(); // A second window was faster: the order page tells how it stands.
    const Wording wording = m_kit->wording(language, shop.store.timeZone);
    const bool hasLeft =
        refusal.kind == Refusal::Kind::NotCancellable && obstacle != CancelObstacle::UnknownState;
    PageMessage message;
    message.title = wording.text(hasLeft ? L1("cancel.shipped_title") : L1("cancel.impossible_title"));
    message.actions = {{Home, wording.text(L1("back_to_order")), true}};
    const QDateTime left = order.shipments.isEmpty() ? QDateTime() : order.shipments.constLast().shippedAtUtc;
    if (!hasLeft)
        message.sentences = {wording.text(L1("cancel.impossible"))};
    else if (left.isValid())
        message.sentences = {
            wording.text(L1("cancel.shipped_at"), {{L1("left"), wording.moment(left, call.now)}})};
    else
        message.sentences = {wording.text(L1("cancel.shipped"))};
    const int status = refusal.kind == Refusal::Kind::Database ? 503 : 409;
    return m_kit->message(status, message, language, shop.store.name, Home);
}

Response CustomerPages::showHelp(const Call &call) const
{
    // Public, so nobody has looked at the cookie yet.
    const auto customer = m_sessions.customerOf(call.request, *call.tx, call.now);
    const auto order =
        customer ? Orderbook(*call.tx, customer->store, call.now).order(customer->order) : std::nullopt;
    const QList<Store> stores = StoreRepository(*call.tx).list();
    std::optional<Store> store;
    for (const Store &candidate : stores) {
        if (stores.size() == 1 || (order && candidate.id == customer->store))
            store = candidate;
    }
    const Language language = PageKit::languageOf(call.request, order ? order->customer.language : QString());
    const Wording wording = m_kit->wording(language, store ? store->timeZone : QByteArray("UTC"));
    const QString contact = store ? mailAddress(store->supportEmail) : QString();
    TemplateData data;
    setIn(data, "for_shop",
          store ? toData(wording.text(L1("help.for_shop"), {{L1("shop"), wording.outside(store->name)}}))
                : TemplateData(false));
    setIn(data, "contact", contact.isEmpty() ? TemplateData(false) : toData(contact));
    m_kit->addFrame(data, language, wording.text(L1("help.title")), store ? store->name : QString(),
                    order ? Home : QString());
    return m_kit->page(200, QStringLiteral("pages/help.html"), data, language);
}

} // namespace mc::store
