// SPDX-License-Identifier: Apache-2.0
// Writes every page and mail in every state and language into a folder, for looking at and for axe-core.
#include "pagesamples.h"
#include "store/pages/cancelform.h"
#include "store/pages/pagekit.h"
#include "store/processing/mailcomposer.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

using namespace mc;
using namespace mc::store;

namespace {

class Gallery final
{
public:
    Gallery(QDir folder, Language language)
        : m_folder(std::move(folder))
        , m_language(language)
        , m_tag(languageTag(language))
        , m_wording(m_kit.wording(language, m_shop.store.timeZone))
    {
    }

    void writeAll()
    {
        writeOrder(QStringLiteral("order"), sampleOrder(m_tag));
        writeOrder(QStringLiteral("requested"), sampleRequested(m_tag));
        writeOrder(QStringLiteral("cancelled"), sampleCancelled(m_tag));
        writeOrder(QStringLiteral("rejected"), sampleShippedFirst(m_tag));
        writeOrder(QStringLiteral("shipped"), sampleShipped(m_tag));
        Order asked = sampleRequested(m_tag);
        asked.cancellations.last().needsDecision = true;
        asked.cancellations.last().deadlineUtc = asked.placedAtUtc.addDays(1);
        writeOrder(QStringLiteral("asked"), asked);
        Order conflict = sampleCancelled(m_tag);
        conflict.conflict = Conflict{conflict.placedAtUtc, {}};
        writeOrder(QStringLiteral("conflict"), conflict);
        writeOutcome();
        writeForm(QStringLiteral("cancel"), {}, {});
        CancelInput input{
            OperationId(QStringLiteral("op")), QStringLiteral("token"), {}, QStringLiteral("typed")};
        writeForm(QStringLiteral("cancel-error"), input,
                  problemsOf(input, true, sampleReasons(m_wording.phrases()), 500, m_wording));
        input.comments = QString(700, u'x');
        writeForm(QStringLiteral("cancel-long"), input,
                  problemsOf(input, true, sampleReasons(m_wording.phrases()), 500, m_wording));
        writeHelp();
        Request request;
        request.headers = {{"accept-language", QByteArray(m_tag.toLatin1())}};
        const Store onlyStore = m_shop.store;
        write(QStringLiteral("dead"), m_kit.linkIsDead(request, &onlyStore).body);
        write(QStringLiteral("error"), m_kit.error(request, 500).body);
        for (const char *name :
             {"order_confirmation", "cancellation_requested", "cancelled", "refunded", "rejected"})
            writeMail(QString::fromLatin1(name));
    }

private:
    void write(const QString &name, QByteArray html)
    {
        QFile file(m_folder.filePath(name + u'-' + m_tag + QStringLiteral(".html")));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("cannot write %s", qPrintable(file.fileName()));
        file.write(html.replace("/pages/store.css?v=", "store.css?v="));
    }

    void writePage(const QString &name, const QString &templateName, TemplateData data, const QString &title)
    {
        m_kit.addFrame(data, m_language, title, m_shop.store.name, QStringLiteral("/order"));
        write(name, m_kit.page(200, templateName, data, m_language).body);
    }

    void writeOrder(const QString &name, const Order &order)
    {
        writePage(name, QStringLiteral("pages/order.html"), orderData(order, m_shop, m_wording), name);
    }

    /// What a browser has after the answer was kept open: the page as it was and as it is.
    void writeOutcome()
    {
        TemplateData before = orderData(sampleRequested(m_tag), m_shop, m_wording);
        TemplateData after = orderData(sampleCancelled(m_tag), m_shop, m_wording, QStringLiteral("-outcome"));
        m_kit.addFrame(before, m_language, QStringLiteral("held"), m_shop.store.name,
                       QStringLiteral("/order"));
        m_kit.addFrame(after, m_language, QStringLiteral("held"), m_shop.store.name,
                       QStringLiteral("/order"));
        const Templates &templates = m_kit.templates();
        write(QStringLiteral("held"),
              templates.render(QStringLiteral("pages/order_pending.html"), before, m_language)
                  + templates.render(QStringLiteral("pages/order_outcome.html"), after, m_language));
    }

    void writeForm(const QString &name, const CancelInput &input, const CancelProblems &problems)
    {
        const Order order = sampleOrder(m_tag);
        const auto reasons = sampleReasons(m_wording.phrases());
        writePage(name, QStringLiteral("pages/cancel.html"),
                  cancelFormData({order, m_shop, reasons, input, problems}, m_wording, order.placedAtUtc),
                  m_wording.text(QLatin1StringView("cancel_order")));
    }

    void writeHelp()
    {
        TemplateData data;
        data.set("for_shop",
                 toData(m_wording.text(QLatin1StringView("help.for_shop"),
                                       {{QLatin1StringView("shop"), m_shop.store.name}})));
        data.set("contact", toData(mailAddress(m_shop.store.supportEmail)));
        writePage(QStringLiteral("help"), QStringLiteral("pages/help.html"), data,
                  m_wording.text(QLatin1StringView("help.title")));
    }

    void writeMail(const QString &templateName)
    {
        Order order = sampleCancelled(m_tag);
        if (templateName == QLatin1StringView("rejected"))
            order = sampleShippedFirst(m_tag);
        if (templateName == QLatin1StringView("order_confirmation"))
            order = sampleOrder(m_tag);
        Effect effect;
        effect.template_ = templateName;
        effect.cancellation = CancellationId(QStringLiteral("c1"));
        const auto mail = composeMail(m_kit, effect, order, m_shop,
                                      QStringLiteral("https://orders.nordhem.example/o/7Qd2xkVwB9mT4rNz"));
        if (!mail)
            qFatal("no mail %s", qPrintable(templateName));
        write(QStringLiteral("mail_") + templateName, mail->html.toUtf8());
    }

    QDir m_folder;
    Language m_language;
    QString m_tag;
    PageKit m_kit;
    ShopView m_shop = sampleShop();
    Wording m_wording;
};

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QDir folder(application.arguments().value(1, QStringLiteral("gallery")));
    folder.mkpath(QStringLiteral("."));
    for (const Language language : AllLanguages)
        Gallery(folder, language).writeAll();
    Request request;
    QFile styles(folder.filePath(QStringLiteral("store.css")));
    if (!styles.open(QIODevice::WriteOnly))
        return 1;
    styles.write(PageKit().styleSheet(request).body);
    return 0;
}
