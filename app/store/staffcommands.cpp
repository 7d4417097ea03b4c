// SPDX-License-Identifier: Apache-2.0
#include "app/store/commands.h"
#include "app/store/openstore.h"
#include "app/store/secretinput.h"
#include "domain/codes.h"
#include "domain/orderjson.h"
#include "store/orderbook/staffrepository.h"

using namespace Qt::StringLiterals;

namespace mc::store {
namespace {

constexpr qsizetype LeastPassword = 10;

CommandResult addStaff(const QCommandLineParser &parser, const QStringList &arguments)
{
    Staff person;
    person.email = arguments.first().trimmed();
    person.name =
        parser.value(u"name"_s).isEmpty() ? person.email.section(u'@', 0, 0) : parser.value(u"name"_s);
    const auto role = fromCode<Role>(parser.value(u"role"_s));
    if (!person.email.contains(u'@'))
        return badArgument(u"\"%1\" is no e-mail address."_s.arg(person.email));
    if (!role)
        return badArgument(u"--role must be owner, admin, support or viewer."_s);
    person.role = *role;
    const auto password = readSecret(parser, u"password-file"_s, "MERCHANT_STORE_PASSWORD",
                                     u"Password for %1"_s.arg(person.email));
    if (!password)
        return tl::unexpected(password.error());
    if (password->size() < LeastPassword)
        return badArgument(u"The password needs at least %1 characters."_s.arg(LeastPassword));
    const auto open = openStore(parser);
    if (!open)
        return tl::unexpected(open.error());
    const auto store = chosenStore(parser, *open->database);
    if (!store)
        return tl::unexpected(store.error());
    person.store = store->id;
    person.passwordHash = Keyring::hashPassword(*password);
    Result<StaffId> added = tl::unexpected(Refusal{});
    const CommandResult written = writeNow(*open->database, [&](Tx &tx) {
        added = StaffRepository(tx).add(person, QDateTime::currentDateTimeUtc());
    });
    if (!written)
        return written;
    if (!added)
        return failed(u"There is somebody with the address %1 already."_s.arg(person.email));
    printLine(added->toString());
    return {};
}

CommandResult listStaff(const QCommandLineParser &parser, const QStringList &)
{
    const auto open = openStore(parser);
    if (!open)
        return tl::unexpected(open.error());
    const auto store = chosenStore(parser, *open->database);
    if (!store)
        return tl::unexpected(store.error());
    QList<Staff> people;
    open->database->readAndWait([&](Tx &tx) { people = StaffRepository(tx).list(store->id); });
    for (const Staff &person : people)
        printLine(QStringList{person.id.toString(), person.email, person.name, codeOf(person.role),
                              person.isDisabled ? u"disabled"_s : u"active"_s}
                      .join(u'\t'));
    return {};
}

CommandResult disableStaff(const QCommandLineParser &parser, const QStringList &arguments)
{
    const auto open = openStore(parser);
    if (!open)
        return tl::unexpected(open.error());
    const auto store = chosenStore(parser, *open->database);
    if (!store)
        return tl::unexpected(store.error());
    const QString &who = arguments.first();
    bool isDone = false;
    const CommandResult written = writeNow(*open->database, [&](Tx &tx) {
        StaffRepository people(tx);
        for (const Staff &person : people.list(store->id)) {
            if (person.id.toString() == who || person.email.compare(who, Qt::CaseInsensitive) == 0)
                isDone = people.setDisabled(store->id, person.id, true);
        }
    });
    if (written && !isDone)
        return failed(u"There is nobody called %1 in this store."_s.arg(who));
    return written;
}

bool isCalled(const Staff &person, const QString &who)
{
    return person.id.toString() == who || person.email.compare(who, Qt::CaseInsensitive) == 0;
}

CommandResult listSessions(const QCommandLineParser &parser, const QStringList &arguments)
{
    const auto open = openStore(parser);
    if (!open)
        return tl::unexpected(open.error());
    const auto store = chosenStore(parser, *open->database);
    if (!store)
        return tl::unexpected(store.error());
    const QDateTime now = QDateTime::currentDateTimeUtc();
    open->database->readAndWait([&](Tx &tx) {
        const StaffRepository people(tx);
        for (const StaffSession &one : people.sessionsOfStore(store->id, now)) {
            const auto person = people.find(store->id, one.staff);
            if (!person || (!arguments.isEmpty() && !isCalled(*person, arguments.first())))
                continue;
            printLine(QStringList{one.id(), person->email, one.device, timeToText(one.createdAt),
                                  timeToText(one.expiresAt)}
                          .join(u'\t'));
        }
    });
    return {};
}

/// All sessions of a person, or the one with that id.
CommandResult signOutStaff(const QCommandLineParser &parser, const QStringList &arguments)
{
    const auto open = openStore(parser);
    if (!open)
        return tl::unexpected(open.error());
    const auto store = chosenStore(parser, *open->database);
    if (!store)
        return tl::unexpected(store.error());
    const QString &who = arguments.first();
    int ended = 0;
    bool isKnown = false;
    const CommandResult written = writeNow(*open->database, [&](Tx &tx) {
        StaffRepository people(tx);
        ended = 0;
        isKnown = false;
        for (const StaffSession &one : people.sessionsOfStore(store->id, QDateTime::currentDateTimeUtc())) {
            const auto person = people.find(store->id, one.staff);
            if (one.id() != who && (!person || !isCalled(*person, who)))
                continue;
            people.removeSession(one.tokenHash);
            tx.audit(operatorEntry(store->id, u"session.ended"_s, one.staff.toString(), one.id()));
            ++ended;
        }
        for (const Staff &person : people.list(store->id))
            isKnown = isKnown || isCalled(person, who);
    });
    if (!written)
        return written;
    if (ended == 0 && !isKnown)
        return failed(u"There is nobody called %1 in this store, and no such session."_s.arg(who));
    printLine(u"%1 session(s) ended"_s.arg(ended));
    return {};
}

} // namespace

void addStaffCommands(std::vector<Command> &commands)
{
    QList<QCommandLineOption> options = dataOptions();
    options.append(option(u"name"_s, u"How the timeline calls them."_s, u"NAME"_s));
    options.append(option(u"role"_s, u"owner, admin, support or viewer."_s, u"ROLE"_s, u"support"_s));
    options.append(secretFileOption(u"password-file"_s));
    commands.push_back(
        {u"staff add"_s, u"<e-mail>"_s, u"Adds somebody who may sign in."_s, 1, 1, options, addStaff, false});
    commands.push_back(
        {u"staff list"_s, {}, u"Lists who may sign in."_s, 0, 0, dataOptions(), listStaff, false});
    commands.push_back({u"staff disable"_s, u"<e-mail or id>"_s, u"Ends somebody's access at once."_s, 1, 1,
                        dataOptions(), disableStaff, false});
    commands.push_back({u"staff sessions"_s, u"[e-mail or id]"_s,
                        u"Lists where people are signed in: session, e-mail, device, since, until."_s, 0, 1,
                        dataOptions(), listSessions, false});
    commands.push_back({u"staff sign-out"_s, u"<e-mail, id or session>"_s,
                        u"Ends all sessions of somebody, or one session."_s, 1, 1, dataOptions(),
                        signOutStaff, false});
}

} // namespace mc::store
