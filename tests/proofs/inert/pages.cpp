// SPDX-License-Identifier: Apache-2.0
// Writes the customer's pages, the mails and the CSV cells of each payload into the work folder, where
// prove.py and a real browser look at them. Payload "calm" gives the pages whose structure all others must
// have.
#include "domain/csv.h"
#include "pagesamples.h"
#include "payloads.h"
#include "store/http/message.h"
#include "store/pages/cancelform.h"
#include "store/pages/pagekit.h"
#include "store/processing/mailcomposer.h"
#include "store/processing/mailheader.h"
#include "tests/proofs/support/proof.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace mc::store {
namespace {

void fill(Order &order, const QString &text)
{
    order.number = text;
    order.customer = {text, text, order.customer.language};
    order.shippingAddress = {text, text};
    order.payment.method = text;
    for (LineItem &line : order.lines) {
        line.title = text;
        line.sku = text;
    }
    for (Shipment &shipment : order.shipments)
        shipment = {text, text, order.placedAtUtc};
    for (Cancellation &one : order.cancellations) {
        one.requestedByName = text;
        one.reasonCode = text;
        one.reasonText = text;
        one.comments = text;
        one.rejectionDetail = text;
        one.refund.failure = text;
    }
    for (TimelineEvent &event : order.timeline) {
        event.actor = text;
        event.detail = text;
    }
}

class PageWriter final
{
public:
    PageWriter(QDir folder, Language language, const QString &text)
        : m_folder(std::move(folder))
        , m_language(language)
        , m_text(text)
        , m_wording(m_kit.wording(language, m_shop.store.timeZone))
    {
        m_shop.store.name = text;
        m_folder.mkpath(u"."_s);
    }

    void writeAll()
    {
        const QString tag = languageTag(m_language);
        writeOrder(u"order"_s, sampleOrder(tag));
        writeOrder(u"requested"_s, sampleRequested(tag));
        writeOrder(u"cancelled"_s, sampleCancelled(tag));
        writeOrder(u"shipped"_s, sampleShipped(tag));
        Order declined = sampleShippedFirst(tag);
        declined.cancellations.last().rejection = Rejection::Declined;
        writeOrder(u"declined"_s, declined);
        Order conflict = sampleCancelled(tag);
        conflict.conflict = Conflict{conflict.placedAtUtc, m_text};
        writeOrder(u"conflict"_s, conflict);
        writeForm();
        const Store store = m_shop.store;
        write(u"dead.html"_s, m_kit.linkIsDead(Request(), &store).body);
        for (const char *name :
             {"order_confirmation", "cancellation_requested", "cancelled", "refunded", "rejected"})
            writeMail(QString::fromLatin1(name), tag);
        writeCsv();
    }

private:
    void write(const QString &name, const QByteArray &bytes)
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(file.fileName()));
    }
    void writePage(const QString &name, const QString &templateName, TemplateData data, const QString &title)
    {
        m_kit.addFrame(data, m_language, title, m_shop.store.name, u"/order"_s);
        write(name + u".html"_s, m_kit.page(200, templateName, data, m_language).body);
    }
    void writeOrder(const QString &name, Order order)
    {
        fill(order, m_text);
        writePage(name, u"pages/order.html"_s, orderData(order, m_shop, m_wording),
                  m_wording.text("order_title"_L1, {{"number"_L1, m_wording.outside(order.number)}}));
    }
    void writeForm()
    {
        Order order = sampleOrder(languageTag(m_language));
        fill(order, m_text);
        QList<CancelReason> reasons = sampleReasons(m_wording.phrases());
        for (CancelReason &reason : reasons)
            reason = {m_text, m_text};
        CancelInput input{OperationId(m_text), m_text, m_text, m_text};
        // What the page itself says about such input: every kind of mistake at once.
        const CancelProblems problems = problemsOf(input, false, {}, 0, m_wording);
        writePage(u"form"_s, u"pages/cancel.html"_s,
                  cancelFormData({order, m_shop, reasons, input, problems}, m_wording, order.placedAtUtc),
                  m_text);
    }
    void writeMail(const QString &templateName, const QString &tag)
    {
        Order order = templateName == "rejected"_L1 ? sampleShippedFirst(tag) : sampleCancelled(tag);
        fill(order, m_text);
        Effect effect;
        effect.template_ = templateName;
        effect.cancellation = CancellationId(u"c1"_s);
        const auto mail = composeMail(m_kit, effect, order, m_shop, u"https://orders.example/o/TOKEN"_s);
        if (!mail)
            qFatal("no mail %s", qPrintable(templateName));
        write(u"mail-"_s + templateName + u".html"_s, mail->html.toUtf8());
        write(u"mail-"_s + templateName + u".txt"_s, mail->text.toUtf8());
        const QByteArray address = smtpAddress(m_text).value_or("customer@example.com");
        write(u"mail-"_s + templateName + u".head"_s,
              "Subject: " + headerText(mail->subject) + "\r\nTo: " + headerMailbox(m_text, address) + "\r\n");
    }
    /// The text in every column; two records, so that a cell that breaks out of its record is seen in the
    /// next one.
    void writeCsv()
    {
        QStringList fields(orderExportHeader().size(), m_text);
        fields[4].prepend(u"1 × "_s);
        write(u"orders.csv"_s, csvRecord(orderExportHeader()) + csvRecord(fields) + csvRecord(fields));
    }

    QDir m_folder;
    Language m_language;
    QString m_text;
    PageKit m_kit;
    ShopView m_shop = sampleShop();
    Wording m_wording;
};

} // namespace
} // namespace mc::store

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const auto request = mc::proof::readRequest(QCoreApplication::arguments());
    if (!request)
        return 2;
    using mc::store::PageWriter;
    const QDir out(request->workFolder + u"/pages"_s);
    for (const mc::store::Language language : mc::store::AllLanguages) {
        PageWriter(QDir(out.filePath(u"calm-"_s + mc::store::languageTag(language))), language, u"calm"_s)
            .writeAll();
    }
    const auto payloads = mc::proof::readPayloads(request->workFolder);
    for (qsizetype i = 0; i < std::min<qsizetype>(payloads.size(), request->size); ++i) {
        const mc::store::Language language =
            mc::store::AllLanguages[size_t(i) % std::size(mc::store::AllLanguages)];
        const QString name = u"%1-%2"_s.arg(i).arg(mc::store::languageTag(language));
        PageWriter(QDir(out.filePath(name)), language, payloads.at(i).text).writeAll();
    }
    return 0;
}
