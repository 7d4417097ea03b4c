// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "orders/consoleservice.h"
#include "ui/detail/fieldlist.h"
#include "ui/detail/history.h"
#include "ui/detail/itemlist.h"

#include <QUrl>

// What the order page and the Cancellations page say about an order: pure functions from values to text, so
// that a page only has to show them. Names and comments inside a sentence are isolated.
namespace mc {

/// What the sentences depend on besides the order.
struct Reader {
    QDateTime nowUtc;
    QLocale locale;
    const StoreInfo *store = nullptr; ///< Not owned; null while signed out.
};

/// "4 min ago · 14:36" today, "Yesterday · 19 Nov 2026, 19:00" before, the date alone after a week.
[[nodiscard]] QString ageText(const QDateTime &at, const Reader &reader);
/// "Placed 20 Nov 2026, 14:28 · 12 min ago · 3 items".
[[nodiscard]] QString placedText(const Order &order, const Reader &reader);
/// Why "Cancel order" is not there for this reader; empty when it is.
[[nodiscard]] QString whyNotText(const OrderView &view, const Reader &reader);
/// "Hanna Lindqvist (customer)".
[[nodiscard]] QString requesterText(const Cancellation &cancellation);
/// "Oak side table × 1"; empty when the request is for all of the order.
[[nodiscard]] QString linesText(const Order &order, const Cancellation &cancellation);
/// "Refund pending · 248.90 EUR".
[[nodiscard]] QString refundText(const Order &order, const Cancellation &cancellation, const Reader &reader);

[[nodiscard]] QList<Field> cancellationFields(const Order &order, const Cancellation &cancellation,
                                              const Reader &reader);
[[nodiscard]] QList<Field> pendingFields(const PendingCancellation &pending, const Reader &reader);
[[nodiscard]] Badge pendingBadge(const PendingCancellation &pending);
/// What becomes of a request that is only on this computer yet.
[[nodiscard]] QString pendingNextText(const PendingCancellation &pending);

/// What OrderActions need to know of an order; other members are empty.
[[nodiscard]] OrderRow actionRow(const OrderView &view);

[[nodiscard]] QList<ItemRow> itemRows(const OrderView &view, const Reader &reader);
/// Shipping, what the lines do not explain, and the total.
[[nodiscard]] QList<Field> totalFields(const Order &order, const Reader &reader);
[[nodiscard]] QList<Field> paymentFields(const Order &order, const Reader &reader);
[[nodiscard]] QList<HistoryEvent> historyEvents(const Order &order, const Reader &reader);

/// The language's name in the language of the application, or the code where it is not known.
[[nodiscard]] QString languageText(const QString &bcp47);
/// A mail to the customer with the order's number as its subject; empty for what is no address.
[[nodiscard]] QUrl mailTo(const Order &order);

} // namespace mc
