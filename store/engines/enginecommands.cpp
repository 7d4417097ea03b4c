// SPDX-License-Identifier: Apache-2.0
#include "store/engines/enginecommands.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>

#ifdef Q_OS_WIN
#include <io.h>
#include <windows.h>
#else
#include <termios.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace mc::store {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(mc::store::EngineCommands)
};

bool isTerminal()
{
#ifdef Q_OS_WIN
    return _isatty(0) != 0;
#else
    return isatty(STDIN_FILENO) != 0;
#endif
}

/// Switches the terminal's echo off for its life.
class SilentTerminal final
{
public:
    SilentTerminal()
    {
#ifdef Q_OS_WIN
        GetConsoleMode(GetStdHandle(STD_INPUT_HANDLE), &m_mode);
        SetConsoleMode(GetStdHandle(STD_INPUT_HANDLE), m_mode & ~DWORD(ENABLE_ECHO_INPUT));
#else
        tcgetattr(STDIN_FILENO, &m_mode);
        termios silent = m_mode;
        silent.c_lflag &= ~tcflag_t(ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
#endif
    }
    ~SilentTerminal()
    {
#ifdef Q_OS_WIN
        SetConsoleMode(GetStdHandle(STD_INPUT_HANDLE), m_mode);
#else
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_mode);
#endif
    }
    SilentTerminal(const SilentTerminal &) = delete;
    SilentTerminal &operator=(const SilentTerminal &) = delete;

private:
#ifdef Q_OS_WIN
    DWORD m_mode = 0;
#else
    termios m_mode{};
#endif
};

QString withoutLineEnd(QString text)
{
    while (text.endsWith(u'\n') || text.endsWith(u'\r'))
        text.chop(1);
    return text;
}

QString stateWords(EngineRow::State state)
{
    switch (state) {
    case EngineRow::State::New:
        return Words::tr("not connected yet");
    case EngineRow::State::Working:
        return Words::tr("working");
    case EngineRow::State::Unreachable:
        return Words::tr("unreachable");
    case EngineRow::State::Denied:
        return Words::tr("access denied");
    }
    Q_UNREACHABLE();
}

QString databaseWords(const DatabaseError &error)
{
    //: %1 technical detail in English
    return Words::tr("The database did not accept it: %1").arg(error.detail);
}

std::optional<EngineRow> findEngine(Database &database, const StoreId &store, const QString &id)
{
    std::optional<EngineRow> row;
    database.readAndWait([&](Tx &tx) { row = EngineRepository(tx).find(store, id); });
    return row;
}

CommandResult<void> checkConfig(const EngineConfig &config)
{
    if (!engineTypes().contains(config.type)) {
        //: %1 what was typed, %2 list of words that are possible
        return tl::unexpected(Words::tr("“%1” is no known type of engine. Known: %2.")
                                  .arg(config.type, engineTypes().join(u", "_s)));
    }
    const bool isWeb = config.url.scheme() == u"http" || config.url.scheme() == u"https";
    if (!config.url.isValid() || !isWeb || config.url.host().isEmpty())
        return tl::unexpected(Words::tr("--url needs an address such as https://shop.example/admin-api."));
    if (!config.url.userInfo().isEmpty())
        return tl::unexpected(Words::tr("--url must not contain a user name or password; use --user."));
    if (config.user.isEmpty())
        return tl::unexpected(Words::tr("--user is missing."));
    return {};
}

struct Command {
    Database &database;
    const Keyring &keyring;
    StoreId store;
    QTextStream &out;
    QTextStream &err;

    int fail(int status, const QString &sentence) const
    {
        err << sentence << Qt::endl;
        return status;
    }
    int add(const QStringList &arguments) const;
    int list() const;
    int test(const QString &id) const;
    int remove(const QString &id) const;
};

int Command::add(const QStringList &arguments) const
{
    QCommandLineParser parser;
    const QCommandLineOption url(u"url"_s, {}, u"url"_s);
    const QCommandLineOption user(u"user"_s, {}, u"name"_s);
    const QCommandLineOption channel(u"channel"_s, {}, u"token"_s);
    const QCommandLineOption secretFile(u"secret-file"_s, {}, u"file"_s);
    const QCommandLineOption untested(u"untested"_s);
    parser.addOptions({url, user, channel, secretFile, untested});
    if (!parser.parse(QStringList(u"engine add"_s) + arguments))
        return fail(2, parser.errorText());
    if (parser.positionalArguments().size() != 1)
        return fail(2,
                    Words::tr("Usage: engine add TYPE --url URL --user NAME [--channel TOKEN] "
                              "[--secret-file FILE] [--untested]"));
    EngineConfig config{.id = {},
                        .store = store,
                        .type = parser.positionalArguments().constFirst(),
                        .url = QUrl(parser.value(url), QUrl::StrictMode),
                        .user = parser.value(user),
                        .secret = {},
                        .channel = parser.value(channel)};
    if (auto usable = checkConfig(config); !usable)
        return fail(2, usable.error());
    const auto secret = readEngineSecret(parser.value(secretFile), err);
    if (!secret)
        return fail(1, secret.error());
    config.secret = *secret;
    const auto id = addEngine(database, keyring, config, parser.isSet(untested));
    if (!id)
        return fail(1, id.error());
    out << *id << Qt::endl;
    return 0;
}

int Command::list() const
{
    QList<EngineRow> rows;
    database.readAndWait([&](Tx &tx) { rows = EngineRepository(tx).list(store); });
    for (const EngineRow &row : std::as_const(rows)) {
        out << row.id << '\t' << row.type << '\t' << row.url << '\t' << stateWords(row.state);
        if (!row.stateDetail.isEmpty())
            out << ": " << row.stateDetail;
        if (row.stateAt.isValid())
            out << '\t' << row.stateAt.toString(Qt::ISODate);
        out << Qt::endl;
    }
    return 0;
}

int Command::test(const QString &id) const
{
    const auto said = testEngine(database, keyring, store, id);
    if (!said)
        return fail(1, said.error());
    out << *said << Qt::endl;
    return 0;
}

int Command::remove(const QString &id) const
{
    const auto removed = removeEngine(database, store, id);
    return removed ? 0 : fail(1, removed.error());
}

} // namespace

CommandResult<QString> readEngineSecret(const QString &file, QTextStream &prompt)
{
    if (!file.isEmpty()) {
        QFile source(file);
        if (!source.open(QIODevice::ReadOnly)) //: %1 name of a file, %2 reason from the operating system
            return tl::unexpected(Words::tr("%1 can't be read: %2").arg(file, source.errorString()));
        const QString secret = withoutLineEnd(QString::fromUtf8(source.read(4'096)));
        if (secret.isEmpty()) //: %1 name of a file
            return tl::unexpected(Words::tr("%1 is empty.").arg(file));
        return secret;
    }
    const QString fromEnvironment = qEnvironmentVariable("MERCHANT_STORE_ENGINE_SECRET");
    if (!fromEnvironment.isEmpty())
        return fromEnvironment;
    if (!isTerminal())
        return tl::unexpected(
            Words::tr("No password: use --secret-file FILE or MERCHANT_STORE_ENGINE_SECRET, or a terminal."));
    prompt << Words::tr("Password: ") << Qt::flush;
    QString secret;
    {
        const SilentTerminal silent;
        secret = withoutLineEnd(QTextStream(stdin).readLine());
    }
    prompt << Qt::endl;
    if (secret.isEmpty())
        return tl::unexpected(Words::tr("No password was given."));
    return secret;
}

CommandResult<QString> addEngine(Database &database, const Keyring &keyring, const EngineConfig &config,
                                 bool isUntested)
{
    if (auto usable = checkConfig(config); !usable)
        return tl::unexpected(usable.error());
    if (!isUntested) {
        const auto said = makeConnector(config, {})->test();
        if (!said)
            return tl::unexpected(said.error().detail);
    }
    EngineRow row;
    row.store = config.store;
    row.type = config.type;
    row.url = config.url.toString();
    row.user = config.user;
    row.channel = config.channel;
    row.sealedSecret = keyring.seal(EngineSecretPurpose, config.secret.toUtf8());
    QString id;
    bool isSecond = false;
    const auto outcome = database.writeAndWait([&](Tx &tx) {
        EngineRepository engines(tx);
        const QList<EngineRow> rows = engines.list(config.store);
        isSecond = std::any_of(rows.cbegin(), rows.cend(),
                               [&config](const EngineRow &one) { return one.type == config.type; });
        if (!isSecond)
            id = engines.add(row);
    });
    if (!outcome)
        return tl::unexpected(databaseWords(outcome.error()));
    if (isSecond) //: %1 type of engine: "vendure"
        return tl::unexpected(
            Words::tr("This store is connected to an engine of type %1 already; remove that one first.")
                .arg(config.type));
    return id;
}

CommandResult<QString> testEngine(Database &database, const Keyring &keyring, const StoreId &store,
                                  const QString &id)
{
    const auto row = findEngine(database, store, id);
    if (!row) //: %1 id that was typed
        return tl::unexpected(Words::tr("There is no engine %1.").arg(id));
    const auto config = configOf(*row, keyring);
    if (!config)
        return tl::unexpected(
            Words::tr("The stored password does not open with this service's key. Add the engine again."));
    const auto connector = makeConnector(*config, {});
    if (!connector)
        return tl::unexpected(Words::tr("This version has no connection to engines of this type."));
    auto said = connector->test();
    if (!said)
        return tl::unexpected(said.error().detail);
    return std::move(*said);
}

CommandResult<void> removeEngine(Database &database, const StoreId &store, const QString &id)
{
    bool isRemoved = false;
    const auto outcome =
        database.writeAndWait([&](Tx &tx) { isRemoved = EngineRepository(tx).remove(store, id); });
    if (!outcome)
        return tl::unexpected(databaseWords(outcome.error()));
    if (!isRemoved) //: %1 id that was typed
        return tl::unexpected(Words::tr("There is no engine %1.").arg(id));
    return {};
}

int runEngineCommand(Database &database, const Keyring &keyring, const StoreId &store,
                     const QStringList &arguments, QTextStream &out, QTextStream &err)
{
    const Command command{database, keyring, store, out, err};
    const QString verb = arguments.value(0);
    const bool hasId = arguments.size() == 2;
    if (verb == u"add")
        return command.add(arguments.mid(1));
    if (verb == u"list" && arguments.size() == 1)
        return command.list();
    if (verb == u"test" && hasId)
        return command.test(arguments[1]);
    if (verb == u"remove" && hasId)
        return command.remove(arguments[1]);
    return command.fail(2, Words::tr("Usage: engine add TYPE … | list | test ID | remove ID"));
}

} // namespace mc::store
