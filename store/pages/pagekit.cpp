// SPDX-License-Identifier: Apache-2.0
#include "store/pages/pagekit.h"

#include "store/pages/plaintext.h"

#include <QCryptographicHash>
#include <QFile>

using namespace Qt::StringLiterals;

namespace mc::store {

namespace {

using L1 = QLatin1StringView;

struct ErrorWords {
    L1 title;
    L1 text;
};

ErrorWords errorWords(int status)
{
    if (status >= 500)
        return {L1("error.server_title"), L1("error.server")};
    switch (status) {
    case 404:
    case 405:
        return {L1("error.not_found_title"), L1("error.not_found")};
    case 413:
    case 431:
        return {L1("error.too_large_title"), L1("error.too_large")};
    case 429:
        return {L1("error.busy_title"), L1("error.busy")};
    default:
        return {L1("error.request_title"), L1("error.request")};
    }
}

} // namespace

void addPageHeaders(Response &response)
{
    response.setHeader("Cache-Control"_ba, "no-store"_ba);
    response.setHeader("Referrer-Policy"_ba, "no-referrer"_ba);
    response.setHeader("Content-Security-Policy"_ba,
                       "default-src 'none'; style-src 'self'; frame-src 'self'; form-action 'self'; "
                       "base-uri 'none'; frame-ancestors 'none'"_ba);
    response.setHeader("X-Robots-Tag"_ba, "noindex"_ba);
}

PageKit::PageKit()
{
    QFile file(QStringLiteral(":/pages/store.css"));
    if (file.open(QIODevice::ReadOnly))
        m_styleSheet = file.readAll();
    const QByteArray hash =
        QCryptographicHash::hash(m_styleSheet, QCryptographicHash::Sha256).toHex().left(16);
    m_styleSheetAddress = QStringLiteral("/pages/store.css?v=") + QString::fromLatin1(hash);
}

Wording PageKit::wording(Language language, const QByteArray &timeZone) const
{
    return Wording(m_templates.phrases(language), timeZone);
}

Language PageKit::languageOf(const Request &request, const QString &customerLanguage)
{
    return languageFor(customerLanguage, request.header("accept-language"));
}

void PageKit::addFrame(TemplateData &data, Language language, const QString &title, const QString &shop,
                       const QString &home) const
{
    setIn(data, "lang", toData(languageTag(language)));
    setIn(data, "dir", m_templates.phrases(language).isRightToLeft() ? "rtl" : "ltr");
    setIn(data, "title", toData(plainLine(title)));
    setIn(data, "shop", shop.isEmpty() ? TemplateData(false) : toData(plainLine(shop)));
    setIn(data, "home", home.isEmpty() ? TemplateData(false) : toData(home));
    setIn(data, "style_sheet", toData(m_styleSheetAddress));
}

Response PageKit::page(int status, const QString &name, const TemplateData &data, Language language) const
{
    Response response = html(status, m_templates.render(name, data, language));
    response.setHeader("Content-Language"_ba, languageTag(language).data());
    response.setHeader("Vary"_ba, "Accept-Language, Cookie"_ba);
    addPageHeaders(response);
    return response;
}

Response PageKit::message(int status, const PageMessage &message, Language language, const QString &shop,
                          const QString &home) const
{
    TemplateData sentences(TemplateData::type::list);
    for (const QString &sentence : message.sentences)
        addTo(sentences, toData(sentence));
    TemplateData actions(TemplateData::type::list);
    for (const PageAction &action : message.actions) {
        TemplateData item;
        setIn(item, "address", toData(action.address));
        setIn(item, "words", toData(action.words));
        setIn(item, "is_primary", action.isPrimary);
        addTo(actions, std::move(item));
    }
    TemplateData data;
    setIn(data, "sentences", std::move(sentences));
    setIn(data, "quiet", message.quiet.isEmpty() ? TemplateData(false) : toData(message.quiet));
    setIn(data, "has_actions", !message.actions.isEmpty());
    setIn(data, "actions", std::move(actions));
    addFrame(data, language, message.title, shop, home);
    return page(status, QStringLiteral("pages/message.html"), data, language);
}

Response PageKit::linkIsDead(const Request &request, const Store *onlyStore) const
{
    const Language language = languageOf(request);
    const Phrases &phrases = m_templates.phrases(language);
    PageMessage words{phrases.text(L1("dead.title")),
                      {phrases.text(L1("dead.text"))},
                      phrases.text(L1("dead.silence")),
                      {}};
    const QString address =
        onlyStore ? mailAddress(onlyStore->supportEmail, phrases.text(L1("dead.subject"))) : QString();
    if (!address.isEmpty())
        words.actions = {{address, phrases.text(L1("dead.ask")), true}};
    return message(404, words, language, onlyStore ? onlyStore->name : QString(), {});
}

Response PageKit::error(const Request &request, int status) const
{
    // The router says 404 where a cookie is missing: the customer hears why the page does not open.
    const bool isCustomers = request.path == QLatin1StringView("/order")
        || request.path.startsWith(QLatin1StringView("/order/"))
        || request.path.startsWith(QLatin1StringView("/o/"));
    if (status == 401 || status == 403 || (status == 404 && isCustomers))
        return linkIsDead(request, nullptr);
    const Language language = languageOf(request);
    const Phrases &phrases = m_templates.phrases(language);
    const ErrorWords words = errorWords(status);
    return message(status, {phrases.text(words.title), {phrases.text(words.text)}, {}, {}}, language, {}, {});
}

Response PageKit::styleSheet(const Request &request) const
{
    Response response;
    response.body = m_styleSheet;
    response.setHeader("Content-Type", "text/css; charset=utf-8");
    const QString version = request.queryValue(u"v");
    const bool isThisOne = !version.isEmpty() && m_styleSheetAddress.endsWith(u'=' + version);
    response.setHeader("Cache-Control", isThisOne ? "public, max-age=31536000, immutable" : "no-cache");
    return response;
}

} // namespace mc::store
