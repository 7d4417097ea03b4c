// SPDX-License-Identifier: Apache-2.0
#include "app/store/commands.h"
#include "app/store/openstore.h"
#include "app/store/stopsignal.h"
#include "app/store/storeservice.h"
#include "store/demo/demoseeder.h"
#include "store/orderbook/staffrepository.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QThread>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mc::store {
namespace {

// They read what is small as well; whatever is large has threads of its own.
constexpr int MostIoThreads = 4;

struct DemoAccount {
    QString email = u"demo@example.com"_s;
    QString password;
};

tl::expected<int, CommandError> numberOf(const QCommandLineParser &parser, const QString &name, int most)
{
    bool isNumber = false;
    const int number = parser.value(name).toInt(&isNumber);
    if (!isNumber || number < 0 || number > most)
        return tl::unexpected(
            CommandError{u"--%1 must be a number from 0 to %2."_s.arg(name).arg(most), BadArguments});
    return number;
}

CommandResult readListen(const QString &text, ListenerConfig &config)
{
    const qsizetype colon = text.lastIndexOf(u':');
    bool isNumber = false;
    const int port = text.mid(colon + 1).toInt(&isNumber);
    QString address = text.left(colon);
    if (address.startsWith(u'[') && address.endsWith(u']'))
        address = address.mid(1, address.size() - 2);
    if (colon < 1 || !isNumber || port < 0 || port > 65'535 || QHostAddress(address).isNull())
        return badArgument(u"--listen must be an address and a port, for example 127.0.0.1:8400."_s);
    config.address = address;
    config.port = static_cast<quint16>(port);
    return {};
}

tl::expected<ServiceConfig, CommandError> configOf(const QCommandLineParser &parser)
{
    ServiceConfig config;
    if (const auto listen = readListen(parser.value(u"listen"_s), config.listener); !listen)
        return tl::unexpected(listen.error());
    const auto proxies = TrustedProxies::parse(parser.values(u"trusted-proxy"_s));
    if (!proxies)
        return tl::unexpected(
            CommandError{u"--trusted-proxy must be an address range like 10.0.0.0/8."_s, BadArguments});
    config.listener.trustedProxies = *proxies;
    config.listener.threads = std::clamp(QThread::idealThreadCount(), 1, MostIoThreads);
    config.listener.tlsCertificateFile = parser.value(u"tls-cert"_s);
    config.listener.tlsKeyFile = parser.value(u"tls-key"_s);
    if (config.listener.tlsCertificateFile.isEmpty() != config.listener.tlsKeyFile.isEmpty())
        return tl::unexpected(CommandError{u"--tls-cert and --tls-key belong together."_s, BadArguments});
    config.publicUrl = QUrl(parser.value(u"public-url"_s), QUrl::StrictMode);
    const bool isWeb = config.publicUrl.scheme() == u"https" || config.publicUrl.scheme() == u"http";
    if (parser.isSet(u"public-url"_s) && (!isWeb || config.publicUrl.host().isEmpty()))
        return tl::unexpected(CommandError{
            u"--public-url must be an address like https://orders.example.com."_s, BadArguments});
    config.smtpUrl = parser.value(u"smtp"_s);
    if (parser.isSet(u"smtp"_s) && !config.smtpUrl.startsWith(u"smtp://")
        && !config.smtpUrl.startsWith(u"smtps://"))
        return tl::unexpected(
            CommandError{u"--smtp must be an address like smtp://mail.example.com:587."_s, BadArguments});
    config.smtpPassword = qEnvironmentVariable("MERCHANT_STORE_SMTP_PASSWORD");
    config.mailFrom = parser.value(u"mail-from"_s);
    const auto interval = numberOf(parser, u"engine-interval"_s, 86'400);
    if (!interval)
        return tl::unexpected(interval.error());
    config.engines.sync.interval = std::chrono::seconds(std::max(1, *interval));
    const auto keep = numberOf(parser, u"keep-changes"_s, 3650);
    if (!keep)
        return tl::unexpected(keep.error());
    config.maintenance.keepChanges = std::chrono::hours(24 * std::max(1, *keep));
    const auto requests = numberOf(parser, u"token-requests"_s, RouterHooks::MostTokenRequests);
    if (!requests)
        return tl::unexpected(requests.error());
    config.tokenRequests = std::max(1, *requests);
    config.isDemo = parser.isSet(u"demo"_s);
    return config;
}

/// A service starts with one store.
CommandResult ensureStore(Database &database, const QCommandLineParser &parser, const QDateTime &now)
{
    const bool isDemo = parser.isSet(u"demo"_s);
    const QString delayText = parser.value(u"processing-delay"_s);
    bool isNumber = true;
    const double delay = delayText.isEmpty() ? 6 : delayText.toDouble(&isNumber);
    if (!isNumber || delay < 0 || delay > 86'400)
        return badArgument(u"--processing-delay must be a number of seconds from 0 to 86400."_s);
    return writeNow(database, [&](Tx &tx) {
        StoreRepository stores(tx);
        if (stores.list().isEmpty()) {
            Store store;
            store.name = isDemo ? u"Demo store"_s : u"My store"_s;
            store.timeZone = QTimeZone::systemTimeZoneId();
            store.isDemo = isDemo;
            store.supportEmail = isDemo ? u"support@example.com"_s : QString();
            stores.add(store, now);
        }
        if (!isDemo && delayText.isEmpty())
            return;
        const auto seconds = std::chrono::milliseconds(static_cast<qint64>(delay * 1000));
        for (const Store &store : stores.list())
            stores.setProcessingDelay(store.id, seconds);
    });
}

/// The demo's owner gets a new password at each start: the old one was printed somewhere.
tl::expected<DemoAccount, CommandError> prepareDemo(OpenStore &open, const QCommandLineParser &parser,
                                                    const QDateTime &now)
{
    const auto count = numberOf(parser, u"demo"_s, 10'000'000);
    if (!count)
        return tl::unexpected(count.error());
    const auto store = chosenStore(parser, *open.database);
    if (!store)
        return tl::unexpected(store.error());
    if (!store->isDemo)
        return tl::unexpected(
            CommandError{u"The folder holds a real store; --demo needs a folder of its own."_s});
    const auto seeded = seedDemo(*open.database, store->id, *count, now);
    if (!seeded)
        return tl::unexpected(CommandError{sentenceOf(seeded.error())});
    DemoAccount account;
    account.password = Keyring::newToken().left(20);
    const QString hash = Keyring::hashPassword(account.password);
    const CommandResult written = writeNow(*open.database, [&](Tx &tx) {
        StaffRepository people(tx);
        for (const Staff &person : people.findByEmail(account.email)) {
            if (person.store == store->id) {
                people.setPassword(store->id, person.id, hash);
                return;
            }
        }
        Staff owner;
        owner.store = store->id;
        owner.name = u"Demo Owner"_s;
        owner.email = account.email;
        owner.role = Role::Owner;
        owner.passwordHash = hash;
        if (const auto added = people.add(owner, now); !added)
            tx.fail({DatabaseError::Kind::Other, added.error().detail});
    });
    return written ? tl::expected<DemoAccount, CommandError>(account) : tl::unexpected(written.error());
}

CommandResult serve(const QCommandLineParser &parser, const QStringList &)
{
    const auto config = configOf(parser);
    if (!config)
        return tl::unexpected(config.error());
    auto open = openStore(parser, Folder::MayBeMade);
    if (!open)
        return tl::unexpected(open.error());
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (const auto ready = ensureStore(*open->database, parser, now); !ready)
        return ready;
    QJsonObject ready{{u"ready"_s, true}};
    if (config->isDemo) {
        const auto account = prepareDemo(*open, parser, now);
        if (!account)
            return tl::unexpected(account.error());
        ready[u"demo"_s] = QJsonObject{{u"email"_s, account->email}, {u"password"_s, account->password}};
    }
    raiseOpenFileLimit();
    auto service = StoreService::open(*config, open->keyring, std::move(open->database));
    if (!service)
        return failed(service.error());
    StopSignal stopSignal(parser.isSet(u"exit-with-stdin"_s) ? StopSignal::Input::EndsService
                                                             : StopSignal::Input::Ignored);
    (*service)->start();
    ready[u"url"_s] = (*service)->url().toString();
    printLine(QString::fromUtf8(QJsonDocument(ready).toJson(QJsonDocument::Compact)));
    stopSignal.wait();
    (*service)->stop();
    return {};
}

} // namespace

void addServeCommand(std::vector<Command> &commands)
{
    QList<QCommandLineOption> options = dataOptions();
    options.append(option(u"listen"_s, u"Address and port; port 0 takes a free one."_s, u"ADDRESS:PORT"_s,
                          u"127.0.0.1:8400"_s));
    options.append(
        option(u"public-url"_s, u"How customers reach the store, for the links in mails."_s, u"URL"_s));
    options.append(option(u"trusted-proxy"_s,
                          u"Reverse proxies whose X-Forwarded headers are believed. Repeatable."_s,
                          u"CIDR"_s));
    options.append(option(u"tls-cert"_s, u"Certificate chain (PEM)."_s, u"FILE"_s));
    options.append(option(u"tls-key"_s, u"Private key (PEM)."_s, u"FILE"_s));
    options.append(option(
        u"smtp"_s,
        u"Mail server; its password comes from MERCHANT_STORE_SMTP_PASSWORD. Without it no mail is sent."_s,
        u"smtp://HOST:PORT"_s));
    options.append(option(u"mail-from"_s, u"Sender of the mails."_s, u"ADDRESS"_s));
    options.append(option(u"demo"_s, u"A demo store with so many sample orders."_s, u"N"_s));
    options.append(option(u"processing-delay"_s,
                          u"How long a cancellation waits before it is processed (demo: 6)."_s,
                          u"SECONDS"_s));
    options.append(option(u"engine-interval"_s, u"How often connected shop systems are asked for changes."_s,
                          u"SECONDS"_s, u"5"_s));
    options.append(option(u"keep-changes"_s,
                          u"Consoles that were away for longer than so many days take a new snapshot."_s,
                          u"DAYS"_s, u"30"_s));
    options.append(option(u"token-requests"_s,
                          u"How many requests a second a session or API token may make at most for long."_s,
                          u"N"_s, QString::number(RouterHooks::DefaultTokenRequests)));
    options.append(flag(u"exit-with-stdin"_s, u"Ends when standard input is closed."_s));
    commands.push_back({u"serve"_s, {}, u"Runs the store."_s, 0, 0, options, serve, false});
}

} // namespace mc::store
