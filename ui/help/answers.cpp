// SPDX-License-Identifier: Apache-2.0
#include "ui/help/answers.h"

#include <QCoreApplication>

namespace mc {
namespace {

class Help final
{
    Q_DECLARE_TR_FUNCTIONS(mc::Help)
};

QList<HelpText> aboutCancelling()
{
    return {
        {HelpTopic::WhoCanCancel, Help::tr("Who can cancel an order?"),
         Help::tr(
             "Customers cancel their own orders from the link in their order confirmation, as far as the "
             "store’s policy lets them. Owners, admins and support staff cancel here, also on behalf of a "
             "customer who called or wrote. Viewers read, but do not change anything.\n"
             "The cancellation always says who asked for it, for whom, and when.")},
        {HelpTopic::UntilWhen, Help::tr("Until when can an order be cancelled?"),
         Help::tr(
             "As long as none of its items has shipped. A packed order can still be cancelled: the request "
             "holds the parcel back.\n"
             "The store may ask you first when a customer’s request comes late; Settings shows its "
             "policy and time window.")},
        {HelpTopic::WhyMissing, Help::tr("Why is “Cancel order” missing?"),
         Help::tr(
             "It is there only while the order can be cancelled. It is missing when an item has shipped, "
             "was delivered or returned, when a cancellation is already under way, when everything is "
             "cancelled already, when your role may not cancel, or when this version does not know the "
             "order’s state.\n"
             "The order page says which of these it is, in the line below the order ID. What has shipped "
             "comes back as a return.")},
        {HelpTopic::WhatRequestedMeans, Help::tr("What does “Cancellation requested” mean?"),
         Help::tr(
             "Somebody has asked, and nothing is decided yet. Shipping is on hold while the store checks "
             "that no parcel has left.\n"
             "It ends as Cancelled, or as Cancellation rejected if the parcel was faster. Both "
             "you and the customer see the outcome without reloading.")},
        {HelpTopic::Rejected, Help::tr("Why was a cancellation rejected?"),
         Help::tr(
             "The parcel left before the request reached the store, somebody declined it, nobody answered "
             "in time, or the shop system refused it. The reason is on the order page.\n"
             "A rejected cancellation changes nothing: the order goes on and no money is refunded. It "
             "stays on the Cancellations page until somebody closes it.")},
        {HelpTopic::Decide, Help::tr("When do I have to accept or decline?"),
         Help::tr(
             "When the store’s policy is to ask. The question is on the Cancellations page with the time "
             "until which it has to be answered; after that the store does what its policy says.\n"
             "Accepting starts the cancellation. Declining asks for a short reason, which the customer "
             "reads.")},
    };
}

QList<HelpText> aboutMoneyAndConnection()
{
    return {
        {HelpTopic::Money, Help::tr("What happens to the money?"),
         Help::tr(
             "A payment that was only authorized is released. A captured payment is refunded by "
             "the way it was paid; banks need some days to show it.\n"
             "An order counts as refunded only when the refund has been confirmed. Until then the payment "
             "reads Refund pending.")},
        {HelpTopic::FailedRefunds, Help::tr("What if a refund fails?"),
         Help::tr(
             "The order is cancelled, but the money has not gone back. It stays on the Cancellations page "
             "until it is solved: try the refund again, or refund it in another way and mark it as "
             "refunded.")},
        {HelpTopic::Conflicts, Help::tr("What is a conflict?"),
         Help::tr(
             "Two facts that exclude each other: an order that was cancelled, and its parcel on the way. It "
             "can happen when you worked offline or when a carrier reports a parcel late.\n"
             "The Cancellations page shows both with their time and who says so. Nothing is decided "
             "behind your back: write to the customer, or leave it as shipped.")},
        {HelpTopic::Undo, Help::tr("How do I take a cancellation back?"),
         Help::tr(
             "Choose Undo in the message after cancelling. It stays for as long as you set in Settings, and "
             "longer while the pointer is on it; until then nothing is sent.\n"
             "After that the store has the request. What has been cancelled stays cancelled; the customer "
             "can order again.")},
        {HelpTopic::Offline, Help::tr("What can I do without a connection?"),
         Help::tr(
             "Read, search and cancel. A cancellation is saved on this computer first, shown as Waiting to "
             "be sent, and sent as soon as the store can be reached, also after a restart.\n"
             "If the order has shipped in the meantime, the store says so and you find both sides on "
             "the Cancellations page.")},
        {HelpTopic::WhatCustomersSee, Help::tr("What does the customer see?"),
         Help::tr("The state of the order, the reason, and what happens to the money, on the page behind "
                  "the link in their e-mail. They also get an e-mail for the request and for its outcome.\n"
                  "Comments by staff stay internal unless “Show comments to the customer” was ticked.")},
    };
}

} // namespace

QList<HelpText> helpTexts()
{
    return aboutCancelling() + aboutMoneyAndConnection();
}

} // namespace mc
