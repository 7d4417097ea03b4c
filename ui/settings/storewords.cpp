// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/storewords.h"

#include "orders/words.h"
#include "ui/look/plaintext.h"

#include <QCoreApplication>
#include <QLocale>

namespace mc {
namespace {

class StoreWords final
{
    Q_DECLARE_TR_FUNCTIONS(mc::StoreWords)
};

QString deadlineSentence(const CancellationPolicy &policy)
{
    return policy.acceptsByDefault ? StoreWords::tr("Without an answer within %Ln hour(s) it is accepted.",
                                                    nullptr, policy.deadlineHours)
                                   : StoreWords::tr("Without an answer within %Ln hour(s) it is declined.",
                                                    nullptr, policy.deadlineHours);
}

} // namespace

QString policySentence(const CancellationPolicy &policy)
{
    switch (policy.mode) {
    case PolicyMode::Automatic:
        return StoreWords::tr("Always, as long as nothing has shipped. The store decides by itself.");
    case PolicyMode::AutomaticThenAsk:
        return StoreWords::tr("By themselves for %Ln minute(s) after the order; later the store asks you.",
                              nullptr, policy.windowMinutes)
            + QLatin1Char(' ') + deadlineSentence(policy);
    case PolicyMode::Ask:
        return StoreWords::tr("The store asks you each time.") + QLatin1Char(' ') + deadlineSentence(policy);
    case PolicyMode::Off:
        return StoreWords::tr("No. Only your staff can cancel orders.");
    }
    Q_UNREACHABLE();
}

QList<Field> storeFields(const StoreInfo &store)
{
    QStringList reasons;
    for (const CancelReason &reason : store.reasons)
        reasons.append(isolated(reasonWord(reason.code, &store)));
    return {
        {StoreWords::tr("Customers may cancel"), policySentence(store.policy), {}},
        {StoreWords::tr("Reasons"), QLocale().createSeparatedList(reasons), {}},
        {StoreWords::tr("Longest comment"),
         StoreWords::tr("%Ln character(s)", "limit of the comments of a cancellation", store.commentLimit),
         {}},
        {StoreWords::tr("Time zone"), QString::fromLatin1(store.timeZone),
         StoreWords::tr("It defines where “Past 30 days” begins.")},
        {StoreWords::tr("Currency"), store.currency, {}}};
}

QString waitingSentence(const StoreProfile &profile)
{
    if (profile.waitingToBeSent == 0)
        return {};
    if (profile.needsSignIn)
        return StoreWords::tr("%Ln change(s) wait until you sign in to this store.", "below a store's name",
                              profile.waitingToBeSent);
    return StoreWords::tr("%Ln change(s) are being sent.", "below a store's name", profile.waitingToBeSent);
}

} // namespace mc
