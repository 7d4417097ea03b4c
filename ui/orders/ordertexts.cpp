// SPDX-License-Identifier: Apache-2.0
#include "ui/orders/ordertexts.h"

#include "orders/words.h"
#include "ui/look/parts.h"
#include "ui/look/plaintext.h"

namespace mc {

OrderTexts::OrderTexts(QAbstractTableModel &orders, Clock clock, QObject *parent)
    : QIdentityProxyModel(parent)
    , m_clock(std::move(clock))
{
    setSourceModel(&orders);
}

OrderRow OrderTexts::row(int row) const
{
    return index(row, 0).data(OrderRowRole).value<OrderRow>();
}

QVariant OrderTexts::data(const QModelIndex &index, int role) const
{
    const bool isText = role == Qt::DisplayRole || role == Qt::AccessibleTextRole || role == Qt::ToolTipRole;
    if (!isText || !index.isValid())
        return QIdentityProxyModel::data(index, role);
    const auto row = QIdentityProxyModel::data(index, OrderRowRole).value<OrderRow>();
    const auto column = static_cast<OrderColumn>(index.column());
    return role == Qt::ToolTipRole ? toolTip(row, column) : spoken(row, column);
}

QString OrderTexts::spoken(const OrderRow &row, OrderColumn column) const
{
    if (!row.isLoaded)
        return tr("Loading", "spoken for a cell of a row that is still being read");
    switch (column) {
    case OrderColumn::Check:
        return tr("Select %1", "%1: order ID").arg(inSentence(row.number));
    case OrderColumn::Number:
        return tr("%1, %2", "%1: order ID, %2: name of the customer")
            .arg(inSentence(row.number), inSentence(row.customerName));
    case OrderColumn::PlacedAt:
        return tr("%1, %2", "%1: '3 h ago', %2: date and time")
            .arg(relativeDate(row.placedAtUtc, m_clock(), m_locale), absoluteDate(row.placedAtUtc, m_locale));
    case OrderColumn::Items:
        return tr("%1: %2", "%1: '3 items', %2: title of the first one")
            .arg(itemsWord(row.itemCount), inSentence(row.firstItem));
    case OrderColumn::ItemStatus: {
        const QString word = itemStatusWord(row.itemStatus);
        const QString waiting = row.pending ? pendingWord(*row.pending) : QString();
        return waiting.isEmpty()
            ? word
            : tr("%1, %2", "%1: item status, %2: 'Waiting to be sent'").arg(word, waiting);
    }
    case OrderColumn::PaymentStatus:
        return paymentStatusWord(row.paymentStatus);
    case OrderColumn::Amount:
        return moneyText(row.total, m_locale);
    case OrderColumn::Actions:
        return tr("Actions for %1", "%1: order ID").arg(inSentence(row.number));
    case OrderColumn::Count:
        break;
    }
    return {};
}

QString OrderTexts::toolTip(const OrderRow &row, OrderColumn column) const
{
    if (!row.isLoaded)
        return {};
    switch (column) {
    case OrderColumn::Number:
        return plainToolTip(row.customerEmail.isEmpty()
                                ? row.customerName
                                : tr("%1 · %2", "name and e-mail of the customer")
                                      .arg(inSentence(row.customerName), inSentence(row.customerEmail)));
    case OrderColumn::PlacedAt:
        return plainToolTip(absoluteDate(row.placedAtUtc, m_locale));
    case OrderColumn::Items:
    case OrderColumn::ItemStatus:
    case OrderColumn::Actions:
        return plainToolTip(spoken(row, column));
    case OrderColumn::Check:
    case OrderColumn::PaymentStatus:
    case OrderColumn::Amount:
    case OrderColumn::Count:
        break;
    }
    return {};
}

QVariant OrderTexts::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const auto column = static_cast<OrderColumn>(section);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((column == OrderColumn::Amount ? Qt::AlignRight : Qt::AlignLeft)
                                   | Qt::AlignVCenter);
    if (role == Qt::AccessibleTextRole && column == OrderColumn::Check)
        return tr("Selected", "header of the column of check boxes, as spoken");
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (column) {
    case OrderColumn::Number:
        return tr("Order ID", "column of the orders table");
    case OrderColumn::PlacedAt:
        return tr("Order date", "column of the orders table");
    case OrderColumn::Items:
        return tr("Items", "column of the orders table");
    case OrderColumn::ItemStatus:
        return tr("Item status", "column of the orders table");
    case OrderColumn::PaymentStatus:
        return tr("Payment status", "column of the orders table");
    case OrderColumn::Amount:
        return tr("Amount", "column of the orders table");
    case OrderColumn::Actions:
        return tr("Actions", "column of the orders table: the '…' buttons");
    case OrderColumn::Check:
    case OrderColumn::Count:
        break;
    }
    return {};
}

} // namespace mc
