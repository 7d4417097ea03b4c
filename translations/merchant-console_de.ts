<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>mc::CancelDialog</name>
    <message>
        <source>Cancel order</source>
        <comment>title of the window</comment>
        <translation>Bestellung stornieren</translation>
    </message>
    <message>
        <source>Cancel order %1?</source>
        <comment>%1: order ID</comment>
        <translation>Bestellung %1 stornieren?</translation>
    </message>
    <message numerus="yes">
        <source>Cancel %Ln order(s)?</source>
        <comment>question</comment>
        <translation>
            <numerusform>%Ln Bestellung stornieren?</numerusform>
            <numerusform>%Ln Bestellungen stornieren?</numerusform>
        </translation>
    </message>
    <message>
        <source>The store checks that nothing has shipped, then cancels the order and refunds the payment.</source>
        <translation>Der Store prüft, dass nichts versandt wurde, storniert dann die Bestellung und erstattet die Zahlung.</translation>
    </message>
    <message>
        <source>The store checks each order by itself. What has not shipped is cancelled and refunded.</source>
        <translation>Der Store prüft jede Bestellung einzeln. Was nicht versandt ist, wird storniert und erstattet.</translation>
    </message>
    <message>
        <source>Cancel order</source>
        <comment>button: do it</comment>
        <translation>Bestellung stornieren</translation>
    </message>
    <message numerus="yes">
        <source>Cancel %Ln order(s)</source>
        <comment>button: do it</comment>
        <translation>
            <numerusform>%Ln Bestellung stornieren</numerusform>
            <numerusform>%Ln Bestellungen stornieren</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep order</source>
        <comment>button: do not cancel</comment>
        <translation>Bestellung behalten</translation>
    </message>
    <message>
        <source>Keep orders</source>
        <comment>button: do not cancel</comment>
        <translation>Bestellungen behalten</translation>
    </message>
    <message>
        <source>None of these orders can be cancelled any more</source>
        <translation>Keine dieser Bestellungen kann mehr storniert werden</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Close</source>
        <comment>button of a window</comment>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>%1  ·  %2</source>
        <comment>%1: order ID, %2: name of the customer</comment>
        <translation>%1  ·  %2</translation>
    </message>
    <message>
        <source>Somebody has just asked for this cancellation</source>
        <translation>Diese Stornierung wurde gerade angefragt</translation>
    </message>
    <message>
        <source>There is one request for the whole order. Nothing was changed.</source>
        <translation>Für die ganze Bestellung gibt es eine Anfrage. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>This order has just been cancelled</source>
        <translation>Diese Bestellung wurde gerade storniert</translation>
    </message>
    <message>
        <source>Nothing is left to cancel.</source>
        <translation>Es gibt nichts mehr zu stornieren.</translation>
    </message>
    <message>
        <source>It left at %1, so it can’t be cancelled any more. Nothing was changed.</source>
        <comment>%1: time of day</comment>
        <translation>Der Versand erfolgte um %1 Uhr, eine Stornierung ist nicht mehr möglich. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>HH:mm</source>
        <comment>time of day, see QLocale::toString()</comment>
        <translation>HH:mm</translation>
    </message>
    <message>
        <source>It can’t be cancelled any more. Nothing was changed.</source>
        <translation>Eine Stornierung ist nicht mehr möglich. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>This order has just shipped</source>
        <translation>Diese Bestellung wurde gerade versandt</translation>
    </message>
    <message>
        <source>This order can’t be cancelled any more</source>
        <translation>Diese Bestellung kann nicht mehr storniert werden</translation>
    </message>
</context>
<context>
    <name>mc::CancelForm</name>
    <message>
        <source>Choose a reason.</source>
        <translation>Wählen Sie einen Grund.</translation>
    </message>
    <message>
        <source>On behalf of the customer</source>
        <translation>Im Namen des Kunden</translation>
    </message>
    <message>
        <source>Show comments to the customer</source>
        <translation>Anmerkungen dem Kunden zeigen</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Choose a reason</source>
        <translation>Grund wählen</translation>
    </message>
    <message>
        <source>Additional comments</source>
        <translation>Weitere Anmerkungen</translation>
    </message>
    <message>
        <source>optional</source>
        <comment>beside a field that may stay empty</comment>
        <translation>optional</translation>
    </message>
    <message>
        <source>The customer asked by</source>
        <translation>Kontaktweg des Kunden</translation>
    </message>
    <message>
        <source>The customer asked by</source>
        <comment>before: phone, e-mail, chat …</comment>
        <translation>Kontaktweg des Kunden</translation>
    </message>
    <message>
        <source>The customer sees the reason and the comments.</source>
        <translation>Der Kunde sieht den Grund und die Anmerkungen.</translation>
    </message>
    <message>
        <source>The customer sees the reason. The comments stay here.</source>
        <translation>Der Kunde sieht den Grund. Die Anmerkungen bleiben intern.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>letters written and letters allowed</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>The comments are too long.</source>
        <translation>Die Anmerkungen sind zu lang.</translation>
    </message>
</context>
<context>
    <name>mc::CancelSummary</name>
    <message>
        <source>Orders</source>
        <comment>a list of orders, as spoken</comment>
        <translation>Bestellungen</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <comment>%1: quantity, %2: product</comment>
        <translation>%1 × %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln will stay as they are:</source>
        <comment>number of orders</comment>
        <translation>
            <numerusform>%Ln bleibt unverändert:</numerusform>
            <numerusform>%Ln bleiben unverändert:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mc::CancellationCard</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Close</source>
        <comment>puts a refused request aside</comment>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>mc::CancellationsPage</name>
    <message>
        <source>You</source>
        <comment>who asked for a cancellation</comment>
        <translation>Sie</translation>
    </message>
    <message>
        <source>Cancellations</source>
        <translation>Stornierungen</translation>
    </message>
    <message>
        <source>No cancellations yet</source>
        <translation>Noch keine Stornierungen</translation>
    </message>
    <message>
        <source>Requests by customers and by your staff appear here by themselves.</source>
        <translation>Anfragen von Kunden und Ihren Mitarbeitern erscheinen hier von selbst.</translation>
    </message>
    <message>
        <source>Needs a decision</source>
        <translation>Entscheidung nötig</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>Laufend</translation>
    </message>
    <message>
        <source>Requested by</source>
        <translation>Angefragt von</translation>
    </message>
    <message>
        <source>Requested</source>
        <translation>Angefragt</translation>
    </message>
    <message>
        <source>Item status</source>
        <translation>Artikelstatus</translation>
    </message>
    <message>
        <source>Outcomes</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>Erstattung</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Entschieden</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>Gründe</translation>
    </message>
    <message numerus="yes">
        <source>Reasons of the latest %Ln outcome(s)</source>
        <translation>
            <numerusform>Gründe der letzten Ergebnisse (%Ln)</numerusform>
            <numerusform>Gründe der letzten Ergebnisse (%Ln)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mc::Connection</name>
    <message>
        <source>HH:mm</source>
        <comment>time of day, see QLocale::toString()</comment>
        <translation>HH:mm</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) waiting</source>
        <comment>below the side menu</comment>
        <translation>
            <numerusform>%Ln Änderung wartet</numerusform>
            <numerusform>%Ln Änderungen warten</numerusform>
        </translation>
    </message>
    <message>
        <source>Loading orders</source>
        <comment>below the side menu</comment>
        <translation>Bestellungen werden geladen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>orders loaded and orders expected</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Signed out</source>
        <comment>state of the connection</comment>
        <translation>Abgemeldet</translation>
    </message>
    <message>
        <source>Connecting</source>
        <comment>state of the connection</comment>
        <translation>Verbindung wird hergestellt</translation>
    </message>
    <message>
        <source>Up to date</source>
        <comment>state of the connection</comment>
        <translation>Aktuell</translation>
    </message>
    <message>
        <source>as of %1</source>
        <comment>%1: a time; below &apos;Up to date&apos;</comment>
        <translation>Stand: %1</translation>
    </message>
    <message>
        <source>Online</source>
        <comment>state of the connection</comment>
        <translation>Online</translation>
    </message>
    <message>
        <source>Offline since %1</source>
        <comment>%1: a time</comment>
        <translation>Offline seit %1</translation>
    </message>
    <message>
        <source>No answer from the store</source>
        <translation>Keine Antwort vom Store</translation>
    </message>
    <message>
        <source>No news since %1</source>
        <comment>%1: a time</comment>
        <translation>Keine Neuigkeiten seit %1</translation>
    </message>
    <message>
        <source>No news from the store</source>
        <translation>Keine Neuigkeiten vom Store</translation>
    </message>
    <message>
        <source>Waiting for this computer</source>
        <comment>state of the connection</comment>
        <translation>Wartet auf diesen Computer</translation>
    </message>
    <message>
        <source>Orders as of %1. You can go on working; changes are sent later.</source>
        <comment>%1: a time</comment>
        <translation>Stand der Bestellungen: %1. Sie können weiterarbeiten; Änderungen werden später übertragen.</translation>
    </message>
    <message numerus="yes">
        <source>Orders as of %1. %Ln cancellation(s) are waiting to be sent; you can still take them back.</source>
        <comment>%1: a time</comment>
        <translation>
            <numerusform>Stand der Bestellungen: %1. %Ln Stornierung wartet auf Übertragung; Sie können sie noch zurücknehmen.</numerusform>
            <numerusform>Stand der Bestellungen: %1. %Ln Stornierungen warten auf Übertragung; Sie können sie noch zurücknehmen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The store answers, but no changes arrive</source>
        <translation>Der Store antwortet, aber es kommen keine Änderungen an</translation>
    </message>
    <message>
        <source>This computer’s disk does not answer</source>
        <translation>Die Festplatte dieses Computers antwortet nicht</translation>
    </message>
    <message>
        <source>You are offline</source>
        <translation>Sie sind offline</translation>
    </message>
    <message>
        <source>You are not signed in</source>
        <translation>Sie sind nicht angemeldet</translation>
    </message>
    <message>
        <source>Sign in to load the orders.</source>
        <translation>Melden Sie sich an, um die Bestellungen zu laden.</translation>
    </message>
    <message>
        <source>Orders as of %1. Sign in to send and to get changes.</source>
        <comment>%1: a time</comment>
        <translation>Bestellungen vom Stand %1. Melden Sie sich an, um Änderungen zu senden und zu bekommen.</translation>
    </message>
    <message numerus="yes">
        <source>Orders as of %1. %Ln cancellation(s) wait until you sign in; you can still take them back.</source>
        <comment>%1: a time</comment>
        <translation>
            <numerusform>Bestellungen vom Stand %1. %Ln Stornierung wartet, bis Sie sich anmelden; Sie können sie noch zurücknehmen.</numerusform>
            <numerusform>Bestellungen vom Stand %1. %Ln Stornierungen warten, bis Sie sich anmelden; Sie können sie noch zurücknehmen.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>%1: name of a store, %2: a sentence</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) waiting for other stores</source>
        <comment>below the side menu</comment>
        <translation>
            <numerusform>%Ln Änderung wartet für einen anderen Store</numerusform>
            <numerusform>%Ln Änderungen warten für andere Stores</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mc::ConsoleApp</name>
    <message>
        <source>Merchant Console</source>
        <comment>name of the program</comment>
        <translation>Merchant Console</translation>
    </message>
    <message>
        <source>The demo store is starting. The first time it makes 2,000 sample orders.</source>
        <translation>Der Demo-Store wird gestartet. Beim ersten Mal legt er 2.000 Beispielbestellungen an.</translation>
    </message>
</context>
<context>
    <name>mc::CustomerCard</name>
    <message>
        <source>Write to customer</source>
        <translation>Kunden anschreiben</translation>
    </message>
    <message>
        <source>Shipping address</source>
        <translation>Lieferadresse</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
</context>
<context>
    <name>mc::DeclineDialog</name>
    <message>
        <source>Decline cancellation</source>
        <translation>Stornierung ablehnen</translation>
    </message>
    <message>
        <source>Decline the cancellation of %1?</source>
        <comment>%1: order number</comment>
        <translation>Stornierung von %1 ablehnen?</translation>
    </message>
    <message>
        <source>The order goes on and nothing is refunded. The customer reads why.</source>
        <translation>Die Bestellung läuft weiter und nichts wird erstattet. Der Kunde liest die Begründung.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Begründung</translation>
    </message>
    <message>
        <source>Why the cancellation is declined</source>
        <translation>Begründung der Ablehnung</translation>
    </message>
    <message>
        <source>Keep undecided</source>
        <translation>Noch nicht entscheiden</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>%1: characters written, %2: characters allowed</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Say why, so that the customer understands it.</source>
        <translation>Geben Sie eine Begründung an, die der Kunde versteht.</translation>
    </message>
    <message numerus="yes">
        <source>Shorten the text to %Ln character(s).</source>
        <translation>
            <numerusform>Kürzen Sie den Text auf %Ln Zeichen.</numerusform>
            <numerusform>Kürzen Sie den Text auf %Ln Zeichen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mc::DemoStore</name>
    <message>
        <source>The demo store could not be started: %1</source>
        <comment>%1: what the system says</comment>
        <translation>Der Demo-Store konnte nicht gestartet werden: %1</translation>
    </message>
    <message>
        <source>The demo store has ended by itself (exit code %1).</source>
        <comment>%1: a number</comment>
        <translation>Der Demo-Store hat sich von selbst beendet (Exit-Code %1).</translation>
    </message>
    <message>
        <source>The demo store ended before it was ready (exit code %1).</source>
        <comment>%1: a number</comment>
        <translation>Der Demo-Store hat sich beendet, bevor er bereit war (Exit-Code %1).</translation>
    </message>
    <message>
        <source>merchant-store is missing: it belongs next to merchant-console.</source>
        <translation>merchant-store fehlt: Das Programm gehört neben merchant-console.</translation>
    </message>
</context>
<context>
    <name>mc::Export</name>
    <message>
        <source>%1 could not be written. Check the folder and the space on the disk.</source>
        <comment>%1: file name</comment>
        <translation>%1 konnte nicht geschrieben werden. Prüfen Sie den Ordner und den freien Speicherplatz.</translation>
    </message>
</context>
<context>
    <name>mc::FilterBar</name>
    <message>
        <source>Item status</source>
        <comment>filter button</comment>
        <translation>Artikelstatus</translation>
    </message>
    <message>
        <source>Filter by item status</source>
        <translation>Nach Artikelstatus filtern</translation>
    </message>
    <message>
        <source>Payment status</source>
        <comment>filter button</comment>
        <translation>Zahlungsstatus</translation>
    </message>
    <message>
        <source>Filter by payment status</source>
        <translation>Nach Zahlungsstatus filtern</translation>
    </message>
    <message>
        <source>Period</source>
        <comment>name of the switch between past 30 days and all orders</comment>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Past 30 days</source>
        <comment>view of the orders</comment>
        <translation>Letzte 30 Tage</translation>
    </message>
    <message>
        <source>Show all orders</source>
        <comment>view of the orders</comment>
        <translation>Alle Bestellungen</translation>
    </message>
    <message>
        <source>Search orders</source>
        <translation>Bestellungen suchen</translation>
    </message>
    <message>
        <source>Search order ID, customer, e-mail, product or tracking number</source>
        <translation>Bestellnummer, Kunde, E-Mail, Produkt oder Sendungsnummer suchen</translation>
    </message>
    <message>
        <source>Clear search</source>
        <translation>Suche löschen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a filter that is on; %1: &apos;Item status&apos;, %2: &apos;Shipped&apos;</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Remove filter %1</source>
        <comment>%1: &apos;Item status: Shipped&apos;</comment>
        <translation>Filter %1 entfernen</translation>
    </message>
    <message>
        <source>Clear filters</source>
        <translation>Filter löschen</translation>
    </message>
</context>
<context>
    <name>mc::FreedesktopNotifications</name>
    <message>
        <source>Show cancellations</source>
        <comment>action of a desktop notification</comment>
        <translation>Stornierungen anzeigen</translation>
    </message>
</context>
<context>
    <name>mc::Help</name>
    <message>
        <source>Who can cancel an order?</source>
        <translation>Wer kann eine Bestellung stornieren?</translation>
    </message>
    <message>
        <source>Customers cancel their own orders from the link in their order confirmation, as far as the store’s policy lets them. Owners, admins and support staff cancel here, also on behalf of a customer who called or wrote. Viewers read, but do not change anything.
The cancellation always says who asked for it, for whom, and when.</source>
        <translation>Kunden stornieren ihre eigenen Bestellungen über den Link in der Bestellbestätigung, soweit die Regeln des Stores es zulassen. Inhaber, Admins und Support-Mitarbeiter stornieren hier, auch im Namen eines Kunden, der angerufen oder geschrieben hat. Betrachter lesen mit, ändern aber nichts.
Bei jeder Stornierung steht, wer sie angefragt hat, für wen und wann.</translation>
    </message>
    <message>
        <source>Until when can an order be cancelled?</source>
        <translation>Bis wann kann eine Bestellung storniert werden?</translation>
    </message>
    <message>
        <source>As long as none of its items has shipped. A packed order can still be cancelled: the request holds the parcel back.
The store may ask you first when a customer’s request comes late; Settings shows its policy and time window.</source>
        <translation>Solange keiner ihrer Artikel versandt ist. Auch eine verpackte Bestellung kann noch storniert werden: Die Anfrage hält das Paket zurück.
Kommt die Anfrage eines Kunden spät, fragt der Store möglicherweise zuerst Sie; seine Regeln und das Zeitfenster finden Sie unter „Einstellungen“.</translation>
    </message>
    <message>
        <source>Why is “Cancel order” missing?</source>
        <translation>Warum fehlt „Bestellung stornieren“?</translation>
    </message>
    <message>
        <source>It is there only while the order can be cancelled. It is missing when an item has shipped, was delivered or returned, when a cancellation is already under way, when everything is cancelled already, when your role may not cancel, or when this version does not know the order’s state.
The order page says which of these it is, in the line below the order ID. What has shipped comes back as a return.</source>
        <translation>Den Befehl gibt es nur, solange die Bestellung storniert werden kann. Er fehlt, wenn ein Artikel versandt, zugestellt oder zurückgesandt wurde, wenn bereits eine Stornierung läuft, wenn schon alles storniert ist, wenn Ihre Rolle nicht stornieren darf oder wenn diese Version den Zustand der Bestellung nicht kennt.
Was davon zutrifft, steht auf der Seite der Bestellung in der Zeile unter der Bestellnummer. Was versandt ist, kommt als Retoure zurück.</translation>
    </message>
    <message>
        <source>What does “Cancellation requested” mean?</source>
        <translation>Was bedeutet „Stornierung angefragt“?</translation>
    </message>
    <message>
        <source>Somebody has asked, and nothing is decided yet. Shipping is on hold while the store checks that no parcel has left.
It ends as Cancelled, or as Cancellation rejected if the parcel was faster. Both you and the customer see the outcome without reloading.</source>
        <translation>Jemand hat eine Stornierung angefragt, und noch ist nichts entschieden. Der Versand ist angehalten, während der Store prüft, dass kein Paket unterwegs ist.
Am Ende steht „Storniert“ oder, wenn das Paket schneller war, „Stornierung zurückgewiesen“. Sie und der Kunde sehen das Ergebnis ohne Neuladen.</translation>
    </message>
    <message>
        <source>Why was a cancellation rejected?</source>
        <translation>Warum wurde eine Stornierung zurückgewiesen?</translation>
    </message>
    <message>
        <source>The parcel left before the request reached the store, somebody declined it, nobody answered in time, or the shop system refused it. The reason is on the order page.
A rejected cancellation changes nothing: the order goes on and no money is refunded. It stays on the Cancellations page until somebody closes it.</source>
        <translation>Das Paket ging ab, bevor die Anfrage den Store erreichte, jemand hat sie abgelehnt, niemand hat rechtzeitig geantwortet oder das Shopsystem hat sie abgewiesen. Der Grund steht auf der Seite der Bestellung.
Eine zurückgewiesene Stornierung ändert nichts: Die Bestellung läuft weiter und es wird kein Geld erstattet. Sie bleibt auf der Seite „Stornierungen“, bis jemand sie schließt.</translation>
    </message>
    <message>
        <source>When do I have to accept or decline?</source>
        <translation>Wann muss ich annehmen oder ablehnen?</translation>
    </message>
    <message>
        <source>When the store’s policy is to ask. The question is on the Cancellations page with the time until which it has to be answered; after that the store does what its policy says.
Accepting starts the cancellation. Declining asks for a short reason, which the customer reads.</source>
        <translation>Wenn die Regeln des Stores eine Rückfrage vorsehen. Die Frage steht auf der Seite „Stornierungen“ mit dem Zeitpunkt, bis zu dem sie zu beantworten ist; danach handelt der Store nach seinen Regeln.
Mit dem Annehmen beginnt die Stornierung. Beim Ablehnen geben Sie eine kurze Begründung an, die der Kunde liest.</translation>
    </message>
    <message>
        <source>What happens to the money?</source>
        <translation>Was geschieht mit dem Geld?</translation>
    </message>
    <message>
        <source>A payment that was only authorized is released. A captured payment is refunded by the way it was paid; banks need some days to show it.
An order counts as refunded only when the refund has been confirmed. Until then the payment reads Refund pending.</source>
        <translation>Eine nur autorisierte Zahlung wird freigegeben. Eine eingezogene Zahlung wird auf dem Weg erstattet, auf dem sie bezahlt wurde; bei Banken dauert es einige Tage, bis sie sichtbar ist.
Eine Bestellung gilt erst als erstattet, wenn die Erstattung bestätigt ist. Bis dahin steht bei der Zahlung „Erstattung ausstehend“.</translation>
    </message>
    <message>
        <source>What if a refund fails?</source>
        <translation>Was ist, wenn eine Erstattung fehlschlägt?</translation>
    </message>
    <message>
        <source>The order is cancelled, but the money has not gone back. It stays on the Cancellations page until it is solved: try the refund again, or refund it in another way and mark it as refunded.</source>
        <translation>Die Bestellung ist storniert, aber das Geld wurde nicht zurückgezahlt. Der Fall bleibt auf der Seite „Stornierungen“, bis er geklärt ist: Versuchen Sie die Erstattung erneut oder erstatten Sie auf anderem Weg und markieren Sie die Bestellung als erstattet.</translation>
    </message>
    <message>
        <source>What is a conflict?</source>
        <translation>Was ist ein Konflikt?</translation>
    </message>
    <message>
        <source>Two facts that exclude each other: an order that was cancelled, and its parcel on the way. It can happen when you worked offline or when a carrier reports a parcel late.
The Cancellations page shows both with their time and who says so. Nothing is decided behind your back: write to the customer, or leave it as shipped.</source>
        <translation>Zwei Tatsachen, die einander ausschließen: eine stornierte Bestellung und ihr Paket auf dem Weg. Das kann vorkommen, wenn Sie offline gearbeitet haben oder ein Versanddienst ein Paket spät meldet.
Die Seite „Stornierungen“ zeigt beides mit Zeitpunkt und Quelle. Nichts wird ohne Sie entschieden: Schreiben Sie den Kunden an oder belassen Sie die Bestellung als versandt.</translation>
    </message>
    <message>
        <source>How do I take a cancellation back?</source>
        <translation>Wie nehme ich eine Stornierung zurück?</translation>
    </message>
    <message>
        <source>Choose Undo in the message after cancelling. It stays for as long as you set in Settings, and longer while the pointer is on it; until then nothing is sent.
After that the store has the request. What has been cancelled stays cancelled; the customer can order again.</source>
        <translation>Wählen Sie „Rückgängig“ in der Meldung nach dem Stornieren. Sie bleibt so lange stehen, wie Sie es in den Einstellungen festlegen, und länger, solange der Mauszeiger darauf steht; bis dahin wird nichts übertragen.
Danach liegt die Anfrage beim Store. Was storniert ist, bleibt storniert; der Kunde kann neu bestellen.</translation>
    </message>
    <message>
        <source>What can I do without a connection?</source>
        <translation>Was kann ich ohne Verbindung tun?</translation>
    </message>
    <message>
        <source>Read, search and cancel. A cancellation is saved on this computer first, shown as Waiting to be sent, and sent as soon as the store can be reached, also after a restart.
If the order has shipped in the meantime, the store says so and you find both sides on the Cancellations page.</source>
        <translation>Lesen, suchen und stornieren. Eine Stornierung wird zuerst auf diesem Computer gespeichert, als „Wartet auf Übertragung“ angezeigt und übertragen, sobald der Store erreichbar ist, auch nach einem Neustart.
Wurde die Bestellung inzwischen versandt, meldet der Store das und Sie finden beide Seiten auf der Seite „Stornierungen“.</translation>
    </message>
    <message>
        <source>What does the customer see?</source>
        <translation>Was sieht der Kunde?</translation>
    </message>
    <message>
        <source>The state of the order, the reason, and what happens to the money, on the page behind the link in their e-mail. They also get an e-mail for the request and for its outcome.
Comments by staff stay internal unless “Show comments to the customer” was ticked.</source>
        <translation>Den Zustand der Bestellung, den Grund und was mit dem Geld geschieht, auf der Seite hinter dem Link in seiner E-Mail. Zur Anfrage und zu ihrem Ergebnis erhält er außerdem je eine E-Mail.
Anmerkungen von Mitarbeitern bleiben intern, außer „Anmerkungen dem Kunden zeigen“ war angekreuzt.</translation>
    </message>
</context>
<context>
    <name>mc::HelpPage</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Search the questions</source>
        <translation>Fragen durchsuchen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>No question contains “%1”.</source>
        <comment>%1: what was typed</comment>
        <translation>Keine Frage enthält „%1“.</translation>
    </message>
</context>
<context>
    <name>mc::LiveConsoleService</name>
    <message>
        <source>Your role in this store does not allow that. Ask its owner.</source>
        <translation>Ihre Rolle in diesem Store erlaubt das nicht. Wenden Sie sich an den Inhaber.</translation>
    </message>
</context>
<context>
    <name>mc::LoadingPane</name>
    <message>
        <source>Loading orders</source>
        <translation>Bestellungen werden geladen</translation>
    </message>
    <message>
        <source>Loading the past 30 days: %1 of %2 orders</source>
        <comment>numbers</comment>
        <translation>Letzte 30 Tage werden geladen: %1 von %2 Bestellungen</translation>
    </message>
    <message>
        <source>Loading: %1 of %2 orders</source>
        <comment>numbers</comment>
        <translation>Wird geladen: %1 von %2 Bestellungen</translation>
    </message>
</context>
<context>
    <name>mc::MainWindow</name>
    <message>
        <source>Merchant Console</source>
        <comment>name of the program</comment>
        <translation>Merchant Console</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>No mail program answered. The address is %1.</source>
        <comment>%1: an e-mail address</comment>
        <translation>Kein E-Mail-Programm hat reagiert. Die Adresse lautet %1.</translation>
    </message>
    <message>
        <source>%1 – Merchant Console</source>
        <comment>%1: name of the store</comment>
        <translation>%1 – Merchant Console</translation>
    </message>
    <message>
        <source>Sign in</source>
        <comment>button: to the store that is shown</comment>
        <translation>Anmelden</translation>
    </message>
</context>
<context>
    <name>mc::Net</name>
    <message>
        <source>The store at %1 could not be reached.</source>
        <comment>%1: host name</comment>
        <translation>Der Store unter %1 war nicht erreichbar.</translation>
    </message>
    <message>
        <source>The store at %1 did not answer.</source>
        <comment>%1: host name</comment>
        <translation>Der Store unter %1 hat nicht geantwortet.</translation>
    </message>
    <message>
        <source>The connection to %1 is not secure, so nothing was sent. Check the address of the store.</source>
        <comment>%1: host name</comment>
        <translation>Die Verbindung zu %1 ist nicht sicher, daher wurde nichts übertragen. Prüfen Sie die Adresse des Stores.</translation>
    </message>
    <message>
        <source>The store does not accept this sign-in any more. Sign in again.</source>
        <translation>Der Store akzeptiert diese Anmeldung nicht mehr. Melden Sie sich erneut an.</translation>
    </message>
    <message>
        <source>The store was restored. All orders are being loaded again.</source>
        <translation>Der Store wurde wiederhergestellt. Alle Bestellungen werden neu geladen.</translation>
    </message>
    <message>
        <source>The store refused it.</source>
        <translation>Der Store hat die Anfrage abgewiesen.</translation>
    </message>
    <message>
        <source>The store at %1 is busy. It is tried again by itself.</source>
        <comment>%1: host name</comment>
        <translation>Der Store unter %1 ist ausgelastet. Der Versuch wird automatisch wiederholt.</translation>
    </message>
    <message>
        <source>The store at %1 has a problem. It is tried again by itself.</source>
        <comment>%1: host name</comment>
        <translation>Der Store unter %1 hat ein Problem. Der Versuch wird automatisch wiederholt.</translation>
    </message>
    <message>
        <source>Something else than a store answered at %1. Check the address and the network.</source>
        <comment>%1: host name</comment>
        <translation>Unter %1 hat etwas anderes als ein Store geantwortet. Prüfen Sie die Adresse und das Netzwerk.</translation>
    </message>
</context>
<context>
    <name>mc::Notifier</name>
    <message>
        <source>News about cancellations</source>
        <comment>title of a desktop notification with several lines</comment>
        <translation>Neues zu Stornierungen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln cancellation(s) requested</source>
        <comment>desktop notification</comment>
        <translation>
            <numerusform>%Ln Stornierung angefragt</numerusform>
            <numerusform>%Ln Stornierungen angefragt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln order(s) cancelled</source>
        <comment>desktop notification</comment>
        <translation>
            <numerusform>%Ln Bestellung storniert</numerusform>
            <numerusform>%Ln Bestellungen storniert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cancellation(s) rejected</source>
        <comment>desktop notification</comment>
        <translation>
            <numerusform>%Ln Stornierung zurückgewiesen</numerusform>
            <numerusform>%Ln Stornierungen zurückgewiesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln refund(s) failed</source>
        <comment>desktop notification</comment>
        <translation>
            <numerusform>%Ln Erstattung fehlgeschlagen</numerusform>
            <numerusform>%Ln Erstattungen fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cancelled order(s) shipped all the same</source>
        <comment>desktop notification</comment>
        <translation>
            <numerusform>%Ln stornierte Bestellung trotzdem versandt</numerusform>
            <numerusform>%Ln stornierte Bestellungen trotzdem versandt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <comment>%1: some order numbers</comment>
        <translation>
            <numerusform>%1 und %Ln weitere</numerusform>
            <numerusform>%1 und %Ln weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mc::OrderActions</name>
    <message>
        <source>View order details</source>
        <comment>menu of an order</comment>
        <translation>Bestelldetails anzeigen</translation>
    </message>
    <message>
        <source>Copy order ID</source>
        <comment>menu of an order</comment>
        <translation>Bestellnummer kopieren</translation>
    </message>
    <message>
        <source>Write to customer</source>
        <comment>menu of an order</comment>
        <translation>Kunden anschreiben</translation>
    </message>
    <message>
        <source>Cancel order</source>
        <comment>menu of an order</comment>
        <translation>Bestellung stornieren</translation>
    </message>
</context>
<context>
    <name>mc::OrderContent</name>
    <message>
        <source>Items</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Zahlung</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Write to customer</source>
        <translation>Kunden anschreiben</translation>
    </message>
    <message>
        <source>Leave as shipped</source>
        <translation>Als versandt belassen</translation>
    </message>
    <message>
        <source>Try refund again</source>
        <translation>Erstattung erneut versuchen</translation>
    </message>
    <message>
        <source>Mark as refunded</source>
        <translation>Als erstattet markieren</translation>
    </message>
    <message>
        <source>Accept cancellation</source>
        <translation>Stornierung annehmen</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>The parcel left although the order was to be cancelled. %1 · %2</source>
        <comment>%1: carrier and tracking number, %2: time</comment>
        <translation>Das Paket ging ab, obwohl die Bestellung storniert werden sollte. %1 · %2</translation>
    </message>
    <message>
        <source>%1 shipped in spite of its cancellation</source>
        <comment>%1: order number</comment>
        <translation>%1 trotz Stornierung versandt</translation>
    </message>
    <message>
        <source>The payment provider gave no reason.</source>
        <translation>Der Zahlungsanbieter hat keinen Grund angegeben.</translation>
    </message>
    <message>
        <source>%1 is cancelled, but the refund failed</source>
        <comment>%1: order number</comment>
        <translation>%1 ist storniert, aber die Erstattung ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 The order does not count as refunded until this is solved.</source>
        <comment>%1: what the payment provider said, a sentence</comment>
        <translation>%1 Die Bestellung gilt erst als erstattet, wenn das geklärt ist.</translation>
    </message>
    <message>
        <source>Accept the cancellation of %1?</source>
        <comment>%1: order number</comment>
        <translation>Stornierung von %1 annehmen?</translation>
    </message>
    <message>
        <source>Cancellation</source>
        <translation>Stornierung</translation>
    </message>
</context>
<context>
    <name>mc::OrderHead</name>
    <message>
        <source>Back to orders</source>
        <translation>Zurück zu den Bestellungen</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Weitere Aktionen</translation>
    </message>
    <message>
        <source>Cancel order</source>
        <translation>Bestellung stornieren</translation>
    </message>
    <message>
        <source>Why is “Cancel order” missing?</source>
        <translation>Warum fehlt „Bestellung stornieren“?</translation>
    </message>
</context>
<context>
    <name>mc::OrderPage</name>
    <message>
        <source>Loading the order</source>
        <translation>Bestellung wird geladen</translation>
    </message>
    <message>
        <source>It appears here in a moment.</source>
        <translation>Sie erscheint gleich hier.</translation>
    </message>
    <message>
        <source>This order is not here any more</source>
        <translation>Diese Bestellung ist nicht mehr vorhanden</translation>
    </message>
    <message>
        <source>The store does not have it, or it belongs to another store.</source>
        <translation>Der Store kennt sie nicht oder sie gehört zu einem anderen Store.</translation>
    </message>
    <message>
        <source>Back to orders</source>
        <translation>Zurück zu den Bestellungen</translation>
    </message>
    <message>
        <source>Details of the order</source>
        <translation>Details der Bestellung</translation>
    </message>
</context>
<context>
    <name>mc::OrderPhrases</name>
    <message>
        <source>Quantity %1</source>
        <comment>%1: pieces of one product in an order</comment>
        <translation>Menge %1</translation>
    </message>
    <message>
        <source>%1 cancelled</source>
        <comment>%1: pieces of one product in an order</comment>
        <translation>%1 storniert</translation>
    </message>
    <message>
        <source>The customer</source>
        <comment>on whose behalf a cancellation was asked for</comment>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>The customer sees these comments.</source>
        <translation>Der Kunde sieht diese Anmerkungen.</translation>
    </message>
    <message>
        <source>Internal: the customer does not see them.</source>
        <translation>Intern: Der Kunde sieht sie nicht.</translation>
    </message>
    <message>
        <source>HH:mm</source>
        <comment>time of day, see QLocale</comment>
        <translation>HH:mm</translation>
    </message>
    <message>
        <source>Placed %1</source>
        <comment>%1: date and time of an order</comment>
        <translation>Bestellt am %1</translation>
    </message>
    <message>
        <source>Your role may not cancel orders.</source>
        <translation>Ihre Rolle darf keine Bestellungen stornieren.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>%1: a name, %2: customer, merchant or support</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <comment>%1: a product, %2: how many of it</comment>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Additional comments</source>
        <translation>Weitere Anmerkungen</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Requested by</source>
        <translation>Angefragt von</translation>
    </message>
    <message>
        <source>On behalf of</source>
        <translation>Im Namen von</translation>
    </message>
    <message>
        <source>Requested</source>
        <translation>Angefragt</translation>
    </message>
    <message>
        <source>Answer until</source>
        <translation>Antwort bis</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>Erstattung</translation>
    </message>
    <message>
        <source>You, on this computer</source>
        <comment>who asked for a cancellation</comment>
        <translation>Sie, an diesem Computer</translation>
    </message>
    <message>
        <source>Not sent yet: you can still take it back.</source>
        <translation>Noch nicht übertragen: Sie können sie noch zurücknehmen.</translation>
    </message>
    <message>
        <source>Saved on this computer. It is sent as soon as the store can be reached; until then you can take it back.</source>
        <translation>Auf diesem Computer gespeichert. Die Übertragung erfolgt, sobald der Store erreichbar ist; bis dahin können Sie die Stornierung zurücknehmen.</translation>
    </message>
    <message>
        <source>It is being sent. The store has not answered yet.</source>
        <translation>Die Stornierung wird übertragen. Der Store hat noch nicht geantwortet.</translation>
    </message>
    <message>
        <source>Shipping is on hold. The store decides by itself; you see the outcome here.</source>
        <translation>Der Versand ist angehalten. Der Store entscheidet selbst; das Ergebnis sehen Sie hier.</translation>
    </message>
    <message>
        <source>The store refused it. Nothing was cancelled.</source>
        <translation>Der Store hat die Anfrage abgewiesen. Es wurde nichts storniert.</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Gesamtbetrag</translation>
    </message>
    <message>
        <source>Authorized by customer</source>
        <translation>Vom Kunden autorisiert</translation>
    </message>
    <message>
        <source>Paid by customer</source>
        <translation>Vom Kunden bezahlt</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>Erstattet</translation>
    </message>
    <message>
        <source>Your order %1</source>
        <comment>subject of a mail; %1: order number</comment>
        <translation>Ihre Bestellung %1</translation>
    </message>
</context>
<context>
    <name>mc::OrderStates</name>
    <message>
        <source>No order was placed in the past 30 days.</source>
        <translation>In den letzten 30 Tagen ging keine Bestellung ein.</translation>
    </message>
    <message>
        <source>Nothing in the past 30 days passes these filters.</source>
        <translation>Keine Bestellung der letzten 30 Tage entspricht diesen Filtern.</translation>
    </message>
    <message>
        <source>Nothing in the past 30 days has the status %1.</source>
        <comment>%1: a status</comment>
        <translation>Keine Bestellung der letzten 30 Tage hat den Status %1.</translation>
    </message>
    <message>
        <source>Nothing in the past 30 days contains “%1”.</source>
        <comment>%1: what was typed</comment>
        <translation>Keine Bestellung der letzten 30 Tage enthält „%1“.</translation>
    </message>
    <message>
        <source>Nothing in the past 30 days contains “%1” and passes these filters.</source>
        <comment>%1: what was typed</comment>
        <translation>Keine Bestellung der letzten 30 Tage enthält „%1“ und entspricht diesen Filtern.</translation>
    </message>
    <message>
        <source>Nothing in the past 30 days contains “%1” with the status %2.</source>
        <comment>%1: what was typed, %2: a status</comment>
        <translation>Keine Bestellung der letzten 30 Tage mit dem Status %2 enthält „%1“.</translation>
    </message>
    <message>
        <source>No order passes these filters.</source>
        <translation>Keine Bestellung entspricht diesen Filtern.</translation>
    </message>
    <message>
        <source>No order has the status %1.</source>
        <comment>%1: a status</comment>
        <translation>Keine Bestellung hat den Status %1.</translation>
    </message>
    <message>
        <source>No order contains “%1”.</source>
        <comment>%1: what was typed</comment>
        <translation>Keine Bestellung enthält „%1“.</translation>
    </message>
    <message>
        <source>No order contains “%1” and passes these filters.</source>
        <comment>%1: what was typed</comment>
        <translation>Keine Bestellung enthält „%1“ und entspricht diesen Filtern.</translation>
    </message>
    <message>
        <source>No order contains “%1” with the status %2.</source>
        <comment>%1: what was typed, %2: a status</comment>
        <translation>Keine Bestellung mit dem Status %2 enthält „%1“.</translation>
    </message>
    <message>
        <source>%1+ orders found</source>
        <comment>%1: a number that is known to be too low</comment>
        <translation>Über %1 Bestellungen gefunden</translation>
    </message>
    <message>
        <source>%1+ orders in the past 30 days</source>
        <comment>%1: a number that is too low</comment>
        <translation>Über %1 Bestellungen in den letzten 30 Tagen</translation>
    </message>
    <message>
        <source>%1+ orders</source>
        <comment>%1: a number that is known to be too low</comment>
        <translation>Über %1 Bestellungen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln order(s) found</source>
        <comment>below the orders table</comment>
        <translation>
            <numerusform>%Ln Bestellung gefunden</numerusform>
            <numerusform>%Ln Bestellungen gefunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln order(s) in the past 30 days</source>
        <comment>below the orders table</comment>
        <translation>
            <numerusform>%Ln Bestellung in den letzten 30 Tagen</numerusform>
            <numerusform>%Ln Bestellungen in den letzten 30 Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln order(s)</source>
        <comment>below the orders table</comment>
        <translation>
            <numerusform>%Ln Bestellung</numerusform>
            <numerusform>%Ln Bestellungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mc::OrderTable</name>
    <message>
        <source>Orders</source>
        <comment>name of the table, as spoken</comment>
        <translation>Bestellungen</translation>
    </message>
</context>
<context>
    <name>mc::OrderTexts</name>
    <message>
        <source>Loading</source>
        <comment>spoken for a cell of a row that is still being read</comment>
        <translation>Wird geladen</translation>
    </message>
    <message>
        <source>Select %1</source>
        <comment>%1: order ID</comment>
        <translation>%1 auswählen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>%1: order ID, %2: name of the customer</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>%1: &apos;3 h ago&apos;, %2: date and time</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>%1: &apos;3 items&apos;, %2: title of the first one</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>%1: item status, %2: &apos;Waiting to be sent&apos;</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Actions for %1</source>
        <comment>%1: order ID</comment>
        <translation>Aktionen für %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>name and e-mail of the customer</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Selected</source>
        <comment>header of the column of check boxes, as spoken</comment>
        <translation>Ausgewählt</translation>
    </message>
    <message>
        <source>Order ID</source>
        <comment>column of the orders table</comment>
        <translation>Bestellnummer</translation>
    </message>
    <message>
        <source>Order date</source>
        <comment>column of the orders table</comment>
        <translation>Bestelldatum</translation>
    </message>
    <message>
        <source>Items</source>
        <comment>column of the orders table</comment>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Item status</source>
        <comment>column of the orders table</comment>
        <translation>Artikelstatus</translation>
    </message>
    <message>
        <source>Payment status</source>
        <comment>column of the orders table</comment>
        <translation>Zahlungsstatus</translation>
    </message>
    <message>
        <source>Amount</source>
        <comment>column of the orders table</comment>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Actions</source>
        <comment>column of the orders table: the &apos;…&apos; buttons</comment>
        <translation>Aktionen</translation>
    </message>
</context>
<context>
    <name>mc::OrdersPage</name>
    <message>
        <source>Orders</source>
        <comment>title of the page</comment>
        <translation>Bestellungen</translation>
    </message>
    <message>
        <source>Export CSV</source>
        <translation>CSV exportieren</translation>
    </message>
    <message>
        <source>Cancel orders</source>
        <comment>several selected orders</comment>
        <translation>Bestellungen stornieren</translation>
    </message>
    <message>
        <source>Clear selection</source>
        <translation>Auswahl aufheben</translation>
    </message>
    <message>
        <source>Export orders</source>
        <translation>Bestellungen exportieren</translation>
    </message>
    <message>
        <source>Table for spreadsheets (*.csv)</source>
        <comment>kind of file</comment>
        <translation>CSV-Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>Actions for %1</source>
        <comment>%1: order ID</comment>
        <translation>Aktionen für %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected; at most %1 can be cancelled at once</source>
        <comment>%1: a number</comment>
        <translation>
            <numerusform>%Ln ausgewählt; höchstens %1 können auf einmal storniert werden</numerusform>
            <numerusform>%Ln ausgewählt; höchstens %1 können auf einmal storniert werden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <comment>number of orders</comment>
        <translation>
            <numerusform>%Ln ausgewählt</numerusform>
            <numerusform>%Ln ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Older orders follow while you work</source>
        <translation>Ältere Bestellungen folgen, während Sie arbeiten</translation>
    </message>
    <message>
        <source>New orders appear here by themselves.</source>
        <translation>Neue Bestellungen erscheinen hier von selbst.</translation>
    </message>
    <message>
        <source>No orders yet</source>
        <translation>Noch keine Bestellungen</translation>
    </message>
    <message>
        <source>Clear search and filters</source>
        <translation>Suche und Filter löschen</translation>
    </message>
    <message>
        <source>Show all orders</source>
        <comment>button: look further back than 30 days</comment>
        <translation>Alle Bestellungen anzeigen</translation>
    </message>
    <message>
        <source>Search all orders</source>
        <comment>button: look further back than 30 days</comment>
        <translation>Alle Bestellungen durchsuchen</translation>
    </message>
    <message>
        <source>No orders match</source>
        <translation>Keine passenden Bestellungen</translation>
    </message>
    <message>
        <source>The store did not answer. Your changes are safe on this computer.</source>
        <translation>Der Store hat nicht geantwortet. Ihre Änderungen sind auf diesem Computer gesichert.</translation>
    </message>
    <message>
        <source>The store at %1 did not answer. Your changes are safe on this computer.</source>
        <comment>%1: an address</comment>
        <translation>Der Store unter %1 hat nicht geantwortet. Ihre Änderungen sind auf diesem Computer gesichert.</translation>
    </message>
    <message>
        <source>Orders could not be loaded</source>
        <translation>Bestellungen konnten nicht geladen werden</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Nothing of this store is on this computer yet.</source>
        <translation>Von diesem Store ist noch nichts auf diesem Computer.</translation>
    </message>
    <message>
        <source>No orders here yet</source>
        <translation>Noch keine Bestellungen hier</translation>
    </message>
</context>
<context>
    <name>mc::OrdersTableModel</name>
    <message>
        <source>Loading</source>
        <comment>a row of the orders table that is still being read</comment>
        <translation>Wird geladen</translation>
    </message>
    <message>
        <source>Select %1</source>
        <comment>%1: order number</comment>
        <translation>%1 auswählen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>%1: order number, %2: customer</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>%1: 3 items, %2: title of the first</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>%1: item status, %2: Waiting to be sent</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Actions for %1</source>
        <comment>%1: order number</comment>
        <translation>Aktionen für %1</translation>
    </message>
    <message>
        <source>Selected</source>
        <comment>header of the check column</comment>
        <translation>Ausgewählt</translation>
    </message>
    <message>
        <source>Order ID</source>
        <comment>column</comment>
        <translation>Bestellnummer</translation>
    </message>
    <message>
        <source>Order date</source>
        <comment>column</comment>
        <translation>Bestelldatum</translation>
    </message>
    <message>
        <source>Items</source>
        <comment>column</comment>
        <translation>Artikel</translation>
    </message>
    <message>
        <source>Item status</source>
        <comment>column</comment>
        <translation>Artikelstatus</translation>
    </message>
    <message>
        <source>Payment status</source>
        <comment>column</comment>
        <translation>Zahlungsstatus</translation>
    </message>
    <message>
        <source>Amount</source>
        <comment>column</comment>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Actions</source>
        <comment>column</comment>
        <translation>Aktionen</translation>
    </message>
</context>
<context>
    <name>mc::ProfileList</name>
    <message>
        <source>Switch to this store</source>
        <translation>Zu diesem Store wechseln</translation>
    </message>
    <message>
        <source>Shown now</source>
        <comment>badge of a store</comment>
        <translation>Aktuell</translation>
    </message>
    <message>
        <source>Switch to %1</source>
        <comment>%1: name of a store</comment>
        <translation>Zu %1 wechseln</translation>
    </message>
</context>
<context>
    <name>mc::RequestTable</name>
    <message>
        <source>Order ID</source>
        <translation>Bestellnummer</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>View order %1</source>
        <comment>%1: order number</comment>
        <translation>Bestellung %1 anzeigen</translation>
    </message>
</context>
<context>
    <name>mc::SettingsPage</name>
    <message>
        <source>Off</source>
        <comment>no time to undo</comment>
        <translation>Aus</translation>
    </message>
    <message numerus="yes">
        <source>%Ln second(s)</source>
        <comment>time to undo</comment>
        <translation>
            <numerusform>%Ln Sekunde</numerusform>
            <numerusform>%Ln Sekunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Automatic</source>
        <comment>colours</comment>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Light</source>
        <comment>colours</comment>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <comment>colours</comment>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Automatic follows this computer.</source>
        <translation>„Automatisch“ folgt diesem Computer.</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <comment>row height</comment>
        <translation>Komfortabel</translation>
    </message>
    <message>
        <source>Compact</source>
        <comment>row height</comment>
        <translation>Kompakt</translation>
    </message>
    <message>
        <source>Row height</source>
        <translation>Zeilenhöhe</translation>
    </message>
    <message>
        <source>Compact shows half as many orders again.</source>
        <translation>„Kompakt“ zeigt eineinhalbmal so viele Bestellungen.</translation>
    </message>
    <message>
        <source>As this computer</source>
        <comment>language</comment>
        <translation>Wie dieser Computer</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Dates, numbers and reading direction follow the language. Takes effect at the next start.</source>
        <translation>Datum, Zahlen und Leserichtung richten sich nach der Sprache. Gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>Arbeitsweise</translation>
    </message>
    <message>
        <source>Time to undo</source>
        <translation>Zeit für „Rückgängig“</translation>
    </message>
    <message>
        <source>A cancellation waits this long before it is sent, so that a slip costs nothing.</source>
        <translation>So lange wartet eine Stornierung auf ihre Übertragung, damit ein Versehen folgenlos bleibt.</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Bestellungen</translation>
    </message>
    <message>
        <source>Cancellations</source>
        <translation>Stornierungen</translation>
    </message>
    <message>
        <source>Start with</source>
        <translation>Starten mit</translation>
    </message>
    <message>
        <source>The page that is shown when the program starts.</source>
        <translation>Die Seite, die beim Programmstart angezeigt wird.</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>Tell me outside of this window about requests, outcomes and conflicts. Order IDs only, no names.</source>
        <translation>Außerhalb dieses Fensters über Anfragen, Ergebnisse und Konflikte informieren. Nur Bestellnummern, keine Namen.</translation>
    </message>
    <message>
        <source>Decided by the store</source>
        <translation>Vom Store festgelegt</translation>
    </message>
    <message>
        <source>The same for everybody who works with this store. An owner changes it on the store’s server, with “merchant-store policy set”.</source>
        <translation>Gilt für alle, die mit diesem Store arbeiten. Ein Inhaber ändert es auf dem Server des Stores mit „merchant-store policy set“.</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Stores on this computer</source>
        <translation>Stores auf diesem Computer</translation>
    </message>
    <message>
        <source>Add a store</source>
        <translation>Store hinzufügen</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Store</translation>
    </message>
    <message>
        <source>Signed in as</source>
        <translation>Angemeldet als</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
</context>
<context>
    <name>mc::SideMenu</name>
    <message>
        <source>%1, %2</source>
        <comment>an entry of the side menu and its counter, as spoken</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>mc::SidePanel</name>
    <message>
        <source>Merchant Console</source>
        <comment>name of the program</comment>
        <translation>Merchant Console</translation>
    </message>
    <message>
        <source>Side menu</source>
        <translation>Seitenmenü</translation>
    </message>
    <message>
        <source>Orders</source>
        <comment>entry of the side menu</comment>
        <translation>Bestellungen</translation>
    </message>
    <message>
        <source>Cancellations</source>
        <comment>entry of the side menu</comment>
        <translation>Stornierungen</translation>
    </message>
    <message>
        <source>Settings</source>
        <comment>entry of the side menu</comment>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Help</source>
        <comment>entry of the side menu</comment>
        <translation>Hilfe</translation>
    </message>
</context>
<context>
    <name>mc::SignInPage</name>
    <message>
        <source>Enter the address of your store.</source>
        <translation>Geben Sie die Adresse Ihres Stores ein.</translation>
    </message>
    <message>
        <source>This is not a web address. It looks like https://orders.example.com.</source>
        <translation>Das ist keine Webadresse. Beispiel: https://orders.example.com.</translation>
    </message>
    <message>
        <source>This address is not encrypted, so your password could be read on the way. Use https://; http:// works only for a store on this computer.</source>
        <translation>Diese Adresse ist nicht verschlüsselt, Ihr Passwort könnte unterwegs mitgelesen werden. Verwenden Sie https://; http:// geht nur bei einem Store auf diesem Computer.</translation>
    </message>
    <message>
        <source>Keep me signed in</source>
        <translation>Angemeldet bleiben</translation>
    </message>
    <message>
        <source>Sign in</source>
        <comment>button</comment>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Sign in to your store</source>
        <translation>Bei Ihrem Store anmelden</translation>
    </message>
    <message>
        <source>Store address</source>
        <translation>Adresse des Stores</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Your password is never stored. The sign-in is kept in this computer’s keychain; without one it ends with this program.</source>
        <translation>Ihr Passwort wird nie gespeichert. Die Anmeldung liegt im Schlüsselbund dieses Computers; ohne Schlüsselbund endet sie mit diesem Programm.</translation>
    </message>
    <message>
        <source>Enter your e-mail address.</source>
        <translation>Geben Sie Ihre E-Mail-Adresse ein.</translation>
    </message>
    <message>
        <source>This is not an e-mail address. It looks like name@example.com.</source>
        <translation>Das ist keine E-Mail-Adresse. Beispiel: name@example.com.</translation>
    </message>
    <message>
        <source>Enter your password.</source>
        <translation>Geben Sie Ihr Passwort ein.</translation>
    </message>
    <message>
        <source>Signing in …</source>
        <translation>Anmeldung läuft …</translation>
    </message>
    <message>
        <source>Not signed in</source>
        <translation>Nicht angemeldet</translation>
    </message>
</context>
<context>
    <name>mc::Skeleton</name>
    <message>
        <source>Loading orders</source>
        <translation>Bestellungen werden geladen</translation>
    </message>
</context>
<context>
    <name>mc::StoreWords</name>
    <message numerus="yes">
        <source>Without an answer within %Ln hour(s) it is accepted.</source>
        <translation>
            <numerusform>Ohne Antwort innerhalb von %Ln Stunde wird die Stornierung angenommen.</numerusform>
            <numerusform>Ohne Antwort innerhalb von %Ln Stunden wird die Stornierung angenommen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Without an answer within %Ln hour(s) it is declined.</source>
        <translation>
            <numerusform>Ohne Antwort innerhalb von %Ln Stunde wird die Stornierung abgelehnt.</numerusform>
            <numerusform>Ohne Antwort innerhalb von %Ln Stunden wird die Stornierung abgelehnt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Always, as long as nothing has shipped. The store decides by itself.</source>
        <translation>Immer, solange nichts versandt ist. Der Store entscheidet selbst.</translation>
    </message>
    <message numerus="yes">
        <source>By themselves for %Ln minute(s) after the order; later the store asks you.</source>
        <translation>
            <numerusform>Bis %Ln Minute nach der Bestellung ohne Rückfrage; danach fragt der Store Sie.</numerusform>
            <numerusform>Bis %Ln Minuten nach der Bestellung ohne Rückfrage; danach fragt der Store Sie.</numerusform>
        </translation>
    </message>
    <message>
        <source>The store asks you each time.</source>
        <translation>Der Store fragt Sie jedes Mal.</translation>
    </message>
    <message>
        <source>No. Only your staff can cancel orders.</source>
        <translation>Nein. Nur Ihre Mitarbeiter können Bestellungen stornieren.</translation>
    </message>
    <message>
        <source>Customers may cancel</source>
        <translation>Kunden dürfen stornieren</translation>
    </message>
    <message>
        <source>Reasons</source>
        <translation>Gründe</translation>
    </message>
    <message>
        <source>Longest comment</source>
        <translation>Maximale Länge der Anmerkungen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln character(s)</source>
        <comment>limit of the comments of a cancellation</comment>
        <translation>
            <numerusform>%Ln Zeichen</numerusform>
            <numerusform>%Ln Zeichen</numerusform>
        </translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>It defines where “Past 30 days” begins.</source>
        <translation>Danach richtet sich, wann „Letzte 30 Tage“ beginnt.</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) wait until you sign in to this store.</source>
        <comment>below a store&apos;s name</comment>
        <translation>
            <numerusform>%Ln Änderung wartet, bis Sie sich bei diesem Store anmelden.</numerusform>
            <numerusform>%Ln Änderungen warten, bis Sie sich bei diesem Store anmelden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s) are being sent.</source>
        <comment>below a store&apos;s name</comment>
        <translation>
            <numerusform>%Ln Änderung wird gesendet.</numerusform>
            <numerusform>%Ln Änderungen werden gesendet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mc::Sync</name>
    <message>
        <source>E-mail or password is not right.</source>
        <translation>E-Mail oder Passwort ist falsch.</translation>
    </message>
    <message>
        <source>There were too many attempts. Wait a moment, then try again.</source>
        <translation>Es gab zu viele Versuche. Warten Sie einen Moment und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>%1 It is not known whether your decision arrived: look at the order before you decide again.</source>
        <comment>%1: a sentence that says what went wrong</comment>
        <translation>%1 Es ist nicht bekannt, ob Ihre Entscheidung angekommen ist: Sehen Sie sich die Bestellung an, bevor Sie erneut entscheiden.</translation>
    </message>
    <message>
        <source>The console cannot write its files. Check the disk space and the rights of its folder.</source>
        <translation>Merchant Console kann die eigenen Dateien nicht schreiben. Prüfen Sie den Speicherplatz und die Rechte des Ordners.</translation>
    </message>
    <message>
        <source>These files belong to a newer version of Merchant Console. Update it to go on.</source>
        <translation>Diese Dateien gehören zu einer neueren Version von Merchant Console. Aktualisieren Sie das Programm, um fortzufahren.</translation>
    </message>
    <message>
        <source>Another program holds the console&apos;s files. Close it; this is tried again by itself.</source>
        <translation>Ein anderes Programm verwendet die Dateien von Merchant Console. Schließen Sie es; der Versuch wird automatisch wiederholt.</translation>
    </message>
    <message>
        <source>The list of orders on this computer was damaged. It is being loaded again.</source>
        <translation>Die Liste der Bestellungen auf diesem Computer war beschädigt. Sie wird neu geladen.</translation>
    </message>
    <message>
        <source>The console&apos;s files could not be written. Check the disk space; nothing was queued.</source>
        <translation>Die Dateien von Merchant Console konnten nicht geschrieben werden. Prüfen Sie den Speicherplatz; es wurde nichts vorgemerkt.</translation>
    </message>
    <message>
        <source>Sign in to go on.</source>
        <translation>Melden Sie sich an, um fortzufahren.</translation>
    </message>
    <message>
        <source>Another store answers at %1 now. Sign in to it as a new store.</source>
        <comment>%1: host name</comment>
        <translation>Unter %1 antwortet jetzt ein anderer Store. Melden Sie sich dort als neuer Store an.</translation>
    </message>
    <message>
        <source>The connection made no progress and is being started again.</source>
        <translation>Die Verbindung kam nicht voran und wird neu aufgebaut.</translation>
    </message>
    <message>
        <source>Merchant Console has been waiting long for this computer’s disk. Nothing that was queued is lost; if this stays, restart Merchant Console.</source>
        <translation>Merchant Console wartet schon lange auf die Festplatte dieses Computers. Nichts, was vorgemerkt ist, geht verloren; wenn es so bleibt, starten Sie Merchant Console neu.</translation>
    </message>
    <message>
        <source>Nothing can be queued: sign in first, or update Merchant Console.</source>
        <translation>Es kann nichts vorgemerkt werden: Melden Sie sich zuerst an oder aktualisieren Sie Merchant Console.</translation>
    </message>
    <message numerus="yes">
        <source>The selected order(s) can’t be cancelled any more. Nothing was changed.</source>
        <translation>
            <numerusform>Die ausgewählte Bestellung kann nicht mehr storniert werden. Es wurde nichts geändert.</numerusform>
            <numerusform>Die ausgewählten Bestellungen können nicht mehr storniert werden. Es wurde nichts geändert.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mc::TaskCard</name>
    <message>
        <source>What does this mean?</source>
        <translation>Was bedeutet das?</translation>
    </message>
    <message>
        <source>Write to customer</source>
        <translation>Kunden anschreiben</translation>
    </message>
    <message>
        <source>View order details</source>
        <translation>Bestelldetails anzeigen</translation>
    </message>
    <message>
        <source>Leave as shipped</source>
        <translation>Als versandt belassen</translation>
    </message>
    <message>
        <source>Accept cancellation</source>
        <translation>Stornierung annehmen</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Try refund again</source>
        <translation>Erstattung erneut versuchen</translation>
    </message>
    <message>
        <source>Mark as refunded</source>
        <translation>Als erstattet markieren</translation>
    </message>
    <message>
        <source>Close</source>
        <comment>puts a bad outcome aside</comment>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Being sent …</source>
        <translation>Wird übertragen …</translation>
    </message>
</context>
<context>
    <name>mc::Tasks</name>
    <message>
        <source>Reason: %1</source>
        <comment>%1: why an order is to be cancelled</comment>
        <translation>Grund: %1</translation>
    </message>
    <message>
        <source>Cancel order</source>
        <comment>what somebody asked for</comment>
        <translation>Bestellung stornieren</translation>
    </message>
    <message>
        <source>You, on this computer</source>
        <translation>Sie, an diesem Computer</translation>
    </message>
    <message>
        <source>Store</source>
        <comment>the service that decides, as a side of a conflict</comment>
        <translation>Store</translation>
    </message>
    <message>
        <source>%1, tracking number %2</source>
        <comment>%1: carrier</comment>
        <translation>%1, Sendungsnummer %2</translation>
    </message>
    <message>
        <source>%1 shipped in spite of its cancellation</source>
        <comment>%1: order number</comment>
        <translation>%1 trotz Stornierung versandt</translation>
    </message>
    <message>
        <source>The order was to be cancelled, but a parcel is on its way. Both are true; nothing has been decided for you.</source>
        <translation>Die Bestellung sollte storniert werden, aber ein Paket ist unterwegs. Beides trifft zu; nichts wurde für Sie entschieden.</translation>
    </message>
    <message>
        <source>Carrier</source>
        <comment>a side of a conflict</comment>
        <translation>Versanddienst</translation>
    </message>
    <message>
        <source>Cancellation rejected</source>
        <translation>Stornierung zurückgewiesen</translation>
    </message>
    <message>
        <source>%1 shipped before your cancellation arrived</source>
        <comment>%1: order number</comment>
        <translation>%1 vor dem Eintreffen Ihrer Stornierung versandt</translation>
    </message>
    <message>
        <source>The parcel was already with the carrier, so the order is not cancelled and nothing was refunded.</source>
        <translation>Das Paket war bereits beim Versanddienst, daher ist die Bestellung nicht storniert und nichts wurde erstattet.</translation>
    </message>
    <message>
        <source>The store did not cancel %1</source>
        <comment>%1: order number</comment>
        <translation>Der Store hat %1 nicht storniert</translation>
    </message>
    <message>
        <source>%1 asks to cancel %2</source>
        <comment>%1: name of the customer, %2: order number</comment>
        <translation>%1 möchte %2 stornieren</translation>
    </message>
    <message>
        <source>“%1”</source>
        <comment>quotation marks around what a customer wrote</comment>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>Shipping is on hold until you decide, at the latest %1</source>
        <comment>%1: date and time</comment>
        <translation>Der Versand ist angehalten, bis Sie entscheiden, längstens bis %1</translation>
    </message>
    <message>
        <source>%1 is cancelled, but the refund failed</source>
        <comment>%1: order number</comment>
        <translation>%1 ist storniert, aber die Erstattung ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>The payment provider gave no reason.</source>
        <translation>Der Zahlungsanbieter hat keinen Grund angegeben.</translation>
    </message>
    <message>
        <source>%1 have not gone back. %2 The order does not count as refunded until this is solved.</source>
        <comment>%1: amount, %2: what the payment provider said, a sentence</comment>
        <translation>%1 wurden nicht zurückgezahlt. %2 Die Bestellung gilt erst als erstattet, wenn das geklärt ist.</translation>
    </message>
    <message>
        <source>Cancellation of %1 rejected: the parcel was faster</source>
        <comment>%1: order number</comment>
        <translation>Stornierung von %1 zurückgewiesen: Das Paket war schneller</translation>
    </message>
    <message>
        <source>Cancellation of %1 rejected</source>
        <comment>%1: order number</comment>
        <translation>Stornierung von %1 zurückgewiesen</translation>
    </message>
</context>
<context>
    <name>mc::TextBlock</name>
    <message>
        <source>Copy</source>
        <comment>context menu of a text</comment>
        <translation>Kopieren</translation>
    </message>
</context>
<context>
    <name>mc::Toasts</name>
    <message>
        <source>Too late to undo: it was sent already.</source>
        <translation>Zu spät zum Rückgängigmachen: bereits übertragen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln cancellation(s) taken back.</source>
        <comment>after Undo</comment>
        <translation>
            <numerusform>%Ln Stornierung zurückgenommen.</numerusform>
            <numerusform>%Ln Stornierungen zurückgenommen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln order(s) written to %1.</source>
        <comment>%1: name of a file</comment>
        <translation>
            <numerusform>%Ln Bestellung in %1 geschrieben.</numerusform>
            <numerusform>%Ln Bestellungen in %1 geschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancellation of %1 saved. It is sent as soon as you are online.</source>
        <comment>%1: order ID</comment>
        <translation>Stornierung von %1 gespeichert. Sie wird übertragen, sobald Sie online sind.</translation>
    </message>
    <message>
        <source>Cancellation of %1 requested.</source>
        <comment>%1: order ID</comment>
        <translation>Stornierung von %1 angefragt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln cancellation(s) saved. They are sent as soon as you are online.</source>
        <comment>several</comment>
        <translation>
            <numerusform>%Ln Stornierung gespeichert. Sie wird übertragen, sobald Sie online sind.</numerusform>
            <numerusform>%Ln Stornierungen gespeichert. Sie werden übertragen, sobald Sie online sind.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cancellation(s) requested.</source>
        <comment>several</comment>
        <translation>
            <numerusform>%Ln Stornierung angefragt.</numerusform>
            <numerusform>%Ln Stornierungen angefragt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo</source>
        <comment>button of a message</comment>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Cancellation of %1 saved. It is sent as soon as you sign in.</source>
        <comment>%1: order ID</comment>
        <translation>Stornierung von %1 gespeichert. Sie wird gesendet, sobald Sie sich anmelden.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln cancellation(s) saved. They are sent as soon as you sign in.</source>
        <comment>several</comment>
        <translation>
            <numerusform>%Ln Stornierung gespeichert. Sie wird gesendet, sobald Sie sich anmelden.</numerusform>
            <numerusform>%Ln Stornierungen gespeichert. Sie werden gesendet, sobald Sie sich anmelden.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>mc::WindowMenus</name>
    <message>
        <source>&amp;Export CSV…</source>
        <comment>menu</comment>
        <translation>CSV &amp;exportieren …</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <comment>menu</comment>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Orders</source>
        <comment>menu: go to</comment>
        <translation>&amp;Bestellungen</translation>
    </message>
    <message>
        <source>&amp;Cancellations</source>
        <comment>menu: go to</comment>
        <translation>&amp;Stornierungen</translation>
    </message>
    <message>
        <source>&amp;Settings</source>
        <comment>menu: go to</comment>
        <translation>&amp;Einstellungen</translation>
    </message>
    <message>
        <source>&amp;Find orders</source>
        <comment>menu</comment>
        <translation>Bestellungen &amp;suchen</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <comment>menu</comment>
        <translation>&amp;Aktualisieren</translation>
    </message>
    <message>
        <source>Go to the &amp;message</source>
        <comment>menu: the message at the bottom</comment>
        <translation>Zur &amp;Meldung</translation>
    </message>
    <message>
        <source>&amp;Questions and answers</source>
        <comment>menu</comment>
        <translation>&amp;Fragen und Antworten</translation>
    </message>
    <message>
        <source>&amp;About Merchant Console</source>
        <comment>menu</comment>
        <translation>&amp;Über Merchant Console</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <comment>menu</comment>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Order</source>
        <comment>menu: of the current order</comment>
        <translation>&amp;Bestellung</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <comment>menu: pages</comment>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <comment>menu</comment>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <comment>menu</comment>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>About Merchant Console</source>
        <translation>Über Merchant Console</translation>
    </message>
    <message>
        <source>Merchant Console %1</source>
        <comment>%1: version</comment>
        <translation>Merchant Console %1</translation>
    </message>
    <message>
        <source>Cancels orders before they ship. Licensed under Apache-2.0.</source>
        <translation>Storniert Bestellungen vor dem Versand. Lizenziert unter Apache-2.0.</translation>
    </message>
    <message>
        <source>&amp;Demo mailbox</source>
        <comment>menu: mails to the customers of the demo</comment>
        <translation>&amp;Demo-Postfach</translation>
    </message>
</context>
<context>
    <name>mc::Words</name>
    <message>
        <source>Shipping</source>
        <comment>price of the delivery</comment>
        <translation>Versand</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Rabatt</translation>
    </message>
    <message>
        <source>Taxes and other charges</source>
        <translation>Steuern und sonstige Kosten</translation>
    </message>
    <message>
        <source>Ordered by mistake</source>
        <comment>a reason to cancel</comment>
        <translation>Versehentlich bestellt</translation>
    </message>
    <message>
        <source>Items arriving late</source>
        <comment>a reason to cancel</comment>
        <translation>Artikel kommen zu spät</translation>
    </message>
    <message>
        <source>Incorrect shipping address</source>
        <comment>a reason to cancel</comment>
        <translation>Falsche Lieferadresse</translation>
    </message>
    <message>
        <source>Out of stock</source>
        <comment>a reason to cancel</comment>
        <translation>Nicht vorrätig</translation>
    </message>
    <message>
        <source>Payment issue</source>
        <comment>a reason to cancel</comment>
        <translation>Zahlungsproblem</translation>
    </message>
    <message>
        <source>Other</source>
        <comment>a reason to cancel</comment>
        <translation>Sonstiges</translation>
    </message>
    <message>
        <source>Unknown</source>
        <comment>item status: a word that this version does not know</comment>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Not shipped</source>
        <comment>item status</comment>
        <translation>Nicht versandt</translation>
    </message>
    <message>
        <source>Packed</source>
        <comment>item status</comment>
        <translation>Verpackt</translation>
    </message>
    <message>
        <source>Cancellation requested</source>
        <comment>item status</comment>
        <translation>Stornierung angefragt</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>item status</comment>
        <translation>Storniert</translation>
    </message>
    <message>
        <source>Shipped</source>
        <comment>item status</comment>
        <translation>Versandt</translation>
    </message>
    <message>
        <source>Delivered</source>
        <comment>item status</comment>
        <translation>Zugestellt</translation>
    </message>
    <message>
        <source>Returned</source>
        <comment>item status</comment>
        <translation>Zurückgesandt</translation>
    </message>
    <message>
        <source>Unknown</source>
        <comment>payment status: a word that this version does not know</comment>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Pending</source>
        <comment>payment status</comment>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Authorized</source>
        <comment>payment status</comment>
        <translation>Autorisiert</translation>
    </message>
    <message>
        <source>Paid</source>
        <comment>payment status</comment>
        <translation>Bezahlt</translation>
    </message>
    <message>
        <source>Refund pending</source>
        <comment>payment status</comment>
        <translation>Erstattung ausstehend</translation>
    </message>
    <message>
        <source>Refund failed</source>
        <comment>payment status</comment>
        <translation>Erstattung fehlgeschlagen</translation>
    </message>
    <message>
        <source>Partially refunded</source>
        <comment>payment status</comment>
        <translation>Teilweise erstattet</translation>
    </message>
    <message>
        <source>Refunded</source>
        <comment>payment status</comment>
        <translation>Erstattet</translation>
    </message>
    <message>
        <source>Voided</source>
        <comment>payment status: the authorization was released</comment>
        <translation>Aufgehoben</translation>
    </message>
    <message>
        <source>Unknown</source>
        <comment>state of a cancellation</comment>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Cancellation requested</source>
        <comment>state of a cancellation</comment>
        <translation>Stornierung angefragt</translation>
    </message>
    <message>
        <source>Being processed</source>
        <comment>state of a cancellation</comment>
        <translation>In Bearbeitung</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>state of a cancellation</comment>
        <translation>Storniert</translation>
    </message>
    <message>
        <source>Cancellation rejected</source>
        <comment>state of a cancellation</comment>
        <translation>Stornierung zurückgewiesen</translation>
    </message>
    <message>
        <source>No refund</source>
        <comment>state of a refund</comment>
        <translation>Keine Erstattung</translation>
    </message>
    <message>
        <source>Refund pending</source>
        <comment>state of a refund</comment>
        <translation>Erstattung ausstehend</translation>
    </message>
    <message>
        <source>Refund failed</source>
        <comment>state of a refund</comment>
        <translation>Erstattung fehlgeschlagen</translation>
    </message>
    <message>
        <source>Refunded</source>
        <comment>state of a refund</comment>
        <translation>Erstattet</translation>
    </message>
    <message>
        <source>customer</source>
        <comment>who asked for a cancellation</comment>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>merchant</source>
        <comment>who asked for a cancellation</comment>
        <translation>Händler</translation>
    </message>
    <message>
        <source>support</source>
        <comment>who asked for a cancellation</comment>
        <translation>Support</translation>
    </message>
    <message>
        <source>Not stated</source>
        <comment>how the customer reached the staff</comment>
        <translation>Nicht angegeben</translation>
    </message>
    <message>
        <source>Phone</source>
        <comment>how the customer reached the staff</comment>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>E-mail</source>
        <comment>how the customer reached the staff</comment>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Chat</source>
        <comment>how the customer reached the staff</comment>
        <translation>Chat</translation>
    </message>
    <message>
        <source>In person</source>
        <comment>how the customer reached the staff</comment>
        <translation>Persönlich</translation>
    </message>
    <message>
        <source>Another way</source>
        <comment>how the customer reached the staff</comment>
        <translation>Anderer Weg</translation>
    </message>
    <message>
        <source>Viewer</source>
        <comment>role of a staff member</comment>
        <translation>Betrachter</translation>
    </message>
    <message>
        <source>Support</source>
        <comment>role of a staff member</comment>
        <translation>Support</translation>
    </message>
    <message>
        <source>Admin</source>
        <comment>role of a staff member</comment>
        <translation>Admin</translation>
    </message>
    <message>
        <source>Owner</source>
        <comment>role of a staff member</comment>
        <translation>Inhaber</translation>
    </message>
    <message>
        <source>Undo is still possible</source>
        <comment>under the badge of a request that is not sent yet</comment>
        <translation>Rückgängig noch möglich</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <comment>under the badge of a request that is not sent yet</comment>
        <translation>Wartet auf Übertragung</translation>
    </message>
    <message>
        <source>Being sent</source>
        <comment>under the badge of a request</comment>
        <translation>Wird übertragen</translation>
    </message>
    <message>
        <source>Refused by the store</source>
        <comment>under the badge of a request</comment>
        <translation>Vom Store abgewiesen</translation>
    </message>
    <message>
        <source>A cancellation has already been requested.</source>
        <translation>Eine Stornierung wurde bereits angefragt.</translation>
    </message>
    <message>
        <source>It has already been cancelled.</source>
        <translation>Die Bestellung wurde bereits storniert.</translation>
    </message>
    <message>
        <source>Can’t be cancelled: it has shipped.</source>
        <translation>Stornieren nicht möglich: bereits versandt.</translation>
    </message>
    <message>
        <source>Can’t be cancelled: it was delivered.</source>
        <translation>Stornieren nicht möglich: bereits zugestellt.</translation>
    </message>
    <message>
        <source>Can’t be cancelled: it was returned.</source>
        <translation>Stornieren nicht möglich: bereits zurückgesandt.</translation>
    </message>
    <message>
        <source>Can’t be cancelled: its state is not known to this version.</source>
        <translation>Stornieren nicht möglich: Diese Version kennt den Zustand nicht.</translation>
    </message>
    <message>
        <source>Cancellation already requested</source>
        <comment>why an order in a list stays as it is</comment>
        <translation>Stornierung bereits angefragt</translation>
    </message>
    <message>
        <source>Already cancelled</source>
        <comment>why an order in a list stays as it is</comment>
        <translation>Bereits storniert</translation>
    </message>
    <message>
        <source>Already shipped</source>
        <comment>why an order in a list stays as it is</comment>
        <translation>Bereits versandt</translation>
    </message>
    <message>
        <source>Already delivered</source>
        <comment>why an order in a list stays as it is</comment>
        <translation>Bereits zugestellt</translation>
    </message>
    <message>
        <source>Already returned</source>
        <comment>why an order in a list stays as it is</comment>
        <translation>Bereits zurückgesandt</translation>
    </message>
    <message>
        <source>State not known</source>
        <comment>why an order in a list stays as it is</comment>
        <translation>Zustand nicht bekannt</translation>
    </message>
    <message>
        <source>The parcel was faster: it has shipped. Nothing was cancelled or refunded.</source>
        <translation>Das Paket war schneller: Es ist versandt. Nichts wurde storniert oder erstattet.</translation>
    </message>
    <message>
        <source>The shop declined the request. Nothing was cancelled or refunded.</source>
        <translation>Der Shop hat die Anfrage abgelehnt. Nichts wurde storniert oder erstattet.</translation>
    </message>
    <message>
        <source>The shop declined the request: %1</source>
        <comment>%1: what the decliner wrote</comment>
        <translation>Der Shop hat die Anfrage abgelehnt: %1</translation>
    </message>
    <message>
        <source>Nobody answered in time. Nothing was cancelled or refunded.</source>
        <translation>Niemand hat rechtzeitig geantwortet. Nichts wurde storniert oder erstattet.</translation>
    </message>
    <message>
        <source>The shop system refused it. Nothing was cancelled or refunded.</source>
        <translation>Das Shopsystem hat die Anfrage abgewiesen. Nichts wurde storniert oder erstattet.</translation>
    </message>
    <message>
        <source>The shop system refused it: %1</source>
        <comment>%1: what the shop system said</comment>
        <translation>Das Shopsystem hat die Anfrage abgewiesen: %1</translation>
    </message>
    <message>
        <source>Nothing was cancelled or refunded.</source>
        <translation>Nichts wurde storniert oder erstattet.</translation>
    </message>
    <message>
        <source>Shipping is on hold until you decide.</source>
        <translation>Der Versand ist angehalten, bis Sie entscheiden.</translation>
    </message>
    <message>
        <source>Shipping is on hold. The store decides by itself; you see the outcome here.</source>
        <translation>Der Versand ist angehalten. Der Store entscheidet selbst; das Ergebnis sehen Sie hier.</translation>
    </message>
    <message>
        <source>Something happened</source>
        <comment>timeline: an event that this version does not know</comment>
        <translation>Unbekanntes Ereignis</translation>
    </message>
    <message>
        <source>Order placed</source>
        <comment>timeline</comment>
        <translation>Bestellung eingegangen</translation>
    </message>
    <message>
        <source>Payment authorized</source>
        <comment>timeline</comment>
        <translation>Zahlung autorisiert</translation>
    </message>
    <message>
        <source>Payment received</source>
        <comment>timeline</comment>
        <translation>Zahlung eingegangen</translation>
    </message>
    <message>
        <source>E-mail sent</source>
        <comment>timeline</comment>
        <translation>E-Mail gesendet</translation>
    </message>
    <message>
        <source>E-mail could not be sent</source>
        <comment>timeline</comment>
        <translation>E-Mail konnte nicht gesendet werden</translation>
    </message>
    <message>
        <source>Packed</source>
        <comment>timeline</comment>
        <translation>Verpackt</translation>
    </message>
    <message>
        <source>Shipped</source>
        <comment>timeline</comment>
        <translation>Versandt</translation>
    </message>
    <message>
        <source>Delivered</source>
        <comment>timeline</comment>
        <translation>Zugestellt</translation>
    </message>
    <message>
        <source>Returned</source>
        <comment>timeline</comment>
        <translation>Zurückgesandt</translation>
    </message>
    <message>
        <source>Cancellation requested</source>
        <comment>timeline</comment>
        <translation>Stornierung angefragt</translation>
    </message>
    <message>
        <source>Cancellation accepted</source>
        <comment>timeline</comment>
        <translation>Stornierung angenommen</translation>
    </message>
    <message>
        <source>Cancellation declined</source>
        <comment>timeline</comment>
        <translation>Stornierung abgelehnt</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>timeline</comment>
        <translation>Storniert</translation>
    </message>
    <message>
        <source>Cancellation rejected</source>
        <comment>timeline</comment>
        <translation>Stornierung zurückgewiesen</translation>
    </message>
    <message>
        <source>Refund started</source>
        <comment>timeline</comment>
        <translation>Erstattung begonnen</translation>
    </message>
    <message>
        <source>Refunded</source>
        <comment>timeline</comment>
        <translation>Erstattet</translation>
    </message>
    <message>
        <source>Refund failed</source>
        <comment>timeline</comment>
        <translation>Erstattung fehlgeschlagen</translation>
    </message>
    <message>
        <source>Restocked</source>
        <comment>timeline: the items are back in stock</comment>
        <translation>Wieder eingelagert</translation>
    </message>
    <message>
        <source>Restocking failed</source>
        <comment>timeline</comment>
        <translation>Wiedereinlagerung fehlgeschlagen</translation>
    </message>
    <message>
        <source>Shipped although cancelled</source>
        <comment>timeline: two facts that exclude each other</comment>
        <translation>Trotz Stornierung versandt</translation>
    </message>
    <message>
        <source>Conflict closed</source>
        <comment>timeline: somebody has seen it and put it aside</comment>
        <translation>Konflikt geschlossen</translation>
    </message>
    <message>
        <source>Order confirmation</source>
        <comment>timeline: which e-mail</comment>
        <translation>Bestellbestätigung</translation>
    </message>
    <message>
        <source>Cancellation requested</source>
        <comment>timeline: which e-mail</comment>
        <translation>Stornierung angefragt</translation>
    </message>
    <message>
        <source>Order cancelled</source>
        <comment>timeline: which e-mail</comment>
        <translation>Bestellung storniert</translation>
    </message>
    <message>
        <source>Refund confirmed</source>
        <comment>timeline: which e-mail</comment>
        <translation>Erstattung bestätigt</translation>
    </message>
    <message>
        <source>Cancellation not possible</source>
        <comment>timeline: which e-mail</comment>
        <translation>Stornierung nicht möglich</translation>
    </message>
    <message>
        <source>The time in which orders are cancelled by themselves is over: somebody decides.</source>
        <translation>Die Zeit, in der Bestellungen von selbst storniert werden, ist vorbei: Jemand entscheidet.</translation>
    </message>
    <message>
        <source>The shop system cannot be reached. The store tries again by itself.</source>
        <translation>Das Shopsystem ist nicht erreichbar. Der Store versucht es von selbst wieder.</translation>
    </message>
    <message>
        <source>The shop system denies the store access. Check the connection.</source>
        <translation>Das Shopsystem verweigert dem Store den Zugriff. Prüfen Sie die Verbindung.</translation>
    </message>
    <message>
        <source>The shop system answered something unknown. The store tries again by itself.</source>
        <translation>Das Shopsystem hat etwas Unbekanntes geantwortet. Der Store versucht es von selbst wieder.</translation>
    </message>
    <message>
        <source>Postponed</source>
        <comment>timeline: a cancellation waits</comment>
        <translation>Aufgeschoben</translation>
    </message>
    <message>
        <source>Authorization released</source>
        <comment>timeline: no money was taken</comment>
        <translation>Autorisierung aufgehoben</translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s)</source>
        <comment>pieces of an order</comment>
        <translation>
            <numerusform>%Ln Artikel</numerusform>
            <numerusform>%Ln Artikel</numerusform>
        </translation>
    </message>
    <message>
        <source>Just now</source>
        <comment>time of an order</comment>
        <translation>Gerade eben</translation>
    </message>
    <message numerus="yes">
        <source>%Ln min ago</source>
        <comment>time of an order: minutes</comment>
        <translation>
            <numerusform>Vor %Ln Min.</numerusform>
            <numerusform>Vor %Ln Min.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln h ago</source>
        <comment>time of an order: hours</comment>
        <translation>
            <numerusform>Vor %Ln Std.</numerusform>
            <numerusform>Vor %Ln Std.</numerusform>
        </translation>
    </message>
    <message>
        <source>Yesterday</source>
        <comment>time of an order</comment>
        <translation>Gestern</translation>
    </message>
    <message numerus="yes">
        <source>%Ln days ago</source>
        <comment>time of an order</comment>
        <translation>
            <numerusform>Vor %Ln Tag</numerusform>
            <numerusform>Vor %Ln Tagen</numerusform>
        </translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>date format, see QLocale::toString()</comment>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>d MMM yyyy, HH:mm</source>
        <comment>date and time format, see QLocale::toString()</comment>
        <translation>d. MMM yyyy, HH:mm</translation>
    </message>
</context>
</TS>
