// SPDX-License-Identifier: Apache-2.0
#include "app/store/openstore.h"

#include <QDir>
#include <QFileInfo>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace mc::store {

QList<QCommandLineOption> dataOptions()
{
    return {option(u"data"_s, u"Folder of the store's data."_s, u"DIR"_s),
            option(u"db"_s, u"PostgreSQL database instead of SQLite in the folder."_s, u"postgresql://…"_s),
            option(u"store"_s, u"Id or name of the store, if there are several."_s, u"STORE"_s)};
}

QString sentenceOf(const DatabaseError &error)
{
    switch (error.kind) {
    case DatabaseError::Kind::NewerSchema:
        return u"The database was written by a newer version of merchant-store; it was left alone."_s;
    case DatabaseError::Kind::Damaged:
        return u"The database is damaged (%1). Restore a backup."_s.arg(error.detail);
    case DatabaseError::Kind::Unavailable:
        return u"The database cannot be reached: %1"_s.arg(error.detail);
    case DatabaseError::Kind::Constraint:
    case DatabaseError::Kind::Other:
        break;
    }
    return u"The database refused: %1"_s.arg(error.detail);
}

tl::expected<OpenStore, CommandError> openStore(const QCommandLineParser &parser, Folder folder)
{
    const QString directory = parser.value(u"data"_s);
    if (directory.isEmpty())
        return tl::unexpected(
            CommandError{u"--data DIR is missing: the folder of the store's data."_s, BadArguments});
    const QString postgres = parser.value(u"db"_s);
    if (!postgres.isEmpty() && !postgres.startsWith(u"postgresql://") && !postgres.startsWith(u"postgres://"))
        return tl::unexpected(
            CommandError{u"--db must be an address like postgresql://user@host/database."_s, BadArguments});
    const QString file = QDir(directory).filePath(u"store.sqlite"_s);
    const bool isThere = QFileInfo::exists(postgres.isEmpty() ? file : directory);
    if (folder == Folder::MustExist && !isThere)
        return tl::unexpected(CommandError{
            u"There is no store in %1; \"merchant-store store add\" makes one."_s.arg(directory)});
    if (!QDir().mkpath(directory))
        return tl::unexpected(CommandError{u"The folder %1 cannot be made."_s.arg(directory)});
    auto keyring = Keyring::open(directory);
    if (!keyring)
        return tl::unexpected(CommandError{keyring.error()});
    Database::Config config;
    config.sqliteFile = file;
    config.postgresUrl = postgres;
    auto database = Database::open(config);
    if (!database)
        return tl::unexpected(CommandError{sentenceOf(database.error())});
    return OpenStore{directory, std::move(*keyring), std::move(*database)};
}

tl::expected<Store, CommandError> chosenStore(const QCommandLineParser &parser, Database &database)
{
    QList<Store> stores;
    database.readAndWait([&](Tx &tx) { stores = StoreRepository(tx).list(); });
    const QString wanted = parser.value(u"store"_s);
    if (!wanted.isEmpty())
        stores.removeIf([&](const Store &one) { return one.id.toString() != wanted && one.name != wanted; });
    if (stores.size() == 1)
        return stores.first();
    if (stores.isEmpty())
        return tl::unexpected(CommandError{
            wanted.isEmpty()
                ? u"There is no store yet; \"merchant-store store add\" makes one."_s
                : u"There is no store \"%1\"; \"merchant-store store list\" shows them."_s.arg(wanted)});
    return tl::unexpected(CommandError{
        u"There are several stores; name one with --store (\"merchant-store store list\" shows them)."_s,
        BadArguments});
}

QCommandLineOption publicUrlOption()
{
    return option(u"public-url"_s, u"How the store is reached from outside."_s, u"URL"_s,
                  u"http://127.0.0.1:8400"_s);
}

tl::expected<QString, CommandError> publicUrl(const QCommandLineParser &parser)
{
    const QUrl url(parser.value(u"public-url"_s), QUrl::StrictMode);
    if ((url.scheme() != u"https" && url.scheme() != u"http") || url.host().isEmpty())
        return tl::unexpected(CommandError{
            u"--public-url must be an address like https://orders.example.com."_s, BadArguments});
    QString base = url.toString(QUrl::FullyEncoded);
    while (base.endsWith(u'/'))
        base.chop(1);
    return base;
}

AuditEntry operatorEntry(const StoreId &store, const QString &action, const QString &object,
                         const QString &detail)
{
    return {store, 0, QDateTime::currentDateTimeUtc(), u"operator"_s, u"operator"_s, action, object, detail};
}

CommandResult writeNow(Database &database, const Database::Job &job)
{
    const auto outcome = database.writeAndWait(job);
    if (!outcome)
        return failed(sentenceOf(outcome.error()));
    return {};
}

} // namespace mc::store
