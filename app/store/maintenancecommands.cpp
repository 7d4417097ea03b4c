// SPDX-License-Identifier: Apache-2.0
#include "app/store/commands.h"
#include "app/store/openstore.h"
#include "app/store/storeservice.h"
#include "domain/orderjson.h"
#include "store/orderbook/auditrepository.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace mc::store {
namespace {

CommandResult backUp(const QCommandLineParser &parser, const QStringList &arguments)
{
    if (!parser.value(u"db"_s).isEmpty())
        return badArgument(u"A PostgreSQL database is backed up with pg_dump."_s);
    if (QFileInfo::exists(arguments.first()))
        return failed(u"The file %1 is there already; it was left alone."_s.arg(arguments.first()));
    const auto open = openStore(parser);
    if (!open)
        return tl::unexpected(open.error());
    if (const auto saved = open->database->backUpTo(arguments.first()); !saved)
        return failed(sentenceOf(saved.error()));
    return {};
}

/// Puts a backup into an empty folder; checked there under another name first.
CommandResult putBackup(const QString &backup, const QString &directory)
{
    const QString file = QDir(directory).filePath(u"store.sqlite"_s);
    for (const QString &end : {QString(), u"-wal"_s, u"-shm"_s}) {
        if (QFileInfo::exists(file + end))
            return failed(
                u"The file %1 is there already; it was left alone. Move it away first."_s.arg(file + end));
    }
    if (!QFileInfo::exists(QDir(directory).filePath(u"master.key"_s)))
        return failed(
            u"There is no master.key in %1: put the saved one there first, or the links in old mails "
            "stay closed and the passwords of shop systems are lost."_s.arg(directory));
    const QString draft = file + u".restoring"_s;
    QFile::remove(draft);
    if (!QFile::copy(backup, draft))
        return failed(u"The file %1 cannot be copied to %2."_s.arg(backup, directory));
    Database::Config config;
    config.sqliteFile = draft;
    QString problem;
    {
        const auto opened = Database::open(config);
        problem = opened ? QString() : sentenceOf(opened.error());
    }
    if (problem.isEmpty() && !QFile::rename(draft, file))
        problem = u"The file %1 cannot be written."_s.arg(file);
    if (problem.isEmpty())
        return {};
    QFile::remove(draft);
    return failed(problem);
}

CommandResult restore(const QCommandLineParser &parser, const QStringList &arguments)
{
    if (!parser.value(u"db"_s).isEmpty() && !arguments.isEmpty())
        return badArgument(
            u"A PostgreSQL database is restored with pg_restore; then run \"restore\" without a "
            "file."_s);
    const QString directory = parser.value(u"data"_s);
    if (!arguments.isEmpty() && !directory.isEmpty()) {
        if (const auto put = putBackup(arguments.first(), directory); !put)
            return put;
    }
    const auto open = openStore(parser);
    if (!open)
        return tl::unexpected(open.error());
    int count = 0;
    const CommandResult written = writeNow(*open->database, [&](Tx &tx) {
        StoreRepository stores(tx);
        const QList<Store> all = stores.list();
        count = static_cast<int>(all.size());
        for (const Store &store : all) {
            stores.renewEpoch(store.id);
            tx.audit(operatorEntry(store.id, u"store.restored"_s, store.id.toString(), {}));
        }
    });
    if (written)
        printLine(u"%1 store(s) restored; consoles take a new snapshot by themselves"_s.arg(count));
    return written;
}

CommandResult verifyAudit(const QCommandLineParser &parser, const QStringList &)
{
    const auto open = openStore(parser);
    if (!open)
        return tl::unexpected(open.error());
    const auto store = chosenStore(parser, *open->database);
    if (!store)
        return tl::unexpected(store.error());
    std::optional<qint64> broken;
    open->database->readAndWait([&](Tx &tx) { broken = AuditRepository(tx).firstBroken(store->id); });
    if (broken)
        return failed(u"The audit log was changed at entry %1."_s.arg(*broken));
    printLine(u"The audit log is complete and unchanged."_s);
    return {};
}

CommandResult exportAudit(const QCommandLineParser &parser, const QStringList &)
{
    const auto open = openStore(parser);
    if (!open)
        return tl::unexpected(open.error());
    const auto store = chosenStore(parser, *open->database);
    if (!store)
        return tl::unexpected(store.error());
    qint64 last = 0;
    while (true) {
        QList<AuditEntry> page;
        open->database->readAndWait([&](Tx &tx) { page = AuditRepository(tx).list(store->id, last, 1000); });
        for (const AuditEntry &entry : page) {
            const QJsonObject line{{u"sequence"_s, entry.sequence},   {u"at"_s, timeToText(entry.at)},
                                   {u"actorKind"_s, entry.actorKind}, {u"actorId"_s, entry.actorId},
                                   {u"action"_s, entry.action},       {u"object"_s, entry.object},
                                   {u"detail"_s, entry.detail}};
            printLine(QString::fromUtf8(QJsonDocument(line).toJson(QJsonDocument::Compact)));
        }
        if (page.isEmpty())
            return {};
        last = page.last().sequence;
    }
}

/// For the check of resources/api/openapi.yaml against what the service really serves.
CommandResult printRoutes(const QCommandLineParser &, const QStringList &)
{
    const QTemporaryDir directory;
    auto keyring = Keyring::open(directory.path());
    Database::Config config;
    config.sqliteFile = directory.filePath(u"store.sqlite"_s);
    auto database = Database::open(config);
    if (!keyring || !database)
        return failed(u"A temporary database cannot be made."_s);
    ServiceConfig service;
    service.isDemo = true;
    const auto running = StoreService::open(service, *keyring, std::move(*database));
    if (!running)
        return failed(running.error());
    printLine(QString::fromUtf8(routesAsJson((*running)->routeTable())));
    return {};
}

} // namespace

void addMaintenanceCommands(std::vector<Command> &commands)
{
    commands.push_back({u"backup"_s, u"<file>"_s, u"Copies the database while the store runs."_s, 1, 1,
                        dataOptions(), backUp, false});
    commands.push_back(
        {u"restore"_s, u"[file]"_s,
         u"Puts a backup into --data. Without a file: says that the database, which was restored "
         "by other means, is of another past."_s,
         0, 1, dataOptions(), restore, false});
    commands.push_back({u"audit verify"_s,
                        {},
                        u"Checks that the audit log is complete and unchanged."_s,
                        0,
                        0,
                        dataOptions(),
                        verifyAudit,
                        false});
    commands.push_back({u"audit export"_s,
                        {},
                        u"Prints the audit log, one JSON object a line."_s,
                        0,
                        0,
                        dataOptions(),
                        exportAudit,
                        false});
    commands.push_back({u"routes"_s,
                        {},
                        u"Prints the route table."_s,
                        0,
                        0,
                        {flag(u"json"_s, u"As JSON, the only format."_s)},
                        printRoutes,
                        true});
}

} // namespace mc::store
