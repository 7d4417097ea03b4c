// SPDX-License-Identifier: Apache-2.0
// Puts each payload into every text of outside that the console shows, walks all windows and looks at every
// text, tool tip, accessible name and painted word; and at the picture, where a red canary image would show.
#include "domain/plantedbug.h"
#include "paintedwords.h"
#include "payloads.h"
#include "probes.h"
#include "tests/proofs/support/proof.h"
#include "tests/support/fakeconsoleservice.h"
#include "ui/look/theme.h"
#include "ui/orders/ordertable.h"
#include "ui/shell/mainwindow.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QFile>
#include <QHeaderView>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QTextBlock>
#include <QTextEdit>

using namespace Qt::StringLiterals;

namespace mc::proof {
namespace {

constexpr QRgb CanaryColor = qRgb(0xfe, 0x01, 0xdc); ///< Of the image that payloads name; no theme has it.

bool isOverride(QChar c)
{
    return (c >= QChar(0x202a) && c <= QChar(0x202e)) || c == QChar(0x2066) || c == QChar(0x2067);
}

void settle()
{
    for (int i = 0; i < 4; ++i) {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
}

enum class Where : quint8 { Plain, Button, Markup, Spoken, Painted };

class Inspector final
{
public:
    explicit Inspector(Report &report)
        : m_report(report)
    {
    }
    void setPayload(const Payload &payload)
    {
        m_payload = payload;
        m_mark = payload.mark();
    }
    void look(const QString &scene)
    {
        m_scene = scene;
        for (QWidget *widget : QApplication::allWidgets())
            lookAt(*widget);
        // Painting is slow, so each payload is painted in a third of the scenes, and each scene with a third
        // of them.
        if ((++m_scenes + m_payload.number) % 3 != 0)
            return;
        for (QWidget *window : QApplication::topLevelWidgets()) {
            if (window->isVisible())
                lookAtPicture(*window);
        }
    }
    void check(const QString &place, const QString &text, Where where)
    {
        if (!text.contains(m_mark) && !(where == Where::Painted && !text.isEmpty()))
            return;
        ++m_texts;
        if (std::any_of(text.cbegin(), text.cend(), isOverride))
            complain(place, u"a bidirectional override"_s);
        if (text.count(QChar(0x2068)) != text.count(QChar(0x2069)) && where != Where::Painted)
            complain(place, u"unbalanced isolates"_s);
        if (where == Where::Painted)
            return;
        if (std::any_of(text.cbegin(), text.cend(),
                        [](QChar c) { return c != u'\n' && c.category() == QChar::Other_Control; }))
            complain(place, u"a control character"_s);
        const QString shown = where == Where::Markup ? plainOf(place, text) : text;
        checkWords(place, shown, where);
    }
    [[nodiscard]] qint64 texts() const { return m_texts; }
    [[nodiscard]] qint64 pictures() const { return m_pictures; }
    [[nodiscard]] const QSet<QString> &places() const { return m_places; }

private:
    void complain(const QString &place, const QString &what)
    {
        // One sentence for each place and kind of mistake; the number names the payload.
        const QString key = place + what;
        if (m_told.contains(key)) {
            ++m_repeated;
            return;
        }
        m_told.insert(key);
        m_report.violation(u"payload %1, %2, %3: %4"_s.arg(m_payload.number).arg(m_scene, place, what));
    }

    /// A tool tip that looks like markup to Qt must say the words themselves, and fetch nothing.
    QString plainOf(const QString &place, const QString &text)
    {
        if (!Qt::mightBeRichText(text))
            return text;
        ProbeDocument document;
        document.setHtml(text);
        document.size();
        if (document.wanted > 0)
            complain(place, u"fetches a resource"_s);
        for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
            for (auto it = block.begin(); !it.atEnd(); ++it) {
                const QTextCharFormat format = it.fragment().charFormat();
                if (format.isImageFormat() || format.isAnchor() || format.fontStrikeOut())
                    complain(place, u"markup is taken for markup"_s);
            }
        }
        return document.toPlainText();
    }

    void checkWords(const QString &place, QString shown, Where where)
    {
        if (where == Where::Button)
            shown.replace(u"&&"_s, u"&"_s);
        const bool isCut = shown.contains(QChar(0x2026));
        if (m_payload.isVerbatim && !isCut && !shown.simplified().contains(m_payload.text.simplified()))
            complain(place, u"the words are not shown as they are"_s);
        QString ours = shown;
        ours.remove(m_payload.text).remove(m_payload.text.simplified());
        // A single letter is the one that tells the sample orders apart, and part of the number from outside.
        const bool hasOurs =
            std::count_if(ours.cbegin(), ours.cend(), [](QChar c) { return c.isLetter(); }) > 1;
        if (m_payload.isVerbatim && m_payload.isRightToLeft && hasOurs && where != Where::Spoken
            && !shown.contains(QChar(0x2068)))
            complain(place, u"not isolated from the words around it"_s);
    }

    void lookAt(QWidget &widget)
    {
        const QString name =
            QString::fromLatin1(widget.metaObject()->className()) + u' ' + widget.objectName();
        if (const auto *label = qobject_cast<const QLabel *>(&widget)) {
            if (!label->text().isEmpty() && label->textFormat() != Qt::PlainText && !isOfMessageBox(*label))
                complain(name, u"a label that is not plain text"_s);
            check(name, label->text(), Where::Plain);
        }
        if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
            check(name, button->text(), Where::Button);
        if (const auto *field = qobject_cast<const QLineEdit *>(&widget))
            check(name + u" placeholder"_s, field->placeholderText(), Where::Plain);
        if (qobject_cast<const QTextEdit *>(&widget) != nullptr)
            complain(name, u"an editor of rich text"_s);
        if (const auto *box = qobject_cast<const QComboBox *>(&widget)) {
            for (int i = 0; i < box->count(); ++i) {
                check(name + u" choice"_s, box->itemText(i), Where::Plain);
                check(name + u" tool tip of a choice"_s, box->itemData(i, Qt::ToolTipRole).toString(),
                      Where::Markup);
            }
        }
        if (const auto *box = qobject_cast<const QMessageBox *>(&widget);
            box != nullptr && box->textFormat() != Qt::PlainText)
            complain(name, u"a message box that is not plain text"_s);
        for (const QAction *action : widget.actions()) {
            check(name + u" action"_s, action->text(), Where::Button);
            check(name + u" tool tip of an action"_s, action->toolTip(), Where::Markup);
            check(name + u" hint of an action"_s, action->whatsThis() + action->statusTip(), Where::Markup);
        }
        check(name + u" tool tip"_s, widget.toolTip(), Where::Markup);
        check(name + u" What's this"_s, widget.whatsThis(), Where::Markup);
        check(name + u" status tip"_s, widget.statusTip(), Where::Plain);
        check(name + u" title"_s, widget.windowTitle(), Where::Spoken);
        check(name + u" accessible name"_s, widget.accessibleName(), Where::Spoken);
        check(name + u" accessible description"_s, widget.accessibleDescription(), Where::Spoken);
        if (const auto *view = qobject_cast<const QAbstractItemView *>(&widget); view != nullptr
            && view->model() != nullptr && view->isVisible()
            && qobject_cast<const QHeaderView *>(view) == nullptr)
            lookAtModel(name, *view->model());
        m_places.insert(name);
    }

    static bool isOfMessageBox(const QWidget &widget)
    {
        return qobject_cast<const QMessageBox *>(widget.window()) != nullptr;
    }

    void lookAtModel(const QString &name, const QAbstractItemModel &model)
    {
        for (int row = 0; row < model.rowCount(); ++row) {
            for (int column = 0; column < model.columnCount(); ++column) {
                const QModelIndex index = model.index(row, column);
                const QString place = name + u" column %1"_s.arg(column);
                check(place, index.data(Qt::DisplayRole).toString(), Where::Spoken); // a delegate paints
                check(place + u" spoken"_s, index.data(Qt::AccessibleTextRole).toString(), Where::Spoken);
                check(place + u" tool tip"_s, index.data(Qt::ToolTipRole).toString(), Where::Markup);
                check(place + u" What's this"_s, index.data(Qt::WhatsThisRole).toString(), Where::Markup);
            }
        }
    }

    void lookAtPicture(QWidget &window)
    {
        ++m_pictures;
        WordDevice device(window.size());
        window.render(&device);
        for (const QString &line : device.words().split(u'\n'))
            check(u"painted in "_s + QString::fromLatin1(window.metaObject()->className()), line,
                  Where::Painted);
        if (m_pictures % 4 != 1) // pixels are slower still
            return;
        const QImage image = window.grab().toImage().convertToFormat(QImage::Format_RGB32);
        for (int y = 0; y < image.height(); y += 2) {
            const auto *line = reinterpret_cast<const QRgb *>(image.constScanLine(y));
            if (std::any_of(line, line + image.width(),
                            [](QRgb c) { return (c | 0xff000000) == CanaryColor; })) {
                complain(QString::fromLatin1(window.metaObject()->className()),
                         u"the canary image is on the screen"_s);
                return;
            }
        }
    }

    Report &m_report;
    Payload m_payload;
    QString m_mark;
    QString m_scene;
    QSet<QString> m_told;
    QSet<QString> m_places;
    qint64 m_texts = 0;
    qint64 m_pictures = 0;
    qint64 m_scenes = 0;
    qint64 m_repeated = 0;
};

/// The windows, with one payload after the other in every text of outside.
class Walk final
{
public:
    Walk(Report &report)
        : m_inspector(report)
    {
        MainWindow::Options options;
        options.clock = [] { return test::sampleNow(); };
        options.storeOffered = QUrl(u"https://store.example"_s);
        m_window = std::make_unique<MainWindow>(m_service, options);
        m_window->resize(1280, 800);
        m_window->show();
        settle();
    }

    void run(const Payload &payload)
    {
        m_text = payload.text;
        m_inspector.setPayload(payload);
        fillStore();
        m_window->showPage(Page::Orders);
        step(u"orders"_s);
        orders();
        details();
        m_window->showPage(Page::Cancellations);
        step(u"cancellations"_s);
        decline();
        m_window->showPage(Page::Settings);
        step(u"settings"_s);
        m_window->showPage(Page::Help);
        step(u"help"_s);
        notifications();
        signIn();
    }
    [[nodiscard]] const Inspector &inspector() const { return m_inspector; }

private:
    void step(const QString &scene)
    {
        settle();
        m_inspector.look(scene);
    }
    template <typename Widget>
    Widget *find(const char *name) const
    {
        return m_window->findChild<Widget *>(QString::fromLatin1(name));
    }

    [[nodiscard]] Order hostile(const QString &number, ItemStatus state = ItemStatus::NotShipped) const
    {
        Order order = test::makeOrder(number, state);
        order.number = number + u' ' + m_text;
        order.externalId = m_text;
        order.source = m_text;
        order.customer = {m_text, m_text, m_text};
        order.shippingAddress = {m_text, m_text};
        order.payment.method = m_text;
        for (LineItem &line : order.lines) {
            line.title = m_text;
            line.sku = m_text;
        }
        order.shipments = {{m_text, m_text, order.placedAtUtc}};
        for (Cancellation &one : order.cancellations)
            fill(one);
        for (TimelineEvent &event : order.timeline) {
            event.actor = m_text;
            event.detail = m_text;
        }
        return order;
    }
    void fill(Cancellation &one) const
    {
        one.rejectionDetail = m_text;
        one.requestedByName = m_text;
        one.reasonCode = m_text;
        one.reasonText = m_text;
        one.comments = m_text;
        one.refund.failure = m_text;
    }
    [[nodiscard]] Order withCancellation(const QString &number, CancellationState state) const
    {
        Order order = hostile(number);
        Cancellation one = test::makeCancellation(order, state);
        fill(one);
        order.cancellations = {one};
        return order;
    }

    void fillStore()
    {
        StoreInfo store = test::sampleStore();
        store.name = m_text;
        store.supportEmail = m_text;
        store.staffName = m_text;
        store.staffEmail = m_text;
        store.reasons = {{u"other"_s, m_text}, {m_text, m_text}};
        m_service.setStore(store);
        m_service.setProfiles({{u"p1"_s, QUrl(u"https://store.example"_s), m_text, m_text},
                               {u"p2"_s, QUrl(u"https://other.example"_s), m_text, m_text}},
                              u"p1"_s);
        Order asked = withCancellation(u"B"_s, CancellationState::Requested);
        asked.cancellations.last().needsDecision = true;
        asked.cancellations.last().deadlineUtc = test::sampleNow().addSecs(3600);
        Order failed = withCancellation(u"C"_s, CancellationState::Succeeded);
        failed.cancellations.last().refund = {RefundState::Failed, 100, m_text};
        Order declined = withCancellation(u"D"_s, CancellationState::Rejected);
        declined.cancellations.last().rejection = Rejection::Declined;
        Order refused = withCancellation(u"E"_s, CancellationState::Rejected);
        refused.cancellations.last().rejection = Rejection::EngineRefused;
        Order conflict = withCancellation(u"F"_s, CancellationState::Succeeded);
        conflict.conflict = Conflict{test::sampleNow(), m_text};
        m_service.setOrders({hostile(u"A"_s), asked, failed, declined, refused, conflict,
                             hostile(u"G"_s, ItemStatus::Shipped), hostile(u"H"_s)});
    }

    /// The table, its menu, the window that cancels, the message afterwards, an empty search.
    void orders()
    {
        auto *table = find<OrderTable>("ordersTable");
        const int row = m_service.rowOf(OrderId(u"A"_s));
        table->selectionModel()->clearSelection();
        table->setCurrentIndex(table->model()->index(row, 1));
        table->pressActions(row);
        step(u"menu of an order"_s);
        if (auto *menu = find<QMenu>("orderMenu")) {
            for (QAction *action : menu->actions()) {
                if (action->objectName() == "actionCancelOrder"_L1)
                    action->trigger();
            }
            menu->close();
        }
        for (int i = 0; i < 40 && !find<QDialog>("cancelDialog"); ++i)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
        settle();
        if (auto *dialog = find<QDialog>("cancelDialog")) {
            step(u"cancel window"_s);
            dialog->close();
            ++m_cancelWindows;
        }
        settle();
        m_service.cancelOrders({{OrderId(u"A"_s)}, u"other"_s, m_text});
        step(u"message of a cancellation"_s);
        m_service.refuse(OrderId(u"A"_s), m_text);
        m_service.failNextWith(m_text);
        m_service.exportCsv(u"orders.csv"_s);
        step(u"message of a failure"_s);
        if (auto *search = find<QLineEdit>("orderSearch")) {
            search->setText(m_text.left(40) + m_text.right(12));
            settle();
            QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
            search->clear();
        }
    }

    void details()
    {
        auto *table = find<OrderTable>("ordersTable");
        for (const char *id : {"A", "B", "C", "D", "E", "F", "G"}) {
            m_window->showPage(Page::Orders);
            settle();
            const int row = m_service.rowOf(OrderId(QString::fromLatin1(id)));
            if (row < 0)
                continue;
            emit table->orderActivated(row);
            step(u"order "_s + QString::fromLatin1(id));
        }
    }

    void decline()
    {
        for (auto *button : m_window->findChildren<QAbstractButton *>(u"task.decline"_s)) {
            if (!button->isVisible() || !button->isEnabled())
                continue;
            button->click();
            settle();
            const auto dialogs = m_window->findChildren<QDialog *>();
            step(u"decline window"_s);
            for (QDialog *dialog : dialogs)
                dialog->close();
            ++m_declineWindows;
            return;
        }
    }

    void notifications()
    {
        CaughtNotifications caught;
        Notifier notifier(m_service, caught, std::chrono::milliseconds(0));
        m_service.notice({Notice::Kind::CancellationRequested, {m_text}});
        for (int i = 0; i < 20 && caught.texts.isEmpty(); ++i)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
        for (const QString &text : std::as_const(caught.texts))
            m_inspector.check(u"desktop notification"_s, text, Where::Plain);
    }

    void signIn()
    {
        m_window->showPage(Page::SignIn);
        settle();
        emit m_service.signInFailed(m_text);
        step(u"sign-in"_s);
    }

public:
    int m_cancelWindows = 0;
    int m_declineWindows = 0;

private:
    test::FakeConsoleService m_service;
    Inspector m_inspector;
    std::unique_ptr<MainWindow> m_window;
    QString m_text;
};

} // namespace
} // namespace mc::proof

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const auto request = mc::proof::readRequest(QApplication::arguments());
    if (!request)
        return 2;
    const QList<mc::proof::Payload> payloads = mc::proof::readPayloads(request->workFolder);
    mc::applyTheme(application, mc::Scheme::Light);
    mc::proof::Report report(QStringLiteral("inert_windows"), *request);
    mc::proof::Walk walk(report);
    for (qsizetype i = 0; i < std::min<qsizetype>(payloads.size(), request->size); ++i)
        walk.run(payloads.at(i));
    report.figure(QStringLiteral("payloads"), std::min<qsizetype>(payloads.size(), request->size));
    report.figure(QStringLiteral("texts"), walk.inspector().texts());
    report.figure(QStringLiteral("pictures"), walk.inspector().pictures());
    report.figure(QStringLiteral("places"), walk.inspector().places().size());
    report.figure(QStringLiteral("cancel_windows"), walk.m_cancelWindows);
    report.figure(QStringLiteral("decline_windows"), walk.m_declineWindows);
    return report.close();
}
