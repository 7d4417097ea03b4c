// SPDX-License-Identifier: Apache-2.0
#include "store/orderbook/defaultreasons.h"

using namespace Qt::StringLiterals;

namespace mc::store {

const QList<ReasonTexts> &defaultReasons()
{
    // The codes of mc::DefaultReasonCodes, in their order; a test compares.
    static const QList<ReasonTexts> list{
        {u"ordered_by_mistake"_s,
         {{u"en"_s, u"Ordered by mistake"_s},
          {u"de"_s, u"Versehentlich bestellt"_s},
          {u"ar"_s, u"تم الطلب عن طريق الخطأ"_s}}},
        {u"items_arriving_late"_s,
         {{u"en"_s, u"Items arriving late"_s},
          {u"de"_s, u"Artikel kommen zu spät an"_s},
          {u"ar"_s, u"المنتجات ستصل متأخرة"_s}}},
        {u"incorrect_shipping_address"_s,
         {{u"en"_s, u"Incorrect shipping address"_s},
          {u"de"_s, u"Falsche Lieferadresse"_s},
          {u"ar"_s, u"عنوان الشحن غير صحيح"_s}}},
        {u"out_of_stock"_s,
         {{u"en"_s, u"Out of stock"_s},
          {u"de"_s, u"Nicht auf Lager"_s},
          {u"ar"_s, u"غير متوفر في المخزون"_s}}},
        {u"payment_issue"_s,
         {{u"en"_s, u"Payment issue"_s},
          {u"de"_s, u"Problem mit der Zahlung"_s},
          {u"ar"_s, u"مشكلة في الدفع"_s}}},
        {u"other"_s, {{u"en"_s, u"Other"_s}, {u"de"_s, u"Sonstiges"_s}, {u"ar"_s, u"سبب آخر"_s}}},
    };
    return list;
}

QString textFor(const ReasonTexts &reason, const QString &language)
{
    for (const QString &candidate : {language, language.section(u'-', 0, 0).toLower(), u"en"_s}) {
        if (const auto it = reason.textByLanguage.constFind(candidate); it != reason.textByLanguage.cend())
            return it.value();
    }
    return reason.textByLanguage.isEmpty() ? reason.code : *reason.textByLanguage.cbegin();
}

} // namespace mc::store
