// SPDX-License-Identifier: Apache-2.0
#include "app/store/commands.h"
#include "app/store/openstore.h"
#include "store/orderbook/tokenrepository.h"

using namespace Qt::StringLiterals;

namespace mc::store {
namespace {

const QStringList &knownScopes()
{
    static const QStringList Scopes{u"orders:read"_s, u"orders:write"_s, u"shipments:write"_s,
                                    u"cancellations:write"_s};
    return Scopes;
}

CommandResult addToken(const QCommandLineParser &parser, const QStringList &arguments)
{
    ApiToken token;
    token.name = arguments.first().trimmed();
    if (token.name.isEmpty())
        return badArgument(u"The token needs a name."_s);
    for (const QString &scope : parser.value(u"scopes"_s).split(u',', Qt::SkipEmptyParts)) {
        if (!knownScopes().contains(scope.trimmed()))
            return badArgument(
                u"There is no scope \"%1\"; there are %2."_s.arg(scope, knownScopes().join(u", "_s)));
        token.scopes.insert(scope.trimmed());
    }
    if (token.scopes.isEmpty())
        return badArgument(u"--scopes is missing: one or more of %1."_s.arg(knownScopes().join(u", "_s)));
    const auto open = openStore(parser);
    if (!open)
        return tl::unexpected(open.error());
    const auto store = chosenStore(parser, *open->database);
    if (!store)
        return tl::unexpected(store.error());
    const QString secret = Keyring::newToken();
    token.store = store->id;
    token.tokenHash = Keyring::tokenHash(secret.toLatin1());
    token.createdAt = QDateTime::currentDateTimeUtc();
    const CommandResult written = writeNow(*open->database, [&](Tx &tx) { TokenRepository(tx).add(token); });
    if (written)
        printLine(secret); // the only time that it can be seen
    return written;
}

CommandResult listTokens(const QCommandLineParser &parser, const QStringList &)
{
    const auto open = openStore(parser);
    if (!open)
        return tl::unexpected(open.error());
    const auto store = chosenStore(parser, *open->database);
    if (!store)
        return tl::unexpected(store.error());
    QList<ApiToken> tokens;
    open->database->readAndWait([&](Tx &tx) { tokens = TokenRepository(tx).list(store->id); });
    for (const ApiToken &token : tokens) {
        QStringList scopes(token.scopes.begin(), token.scopes.end());
        scopes.sort();
        printLine(QStringList{token.id, token.name, scopes.join(u','),
                              token.revokedAt.isValid() ? u"revoked"_s : u"active"_s}
                      .join(u'\t'));
    }
    return {};
}

CommandResult revokeToken(const QCommandLineParser &parser, const QStringList &arguments)
{
    const auto open = openStore(parser);
    if (!open)
        return tl::unexpected(open.error());
    const auto store = chosenStore(parser, *open->database);
    if (!store)
        return tl::unexpected(store.error());
    bool isDone = false;
    const CommandResult written = writeNow(*open->database, [&](Tx &tx) {
        isDone = TokenRepository(tx).revoke(store->id, arguments.first(), QDateTime::currentDateTimeUtc());
    });
    if (written && !isDone)
        return failed(
            u"There is no token %1; \"merchant-store token list\" shows them."_s.arg(arguments.first()));
    return written;
}

} // namespace

void addTokenCommands(std::vector<Command> &commands)
{
    QList<QCommandLineOption> options = dataOptions();
    options.append(option(u"scopes"_s,
                          u"What it may do, with commas between: %1."_s.arg(knownScopes().join(u", "_s)),
                          u"SCOPES"_s));
    commands.push_back({u"token add"_s, u"<name>"_s,
                        u"Makes a token for a shop or a warehouse and prints it."_s, 1, 1, options, addToken,
                        false});
    commands.push_back({u"token list"_s, {}, u"Lists the tokens."_s, 0, 0, dataOptions(), listTokens, false});
    commands.push_back(
        {u"token revoke"_s, u"<id>"_s, u"Ends a token at once."_s, 1, 1, dataOptions(), revokeToken, false});
}

} // namespace mc::store
