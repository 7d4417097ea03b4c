// SPDX-License-Identifier: Apache-2.0
#include "orders/liveconsoleservice.h"

#include "domain/codes.h"
#include "orders/tablequery.h"
#include "sync/syncwords.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace mc {
namespace {

constexpr auto DayChangeCheck = 10min;

QByteArray bodyOf(const CancelCommand &command, const QLocale &locale)
{
    QJsonObject json{{u"reasonCode"_s, command.reasonCode},
                     {u"comments"_s, command.comments},
                     {u"language"_s, locale.bcp47Name()},
                     {u"commentsForCustomer"_s, command.areCommentsForCustomer},
                     {u"onBehalfOfCustomer"_s, command.isOnBehalfOfCustomer}};
    if (command.channel != ContactChannel::None)
        json[u"channel"_s] = codeOf(command.channel);
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

} // namespace

ConsolePaths standardConsolePaths()
{
    return {QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation),
            QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation)};
}

std::unique_ptr<ConsoleService> makeLiveConsoleService(const LiveConsoleOptions &options,
                                                       std::unique_ptr<SecretStore> secrets)
{
    return std::make_unique<LiveConsoleService>(options, std::move(secrets));
}

LiveConsoleService::LiveConsoleService(LiveConsoleOptions options, std::unique_ptr<SecretStore> secrets)
    : m_options(std::move(options))
    , m_secrets(std::move(secrets))
    // In the sync thread: syncing a file may take longer than a frame. What a profile's folder then gets is
    // written there too, behind it.
    , m_profiles(m_options.paths.config,
                 [this](const QString &file, const QByteArray &content) {
                     inSync([=](SyncHost &) { writeProfiles(file, content); });
                 })
    , m_host(new SyncHost(m_options.timing))
    , m_reader(new TableReader)
    , m_pulse(m_clock, [this](std::function<void()> answer) {
        inSync([this, answer = std::move(answer)](SyncHost &) {
            QMetaObject::invokeMethod(this, answer, Qt::QueuedConnection);
        });
    })
{
    watchWorker();
    setLocale(m_options.locale);
    m_syncThread.setObjectName(u"sync"_s);
    m_readerThread.setObjectName(u"reader"_s);
    m_host->moveToThread(&m_syncThread);
    m_reader->moveToThread(&m_readerThread);
    connect(&m_syncThread, &QThread::finished, m_host, &QObject::deleteLater);
    connect(&m_readerThread, &QThread::finished, m_reader, &QObject::deleteLater);
    connect(&m_syncThread, &QThread::started, m_host, &SyncHost::start);
    connect(m_host, &SyncHost::started, m_host, [this] { connectEngine(); });
    connectReader();
    connect(&m_model, &OrdersTableModel::rowsWanted, this, [this](const QList<qint64> &places) {
        inReader(
            [places, generation = m_generation](TableReader &reader) { reader.load(places, generation); });
    });
    m_dayChange.setInterval(DayChangeCheck);
    connect(&m_dayChange, &QTimer::timeout, this, [this, day = QDate::currentDate()]() mutable {
        if (std::exchange(day, QDate::currentDate()) != QDate::currentDate())
            sendQuery();
    });
    m_dayChange.start();
    m_syncThread.start();
    m_readerThread.start();
    sendQuery();
    openCurrent();
}

LiveConsoleService::LiveConsoleService(const QString &folder)
    : LiveConsoleService({{folder, folder}, QLocale(), {}}, makeKeychainStore())
{
}

LiveConsoleService::~LiveConsoleService()
{
    inSync([this](SyncHost &) { m_syncThread.quit(); }); // behind what is still to be written
    m_syncThread.wait();
    m_readerThread.quit();
    m_readerThread.wait();
}

void LiveConsoleService::inSync(std::function<void(SyncHost &)> what)
{
    QMetaObject::invokeMethod(
        m_host, [host = m_host, what = std::move(what)] { what(*host); }, Qt::QueuedConnection);
}

void LiveConsoleService::inReader(std::function<void(TableReader &)> what)
{
    QMetaObject::invokeMethod(
        m_reader, [reader = m_reader, what = std::move(what)] { what(*reader); }, Qt::QueuedConnection);
}

void LiveConsoleService::connectEngine()
{
    SyncEngine *engine = &m_host->engine();
    connect(engine, &SyncEngine::signedIn, this, &LiveConsoleService::onSignedIn);
    connect(engine, &SyncEngine::signInFailed, this, &ConsoleService::signInFailed);
    connect(engine, &SyncEngine::opened, m_reader, &TableReader::open);
    connect(engine, &SyncEngine::updated, m_reader, &TableReader::update);
    connect(engine, &SyncEngine::storeChanged, this, &LiveConsoleService::onStoreChanged);
    connect(engine, &SyncEngine::statusChanged, this, &LiveConsoleService::setStatus);
    connect(engine, &SyncEngine::queued, this, [this](const QueuedRequest &request) {
        emit cancellationsQueued({request.operations, request.numbers, request.undoFor, request.isOffline});
    });
    connect(engine, &SyncEngine::undone, this, &ConsoleService::undone);
    connect(engine, &SyncEngine::commandFailed, this, &ConsoleService::commandFailed);
    connect(engine, &SyncEngine::tokenRefused, this, &LiveConsoleService::forgetToken);
    connect(engine, &SyncEngine::closed, this, &LiveConsoleService::onClosed);
    connect(engine, &SyncEngine::signedOut, this, &LiveConsoleService::onSignedOut);
    connect(&m_host->others(), &OtherOutboxes::changed, this, &LiveConsoleService::onOthersWaiting);
    connect(&m_host->others(), &OtherOutboxes::tokenRefused, this, &LiveConsoleService::forgetToken);
}

void LiveConsoleService::connectReader()
{
    connect(m_reader, &TableReader::resultReady, this, &LiveConsoleService::onResult);
    connect(m_reader, &TableReader::boardRead, this, [this](const CancellationBoard &board) {
        m_board = board;
        emit boardChanged(m_board);
    });
    connect(m_reader, &TableReader::rowsLoaded, this,
            [this](const QHash<qint64, OrderRow> &rows, quint64 generation) {
                if (generation == m_generation)
                    m_model.takeRows(rows);
            });
    connect(m_reader, &TableReader::fetched, this, &ConsoleService::ordersFetched);
    connect(m_reader, &TableReader::watchedRead, this,
            [this](const std::optional<OrderView> &view, const OrderId &id) {
                if (view)
                    emit orderChanged(*view);
                else
                    emit orderGone(id);
            });
    connect(m_reader, &TableReader::exported, this, &ConsoleService::exported);
    connect(m_reader, &TableReader::exportFailed, this, &ConsoleService::commandFailed);
}

void LiveConsoleService::shutDown()
{
    m_isShuttingDown = true;
    m_afterClosed = [this] {
        inReader([](TableReader &reader) { reader.close(); });
        emit shutDownFinished();
    };
    inSync([](SyncHost &host) {
        host.others().setProfiles({}); // their rows are on the disk and go out at the next start
        host.engine().close();
    });
}

void LiveConsoleService::syncNow()
{
    inSync([](SyncHost &host) { host.engine().syncNow(); });
}

void LiveConsoleService::setLocale(const QLocale &locale)
{
    m_options.locale = locale;
    m_model.setLocale(locale);
    inSync([language = locale.bcp47Name()](SyncHost &host) { host.engine().setLanguage(language); });
}

void LiveConsoleService::watchWorker()
{
    connect(&m_pulse, &WorkerPulse::fellSilent, this, [this] {
        m_isWorkerSilent = true;
        setStatus(m_workerStatus);
    });
    connect(&m_pulse, &WorkerPulse::cameBack, this, [this] {
        m_isWorkerSilent = false;
        setStatus(m_workerStatus);
        syncNow(); // what was open for so long is dead
    });
}

void LiveConsoleService::setStatus(const SyncStatus &status)
{
    m_workerStatus = status;
    SyncStatus shown = status;
    if (m_isWorkerSilent) {
        shown.link = SyncStatus::Link::Unresponsive;
        shown.problem = unresponsiveSentence();
    }
    showStatus(shown);
}

void LiveConsoleService::showStatus(const SyncStatus &status)
{
    if (m_status == status)
        return;
    m_status = status;
    emit syncStatusChanged(m_status);
}

void LiveConsoleService::setQuery(const OrderQuery &query)
{
    if (m_query == query)
        return;
    m_query = query;
    sendQuery();
}

void LiveConsoleService::sendQuery()
{
    const TableQuery query =
        tableQueryOf(m_query, QDateTime::currentDateTimeUtc(), m_store ? m_store->timeZone : "UTC"_ba);
    ++m_generation;
    m_reader->supersede(m_generation);
    inReader([query, generation = m_generation](TableReader &reader) { reader.setQuery(query, generation); });
    if (m_queryState.phase != QueryState::Phase::Loading) {
        m_queryState.phase = QueryState::Phase::Loading;
        emit queryStateChanged(m_queryState);
    }
}

void LiveConsoleService::onResult(const ReaderResult &result)
{
    // A stale table is dropped; watched order and notices hold for every query.
    if (result.generation == m_generation) {
        m_model.apply(result);
        if (!(m_queryState == result.state)) {
            m_queryState = result.state;
            emit queryStateChanged(m_queryState);
        }
    }
    if (result.watched)
        emit orderChanged(*result.watched);
    if (result.gone.isValid())
        emit orderGone(result.gone);
    for (const Notice &notice : result.notices)
        emit noticed(notice);
}

QList<OrderId> LiveConsoleService::idsOfRows(const QList<int> &rows) const
{
    return m_model.idsOfRows(rows);
}

int LiveConsoleService::rowOf(const OrderId &id) const
{
    return m_model.rowOf(id);
}

void LiveConsoleService::watch(const OrderId &id)
{
    inReader([id](TableReader &reader) { reader.watch(id); });
}

void LiveConsoleService::stopWatching()
{
    inReader([](TableReader &reader) { reader.stopWatching(); });
}

void LiveConsoleService::fetch(const QList<OrderId> &ids)
{
    inReader([ids](TableReader &reader) { reader.fetch(ids); });
}

bool LiveConsoleService::mayDo(bool isAllowed)
{
    if (!isAllowed)
        emit commandFailed(tr("Your role in this store does not allow that. Ask its owner."));
    return isAllowed;
}

void LiveConsoleService::exportCsv(const QString &file)
{
    if (mayDo(m_store && mayExport(m_store->role)))
        inReader([file](TableReader &reader) { reader.exportCsv(file); });
}

void LiveConsoleService::cancelOrders(const CancelCommand &command)
{
    if (!mayDo(m_store && mayCancel(m_store->role)))
        return;
    const CancelRequest request{command.orders, command.reasonCode, command.comments,
                                bodyOf(command, m_options.locale), undoTime()};
    inSync([request](SyncHost &host) { host.engine().cancelOrders(request); });
}

void LiveConsoleService::undo(const QList<OperationId> &operations)
{
    inSync([operations](SyncHost &host) { host.engine().undo(operations); });
}

void LiveConsoleService::holdUndo(const QList<OperationId> &operations, bool isHeld)
{
    inSync([=](SyncHost &host) { host.engine().holdUndo(operations, isHeld); });
}

void LiveConsoleService::sendDecision(StaffDecision::Kind kind, const QString &id, const QString &why)
{
    if (!mayDo(m_store && mayDecide(m_store->role)))
        return;
    const StaffDecision decision{kind, id, why, OperationId(newUuid7())};
    inSync([decision](SyncHost &host) { host.engine().decide(decision); });
}

void LiveConsoleService::decide(const CancellationId &id, Decision decision, const QString &why)
{
    const auto kind =
        decision == Decision::Accept ? StaffDecision::Kind::Accept : StaffDecision::Kind::Decline;
    sendDecision(kind, id.toString(), why);
}

void LiveConsoleService::retryRefund(const CancellationId &id)
{
    sendDecision(StaffDecision::Kind::RetryRefund, id.toString());
}

void LiveConsoleService::confirmRefund(const CancellationId &id)
{
    sendDecision(StaffDecision::Kind::ConfirmRefund, id.toString());
}

void LiveConsoleService::close(const CancellationEntry &entry)
{
    const bool isRefusal = entry.view.pending && entry.view.pending->state == PendingState::Refused;
    if (isRefusal && !entry.cancellation.id.isValid()) {
        const OperationId operation = entry.view.pending->operation;
        inSync([operation](SyncHost &host) { host.engine().closeRefused(operation); });
    } else if (entry.cancellation.state == CancellationState::Rejected) {
        sendDecision(StaffDecision::Kind::CloseCancellation, entry.cancellation.id.toString());
    } else if (entry.view.order.conflict) {
        sendDecision(StaffDecision::Kind::CloseConflict, entry.view.order.id.toString());
    }
}

} // namespace mc
