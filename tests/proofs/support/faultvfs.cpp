// SPDX-License-Identifier: Apache-2.0
#include "faultvfs.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

#include <atomic>
#include <cstring>
#include <functional>
#include <mutex>
#include <new>
#include <optional>
#include <sqlite3.h>
#include <utility>

struct sqlite3_api_routines;

using namespace Qt::StringLiterals;

namespace mc::proof {

using Call = DiskFault::Call;
using Error = DiskFault::Error;

constexpr int CheckpointPages = 12;

struct FaultDisk::State {
    mutable std::mutex mutex;
    sqlite3_vfs vfs{};
    sqlite3_vfs *real = nullptr;
    Platter platter;
    std::optional<DiskFault> fault;
    qint64 met = 0; ///< Calls that the fault could have met.
    qint64 struck = 0;
    qint64 changes = 0;
    qint64 cutAfter = -1;
    quint64 seed = 0;
    bool isPowerOff = false;
    std::atomic<int> checkpointPages = CheckpointPages;
    std::function<void()> onStatement;

    // Under the lock, all of them.
    [[nodiscard]] std::optional<Error> strikes(Call call);
    void change();
    void cut();
};

namespace {

using State = FaultDisk::State;

struct Handle {
    sqlite3_file base;
    State *state;
    QString *path; ///< Owned; null for a temporary file, which nothing is told about.
    bool syncsFolder; ///< As the unix VFS: the first sync of a journal or WAL syncs its folder too.
    sqlite3_file *real; ///< Behind this struct.
};

Handle *handleOf(sqlite3_file *file)
{
    return reinterpret_cast<Handle *>(file);
}

State *stateOf(sqlite3_vfs *vfs)
{
    return static_cast<State *>(vfs->pAppData);
}

int codeOf(Call call, Error error)
{
    switch (call) {
    case Call::Open:
        return SQLITE_CANTOPEN;
    case Call::Read:
        return SQLITE_IOERR_READ;
    case Call::Write:
        return error == Error::Full ? SQLITE_FULL : SQLITE_IOERR_WRITE;
    case Call::Sync:
        return SQLITE_IOERR_FSYNC;
    case Call::Truncate:
        return SQLITE_IOERR_TRUNCATE;
    case Call::Remove:
        return SQLITE_IOERR_DELETE;
    }
    Q_UNREACHABLE();
}

int closeFile(sqlite3_file *file)
{
    Handle *handle = handleOf(file);
    const int code = handle->real->pMethods ? handle->real->pMethods->xClose(handle->real) : SQLITE_OK;
    delete handle->path;
    handle->path = nullptr;
    return code;
}

int readFile(sqlite3_file *file, void *into, int bytes, sqlite3_int64 offset)
{
    const Handle *handle = handleOf(file);
    {
        const std::lock_guard lock(handle->state->mutex);
        if (handle->path && handle->state->strikes(Call::Read))
            return SQLITE_IOERR_READ;
    }
    return handle->real->pMethods->xRead(handle->real, into, bytes, offset);
}

int writeFile(sqlite3_file *file, const void *from, int bytes, sqlite3_int64 offset)
{
    const Handle *handle = handleOf(file);
    const std::lock_guard lock(handle->state->mutex);
    if (handle->path) {
        handle->state->change();
        if (const auto error = handle->state->strikes(Call::Write))
            return codeOf(Call::Write, *error);
        handle->state->platter.written(*handle->path, offset,
                                       QByteArrayView(static_cast<const char *>(from), bytes));
    }
    return handle->real->pMethods->xWrite(handle->real, from, bytes, offset);
}

int truncateFile(sqlite3_file *file, sqlite3_int64 size)
{
    const Handle *handle = handleOf(file);
    const std::lock_guard lock(handle->state->mutex);
    if (handle->path) {
        handle->state->change();
        if (handle->state->strikes(Call::Truncate))
            return SQLITE_IOERR_TRUNCATE;
        handle->state->platter.truncated(*handle->path, size);
    }
    return handle->real->pMethods->xTruncate(handle->real, size);
}

// The real disk is spared: what is durable is known from the platter alone.
int syncFile(sqlite3_file *file, int)
{
    Handle *handle = handleOf(file);
    if (!handle->path)
        return SQLITE_OK;
    const std::lock_guard lock(handle->state->mutex);
    handle->state->change();
    if (handle->state->strikes(Call::Sync)) {
        if (!handle->state->isPowerOff)
            handle->state->platter.syncFailed(*handle->path);
        return SQLITE_IOERR_FSYNC;
    }
    handle->state->platter.synced(*handle->path);
    if (std::exchange(handle->syncsFolder, false))
        handle->state->platter.folderSynced(*handle->path);
    return SQLITE_OK;
}

int fileSize(sqlite3_file *file, sqlite3_int64 *size)
{
    return handleOf(file)->real->pMethods->xFileSize(handleOf(file)->real, size);
}

int lockFile(sqlite3_file *file, int level)
{
    return handleOf(file)->real->pMethods->xLock(handleOf(file)->real, level);
}

int unlockFile(sqlite3_file *file, int level)
{
    return handleOf(file)->real->pMethods->xUnlock(handleOf(file)->real, level);
}

int checkReservedLock(sqlite3_file *file, int *result)
{
    return handleOf(file)->real->pMethods->xCheckReservedLock(handleOf(file)->real, result);
}

int fileControl(sqlite3_file *file, int what, void *argument)
{
    return handleOf(file)->real->pMethods->xFileControl(handleOf(file)->real, what, argument);
}

int sectorSize(sqlite3_file *file)
{
    return handleOf(file)->real->pMethods->xSectorSize(handleOf(file)->real);
}

int deviceCharacteristics(sqlite3_file *)
{
    return SQLITE_IOCAP_POWERSAFE_OVERWRITE;
}

int shmMap(sqlite3_file *file, int page, int size, int extend, void volatile **memory)
{
    return handleOf(file)->real->pMethods->xShmMap(handleOf(file)->real, page, size, extend, memory);
}

int shmLock(sqlite3_file *file, int offset, int count, int flags)
{
    return handleOf(file)->real->pMethods->xShmLock(handleOf(file)->real, offset, count, flags);
}

void shmBarrier(sqlite3_file *file)
{
    handleOf(file)->real->pMethods->xShmBarrier(handleOf(file)->real);
}

int shmUnmap(sqlite3_file *file, int isDeleted)
{
    return handleOf(file)->real->pMethods->xShmUnmap(handleOf(file)->real, isDeleted);
}

const sqlite3_io_methods Methods = {2,
                                    closeFile,
                                    readFile,
                                    writeFile,
                                    truncateFile,
                                    syncFile,
                                    fileSize,
                                    lockFile,
                                    unlockFile,
                                    checkReservedLock,
                                    fileControl,
                                    sectorSize,
                                    deviceCharacteristics,
                                    shmMap,
                                    shmLock,
                                    shmBarrier,
                                    shmUnmap,
                                    nullptr,
                                    nullptr};

void tellOpened(State &state, const QString &path)
{
    if (!state.platter.isWatching())
        return;
    QFile real(path);
    QByteArray content;
    if (real.open(QIODevice::ReadOnly))
        content = real.readAll();
    state.platter.opened(path, content, content.isEmpty());
}

int openFile(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *outFlags)
{
    State *state = stateOf(vfs);
    const std::lock_guard lock(state->mutex);
    auto *handle = new (file) Handle{};
    handle->state = state;
    handle->real = reinterpret_cast<sqlite3_file *>(reinterpret_cast<char *>(file) + sizeof(Handle));
    std::memset(handle->real, 0, static_cast<size_t>(state->real->szOsFile));
    int wanted = flags;
    if (name) {
        const auto error = state->strikes(Call::Open);
        // Where writing is denied the unix VFS opens for reading; SQLite asks for nothing else.
        const bool isThere = QFile::exists(QFile::decodeName(name));
        const bool isMain = (flags & SQLITE_OPEN_MAIN_DB) && (flags & SQLITE_OPEN_READWRITE);
        if (error == Error::Denied && isThere && !state->isPowerOff && isMain)
            wanted = (flags & ~(SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE)) | SQLITE_OPEN_READONLY;
        else if (error)
            return SQLITE_CANTOPEN;
    }
    const int code = state->real->xOpen(state->real, name, handle->real, wanted, outFlags);
    if (code != SQLITE_OK)
        return code;
    if (name) {
        handle->path = new QString(QFile::decodeName(name));
        handle->syncsFolder = (flags & SQLITE_OPEN_CREATE)
            && (flags & (SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_SUPER_JOURNAL));
        tellOpened(*state, *handle->path);
    }
    file->pMethods = &Methods;
    return SQLITE_OK;
}

int removeFile(sqlite3_vfs *vfs, const char *name, int syncsFolder)
{
    State *state = stateOf(vfs);
    const std::lock_guard lock(state->mutex);
    const QString path = QFile::decodeName(name);
    state->change();
    if (state->strikes(Call::Remove))
        return SQLITE_IOERR_DELETE;
    state->platter.removed(path);
    if (syncsFolder)
        state->platter.folderSynced(path);
    return state->real->xDelete(state->real, name, 0);
}

int accessFile(sqlite3_vfs *vfs, const char *name, int flags, int *result)
{
    return stateOf(vfs)->real->xAccess(stateOf(vfs)->real, name, flags, result);
}

int fullPathname(sqlite3_vfs *vfs, const char *name, int bytes, char *into)
{
    return stateOf(vfs)->real->xFullPathname(stateOf(vfs)->real, name, bytes, into);
}

// The one disk of the process: SQLite's hook for new connections takes no argument.
std::atomic<State *> installed = nullptr;

// Here and not when the connection is made, because SQLite sets its own default after that.
int onStatementBegun(unsigned, void *context, void *statement, void *)
{
    auto *state = static_cast<State *>(context);
    sqlite3_wal_autocheckpoint(sqlite3_db_handle(static_cast<sqlite3_stmt *>(statement)),
                               state->checkpointPages);
    std::function<void()> hook;
    {
        const std::lock_guard lock(state->mutex);
        hook = state->onStatement;
    }
    if (hook)
        hook();
    return 0;
}

int watch(sqlite3 *database, char **, const sqlite3_api_routines *)
{
    return sqlite3_trace_v2(database, SQLITE_TRACE_STMT, onStatementBegun, installed.load());
}

using Extension = void (*)();

} // namespace

std::optional<Error> FaultDisk::State::strikes(Call call)
{
    if (isPowerOff)
        return Error::Io;
    if (!fault || !fault->calls.contains(call))
        return std::nullopt;
    ++met;
    const bool isNow = fault->isLasting ? met >= fault->at : met == fault->at;
    if (!isNow)
        return std::nullopt;
    ++struck;
    return fault->error;
}

void FaultDisk::State::change()
{
    if (!isPowerOff && cutAfter >= 0 && changes >= cutAfter)
        cut();
    ++changes;
}

void FaultDisk::State::cut()
{
    if (isPowerOff)
        return;
    if (!platter.isWatching())
        qFatal("the power of this disk is steady");
    isPowerOff = true;
    std::mt19937_64 random(seed);
    platter.cut(random);
}

FaultDisk::FaultDisk()
    : m_state(std::make_unique<State>())
{
    sqlite3_initialize();
    m_state->real = sqlite3_vfs_find("unix");
    m_state->vfs = *m_state->real;
    m_state->vfs.zName = "faulty";
    m_state->vfs.pAppData = m_state.get();
    m_state->vfs.szOsFile = static_cast<int>(sizeof(Handle)) + m_state->real->szOsFile;
    m_state->vfs.xOpen = openFile;
    m_state->vfs.xDelete = removeFile;
    m_state->vfs.xAccess = accessFile;
    m_state->vfs.xFullPathname = fullPathname;
    sqlite3_vfs_register(&m_state->vfs, 1);
    installed = m_state.get();
    sqlite3_auto_extension(reinterpret_cast<Extension>(watch));
}

FaultDisk::~FaultDisk()
{
    sqlite3_cancel_auto_extension(reinterpret_cast<Extension>(watch));
    sqlite3_vfs_unregister(&m_state->vfs);
}

bool FaultDisk::isSeenByQt()
{
    const QString name = u"is-seen"_s;
    QString source;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        database.setDatabaseName(u":memory:"_s);
        QSqlQuery query(database.open() ? database : QSqlDatabase());
        if (query.exec(u"SELECT sqlite_source_id()"_s) && query.next())
            source = query.value(0).toString();
    }
    QSqlDatabase::removeDatabase(name);
    return source == QString::fromLatin1(sqlite3_sourceid());
}

void FaultDisk::reset(Power power)
{
    const std::lock_guard lock(m_state->mutex);
    m_state->fault.reset();
    m_state->platter.forget(power == Power::MayFail);
    m_state->met = m_state->struck = m_state->changes = 0;
    m_state->cutAfter = -1;
    m_state->isPowerOff = false;
}

void FaultDisk::setCheckpointPages(int pages)
{
    m_state->checkpointPages = pages;
}

void FaultDisk::inject(const DiskFault &fault)
{
    const std::lock_guard lock(m_state->mutex);
    m_state->fault = fault;
    m_state->met = m_state->struck = 0;
}

void FaultDisk::heal()
{
    const std::lock_guard lock(m_state->mutex);
    m_state->fault.reset();
}

void FaultDisk::onStatement(std::function<void()> hook)
{
    const std::lock_guard lock(m_state->mutex);
    m_state->onStatement = std::move(hook);
}

qint64 FaultDisk::struck() const
{
    const std::lock_guard lock(m_state->mutex);
    return m_state->struck;
}

void FaultDisk::cutPowerAfter(qint64 changes, quint64 seed)
{
    const std::lock_guard lock(m_state->mutex);
    m_state->cutAfter = m_state->changes + changes;
    m_state->seed = seed;
}

void FaultDisk::cutPowerNow(quint64 seed)
{
    const std::lock_guard lock(m_state->mutex);
    m_state->seed = seed;
    m_state->cut();
}

bool FaultDisk::isPowerOff() const
{
    const std::lock_guard lock(m_state->mutex);
    return m_state->isPowerOff;
}

qint64 FaultDisk::changes() const
{
    const std::lock_guard lock(m_state->mutex);
    return m_state->changes;
}

void FaultDisk::putBack()
{
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->platter.putBack();
    }
    reset();
}

} // namespace mc::proof
