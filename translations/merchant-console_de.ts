<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>mc::CancelDialog</name>
    <message>
        <source>Cancel order</source>
        <comment>title of the window</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel order %1?</source>
        <comment>%1: order ID</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Cancel %Ln order(s)?</source>
        <comment>question</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The store checks that nothing has shipped, then cancels the order and refunds the payment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store checks each order by itself. What has not shipped is cancelled and refunded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel order</source>
        <comment>button: do it</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Cancel %Ln order(s)</source>
        <comment>button: do it</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Keep order</source>
        <comment>button: do not cancel</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep orders</source>
        <comment>button: do not cancel</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of these orders can be cancelled any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <comment>button of a window</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1  ·  %2</source>
        <comment>%1: order ID, %2: name of the customer</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody has just asked for this cancellation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is one request for the whole order. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This order has just been cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is left to cancel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It left at %1, so it can’t be cancelled any more. Nothing was changed.</source>
        <comment>%1: time of day</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HH:mm</source>
        <comment>time of day, see QLocale::toString()</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It can’t be cancelled any more. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This order has just shipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This order can’t be cancelled any more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mc::CancelForm</name>
    <message>
        <source>Choose a reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On behalf of the customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show comments to the customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Additional comments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>optional</source>
        <comment>beside a field that may stay empty</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer asked by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer asked by</source>
        <comment>before: phone, e-mail, chat …</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer sees the reason and the comments.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer sees the reason. The comments stay here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>letters written and letters allowed</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The comments are too long.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mc::CancelSummary</name>
    <message>
        <source>Orders</source>
        <comment>a list of orders, as spoken</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <comment>%1: quantity, %2: product</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln will stay as they are:</source>
        <comment>number of orders</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mc::CancellationCard</name>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <comment>puts a refused request aside</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mc::CancellationsPage</name>
    <message>
        <source>You</source>
        <comment>who asked for a cancellation</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancellations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No cancellations yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requests by customers and by your staff appear here by themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs a decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Under way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requested by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Item status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcomes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refund</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Reasons of the latest %n outcome(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mc::Connection</name>
    <message>
        <source>HH:mm</source>
        <comment>time of day, see QLocale::toString()</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) waiting</source>
        <comment>below the side menu</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Loading orders</source>
        <comment>below the side menu</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>orders loaded and orders expected</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed out</source>
        <comment>state of the connection</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting</source>
        <comment>state of the connection</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to date</source>
        <comment>state of the connection</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as of %1</source>
        <comment>%1: a time; below &apos;Up to date&apos;</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Online</source>
        <comment>state of the connection</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline since %1</source>
        <comment>%1: a time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer from the store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No news since %1</source>
        <comment>%1: a time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No news from the store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders as of %1. You can go on working; changes are sent later.</source>
        <comment>%1: a time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Orders as of %1. %Ln cancellation(s) are waiting to be sent; you can still take them back.</source>
        <comment>%1: a time</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The store answers, but no changes arrive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are offline</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mc::ConsoleApp</name>
    <message>
        <source>Merchant Console</source>
        <comment>name of the program</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo store is starting. The first time it makes 2,000 sample orders.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mc::CustomerCard</name>
    <message>
        <source>Write to customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shipping address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mc::DeclineDialog</name>
    <message>
        <source>Decline cancellation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decline the cancellation of %1?</source>
        <comment>%1: order number</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order goes on and nothing is refunded. The customer reads why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why the cancellation is declined</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep undecided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>%1: characters written, %2: characters allowed</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say why, so that the customer understands it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Shorten the text to %n character(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mc::DemoStore</name>
    <message>
        <source>The demo store could not be started: %1</source>
        <comment>%1: what the system says</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo store has ended by itself (exit code %1).</source>
        <comment>%1: a number</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The demo store ended before it was ready (exit code %1).</source>
        <comment>%1: a number</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>merchant-store is missing: it belongs next to merchant-console.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mc::Export</name>
    <message>
        <source>%1 could not be written. Check the folder and the space on the disk.</source>
        <comment>%1: file name</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mc::FilterBar</name>
    <message>
        <source>Item status</source>
        <comment>filter button</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by item status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment status</source>
        <comment>filter button</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by payment status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Period</source>
        <comment>name of the switch between past 30 days and all orders</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Past 30 days</source>
        <comment>view of the orders</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all orders</source>
        <comment>view of the orders</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search order ID, customer, e-mail, product or tracking number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a filter that is on; %1: &apos;Item status&apos;, %2: &apos;Shipped&apos;</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove filter %1</source>
        <comment>%1: &apos;Item status: Shipped&apos;</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mc::FreedesktopNotifications</name>
    <message>
        <source>Show cancellations</source>
        <comment>action of a desktop notification</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mc::Help</name>
    <message>
        <source>Who can cancel an order?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customers cancel their own orders from the link in their order confirmation, as far as the store’s policy lets them. Owners, admins and support staff cancel here, also on behalf of a customer who called or wrote. Viewers read, but do not change anything.
The cancellation always says who asked for it, for whom, and when.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until when can an order be cancelled?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As long as none of its items has shipped. A packed order can still be cancelled: the request holds the parcel back.
The store may ask you first when a customer’s request comes late; Settings shows its policy and time window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why is “Cancel order” missing?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is there only while the order can be cancelled. It is missing when an item has shipped, was delivered or returned, when a cancellation is already under way, when everything is cancelled already, when your role may not cancel, or when this version does not know the order’s state.
The order page says which of these it is, in the line below the order ID. What has shipped comes back as a return.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What does “Cancellation requested” mean?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody has asked, and nothing is decided yet. Shipping is on hold while the store checks that no parcel has left.
It ends as Cancelled, or as Cancellation rejected if the parcel was faster. Both you and the customer see the outcome without reloading.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why was a cancellation rejected?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The parcel left before the request reached the store, somebody declined it, nobody answered in time, or the shop system refused it. The reason is on the order page.
A rejected cancellation changes nothing: the order goes on and no money is refunded. It stays on the Cancellations page until somebody closes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When do I have to accept or decline?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the store’s policy is to ask. The question is on the Cancellations page with the time until which it has to be answered; after that the store does what its policy says.
Accepting starts the cancellation. Declining asks for a short reason, which the customer reads.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happens to the money?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A payment that was only authorized is released. A captured payment is refunded by the way it was paid; banks need some days to show it.
An order counts as refunded only when the refund has been confirmed. Until then the payment reads Refund pending.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What if a refund fails?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order is cancelled, but the money has not gone back. It stays on the Cancellations page until it is solved: try the refund again, or refund it in another way and mark it as refunded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is a conflict?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two facts that exclude each other: an order that was cancelled, and its parcel on the way. It can happen when you worked offline or when a carrier reports a parcel late.
The Cancellations page shows both with their time and who says so. Nothing is decided behind your back: write to the customer, or leave it as shipped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How do I take a cancellation back?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose Undo in the message after cancelling. It stays for as long as you set in Settings, and longer while the pointer is on it; until then nothing is sent.
After that the store has the request. What has been cancelled stays cancelled; the customer can order again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What can I do without a connection?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read, search and cancel. A cancellation is saved on this computer first, shown as Waiting to be sent, and sent as soon as the store can be reached, also after a restart.
If the order has shipped in the meantime, the store says so and you find both sides on the Cancellations page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What does the customer see?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The state of the order, the reason, and what happens to the money, on the page behind the link in their e-mail. They also get an e-mail for the request and for its outcome.
Comments by staff stay internal unless “Show to customer” was ticked.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mc::HelpPage</name>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No question contains “%1”.</source>
        <comment>%1: what was typed</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mc::LiveConsoleService</name>
    <message>
        <source>Your role in this store does not allow that. Ask its owner.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mc::LoadingPane</name>
    <message>
        <source>Loading orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading the past 30 days: %1 of %2 orders</source>
        <comment>numbers</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loading: %1 of %2 orders</source>
        <comment>numbers</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mc::MainWindow</name>
    <message>
        <source>Merchant Console</source>
        <comment>name of the program</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No mail program answered. The address is %1.</source>
        <comment>%1: an e-mail address</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – Merchant Console</source>
        <comment>%1: name of the store</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mc::Net</name>
    <message>
        <source>The store at %1 could not be reached.</source>
        <comment>%1: host name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store at %1 did not answer.</source>
        <comment>%1: host name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to %1 is not secure, so nothing was sent. Check the address of the store.</source>
        <comment>%1: host name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store does not accept this sign-in any more. Sign in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store was restored. All orders are being loaded again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store refused it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store at %1 is busy. It is tried again by itself.</source>
        <comment>%1: host name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store at %1 has a problem. It is tried again by itself.</source>
        <comment>%1: host name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something else than a store answered at %1. Check the address and the network.</source>
        <comment>%1: host name</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mc::Notifier</name>
    <message>
        <source>News about cancellations</source>
        <comment>title of a desktop notification with several lines</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n cancellation(s) requested</source>
        <comment>desktop notification</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) cancelled</source>
        <comment>desktop notification</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancellation(s) rejected</source>
        <comment>desktop notification</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refund(s) failed</source>
        <comment>desktop notification</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled order(s) shipped all the same</source>
        <comment>desktop notification</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <comment>%1: some order numbers</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mc::OrderActions</name>
    <message>
        <source>View order details</source>
        <comment>menu of an order</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy order ID</source>
        <comment>menu of an order</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write to customer</source>
        <comment>menu of an order</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel order</source>
        <comment>menu of an order</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mc::OrderContent</name>
    <message>
        <source>Items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write to customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave as shipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try refund again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as refunded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept cancellation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The parcel left although the order was to be cancelled. %1 · %2</source>
        <comment>%1: carrier and tracking number, %2: time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 shipped in spite of its cancellation</source>
        <comment>%1: order number</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The payment provider gave no reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is cancelled, but the refund failed</source>
        <comment>%1: order number</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 The order does not count as refunded until this is solved.</source>
        <comment>%1: what the payment provider said, a sentence</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept the cancellation of %1?</source>
        <comment>%1: order number</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancellation</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mc::OrderHead</name>
    <message>
        <source>Back to orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More actions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why is “Cancel order” missing?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mc::OrderPage</name>
    <message>
        <source>Loading the order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It appears here in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This order is not here any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store does not have it, or it belongs to another store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details of the order</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mc::OrderPhrases</name>
    <message>
        <source>Quantity %1</source>
        <comment>%1: pieces of one product in an order</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cancelled</source>
        <comment>%1: pieces of one product in an order</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer</source>
        <comment>on whose behalf a cancellation was asked for</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer sees these comments.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Internal: the customer does not see them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HH:mm</source>
        <comment>time of day, see QLocale</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Placed %1</source>
        <comment>%1: date and time of an order</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your role may not cancel orders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>%1: a name, %2: customer, merchant or support</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <comment>%1: a product, %2: how many of it</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Additional comments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requested by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On behalf of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refund</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You, on this computer</source>
        <comment>who asked for a cancellation</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent yet: you can still take it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved on this computer. It is sent as soon as the store can be reached; until then you can take it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is being sent. The store has not answered yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shipping is on hold. The store decides by itself; you see the outcome here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store refused it. Nothing was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shipping</source>
        <comment>price of the delivery</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taxes and other charges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Authorized by customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid by customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your order %1</source>
        <comment>subject of a mail; %1: order number</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mc::OrderStates</name>
    <message>
        <source>No order was placed in the past 30 days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing in the past 30 days passes these filters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing in the past 30 days has the status %1.</source>
        <comment>%1: a status</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing in the past 30 days contains “%1”.</source>
        <comment>%1: what was typed</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing in the past 30 days contains “%1” and passes these filters.</source>
        <comment>%1: what was typed</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing in the past 30 days contains “%1” with the status %2.</source>
        <comment>%1: what was typed, %2: a status</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No order passes these filters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No order has the status %1.</source>
        <comment>%1: a status</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No order contains “%1”.</source>
        <comment>%1: what was typed</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No order contains “%1” and passes these filters.</source>
        <comment>%1: what was typed</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No order contains “%1” with the status %2.</source>
        <comment>%1: what was typed, %2: a status</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1+ orders found</source>
        <comment>%1: a number that is known to be too low</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1+ orders in the past 30 days</source>
        <comment>%1: a number that is too low</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1+ orders</source>
        <comment>%1: a number that is known to be too low</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln order(s) found</source>
        <comment>below the orders table</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln order(s) in the past 30 days</source>
        <comment>below the orders table</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln order(s)</source>
        <comment>below the orders table</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mc::OrderTable</name>
    <message>
        <source>Orders</source>
        <comment>name of the table, as spoken</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mc::OrderTexts</name>
    <message>
        <source>Loading</source>
        <comment>spoken for a cell of a row that is still being read</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select %1</source>
        <comment>%1: order ID</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>%1: order ID, %2: name of the customer</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>%1: &apos;3 h ago&apos;, %2: date and time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>%1: &apos;3 items&apos;, %2: title of the first one</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>%1: item status, %2: &apos;Waiting to be sent&apos;</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions for %1</source>
        <comment>%1: order ID</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>name and e-mail of the customer</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selected</source>
        <comment>header of the column of check boxes, as spoken</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order ID</source>
        <comment>column of the orders table</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order date</source>
        <comment>column of the orders table</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Items</source>
        <comment>column of the orders table</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Item status</source>
        <comment>column of the orders table</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment status</source>
        <comment>column of the orders table</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount</source>
        <comment>column of the orders table</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions</source>
        <comment>column of the orders table: the &apos;…&apos; buttons</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mc::OrdersPage</name>
    <message>
        <source>Orders</source>
        <comment>title of the page</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel orders</source>
        <comment>several selected orders</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Table for spreadsheets (*.csv)</source>
        <comment>kind of file</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions for %1</source>
        <comment>%1: order ID</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected; at most %1 can be cancelled at once</source>
        <comment>%1: a number</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <comment>number of orders</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Older orders follow while you work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New orders appear here by themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No orders yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear search and filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all orders</source>
        <comment>button: look further back than 30 days</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search all orders</source>
        <comment>button: look further back than 30 days</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No orders match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store did not answer. Your changes are safe on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store at %1 did not answer. Your changes are safe on this computer.</source>
        <comment>%1: an address</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders could not be loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mc::OrdersTableModel</name>
    <message>
        <source>Loading</source>
        <comment>a row of the orders table that is still being read</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select %1</source>
        <comment>%1: order number</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>%1: order number, %2: customer</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>%1: 3 items, %2: title of the first</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>%1: item status, %2: Waiting to be sent</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions for %1</source>
        <comment>%1: order number</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selected</source>
        <comment>header of the check column</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order ID</source>
        <comment>column</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order date</source>
        <comment>column</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Items</source>
        <comment>column</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Item status</source>
        <comment>column</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment status</source>
        <comment>column</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount</source>
        <comment>column</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Actions</source>
        <comment>column</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mc::ProfileList</name>
    <message>
        <source>Switch to this store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown now</source>
        <comment>badge of a store</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch to %1</source>
        <comment>%1: name of a store</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mc::RequestTable</name>
    <message>
        <source>Order ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View order %1</source>
        <comment>%1: order number</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mc::SettingsPage</name>
    <message>
        <source>Off</source>
        <comment>no time to undo</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <comment>time to undo</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic</source>
        <comment>colours</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <comment>colours</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <comment>colours</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic follows this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comfortable</source>
        <comment>row height</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compact</source>
        <comment>row height</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compact shows half as many orders again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As this computer</source>
        <comment>language</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dates, numbers and reading direction follow the language. Takes effect at the next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time to undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A cancellation waits this long before it is sent, so that a slip costs nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancellations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page that is shown when the program starts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell me outside of this window about requests, outcomes and conflicts. Order IDs only, no names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided by the store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same for everybody who works with this store. An owner changes it on the store’s server, with “merchant-store policy set”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stores on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed in as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mc::SideMenu</name>
    <message>
        <source>%1, %2</source>
        <comment>an entry of the side menu and its counter, as spoken</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mc::SidePanel</name>
    <message>
        <source>Merchant Console</source>
        <comment>name of the program</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side menu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orders</source>
        <comment>entry of the side menu</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancellations</source>
        <comment>entry of the side menu</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <comment>entry of the side menu</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <comment>entry of the side menu</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mc::SignInPage</name>
    <message>
        <source>Enter the address of your store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a web address. It looks like https://orders.example.com.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This address is not encrypted, so your password could be read on the way. Use https://; http:// works only for a store on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep me signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in</source>
        <comment>button</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in to your store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your password is never stored. The sign-in is kept in this computer’s keychain; without one it ends with this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter your e-mail address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not an e-mail address. It looks like name@example.com.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter your password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signing in …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mc::Skeleton</name>
    <message>
        <source>Loading orders</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mc::StoreWords</name>
    <message numerus="yes">
        <source>Without an answer within %n hour(s) it is accepted.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Without an answer within %n hour(s) it is declined.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Always, as long as nothing has shipped. The store decides by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>By themselves for %n minute(s) after the order; later the store asks you.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The store asks you each time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No. Only your staff can cancel orders.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customers may cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n character(s)</source>
        <comment>limit of the comments of a cancellation</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It defines where “Past 30 days” begins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Currency</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mc::Sync</name>
    <message>
        <source>E-mail or password is not right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There were too many attempts. Wait a moment, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 It is not known whether your decision arrived: look at the order before you decide again.</source>
        <comment>%1: a sentence that says what went wrong</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The console cannot write its files. Check the disk space and the rights of its folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These files belong to a newer version of Merchant Console. Update it to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program holds the console&apos;s files. Close it; this is tried again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of orders on this computer was damaged. It is being loaded again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The console&apos;s files could not be written. Check the disk space; nothing was queued.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign in to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another store answers at %1 now. Sign in to it as a new store.</source>
        <comment>%1: host name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection made no progress and is being started again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing can be queued: sign in first, or update Merchant Console.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The selected order(s) can’t be cancelled any more. Nothing was changed.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mc::TaskCard</name>
    <message>
        <source>What does this mean?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write to customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View order details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave as shipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accept cancellation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try refund again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as refunded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <comment>puts a bad outcome aside</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being sent …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mc::Tasks</name>
    <message>
        <source>Reason: %1</source>
        <comment>%1: why an order is to be cancelled</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel order</source>
        <comment>what somebody asked for</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You, on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Store</source>
        <comment>the service that decides, as a side of a conflict</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, tracking number %2</source>
        <comment>%1: carrier</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 shipped in spite of its cancellation</source>
        <comment>%1: order number</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order was to be cancelled, but a parcel is on its way. Both are true; nothing has been decided for you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carrier</source>
        <comment>a side of a conflict</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancellation rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 shipped before your cancellation arrived</source>
        <comment>%1: order number</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The parcel was already with the carrier, so the order is not cancelled and nothing was refunded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The store did not cancel %1</source>
        <comment>%1: order number</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 asks to cancel %2</source>
        <comment>%1: name of the customer, %2: order number</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”</source>
        <comment>quotation marks around what a customer wrote</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shipping is on hold until you decide, at the latest %1</source>
        <comment>%1: date and time</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is cancelled, but the refund failed</source>
        <comment>%1: order number</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The payment provider gave no reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 have not gone back. %2 The order does not count as refunded until this is solved.</source>
        <comment>%1: amount, %2: what the payment provider said, a sentence</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancellation of %1 rejected: the parcel was faster</source>
        <comment>%1: order number</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancellation of %1 rejected</source>
        <comment>%1: order number</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mc::TextBlock</name>
    <message>
        <source>Copy</source>
        <comment>context menu of a text</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mc::Toasts</name>
    <message>
        <source>Too late to undo: it was sent already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln cancellation(s) taken back.</source>
        <comment>after Undo</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln order(s) written to %1.</source>
        <comment>%1: name of a file</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Cancellation of %1 saved. It is sent as soon as you are online.</source>
        <comment>%1: order ID</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancellation of %1 requested.</source>
        <comment>%1: order ID</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln cancellation(s) saved. They are sent as soon as you are online.</source>
        <comment>several</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cancellation(s) requested.</source>
        <comment>several</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <comment>button of a message</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mc::WindowMenus</name>
    <message>
        <source>&amp;Export CSV…</source>
        <comment>menu</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <comment>menu</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Orders</source>
        <comment>menu: go to</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Cancellations</source>
        <comment>menu: go to</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Settings</source>
        <comment>menu: go to</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find orders</source>
        <comment>menu</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <comment>menu</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to the &amp;message</source>
        <comment>menu: the message at the bottom</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Questions and answers</source>
        <comment>menu</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Merchant Console</source>
        <comment>menu</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <comment>menu</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Order</source>
        <comment>menu: of the current order</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <comment>menu: pages</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <comment>menu</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <comment>menu</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Merchant Console</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merchant Console %1</source>
        <comment>%1: version</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancels orders before they ship. Licensed under Apache-2.0.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>mc::Words</name>
    <message>
        <source>Ordered by mistake</source>
        <comment>a reason to cancel</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Items arriving late</source>
        <comment>a reason to cancel</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Incorrect shipping address</source>
        <comment>a reason to cancel</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Out of stock</source>
        <comment>a reason to cancel</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment issue</source>
        <comment>a reason to cancel</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other</source>
        <comment>a reason to cancel</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown</source>
        <comment>item status: a word that this version does not know</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not shipped</source>
        <comment>item status</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packed</source>
        <comment>item status</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancellation requested</source>
        <comment>item status</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>item status</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shipped</source>
        <comment>item status</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivered</source>
        <comment>item status</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Returned</source>
        <comment>item status</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown</source>
        <comment>payment status: a word that this version does not know</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pending</source>
        <comment>payment status</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Authorized</source>
        <comment>payment status</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid</source>
        <comment>payment status</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refund pending</source>
        <comment>payment status</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refund failed</source>
        <comment>payment status</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partially refunded</source>
        <comment>payment status</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refunded</source>
        <comment>payment status</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voided</source>
        <comment>payment status: the authorization was released</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown</source>
        <comment>state of a cancellation</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancellation requested</source>
        <comment>state of a cancellation</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being processed</source>
        <comment>state of a cancellation</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>state of a cancellation</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancellation rejected</source>
        <comment>state of a cancellation</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No refund</source>
        <comment>state of a refund</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refund pending</source>
        <comment>state of a refund</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refund failed</source>
        <comment>state of a refund</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refunded</source>
        <comment>state of a refund</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>customer</source>
        <comment>who asked for a cancellation</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>merchant</source>
        <comment>who asked for a cancellation</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>support</source>
        <comment>who asked for a cancellation</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not stated</source>
        <comment>how the customer reached the staff</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <comment>how the customer reached the staff</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail</source>
        <comment>how the customer reached the staff</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat</source>
        <comment>how the customer reached the staff</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In person</source>
        <comment>how the customer reached the staff</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another way</source>
        <comment>how the customer reached the staff</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Viewer</source>
        <comment>role of a staff member</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Support</source>
        <comment>role of a staff member</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Admin</source>
        <comment>role of a staff member</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Owner</source>
        <comment>role of a staff member</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo is still possible</source>
        <comment>under the badge of a request that is not sent yet</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <comment>under the badge of a request that is not sent yet</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being sent</source>
        <comment>under the badge of a request</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused by the store</source>
        <comment>under the badge of a request</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A cancellation has already been requested.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has already been cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can’t be cancelled: it has shipped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can’t be cancelled: it was delivered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can’t be cancelled: it was returned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Can’t be cancelled: its state is not known to this version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancellation already requested</source>
        <comment>why an order in a list stays as it is</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Already cancelled</source>
        <comment>why an order in a list stays as it is</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Already shipped</source>
        <comment>why an order in a list stays as it is</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Already delivered</source>
        <comment>why an order in a list stays as it is</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Already returned</source>
        <comment>why an order in a list stays as it is</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State not known</source>
        <comment>why an order in a list stays as it is</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The parcel was faster: it has shipped. Nothing was cancelled or refunded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shop declined the request. Nothing was cancelled or refunded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shop declined the request: %1</source>
        <comment>%1: what the decliner wrote</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody answered in time. Nothing was cancelled or refunded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shop system refused it. Nothing was cancelled or refunded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shop system refused it: %1</source>
        <comment>%1: what the shop system said</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was cancelled or refunded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shipping is on hold until you decide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shipping is on hold. The store decides by itself; you see the outcome here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something happened</source>
        <comment>timeline: an event that this version does not know</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order placed</source>
        <comment>timeline</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment authorized</source>
        <comment>timeline</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment received</source>
        <comment>timeline</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail sent</source>
        <comment>timeline</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E-mail could not be sent</source>
        <comment>timeline</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Packed</source>
        <comment>timeline</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shipped</source>
        <comment>timeline</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delivered</source>
        <comment>timeline</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Returned</source>
        <comment>timeline</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancellation requested</source>
        <comment>timeline</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancellation accepted</source>
        <comment>timeline</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancellation declined</source>
        <comment>timeline</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>timeline</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancellation rejected</source>
        <comment>timeline</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refund started</source>
        <comment>timeline</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refunded</source>
        <comment>timeline</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refund failed</source>
        <comment>timeline</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restocked</source>
        <comment>timeline: the items are back in stock</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restocking failed</source>
        <comment>timeline</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shipped although cancelled</source>
        <comment>timeline: two facts that exclude each other</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conflict closed</source>
        <comment>timeline: somebody has seen it and put it aside</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n item(s)</source>
        <comment>pieces of an order</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Just now</source>
        <comment>time of an order</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <comment>time of an order: minutes</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <comment>time of an order: hours</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Yesterday</source>
        <comment>time of an order</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n days ago</source>
        <comment>time of an order</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>date format, see QLocale::toString()</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM yyyy, HH:mm</source>
        <comment>date and time format, see QLocale::toString()</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
