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
        <source>Reasons of the latest %n outcome(s)</source>
        <translation>
            <numerusform>Reasons of the latest %n outcome</numerusform>
            <numerusform>Reasons of the latest %n outcomes</numerusform>
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
</context>
<context>
    <name>mc::DeclineDialog</name>
    <message numerus="yes">
        <source>Shorten the text to %n character(s).</source>
        <translation>
            <numerusform>Shorten the text to %n character.</numerusform>
            <numerusform>Shorten the text to %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mc::Notifier</name>
    <message numerus="yes">
        <source>%n cancellation(s) requested</source>
        <comment>desktop notification</comment>
        <translation>
            <numerusform>%n cancellation requested</numerusform>
            <numerusform>%n cancellations requested</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) cancelled</source>
        <comment>desktop notification</comment>
        <translation>
            <numerusform>%n order cancelled</numerusform>
            <numerusform>%n orders cancelled</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancellation(s) rejected</source>
        <comment>desktop notification</comment>
        <translation>
            <numerusform>%n cancellation rejected</numerusform>
            <numerusform>%n cancellations rejected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refund(s) failed</source>
        <comment>desktop notification</comment>
        <translation>
            <numerusform>%n refund failed</numerusform>
            <numerusform>%n refunds failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled order(s) shipped all the same</source>
        <comment>desktop notification</comment>
        <translation>
            <numerusform>%n cancelled order shipped all the same</numerusform>
            <numerusform>%n cancelled orders shipped all the same</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <comment>%1: some order numbers</comment>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
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
        <source>%n second(s)</source>
        <comment>time to undo</comment>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mc::StoreWords</name>
    <message numerus="yes">
        <source>Without an answer within %n hour(s) it is accepted.</source>
        <translation>
            <numerusform>Without an answer within %n hour it is accepted.</numerusform>
            <numerusform>Without an answer within %n hours it is accepted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Without an answer within %n hour(s) it is declined.</source>
        <translation>
            <numerusform>Without an answer within %n hour it is declined.</numerusform>
            <numerusform>Without an answer within %n hours it is declined.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>By themselves for %n minute(s) after the order; later the store asks you.</source>
        <translation>
            <numerusform>By themselves for %n minute after the order; later the store asks you.</numerusform>
            <numerusform>By themselves for %n minutes after the order; later the store asks you.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s)</source>
        <comment>limit of the comments of a cancellation</comment>
        <translation>
            <numerusform>%n character</numerusform>
            <numerusform>%n characters</numerusform>
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
</context>
<context>
    <name>mc::Words</name>
    <message numerus="yes">
        <source>%n item(s)</source>
        <comment>pieces of an order</comment>
        <translation>
            <numerusform>%n item</numerusform>
            <numerusform>%n items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min ago</source>
        <comment>time of an order: minutes</comment>
        <translation>
            <numerusform>%n min ago</numerusform>
            <numerusform>%n min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <comment>time of an order: hours</comment>
        <translation>
            <numerusform>%n h ago</numerusform>
            <numerusform>%n h ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days ago</source>
        <comment>time of an order</comment>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
</context>
</TS>
