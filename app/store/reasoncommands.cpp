// SPDX-License-Identifier: Apache-2.0
// The reasons to cancel: which a store offers to customers and to staff, in which words.
#include "app/store/commands.h"
#include "app/store/openstore.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mc::store {
namespace {

constexpr qsizetype LongestText = 200;
constexpr qsizetype MostReasons = 50;

QString wordOf(Audience audience)
{
    return audience == Audience::Customer ? u"customer"_s : u"staff"_s;
}

/// Whom --audience names; without it both, if the command can do with that.
tl::expected<QList<Audience>, CommandError> audiences(const QCommandLineParser &parser, bool isNeeded)
{
    const QString word = parser.value(u"audience"_s);
    if (word == u"customer")
        return QList<Audience>{Audience::Customer};
    if (word == u"staff")
        return QList<Audience>{Audience::Staff};
    if (word.isEmpty() && !isNeeded)
        return QList<Audience>{Audience::Customer, Audience::Staff};
    return tl::unexpected(CommandError{u"--audience must be customer or staff."_s, BadArguments});
}

bool isFitting(const QString &text, const char *pattern)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(QLatin1String(pattern)))
        .match(text)
        .hasMatch();
}

void print(Audience audience, const QList<ReasonTexts> &reasons)
{
    for (const ReasonTexts &reason : reasons) {
        QStringList languages = reason.textByLanguage.keys();
        languages.sort();
        for (const QString &language : std::as_const(languages))
            printLine(
                QStringList{wordOf(audience), reason.code, language, reason.textByLanguage.value(language)}
                    .join(u'\t'));
    }
}

CommandResult listReasons(const QCommandLineParser &parser, const QStringList &)
{
    const auto whom = audiences(parser, false);
    if (!whom)
        return tl::unexpected(whom.error());
    const auto open = openStore(parser);
    if (!open)
        return tl::unexpected(open.error());
    const auto store = chosenStore(parser, *open->database);
    if (!store)
        return tl::unexpected(store.error());
    for (const Audience audience : *whom) {
        QList<ReasonTexts> reasons;
        open->database->readAndWait(
            [&](Tx &tx) { reasons = StoreRepository(tx).reasonTexts(store->id, audience); });
        print(audience, reasons);
    }
    return {};
}

/// Changes the list that is in force; a store that had none of its own begins with the built-in one.
CommandResult changeReasons(const QCommandLineParser &parser, const QString &code,
                            const std::function<CommandResult(QList<ReasonTexts> &)> &change)
{
    const auto whom = audiences(parser, true);
    if (!whom)
        return tl::unexpected(whom.error());
    const auto open = openStore(parser);
    if (!open)
        return tl::unexpected(open.error());
    const auto store = chosenStore(parser, *open->database);
    if (!store)
        return tl::unexpected(store.error());
    const Audience audience = whom->constFirst();
    CommandResult changed;
    QList<ReasonTexts> reasons;
    const CommandResult written = writeNow(*open->database, [&](Tx &tx) {
        StoreRepository stores(tx);
        reasons = stores.reasonTexts(store->id, audience);
        changed = change(reasons);
        if (!changed)
            return;
        stores.setReasons(store->id, audience, reasons);
        reasons = stores.reasonTexts(store->id, audience);
        tx.audit(operatorEntry(store->id, u"reasons.changed"_s, code, wordOf(audience)));
    });
    if (!written)
        return written;
    if (changed)
        print(audience, reasons);
    return changed;
}

QList<ReasonTexts>::iterator findReason(QList<ReasonTexts> &reasons, const QString &code)
{
    return std::find_if(reasons.begin(), reasons.end(),
                        [&code](const ReasonTexts &one) { return one.code == code; });
}

CommandResult setReason(const QCommandLineParser &parser, const QStringList &arguments)
{
    const QString &code = arguments.at(0);
    const QString text = arguments.at(1).simplified();
    const QString language = parser.value(u"language"_s);
    if (!isFitting(code, "[a-z0-9_]{1,50}"))
        return badArgument(u"The code of a reason is made of small letters, digits and _."_s);
    if (text.isEmpty() || text.size() > LongestText)
        return badArgument(u"The words of a reason are 1 to %1 characters."_s.arg(LongestText));
    if (!isFitting(language, "[a-z]{2,3}(-[A-Za-z0-9]{2,8})*"))
        return badArgument(u"--language must be a code like en, de or pt-BR."_s);
    return changeReasons(parser, code, [&](QList<ReasonTexts> &reasons) -> CommandResult {
        if (const auto it = findReason(reasons, code); it != reasons.end())
            it->textByLanguage.insert(language, text);
        else
            reasons.append({code, {{language, text}}});
        return reasons.size() > MostReasons ? failed(u"Nobody reads more than %1 reasons."_s.arg(MostReasons))
                                            : CommandResult();
    });
}

CommandResult removeReason(const QCommandLineParser &parser, const QStringList &arguments)
{
    const QString &code = arguments.first();
    const QString language = parser.value(u"language"_s);
    return changeReasons(parser, code, [&](QList<ReasonTexts> &reasons) -> CommandResult {
        const auto it = findReason(reasons, code);
        if (it == reasons.end() || (!language.isEmpty() && !it->textByLanguage.contains(language)))
            return failed(u"There is no such reason; \"merchant-store reasons list\" shows them."_s);
        it->textByLanguage.remove(language);
        if (language.isEmpty() || it->textByLanguage.isEmpty())
            reasons.erase(it);
        return {};
    });
}

} // namespace

void addReasonCommands(std::vector<Command> &commands)
{
    QList<QCommandLineOption> options = dataOptions();
    options.append(option(u"audience"_s, u"Who chooses from the list: customer or staff."_s, u"WHO"_s));
    commands.push_back({u"reasons list"_s,
                        {},
                        u"Shows the reasons to cancel that customers and staff can choose from."_s,
                        0,
                        0,
                        options,
                        listReasons,
                        false});
    QList<QCommandLineOption> setOptions = options;
    setOptions.append(option(u"language"_s, u"The language of the words."_s, u"CODE"_s, u"en"_s));
    commands.push_back({u"reasons set"_s, u"<code> <words>"_s,
                        u"Adds a reason or changes its words in one language."_s, 2, 2, setOptions, setReason,
                        false});
    QList<QCommandLineOption> removeOptions = options;
    removeOptions.append(option(u"language"_s, u"Only the words in this language."_s, u"CODE"_s));
    commands.push_back({u"reasons remove"_s, u"<code>"_s,
                        u"Takes a reason away; without any left the built-in list is back."_s, 1, 1,
                        removeOptions, removeReason, false});
}

} // namespace mc::store
