// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/store/commandline.h"
#include "store/orderbook/database.h"
#include "store/orderbook/keyring.h"
#include "store/orderbook/storerepository.h"

#include <memory>

namespace mc::store {

/// The options that say where a service keeps its data: --data, --db, --store.
[[nodiscard]] QList<QCommandLineOption> dataOptions();

/// What every command works on.
struct OpenStore {
    QString directory;
    Keyring keyring;
    std::unique_ptr<Database> database;
};

/// Whether a command may begin a new store in --data; all others would only hide a misspelt folder.
enum class Folder : quint8 { MustExist, MayBeMade };

/// Opens (and migrates) the database and the keys in --data.
[[nodiscard]] tl::expected<OpenStore, CommandError> openStore(const QCommandLineParser &parser,
                                                              Folder folder = Folder::MustExist);
/// The store that --store names by id or name; without it the only one.
[[nodiscard]] tl::expected<Store, CommandError> chosenStore(const QCommandLineParser &parser,
                                                            Database &database);

/// --public-url, and what it says: without a slash at its end.
[[nodiscard]] QCommandLineOption publicUrlOption();
[[nodiscard]] tl::expected<QString, CommandError> publicUrl(const QCommandLineParser &parser);

/// An audit row for something that was done by a command.
[[nodiscard]] AuditEntry operatorEntry(const StoreId &store, const QString &action, const QString &object,
                                       const QString &detail);

/// Runs a job as one transaction and waits for it.
[[nodiscard]] CommandResult writeNow(Database &database, const Database::Job &job);
/// One sentence for people.
[[nodiscard]] QString sentenceOf(const DatabaseError &error);

} // namespace mc::store
