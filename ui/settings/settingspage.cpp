// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/settingspage.h"

#include "orders/words.h"
#include "ui/detail/fieldlist.h"
#include "ui/look/parts.h"
#include "ui/settings/profilelist.h"
#include "ui/settings/storewords.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QScrollArea>

#include <set>

namespace mc {
namespace {

// A wheel that turns over a page scrolls it; it must not change what happens to be under the pointer.
class CalmWheel final : public QObject
{
public:
    using QObject::QObject;
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        const auto *widget = qobject_cast<QWidget *>(watched);
        if (event->type() != QEvent::Wheel || widget == nullptr || widget->hasFocus())
            return QObject::eventFilter(watched, event);
        event->ignore();
        return true;
    }
};

void addSetting(Card &card, const QString &name, const QString &help, QWidget *control)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(Space::L);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    auto *label = new TextBlock(name, TextRole::Strong);
    label->setBuddy(control);
    words->addWidget(label);
    words->addWidget(new TextBlock(help, TextRole::Caption, Ink::Muted));
    row->addLayout(words, 1);
    control->setAccessibleName(name);
    control->setAccessibleDescription(help);
    control->installEventFilter(new CalmWheel(control));
    row->addWidget(control, 0, Qt::AlignVCenter);
    card.body().addLayout(row);
}

QComboBox *makeChoice(const QString &objectName, const QList<std::pair<QString, QVariant>> &values)
{
    auto *box = new QComboBox;
    box->setObjectName(objectName);
    for (const auto &[text, value] : values)
        box->addItem(text, value);
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    box->setMinimumWidth(box->fontMetrics().averageCharWidth() * 26);
    box->setFocusPolicy(Qt::StrongFocus);
    return box;
}

// The usual ones, and the one that is set if it is none of them.
QList<std::pair<QString, QVariant>> undoChoices(std::chrono::seconds current)
{
    std::set<int> all{0, 3, 5, 10, 15, 20, static_cast<int>(LongestUndoTime.count())};
    all.insert(static_cast<int>(current.count()));
    QList<std::pair<QString, QVariant>> choices;
    for (const int seconds : all)
        choices.append({seconds == 0 ? SettingsPage::tr("Off", "no time to undo")
                                     : SettingsPage::tr("%Ln second(s)", "time to undo", seconds),
                        seconds});
    return choices;
}

template <typename Enum>
QVariant valueOf(Enum value)
{
    return static_cast<int>(value);
}

template <typename Enum>
Enum chosen(const QComboBox &box)
{
    return static_cast<Enum>(box.currentData().toInt());
}

void choose(QComboBox &box, const QVariant &value)
{
    box.setCurrentIndex(qMax(0, box.findData(value)));
}

} // namespace

class SettingsPage::Private
{
public:
    explicit Private(ConsoleService &ownService)
        : service(ownService)
    {
    }

    ConsoleService &service; // outlives the page
    UiSettings settings;
    QComboBox *scheme = nullptr; // owned by the page, like all below
    QComboBox *rowHeight = nullptr;
    QComboBox *language = nullptr;
    QComboBox *startPage = nullptr;
    QComboBox *undo = nullptr;
    QCheckBox *notifications = nullptr;
    QWidget *storeCard = nullptr;
    FieldList *store = nullptr;
    QWidget *accountCard = nullptr;
    FieldList *account = nullptr;
    ProfileList *profiles = nullptr;
};

SettingsPage::SettingsPage(ConsoleService &service, const UiSettings &settings, QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(service))
{
    d->settings = settings;
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, Space::L, 0, 0);
    outer->setSpacing(Space::M);
    auto *title = new QHBoxLayout;
    title->setContentsMargins(Space::Xl, 0, Space::Xl, 0);
    title->addWidget(new TextBlock(tr("Settings"), TextRole::Title));
    outer->addLayout(title);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(Space::Xl, 0, Space::Xl, Space::Xl);
    column->setSpacing(Space::M);
    for (QWidget *card : {makeAppearance(), makeBehaviour(), makeStore(), makeAccount(), makeStores()})
        column->addWidget(card);
    column->addStretch();
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setWidget(content);
    scroll->setAccessibleName(tr("Settings"));
    scroll->setFocusPolicy(Qt::NoFocus);
    outer->addWidget(scroll, 1);
    showSettings();
    connectControls();
    connect(&service, &ConsoleService::storeChanged, this, &SettingsPage::showStore);
    connect(&service, &ConsoleService::profilesChanged, this, &SettingsPage::showStore);
    showStore();
}

SettingsPage::~SettingsPage() = default;

UiSettings SettingsPage::settings() const
{
    return d->settings;
}

QWidget *SettingsPage::makeAppearance()
{
    auto *card = new Card(tr("Appearance"));
    card->body().setSpacing(Space::M);
    d->scheme = makeChoice(QStringLiteral("settings.scheme"),
                           {{tr("Automatic", "colours"), valueOf(ColorScheme::System)},
                            {tr("Light", "colours"), valueOf(ColorScheme::Light)},
                            {tr("Dark", "colours"), valueOf(ColorScheme::Dark)}});
    addSetting(*card, tr("Colours"), tr("Automatic follows this computer."), d->scheme);
    d->rowHeight = makeChoice(QStringLiteral("settings.rowHeight"),
                              {{tr("Comfortable", "row height"), valueOf(RowHeight::Comfortable)},
                               {tr("Compact", "row height"), valueOf(RowHeight::Compact)}});
    addSetting(*card, tr("Row height"), tr("Compact shows half as many orders again."), d->rowHeight);
    d->language = makeChoice(QStringLiteral("settings.language"),
                             {{tr("As this computer", "language"), QString()},
                              {QStringLiteral("English"), QStringLiteral("en")},
                              {QStringLiteral("Deutsch"), QStringLiteral("de")},
                              {QStringLiteral("العربية"), QStringLiteral("ar")}});
    addSetting(
        *card, tr("Language"),
        tr("Dates, numbers and reading direction follow the language. Takes effect at the next start."),
        d->language);
    return card;
}

QWidget *SettingsPage::makeBehaviour()
{
    auto *card = new Card(tr("Working"));
    card->body().setSpacing(Space::M);
    d->undo = makeChoice(QStringLiteral("settings.undo"), undoChoices(d->settings.undoTime));
    addSetting(*card, tr("Time to undo"),
               tr("A cancellation waits this long before it is sent, so that a slip costs nothing."),
               d->undo);
    d->startPage = makeChoice(QStringLiteral("settings.startPage"),
                              {{tr("Orders"), valueOf(StartPage::Orders)},
                               {tr("Cancellations"), valueOf(StartPage::Cancellations)}});
    addSetting(*card, tr("Start with"), tr("The page that is shown when the program starts."), d->startPage);
    d->notifications = new QCheckBox;
    d->notifications->setObjectName(QStringLiteral("settings.notifications"));
    addSetting(*card, tr("Notifications"),
               tr("Tell me outside of this window about requests, outcomes and conflicts. Order IDs only, no "
                  "names."),
               d->notifications);
    return card;
}

QWidget *SettingsPage::makeStore()
{
    auto *card = new Card(tr("Decided by the store"));
    card->body().setSpacing(Space::M);
    d->store = new FieldList(FieldList::Look::Facts);
    d->store->setObjectName(QStringLiteral("settings.policy"));
    card->body().addWidget(d->store);
    card->addRule();
    card->body().addWidget(new TextBlock(tr("The same for everybody who works with this store. An owner "
                                            "changes it on the store’s server, with "
                                            "“merchant-store policy set”."),
                                         TextRole::Caption, Ink::Muted));
    d->storeCard = card;
    return card;
}

QWidget *SettingsPage::makeAccount()
{
    auto *card = new Card(tr("Account"));
    d->account = new FieldList(FieldList::Look::Facts);
    d->account->setObjectName(QStringLiteral("settings.account"));
    card->body().addWidget(d->account);
    QPushButton *signOut = makeButton(tr("Sign out"));
    signOut->setObjectName(QStringLiteral("settings.signOut"));
    card->body().addSpacing(Space::Xs);
    card->body().addWidget(signOut);
    connect(signOut, &QPushButton::clicked, &d->service, &ConsoleService::signOut);
    d->accountCard = card;
    return card;
}

QWidget *SettingsPage::makeStores()
{
    auto *card = new Card(tr("Stores on this computer"));
    card->body().setSpacing(Space::M);
    d->profiles = new ProfileList;
    card->body().addWidget(d->profiles);
    QPushButton *add = makeButton(tr("Add a store"));
    add->setObjectName(QStringLiteral("settings.addStore"));
    card->body().addWidget(add);
    connect(add, &QPushButton::clicked, this, &SettingsPage::addStoreRequested);
    connect(d->profiles, &ProfileList::chosen, &d->service, &ConsoleService::useProfile);
    return card;
}

void SettingsPage::showSettings()
{
    choose(*d->scheme, valueOf(d->settings.scheme));
    choose(*d->rowHeight, valueOf(d->settings.rowHeight));
    choose(*d->language, d->settings.language);
    choose(*d->startPage, valueOf(d->settings.startPage));
    choose(*d->undo, static_cast<int>(d->settings.undoTime.count()));
    d->notifications->setChecked(d->settings.areNotificationsOn);
}

void SettingsPage::connectControls()
{
    for (QComboBox *box : {d->scheme, d->rowHeight, d->language, d->startPage, d->undo})
        connect(box, &QComboBox::activated, this, &SettingsPage::onChanged);
    connect(d->notifications, &QCheckBox::toggled, this, &SettingsPage::onChanged);
}

void SettingsPage::onChanged()
{
    UiSettings settings;
    settings.scheme = chosen<ColorScheme>(*d->scheme);
    settings.rowHeight = chosen<RowHeight>(*d->rowHeight);
    settings.language = d->language->currentData().toString();
    settings.startPage = chosen<StartPage>(*d->startPage);
    settings.undoTime = std::chrono::seconds(d->undo->currentData().toInt());
    settings.areNotificationsOn = d->notifications->isChecked();
    if (settings == d->settings)
        return;
    d->settings = settings;
    emit settingsChanged(settings);
}

void SettingsPage::showStore()
{
    const std::optional<StoreInfo> store = d->service.store();
    d->storeCard->setVisible(store.has_value());
    d->accountCard->setVisible(store.has_value());
    if (store.has_value()) {
        d->store->show(storeFields(*store));
        d->account->show({{tr("Store"), store->name, {}},
                          {tr("Signed in as"), store->staffName, store->staffEmail},
                          {tr("Role"), roleWord(store->role), {}}});
    }
    d->profiles->show(d->service.profiles(), d->service.currentProfile());
}

} // namespace mc
