// SPDX-License-Identifier: Apache-2.0
#include "store/processing/mailcomposer.h"

#include "domain/orderrules.h"
#include "store/pages/plaintext.h"

#include <algorithm>

namespace mc::store {

namespace {

using L1 = QLatin1StringView;

/// What differs between the five mails.
struct MailWords {
    QString subject;
    QString heading;
    QString text;
    QStringList paragraphs;
    QString preview;
    bool hasItems = false;
};

struct Source {
    const Order &order;
    const Cancellation &cancellation;
    const ShopView &shop;
    const Wording &wording;
    QString number;
};

MailWords confirmationWords(const Order &order, const Wording &wording)
{
    const QString number = wording.outside(order.number);
    MailWords words;
    words.subject = wording.text(L1("mail.order_confirmation.subject"), {{L1("number"), number}});
    words.heading = wording.text(L1("mail.order_confirmation.title"));
    words.text = wording.text(L1("mail.order_confirmation.text"),
                              {{L1("number"), number}, {L1("date"), wording.date(order.placedAtUtc)}});
    words.preview =
        wording.text(L1("mail.order_confirmation.preview"),
                     {{L1("items"), wording.phrases().counted(L1("item_count"), itemCount(order))},
                      {L1("amount"), wording.money(order.totalMinor, order.currency)}});
    words.hasItems = true;
    return words;
}

QStringList reasonAndComments(const Source &source)
{
    QStringList lines;
    const Cancellation &cancellation = source.cancellation;
    const QString reason = customerReason(cancellation, source.wording);
    if (!reason.isEmpty())
        lines << source.wording.text(L1("mail.reason"), {{L1("reason"), source.wording.outside(reason)}});
    const QString comments = customerComments(cancellation);
    if (!comments.isEmpty())
        lines << source.wording.text(
            L1("mail.comments"),
            {{L1("comments"), isolated(comments, source.wording.phrases().isRightToLeft())}});
    return lines;
}

MailWords requestedWords(const Source &source)
{
    const Wording &wording = source.wording;
    MailWords words;
    words.subject = wording.text(L1("mail.cancellation_requested.subject"), {{L1("number"), source.number}});
    words.heading = wording.text(L1("mail.cancellation_requested.title"));
    words.text = source.cancellation.needsDecision && source.cancellation.deadlineUtc.isValid()
        ? wording.text(L1("mail.cancellation_requested.ask"),
                       {{L1("number"), source.number},
                        {L1("time"), wording.dateAndTime(source.cancellation.deadlineUtc)}})
        : wording.text(L1("mail.cancellation_requested.text"), {{L1("number"), source.number}});
    words.paragraphs = reasonAndComments(source);
    return words;
}

/// Promises the refund; only the mail "refunded", which follows its confirmation, says that it happened.
QStringList refundPromise(const Source &source)
{
    const Refund &refund = source.cancellation.refund;
    const QString amount = source.wording.money(refund.amountMinor, source.order.currency);
    if (refund.state == RefundState::None)
        return source.order.payment.paidMinor > 0
            ? QStringList()
            : QStringList(source.wording.text(L1("cancelled.refund_none")));
    if (refund.state == RefundState::Failed)
        return {source.wording.text(L1("cancelled.refund_failed"), {{L1("amount"), amount}})};
    return {source.wording.text(
        L1("mail.cancelled.refund"),
        {{L1("amount"), amount}, {L1("method"), paymentMethod(source.order, source.wording)}})};
}

MailWords cancelledWords(const Source &source)
{
    const Wording &wording = source.wording;
    const bool isPart = isPartial(source.order, source.cancellation);
    MailWords words;
    words.subject = wording.text(L1("mail.cancelled.subject"), {{L1("number"), source.number}});
    words.heading = wording.text(isPart ? L1("cancelled.title_part") : L1("cancelled.title"));
    words.text = wording.text(isPart ? L1("mail.cancelled.text_part") : L1("mail.cancelled.text"),
                              {{L1("number"), source.number}});
    if (isPart)
        words.subject = words.heading + L1(" (") + source.number + u')';
    words.paragraphs = refundPromise(source) + reasonAndComments(source);
    return words;
}

MailWords refundedWords(const Source &source)
{
    const Wording &wording = source.wording;
    MailWords words;
    words.subject = wording.text(L1("mail.refunded.subject"), {{L1("number"), source.number}});
    words.heading = wording.text(L1("mail.refunded.title"));
    words.text = wording.text(
        L1("mail.refunded.text"),
        {{L1("number"), source.number},
         {L1("amount"), wording.money(source.cancellation.refund.amountMinor, source.order.currency)},
         {L1("method"), paymentMethod(source.order, wording)}});
    return words;
}

MailWords rejectedWords(const Source &source)
{
    const Wording &wording = source.wording;
    const OutcomeWords outcome = outcomeWords(source.order, source.cancellation, source.shop.policy, wording);
    const bool hasShipped = source.cancellation.rejection == Rejection::Shipped;
    MailWords words;
    words.subject = wording.text(L1("mail.rejected.subject"), {{L1("number"), source.number}});
    words.heading = outcome.title;
    words.text = wording.text(L1("mail.rejected.text"), {{L1("number"), source.number}});
    words.paragraphs = outcome.sentences;
    words.paragraphs << wording.text(hasShipped ? L1("next.shipped") : L1("next.other"));
    return words;
}

std::optional<MailWords> wordsFor(const Effect &effect, const Order &order, const ShopView &shop,
                                  const Wording &wording)
{
    if (effect.template_ == L1("order_confirmation"))
        return confirmationWords(order, wording);
    const auto cancellation =
        std::find_if(order.cancellations.cbegin(), order.cancellations.cend(),
                     [&effect](const Cancellation &each) { return each.id == effect.cancellation; });
    if (cancellation == order.cancellations.cend())
        return std::nullopt;
    const Source source{order, *cancellation, shop, wording, wording.outside(order.number)};
    if (effect.template_ == L1("cancellation_requested"))
        return requestedWords(source);
    if (effect.template_ == L1("cancelled"))
        return cancelledWords(source);
    if (effect.template_ == L1("refunded"))
        return refundedWords(source);
    if (effect.template_ == L1("rejected"))
        return rejectedWords(source);
    return std::nullopt;
}

void addItems(TemplateData &data, const Order &order, const Wording &wording)
{
    TemplateData lines(TemplateData::type::list);
    for (const LineItem &line : order.lines) {
        TemplateData item;
        setIn(item, "count", toData(wording.count(line.quantity)));
        setIn(item, "name", toData(plainLine(line.title)));
        setIn(item, "amount", toData(wording.money(line.unitPriceMinor * line.quantity, order.currency)));
        addTo(lines, std::move(item));
    }
    setIn(data, "lines", std::move(lines));
    setIn(data, "shipping_cost",
          order.shippingMinor > 0 ? toData(wording.money(order.shippingMinor, order.currency))
                                  : TemplateData(false));
    setIn(data, "total", toData(wording.money(order.totalMinor, order.currency)));
    QStringList address;
    for (const QString &line : QStringList{order.customer.name} + order.shippingAddress) {
        if (!line.trimmed().isEmpty())
            address << plainLine(line);
    }
    setIn(data, "ships_to",
          order.shippingAddress.isEmpty()
              ? TemplateData(false)
              : toData(wording.text(L1("mail.ships_to"),
                                    {{L1("address"), wording.outside(address.join(L1(", ")))}})));
}

} // namespace

std::optional<ComposedMail> composeMail(const PageKit &kit, const Effect &effect, const Order &order,
                                        const ShopView &shop, const QString &link)
{
    const Language language = languageFor(order.customer.language, {});
    const Wording wording = kit.wording(language, shop.store.timeZone);
    const auto words = wordsFor(effect, order, shop, wording);
    if (!words)
        return std::nullopt;
    const bool isRightToLeft = wording.phrases().isRightToLeft();
    TemplateData paragraphs(TemplateData::type::list);
    for (const QString &paragraph : words->paragraphs)
        addTo(paragraphs, toData(paragraph));
    TemplateData data;
    setIn(data, "lang", toData(languageTag(language)));
    setIn(data, "dir", isRightToLeft ? "rtl" : "ltr");
    setIn(data, "start", isRightToLeft ? "right" : "left");
    setIn(data, "end", isRightToLeft ? "left" : "right");
    setIn(data, "shop", toData(plainLine(shop.store.name)));
    setIn(data, "subject", toData(words->subject));
    setIn(data, "preview", textOrFalse(words->preview));
    setIn(data, "heading", toData(words->heading));
    setIn(data, "hello",
          toData(order.customer.name.trimmed().isEmpty()
                     ? wording.text(L1("mail.hello_nobody"))
                     : wording.text(L1("mail.hello"), {{L1("name"), wording.outside(order.customer.name)}})));
    setIn(data, "text", toData(words->text));
    setIn(data, "paragraphs", std::move(paragraphs));
    setIn(data, "link", toData(link));
    setIn(data, "can_cancel", words->hasItems && mayCustomerCancel(order, shop.policy));
    setIn(data, "has_items", words->hasItems);
    addItems(data, order, wording);
    if (!words->hasItems)
        setIn(data, "ships_to", false);
    return ComposedMail{
        words->subject,
        QString::fromUtf8(kit.templates().render(QStringLiteral("mail/mail.txt"), data, language)),
        QString::fromUtf8(kit.templates().render(QStringLiteral("mail/mail.html"), data, language))};
}

} // namespace mc::store
