// SPDX-License-Identifier: Apache-2.0
#include "store/pages/mailboxpages.h"

#include "store/orderbook/mailboxrepository.h"
#include "store/orderbook/storerepository.h"
#include "store/pages/plaintext.h"

#include <algorithm>

namespace mc::store {

namespace {

using L1 = QLatin1StringView;
constexpr int ListLimit = 200;

std::optional<Store> demoStore(Tx &tx)
{
    const QList<Store> stores = StoreRepository(tx).list();
    const auto demo =
        std::find_if(stores.cbegin(), stores.cend(), [](const Store &store) { return store.isDemo; });
    return demo == stores.cend() ? std::nullopt : std::optional(*demo);
}

std::optional<MailboxEntry> mailOf(const Call &call, const std::optional<Store> &store)
{
    if (!store)
        return std::nullopt;
    return MailboxRepository(*call.tx).find(store->id, call.request.parameters.value(QStringLiteral("id")));
}

TemplateData mailData(const MailboxEntry &mail, const QString &address, const Wording &wording)
{
    TemplateData data;
    setIn(data, "address", toData(address));
    setIn(data, "subject", toData(plainLine(mail.subject)));
    setIn(data, "recipient", toData(plainLine(mail.recipient)));
    setIn(data, "sent", toData(wording.dateAndTime(mail.sentAt)));
    return data;
}

Response showList(const PageKit &kit, const Call &call)
{
    const auto store = demoStore(*call.tx);
    if (!store)
        return kit.error(call.request, 404);
    const Language language = PageKit::languageOf(call.request);
    const Wording wording = kit.wording(language, store->timeZone);
    TemplateData mails(TemplateData::type::list);
    const QList<MailboxEntry> entries = MailboxRepository(*call.tx).list(store->id, ListLimit);
    for (const MailboxEntry &mail : entries)
        addTo(mails, mailData(mail, QStringLiteral("/demo/mailbox/") + mail.id, wording));
    TemplateData data;
    setIn(data, "is_empty", entries.isEmpty());
    setIn(data, "mails", std::move(mails));
    kit.addFrame(data, language, wording.text(L1("mailbox.title")), store->name, {});
    return kit.page(200, QStringLiteral("pages/mailbox.html"), data, language);
}

Response showMail(const PageKit &kit, const Call &call)
{
    const auto store = demoStore(*call.tx);
    const auto mail = mailOf(call, store);
    if (!mail)
        return kit.error(call.request, 404);
    const Language language = PageKit::languageOf(call.request);
    const Wording wording = kit.wording(language, store->timeZone);
    TemplateData data =
        mailData(*mail, QStringLiteral("/demo/mailbox/") + mail->id + QStringLiteral("/html"), wording);
    kit.addFrame(data, language, plainLine(mail->subject), store->name, {});
    return kit.page(200, QStringLiteral("pages/mailbox_mail.html"), data, language);
}

/// The HTML part as it was composed. As every mail program does, links are made to leave the frame.
Response showHtml(const PageKit &kit, const Call &call)
{
    const auto mail = mailOf(call, demoStore(*call.tx));
    if (!mail)
        return kit.error(call.request, 404);
    QByteArray content = mail->html.toUtf8();
    content.replace("<head>", "<head>\n<base target=\"_top\">");
    Response response = html(200, content);
    addPageHeaders(response);
    response.setHeader("Content-Security-Policy",
                       "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; "
                       "frame-ancestors 'self'");
    response.setHeader("X-Frame-Options", "SAMEORIGIN");
    return response;
}

} // namespace

RouteTable mailboxRoutes(std::shared_ptr<const PageKit> kit)
{
    using Handler = Response (*)(const PageKit &, const Call &);
    const auto page = [&kit](const char *pattern, Handler handler) {
        Route route;
        route.method = "GET";
        route.pattern = QString::fromLatin1(pattern);
        route.access = Access::Public;
        route.work = Work::Read;
        route.isPage = true;
        route.handle = [kit, handler](const Call &call) { return handler(*kit, call); };
        return route;
    };
    return {page("/demo/mailbox", showList), page("/demo/mailbox/{id}", showMail),
            page("/demo/mailbox/{id}/html", showHtml)};
}

} // namespace mc::store
