<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>mc::CancelDialog</name>
    <message numerus="yes">
        <source>Cancel %Ln order(s)?</source>
        <comment>question</comment>
        <translation>
            <numerusform>Cancel %Ln order?</numerusform>
            <numerusform>Cancel %Ln orders?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel %Ln order(s)</source>
        <comment>button: do it</comment>
        <translation>
            <numerusform>Cancel %Ln order</numerusform>
            <numerusform>Cancel %Ln orders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mc::CancelSummary</name>
    <message numerus="yes">
        <source>%Ln will stay as they are:</source>
        <comment>number of orders</comment>
        <translation>
            <numerusform>%Ln will stay as they are:</numerusform>
            <numerusform>%Ln will stay as they are:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mc::CancellationsPage</name>
    <message numerus="yes">
        <source>Reasons of the latest %Ln outcome(s)</source>
        <translation>
            <numerusform>Reasons of the latest %Ln outcome</numerusform>
            <numerusform>Reasons of the latest %Ln outcomes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mc::Connection</name>
    <message numerus="yes">
        <source>%Ln change(s) waiting</source>
        <comment>below the side menu</comment>
        <translation>
            <numerusform>%Ln change waiting</numerusform>
            <numerusform>%Ln changes waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Orders as of %1. %Ln cancellation(s) are waiting to be sent; you can still take them back.</source>
        <comment>%1: a time</comment>
        <translation>
            <numerusform>Orders as of %1. %Ln cancellation is waiting to be sent; you can still take it back.</numerusform>
            <numerusform>Orders as of %1. %Ln cancellations are waiting to be sent; you can still take them back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Orders as of %1. %Ln cancellation(s) wait until you sign in; you can still take them back.</source>
        <comment>%1: a time</comment>
        <translation>
            <numerusform>Orders as of %1. %Ln cancellation waits until you sign in; you can still take it back.</numerusform>
            <numerusform>Orders as of %1. %Ln cancellations wait until you sign in; you can still take them back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) waiting for other stores</source>
        <comment>below the side menu</comment>
        <translation>
            <numerusform>%Ln change waiting for another store</numerusform>
            <numerusform>%Ln changes waiting for other stores</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mc::DeclineDialog</name>
    <message numerus="yes">
        <source>Shorten the text to %Ln character(s).</source>
        <translation>
            <numerusform>Shorten the text to %Ln character.</numerusform>
            <numerusform>Shorten the text to %Ln characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mc::Notifier</name>
    <message numerus="yes">
        <source>%Ln cancellation(s) requested</source>
        <comment>desktop notification</comment>
        <translation>
            <numerusform>%Ln cancellation requested</numerusform>
            <numerusform>%Ln cancellations requested</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln order(s) cancelled</source>
        <comment>desktop notification</comment>
        <translation>
            <numerusform>%Ln order cancelled</numerusform>
            <numerusform>%Ln orders cancelled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cancellation(s) rejected</source>
        <comment>desktop notification</comment>
        <translation>
            <numerusform>%Ln cancellation rejected</numerusform>
            <numerusform>%Ln cancellations rejected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln refund(s) failed</source>
        <comment>desktop notification</comment>
        <translation>
            <numerusform>%Ln refund failed</numerusform>
            <numerusform>%Ln refunds failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cancelled order(s) shipped all the same</source>
        <comment>desktop notification</comment>
        <translation>
            <numerusform>%Ln cancelled order shipped all the same</numerusform>
            <numerusform>%Ln cancelled orders shipped all the same</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <comment>%1: some order numbers</comment>
        <translation>
            <numerusform>%1 and %Ln more</numerusform>
            <numerusform>%1 and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mc::OrderStates</name>
    <message numerus="yes">
        <source>%Ln order(s) found</source>
        <comment>below the orders table</comment>
        <translation>
            <numerusform>%Ln order found</numerusform>
            <numerusform>%Ln orders found</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln order(s) in the past 30 days</source>
        <comment>below the orders table</comment>
        <translation>
            <numerusform>%Ln order in the past 30 days</numerusform>
            <numerusform>%Ln orders in the past 30 days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln order(s)</source>
        <comment>below the orders table</comment>
        <translation>
            <numerusform>%Ln order</numerusform>
            <numerusform>%Ln orders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mc::OrdersPage</name>
    <message numerus="yes">
        <source>%Ln selected; at most %1 can be cancelled at once</source>
        <comment>%1: a number</comment>
        <translation>
            <numerusform>%Ln selected; at most %1 can be cancelled at once</numerusform>
            <numerusform>%Ln selected; at most %1 can be cancelled at once</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <comment>number of orders</comment>
        <translation>
            <numerusform>%Ln selected</numerusform>
            <numerusform>%Ln selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mc::SettingsPage</name>
    <message numerus="yes">
        <source>%Ln second(s)</source>
        <comment>time to undo</comment>
        <translation>
            <numerusform>%Ln second</numerusform>
            <numerusform>%Ln seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mc::StoreWords</name>
    <message numerus="yes">
        <source>Without an answer within %Ln hour(s) it is accepted.</source>
        <translation>
            <numerusform>Without an answer within %Ln hour it is accepted.</numerusform>
            <numerusform>Without an answer within %Ln hours it is accepted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Without an answer within %Ln hour(s) it is declined.</source>
        <translation>
            <numerusform>Without an answer within %Ln hour it is declined.</numerusform>
            <numerusform>Without an answer within %Ln hours it is declined.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>By themselves for %Ln minute(s) after the order; later the store asks you.</source>
        <translation>
            <numerusform>By themselves for %Ln minute after the order; later the store asks you.</numerusform>
            <numerusform>By themselves for %Ln minutes after the order; later the store asks you.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln character(s)</source>
        <comment>limit of the comments of a cancellation</comment>
        <translation>
            <numerusform>%Ln character</numerusform>
            <numerusform>%Ln characters</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) wait until you sign in to this store.</source>
        <comment>below a store&apos;s name</comment>
        <translation>
            <numerusform>%Ln change waits until you sign in to this store.</numerusform>
            <numerusform>%Ln changes wait until you sign in to this store.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) are being sent.</source>
        <comment>below a store&apos;s name</comment>
        <translation>
            <numerusform>%Ln change is being sent.</numerusform>
            <numerusform>%Ln changes are being sent.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mc::Sync</name>
    <message numerus="yes">
        <source>The selected order(s) can’t be cancelled any more. Nothing was changed.</source>
        <translation>
            <numerusform>The selected order can’t be cancelled any more. Nothing was changed.</numerusform>
            <numerusform>The selected orders can’t be cancelled any more. Nothing was changed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mc::Toasts</name>
    <message numerus="yes">
        <source>%Ln cancellation(s) taken back.</source>
        <comment>after Undo</comment>
        <translation>
            <numerusform>%Ln cancellation taken back.</numerusform>
            <numerusform>%Ln cancellations taken back.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln order(s) written to %1.</source>
        <comment>%1: name of a file</comment>
        <translation>
            <numerusform>%Ln order written to %1.</numerusform>
            <numerusform>%Ln orders written to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cancellation(s) saved. They are sent as soon as you are online.</source>
        <comment>several</comment>
        <translation>
            <numerusform>%Ln cancellation saved. It is sent as soon as you are online.</numerusform>
            <numerusform>%Ln cancellations saved. They are sent as soon as you are online.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cancellation(s) requested.</source>
        <comment>several</comment>
        <translation>
            <numerusform>%Ln cancellation requested.</numerusform>
            <numerusform>%Ln cancellations requested.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cancellation(s) saved. They are sent as soon as you sign in.</source>
        <comment>several</comment>
        <translation>
            <numerusform>%Ln cancellation saved. It is sent as soon as you sign in.</numerusform>
            <numerusform>%Ln cancellations saved. They are sent as soon as you sign in.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mc::Words</name>
    <message numerus="yes">
        <source>%Ln item(s)</source>
        <comment>pieces of an order</comment>
        <translation>
            <numerusform>%Ln item</numerusform>
            <numerusform>%Ln items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln min ago</source>
        <comment>time of an order: minutes</comment>
        <translation>
            <numerusform>%Ln min ago</numerusform>
            <numerusform>%Ln min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln h ago</source>
        <comment>time of an order: hours</comment>
        <translation>
            <numerusform>%Ln h ago</numerusform>
            <numerusform>%Ln h ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln days ago</source>
        <comment>time of an order</comment>
        <translation>
            <numerusform>%Ln day ago</numerusform>
            <numerusform>%Ln days ago</numerusform>
        </translation>
    </message>
</context>
</TS>
