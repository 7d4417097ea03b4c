// SPDX-License-Identifier: Apache-2.0
#include "store/api/orderimport.h"

#include "domain/codes.h"
#include "domain/money.h"
#include "domain/orderjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mc::store {
namespace {

/// "Not shipped" and "not_shipped" alike.
template <typename Enum>
std::optional<Enum> enumFromWords(const QString &words)
{
    return fromCode<Enum>(QString(words).toLower().replace(u' ', u'_'));
}

/// "2026-11-20T13:28:00Z", "2026-11-20 13:28:00 +0100" (Shopify), "2026-11-20 13:28" and "2026-11-20" as UTC.
QDateTime timeFromField(const QString &text)
{
    static const QRegularExpression Parts(
        u"^(\\d{4}-\\d\\d-\\d\\d)(?:[ T](\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,3})?)?))? ?(Z|UTC|[+-]\\d\\d:?\\d\\d)?$"_s);
    const QRegularExpressionMatch match = Parts.match(text);
    if (!match.hasMatch())
        return {};
    QString zone = match.captured(3).isEmpty() || match.captured(3) == u"UTC" ? u"Z"_s : match.captured(3);
    if (zone.size() == 5)
        zone.insert(3, u':');
    QString clock = match.captured(2).isEmpty() ? u"00:00:00"_s : match.captured(2);
    if (clock.size() == 5)
        clock += u":00"_s;
    return timeFromText(match.captured(1) + u'T' + clock + zone);
}

qint64 versionOf(std::initializer_list<QDateTime> times)
{
    qint64 latest = 0;
    for (const QDateTime &time : times)
        latest = std::max(latest, time.isValid() ? time.toSecsSinceEpoch() : 0);
    return latest;
}

// -- Our own export: one record a line of an order, or one an order with its items in words
// ---------------------------------------------------------------------

QList<LineItem> itemsIn(const QString &items)
{
    static const QRegularExpression Counted(u"^(\\d{1,6}) ?[×x] ?(.+)$"_s);
    QList<LineItem> lines;
    for (const QString &part : items.split(u';', Qt::SkipEmptyParts)) {
        LineItem line;
        line.id = LineId(QString::number(lines.size() + 1));
        const QRegularExpressionMatch match = Counted.match(part.trimmed());
        line.title = match.hasMatch() ? match.captured(2) : part.trimmed();
        line.quantity = match.hasMatch() ? std::max(1, match.captured(1).toInt()) : 1;
        lines.append(line);
    }
    return lines;
}

class OwnFormat final : public OrderFormat
{
public:
    explicit OwnFormat(const CsvColumns &columns)
        : m_columns(columns)
    {
    }

    std::optional<ImportedOrder> add(const CsvReader::Record &record, QString &problem) override
    {
        const QString number = field(record, u"Order ID"_s);
        const bool isFurtherLine =
            !number.isEmpty() && number == m_number && field(record, u"Order date"_s).isEmpty();
        std::optional<ImportedOrder> ended;
        if (!isFurtherLine) {
            ended = finish();
            m_number = number;
            m_current = begin(record, problem);
        }
        if (m_current && hasLine(record))
            addLine(record, problem);
        if (!problem.isEmpty())
            m_current.reset(); // half an order would be worse than none; its further lines are passed over
        return ended;
    }
    std::optional<ImportedOrder> finish() override
    {
        std::optional<ImportedOrder> ended = std::move(m_current);
        m_current.reset();
        if (ended && ended->order.lines.isEmpty()) // written by hand, or by the first version
            takeLinesFromItems(ended->order);
        return ended;
    }

private:
    [[nodiscard]] QString field(const CsvReader::Record &record, const QString &name) const
    {
        return withoutFormulaGuard(m_columns.field(record.fields, name));
    }
    [[nodiscard]] bool hasLine(const CsvReader::Record &record) const
    {
        return !field(record, u"Line ID"_s).isEmpty() || !field(record, u"Line title"_s).isEmpty();
    }

    std::optional<ImportedOrder> begin(const CsvReader::Record &record, QString &problem)
    {
        Order order;
        order.number = m_number;
        order.externalId = order.number;
        order.placedAtUtc = timeFromField(field(record, u"Order date"_s));
        order.customer = {field(record, u"Customer"_s), field(record, u"E-mail"_s),
                          field(record, u"Language"_s)};
        order.currency = field(record, u"Currency"_s);
        const auto amount = parsePlainAmount(field(record, u"Amount"_s), order.currency);
        const auto status = enumFromWords<ItemStatus>(field(record, u"Item status"_s));
        if (order.number.isEmpty())
            problem = u"The order has no Order ID."_s;
        else if (!order.placedAtUtc.isValid())
            problem = u"The order date cannot be read."_s;
        else if (!isCurrency(order.currency) || !amount || *amount < 0)
            problem = u"Currency or amount cannot be read."_s;
        else if (!status)
            problem = u"The item status \"%1\" is not known."_s.arg(field(record, u"Item status"_s).left(50));
        else if (!hasLine(record) && itemsIn(field(record, u"Items"_s)).isEmpty())
            problem = u"The order has no items."_s;
        if (!problem.isEmpty())
            return std::nullopt;
        m_status = *status;
        m_items = field(record, u"Items"_s);
        order.totalMinor = *amount;
        order.shippingMinor = amountOr(record, u"Shipping"_s, order, 0);
        order.shippingAddress = field(record, u"Shipping address"_s).split(u'\n', Qt::SkipEmptyParts);
        readPayment(record, order);
        for (const QString &tracking :
             field(record, u"Tracking numbers"_s).split(QRegularExpression(u"[;, ]+"_s), Qt::SkipEmptyParts))
            order.shipments.append({{}, tracking, {}});
        order.version = versionOf({order.placedAtUtc});
        return ImportedOrder{order, record.line};
    }

    [[nodiscard]] qint64 amountOr(const CsvReader::Record &record, const QString &name, const Order &order,
                                  qint64 fallback) const
    {
        return std::max<qint64>(0, parsePlainAmount(field(record, name), order.currency).value_or(fallback));
    }

    void readPayment(const CsvReader::Record &record, Order &order) const
    {
        const auto status =
            enumFromWords<PaymentStatus>(field(record, u"Payment status"_s)).value_or(PaymentStatus::Unknown);
        order.payment.status = status;
        order.payment.method = field(record, u"Payment method"_s);
        switch (status) {
        case PaymentStatus::Refunded:
            order.payment.refundedMinor = order.totalMinor;
            [[fallthrough]];
        case PaymentStatus::PartiallyRefunded:
        case PaymentStatus::RefundPending:
        case PaymentStatus::RefundFailed:
        case PaymentStatus::Paid:
            order.payment.status = PaymentStatus::Paid; // refunds are counted beside it
            order.payment.paidMinor = order.totalMinor;
            break;
        case PaymentStatus::Unknown:
        case PaymentStatus::Pending:
        case PaymentStatus::Authorized:
        case PaymentStatus::Voided:
            break;
        }
        order.payment.paidMinor = amountOr(record, u"Paid"_s, order, order.payment.paidMinor);
        order.payment.refundedMinor = amountOr(record, u"Refunded"_s, order, order.payment.refundedMinor);
    }

    void addLine(const CsvReader::Record &record, QString &problem)
    {
        Order &order = m_current->order;
        LineItem line;
        const QString id = field(record, u"Line ID"_s);
        line.id = LineId(id.isEmpty() ? QString::number(order.lines.size() + 1) : id);
        line.title = field(record, u"Line title"_s);
        line.sku = field(record, u"Line SKU"_s);
        line.quantity = field(record, u"Line quantity"_s).toInt();
        line.cancelledQuantity = field(record, u"Line cancelled"_s).toInt();
        const auto price = parsePlainAmount(field(record, u"Line price"_s), order.currency);
        const auto state = enumFromWords<ItemStatus>(field(record, u"Line status"_s));
        const bool isCounted =
            line.quantity >= 1 && line.cancelledQuantity >= 0 && line.cancelledQuantity <= line.quantity;
        if (!isCounted || !price || !state || *state == ItemStatus::Cancelled
            || *state == ItemStatus::CancellationRequested) {
            problem =
                u"A line of order %1 has no usable quantity, price or status."_s.arg(order.number.left(50));
            return;
        }
        line.unitPriceMinor = *price;
        line.state = *state;
        order.lines.append(line);
    }

    // Such a record has no prices for lines: a single line carries them all, so that a refund has an amount.
    void takeLinesFromItems(Order &order) const
    {
        order.lines = itemsIn(m_items);
        if (order.lines.size() == 1)
            order.lines.first().unitPriceMinor = order.totalMinor / order.lines.first().quantity;
        for (LineItem &line : order.lines) {
            if (m_status == ItemStatus::Cancelled)
                line.cancelledQuantity = line.quantity;
            else // a request that was open elsewhere is not open here
                line.state =
                    m_status == ItemStatus::CancellationRequested ? ItemStatus::NotShipped : m_status;
        }
    }

    const CsvColumns m_columns;
    std::optional<ImportedOrder> m_current;
    QString m_number; ///< Of the order that the records belong to, also where it could not be used.
    QString m_items;
    ItemStatus m_status = ItemStatus::Unknown;
};

// -- Shopify's order export: an order's first record has everything, each further line a record
// ---------------

PaymentStatus shopifyPayment(const QString &status)
{
    static const QHash<QString, PaymentStatus> Words{{u"pending"_s, PaymentStatus::Pending},
                                                     {u"authorized"_s, PaymentStatus::Authorized},
                                                     {u"paid"_s, PaymentStatus::Paid},
                                                     {u"partially_paid"_s, PaymentStatus::Paid},
                                                     {u"partially_refunded"_s, PaymentStatus::Paid},
                                                     {u"refunded"_s, PaymentStatus::Paid},
                                                     {u"voided"_s, PaymentStatus::Voided},
                                                     {u"expired"_s, PaymentStatus::Voided}};
    return Words.value(status, PaymentStatus::Unknown);
}

class ShopifyFormat final : public OrderFormat
{
public:
    explicit ShopifyFormat(const CsvColumns &columns)
        : m_columns(columns)
    {
    }

    std::optional<ImportedOrder> add(const CsvReader::Record &record, QString &problem) override
    {
        const QString name = field(record, u"Name"_s);
        std::optional<ImportedOrder> ended;
        if (!m_current || m_current->order.number != name) {
            ended = finish();
            m_current = begin(record, problem);
        }
        if (m_current && problem.isEmpty())
            addLine(record, problem);
        return ended;
    }
    std::optional<ImportedOrder> finish() override
    {
        std::optional<ImportedOrder> ended = std::move(m_current);
        m_current.reset();
        return ended && !ended->order.lines.isEmpty() ? ended : std::nullopt;
    }

private:
    [[nodiscard]] QString field(const CsvReader::Record &record, const QString &name) const
    {
        return m_columns.field(record.fields, name);
    }
    [[nodiscard]] qint64 amount(const CsvReader::Record &record, const QString &name,
                                const QString &currency) const
    {
        return parsePlainAmount(field(record, name), currency).value_or(0);
    }

    std::optional<ImportedOrder> begin(const CsvReader::Record &record, QString &problem)
    {
        Order order;
        order.number = field(record, u"Name"_s);
        const QString id = field(record, u"Id"_s);
        order.externalId = id.isEmpty() ? order.number : id;
        order.currency = field(record, u"Currency"_s);
        order.placedAtUtc = timeFromField(field(record, u"Created at"_s));
        const auto total = parsePlainAmount(field(record, u"Total"_s), order.currency);
        if (order.number.isEmpty())
            problem = u"The order has no name."_s;
        else if (!order.placedAtUtc.isValid())
            problem = u"\"Created at\" cannot be read."_s;
        else if (!isCurrency(order.currency) || !total || *total < 0)
            problem = u"Currency or total cannot be read."_s;
        if (!problem.isEmpty())
            return std::nullopt;
        order.totalMinor = *total;
        order.shippingMinor = std::max<qint64>(0, amount(record, u"Shipping"_s, order.currency));
        readPeople(record, order);
        readStates(record, order);
        return ImportedOrder{order, record.line};
    }

    void readPeople(const CsvReader::Record &record, Order &order) const
    {
        const QString name = field(record, u"Shipping Name"_s);
        order.customer = {
            name.isEmpty() ? field(record, u"Billing Name"_s) : name, field(record, u"Email"_s), {}};
        const QString city =
            QString(field(record, u"Shipping Zip"_s) + u' ' + field(record, u"Shipping City"_s)).trimmed();
        for (const QString &part :
             {field(record, u"Shipping Company"_s), field(record, u"Shipping Address1"_s),
              field(record, u"Shipping Address2"_s), city, field(record, u"Shipping Province"_s),
              field(record, u"Shipping Country"_s)}) {
            if (!part.isEmpty())
                order.shippingAddress.append(part.startsWith(u'\'') ? part.mid(1)
                                                                    : part); // '12345: Shopify's zip
        }
    }

    void readStates(const CsvReader::Record &record, Order &order)
    {
        order.payment.status = shopifyPayment(field(record, u"Financial Status"_s));
        order.payment.method = field(record, u"Payment Method"_s);
        if (order.payment.status == PaymentStatus::Paid)
            order.payment.paidMinor = order.totalMinor;
        order.payment.refundedMinor =
            std::max<qint64>(0, amount(record, u"Refunded Amount"_s, order.currency));
        const QDateTime paid = timeFromField(field(record, u"Paid at"_s));
        const QDateTime fulfilled = timeFromField(field(record, u"Fulfilled at"_s));
        const QDateTime cancelled = timeFromField(field(record, u"Cancelled at"_s));
        m_isCancelled = cancelled.isValid();
        m_isFulfilled = field(record, u"Fulfillment Status"_s) == u"fulfilled";
        if (fulfilled.isValid())
            order.shipments.append({{}, {}, fulfilled});
        order.version = versionOf({order.placedAtUtc, paid, fulfilled, cancelled});
    }

    void addLine(const CsvReader::Record &record, QString &problem)
    {
        Order &order = m_current->order;
        LineItem line;
        line.id = LineId(QString::number(order.lines.size() + 1));
        line.title = field(record, u"Lineitem name"_s);
        line.sku = field(record, u"Lineitem sku"_s);
        line.quantity = field(record, u"Lineitem quantity"_s).toInt();
        const auto price = parsePlainAmount(field(record, u"Lineitem price"_s), order.currency);
        if (line.title.isEmpty() || line.quantity < 1 || !price) {
            problem =
                u"The line of order %1 has no usable name, quantity or price."_s.arg(order.number.left(50));
            return;
        }
        line.unitPriceMinor = *price;
        if (m_isFulfilled || field(record, u"Lineitem fulfillment status"_s) == u"fulfilled")
            line.state = ItemStatus::Shipped;
        else if (m_isCancelled)
            line.cancelledQuantity = line.quantity;
        order.lines.append(line);
    }

    const CsvColumns m_columns;
    std::optional<ImportedOrder> m_current;
    bool m_isCancelled = false;
    bool m_isFulfilled = false;
};

} // namespace

void ImportReport::addProblem(int line, const QString &detail)
{
    if (problems.size() < MaxProblems)
        problems.append({line, detail});
    else
        ++moreProblems;
}

QByteArray reportToJson(const ImportReport &report)
{
    QJsonArray problems;
    for (const ImportProblem &one : report.problems)
        problems.append(QJsonObject{{u"line"_s, one.line}, {u"detail"_s, one.detail}});
    const QJsonObject body{{u"created"_s, report.created},
                           {u"updated"_s, report.updated},
                           {u"unchanged"_s, report.unchanged},
                           {u"problems"_s, problems},
                           {u"moreProblems"_s, report.moreProblems}};
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

CsvColumns::CsvColumns(const QStringList &header)
{
    for (qsizetype i = 0; i < header.size(); ++i)
        m_places.insert(header[i].trimmed(), i);
}

QString CsvColumns::field(const QStringList &record, const QString &name) const
{
    return record.value(m_places.value(name, -1)).trimmed();
}

std::unique_ptr<OrderFormat> orderFormatFor(const QStringList &header)
{
    const CsvColumns columns(header);
    const auto hasAll = [&](const QStringList &names) {
        return std::all_of(names.begin(), names.end(),
                           [&](const QString &name) { return columns.has(name); });
    };
    if (hasAll(orderExportBasics()))
        return std::make_unique<OwnFormat>(columns);
    if (hasAll({u"Name"_s, u"Created at"_s, u"Currency"_s, u"Total"_s, u"Lineitem name"_s,
                u"Lineitem quantity"_s, u"Lineitem price"_s}))
        return std::make_unique<ShopifyFormat>(columns);
    return nullptr;
}

} // namespace mc::store
