// SPDX-License-Identifier: Apache-2.0
#include "simconsole.h"

#include "domain/orderjson.h"
#include "sync/syncsession.h"

#include <QDir>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlQuery>

#include <algorithm>
#include <sqlite3.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace mc::sim {
namespace {

constexpr auto Hour = 3'600'000;

QByteArray bodyOf(int number)
{
    return "{\"reasonCode\":\"ordered_by_mistake\",\"comments\":\"request " + QByteArray::number(number)
        + "\",\"language\":\"en\",\"commentsForCustomer\":false,\"onBehalfOfCustomer\":false}";
}

QByteArray wordOf(SyncStatus::Link link)
{
    return QByteArray::number(static_cast<int>(link));
}

} // namespace

void makeConsoleFiles(const Cast &cast, const QString &folder)
{
    SyncProfile profile;
    profile.store.id = cast.store;
    profile.folder = folder;
    if (!OrderCache::open(fileFor(profile, u"orders"_s)) || !Outbox::open(fileFor(profile, u"outbox"_s)))
        qFatal("the files of a console could not be made");
}

SimConsole::SimConsole(SimClock &clock, SimStore &store, Dice dice, int index, const QString &folder)
    : m_clock(clock)
    , m_store(store)
    , m_dice(dice)
    , m_index(index)
    , m_folder(folder)
    , m_wire(clock, store, m_dice.fork(), "console " + QByteArray::number(index))
{
    m_profile.id = QString::number(index);
    m_profile.url = QUrl(u"http://127.0.0.1:1"_s);
    m_profile.token = Cast::staffToken(index);
    m_profile.store.id = store.cast().store;
    m_profile.store.staffId = store.cast().staff.at(index);
    m_profile.folder = folder;
}

SimConsole::~SimConsole()
{
    drop();
}

SyncTiming SimConsole::timing() const
{
    SyncTiming timing;
    timing.net.total = std::chrono::hours(10); // the wire keeps simulated limits; this one is a real timer
    return timing;
}

void SimConsole::start()
{
    if (m_engine)
        return;
    m_clock.note("console " + QByteArray::number(m_index) + " starts");
    m_isDying = false;
    m_isQuitting = false;
    m_commitsLeft = 0;
    // Somebody may have set the computer's clock meanwhile.
    m_scheduler = std::make_unique<SimScheduler>(m_clock, m_dice.fork(), Millis(m_dice.between(-Hour, Hour)));
    m_network = std::make_unique<SimNetwork>(m_clock, m_wire);
    m_network->mayGo = [this](const QByteArray &verb, const QByteArray &path, const QByteArray &key) {
        return mayGo(verb, path, key);
    };
    m_engine = std::make_unique<SyncEngine>(*m_network, *m_scheduler, timing());
    connectEngine();
    m_engine->open(m_profile);
    watchCommits();
}

void SimConsole::connectEngine()
{
    SyncEngine *engine = m_engine.get();
    QObject::connect(engine, &SyncEngine::updated, engine, [this](const SyncUpdate &update) {
        m_last = update;
        m_clock.note("console " + QByteArray::number(m_index) + " shows "
                     + QByteArray::number(update.delta.changed.size()) + " pending "
                     + QByteArray::number(update.pending.size()));
    });
    QObject::connect(engine, &SyncEngine::statusChanged, engine, [this](const SyncStatus &status) {
        m_clock.note("console " + QByteArray::number(m_index) + " link " + wordOf(status.link));
        if (status.link == SyncStatus::Link::Stalled)
            m_oddities.append(u"console %1 stood still, and only its watchdog noticed"_s.arg(m_index));
    });
    QObject::connect(engine, &SyncEngine::queued, engine, [this](const QueuedRequest &request) {
        if (m_isDying)
            return; // nobody is there any more to read it
        for (const OperationId &operation : request.operations) {
            const auto row = std::find_if(m_last.pending.cbegin(), m_last.pending.cend(),
                                          [&](const OutboxRow &one) { return one.operation == operation; });
            m_asked.insert(operation, {row == m_last.pending.cend() ? OrderId() : row->order, false});
        }
    });
    QObject::connect(engine, &SyncEngine::undone, engine, [this](const QList<OperationId> &operations) {
        if (m_isDying)
            return;
        for (const OperationId &operation : operations)
            m_asked[operation].isUndone = true;
    });
    QObject::connect(engine, &SyncEngine::closed, engine, [this] {
        m_clock.after(0ms, [this] {
            if (!m_isQuitting || m_isDying || !m_engine)
                return;
            drop();
            m_clock.after(m_downFor, [this] { start(); });
        });
    });
}

QStringList SimConsole::files() const
{
    return QDir(m_folder).entryList({u"*.sqlite"_s, u"*.sqlite-wal"_s}, QDir::Files);
}

void SimConsole::watchCommits()
{
    for (const QString &name : QSqlDatabase::connectionNames()) {
        const QSqlDatabase database = QSqlDatabase::database(name, false);
        if (!database.databaseName().startsWith(m_folder))
            continue;
        const QVariant handle = database.driver()->handle();
        auto *sqlite = *static_cast<sqlite3 *const *>(handle.constData());
        sqlite3_wal_hook(
            sqlite,
            [](void *console, sqlite3 *changed, const char *part, int pages) {
                return onCommit(console, changed, part, pages);
            },
            this);
    }
}

int SimConsole::onCommit(void *console, void *, const char *, int)
{
    auto *self = static_cast<SimConsole *>(console);
    if (self->m_commitsLeft == 0 || self->m_isDying)
        return SQLITE_OK;
    if (--self->m_commitsLeft > 0)
        return SQLITE_OK;
    // Dead from here on: the disk stays as it is now, and nothing more is sent or shown.
    self->m_isDying = true;
    self->takeSnapshot();
    self->m_clock.after(0ms, [self] { self->bury(self->m_downFor); });
    return SQLITE_OK;
}

void SimConsole::takeSnapshot()
{
    QDir(m_folder + u"/then"_s).removeRecursively(); // of a death that something else has forestalled
    QDir(m_folder).mkpath(u"then"_s);
    for (const QString &file : files())
        QFile::copy(m_folder + u'/' + file, m_folder + u"/then/"_s + file);
}

void SimConsole::bury(Millis downFor)
{
    if (!m_engine)
        return;
    m_clock.note("console " + QByteArray::number(m_index) + " has died");
    drop();
    const QDir then(m_folder + u"/then"_s);
    if (then.exists()) {
        for (const QString &file : QDir(m_folder).entryList(QDir::Files))
            QFile::remove(m_folder + u'/' + file);
        for (const QString &file : then.entryList(QDir::Files))
            QFile::rename(then.filePath(file), m_folder + u'/' + file);
        QDir(m_folder).rmdir(u"then"_s);
    }
    m_clock.after(downFor, [this] { start(); });
}

void SimConsole::drop()
{
    m_reader.reset();
    m_engine.reset();
    m_network.reset();
    m_scheduler.reset();
}

void SimConsole::kill(Millis downFor)
{
    if (!isRunning())
        return;
    takeSnapshot();
    bury(downFor);
}

void SimConsole::killAtCommit(int nth, Millis downFor)
{
    if (!isRunning())
        return;
    m_commitsLeft = nth;
    m_downFor = downFor;
}

void SimConsole::letGo()
{
    QList<OperationId> held;
    for (const OutboxRow &row : std::as_const(m_last.pending))
        held.append(row.operation);
    if (isRunning())
        m_engine->holdUndo(held, false);
}

void SimConsole::spare()
{
    m_commitsLeft = 0;
    m_downFor = 0ms;
}

void SimConsole::quit()
{
    if (!isRunning())
        return;
    m_isQuitting = true;
    m_downFor = 1'000ms;
    m_engine->close();
}

bool SimConsole::mayGo(const QByteArray &verb, const QByteArray &path, const QByteArray &key)
{
    if (m_isDying)
        return false;
    if (verb != "POST" || !path.endsWith("/cancellations"))
        return true;
    // People's requests go out in the order in which they were made.
    const auto first = std::find_if(m_last.pending.cbegin(), m_last.pending.cend(), [](const OutboxRow &row) {
        return row.state == OperationState::Queued || row.state == OperationState::Sending;
    });
    if (first != m_last.pending.cend() && first->operation.toString().toLatin1() != key)
        m_oddities.append(u"console %1 sends %2 before %3"_s.arg(m_index).arg(QString::fromLatin1(key),
                                                                              first->operation.toString()));
    return true;
}

void SimConsole::cancelOrders(const QList<OrderId> &orders, Millis undoFor)
{
    if (isRunning())
        m_engine->cancelOrders({orders, u"ordered_by_mistake"_s, {}, bodyOf(m_dice.below(1000)), undoFor});
}

void SimConsole::undoLast(int count)
{
    QList<OperationId> operations;
    for (auto it = m_last.pending.crbegin(); it != m_last.pending.crend() && operations.size() < count;
         ++it) {
        if (it->state == OperationState::Held || it->state == OperationState::Queued)
            operations.append(it->operation);
    }
    if (isRunning() && !operations.isEmpty())
        m_engine->undo(operations);
}

void SimConsole::holdLast(bool isHeld)
{
    if (isRunning() && !m_last.pending.isEmpty())
        m_engine->holdUndo({m_last.pending.constLast().operation}, isHeld);
}

void SimConsole::decide(StaffDecision::Kind kind, const QString &id)
{
    if (isRunning())
        m_engine->decide({kind, id, u"no"_s, OperationId(newUuid7())});
}

void SimConsole::syncNow()
{
    if (isRunning())
        m_engine->syncNow();
}

void SimConsole::closeRefused()
{
    const auto refused =
        std::find_if(m_last.pending.cbegin(), m_last.pending.cend(),
                     [](const OutboxRow &row) { return row.state == OperationState::Refused; });
    if (isRunning() && refused != m_last.pending.cend())
        m_engine->closeRefused(refused->operation);
}

bool SimConsole::isSettled() const
{
    return isRunning() && m_engine->status().link == SyncStatus::Link::Online
        && m_engine->status().waitingToBeSent == 0;
}

QString SimConsole::statusWords() const
{
    if (!isRunning())
        return u"not running"_s;
    const SyncStatus &status = m_engine->status();
    return u"link %1, waiting %2, %3"_s.arg(static_cast<int>(status.link))
        .arg(status.waitingToBeSent)
        .arg(status.problem);
}

QString SimConsole::outboxFile() const
{
    return fileFor(m_profile, u"outbox"_s);
}

std::optional<QSqlQuery> SimConsole::query(const QString &sql) const
{
    if (!m_reader) {
        auto opened = SqlConnection::open(fileFor(m_profile, u"orders"_s), SqlConnection::Mode::Reader);
        if (!opened)
            return std::nullopt;
        m_reader = std::move(*opened);
    }
    QSqlQuery rows = m_reader->query();
    return rows.exec(sql) ? std::optional(std::move(rows)) : std::nullopt;
}

QHash<QString, qint64> SimConsole::versions() const
{
    QHash<QString, qint64> result;
    auto rows = query(u"SELECT order_id, version FROM orders"_s);
    while (rows && rows->next())
        result.insert(rows->value(0).toString(), rows->value(1).toLongLong());
    return result;
}

QList<Order> SimConsole::orders() const
{
    QList<Order> result;
    auto rows = query(u"SELECT document FROM documents"_s);
    while (rows && rows->next()) {
        if (auto order = orderFromBytes(rows->value(0).toByteArray()))
            result.append(std::move(*order));
    }
    return result;
}

} // namespace mc::sim
