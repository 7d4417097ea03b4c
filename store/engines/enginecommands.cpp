// SPDX-License-Identifier: Apache-2.0
#include "store/engines/enginecommands.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace mc::store {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(mc::store::EngineCommands)
};

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

} // namespace

EngineCommandResult<void> checkEngine(const EngineConfig &config)
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

QStringList listEngines(Database &database, const StoreId &store)
{
    QList<EngineRow> rows;
    database.readAndWait([&](Tx &tx) { rows = EngineRepository(tx).list(store); });
    QStringList lines;
    for (const EngineRow &row : std::as_const(rows))
        lines.append(
            QStringList{row.id, row.type, row.url, stateWords(row.state), row.stateDetail}.join(u'\t'));
    return lines;
}

EngineCommandResult<QString> addEngine(Database &database, const Keyring &keyring, const EngineConfig &config,
                                       bool isUntested)
{
    if (auto usable = checkEngine(config); !usable)
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

EngineCommandResult<QString> testEngine(Database &database, const Keyring &keyring, const StoreId &store,
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

EngineCommandResult<QString> renewWebhookSecret(Database &database, const Keyring &keyring,
                                                const StoreId &store, const QString &id)
{
    const QString secret = Keyring::newWebhookSecret();
    bool isSet = false;
    const auto outcome = database.writeAndWait([&](Tx &tx) {
        isSet = EngineRepository(tx).setWebhookSecret(store, id,
                                                      keyring.seal(WebhookSecretPurpose, secret.toLatin1()));
        if (isSet)
            tx.audit({store,
                      0,
                      QDateTime::currentDateTimeUtc(),
                      u"operator"_s,
                      u"operator"_s,
                      u"engine.webhook_renewed"_s,
                      id,
                      {}});
    });
    if (!outcome)
        return tl::unexpected(databaseWords(outcome.error()));
    if (!isSet) //: %1 id that was typed
        return tl::unexpected(Words::tr("There is no engine %1.").arg(id));
    return secret;
}

EngineCommandResult<void> removeEngine(Database &database, const StoreId &store, const QString &id)
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

} // namespace mc::store
