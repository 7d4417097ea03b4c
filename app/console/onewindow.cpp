// SPDX-License-Identifier: Apache-2.0
#include "app/console/onewindow.h"

#include <QCryptographicHash>
#include <QDir>
#include <QLocalSocket>

namespace mc {
namespace {

constexpr int AnswerMs = 1000;

// Short and made of letters: socket paths are limited to about 100 bytes.
QString serverNameOf(const QString &folder)
{
    const QByteArray hash = QCryptographicHash::hash(folder.toUtf8(), QCryptographicHash::Sha256);
    return QLatin1String("merchant-console-") + QString::fromLatin1(hash.toHex().left(24));
}

} // namespace

OneWindow::OneWindow(const QString &profileFolder, QObject *parent)
    : QObject(parent)
    , m_folder(QDir(profileFolder).absolutePath())
    , m_lock(m_folder + QLatin1String("/window.lock"))
{
    m_lock.setStaleLockTime(0); // only the death of its process frees it
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *caller = m_server.nextPendingConnection())
            caller->deleteLater();
        emit raiseRequested();
    });
}

OneWindow::Start OneWindow::start()
{
    if (!QDir().mkpath(m_folder))
        return Start::Unusable;
    if (!m_lock.tryLock(0)) {
        if (m_lock.error() != QLockFile::LockFailedError)
            return Start::Unusable;
        QLocalSocket other;
        other.connectToServer(serverNameOf(m_folder));
        // This process shows no window and ends at once: waiting here blocks nobody.
        static_cast<void>(other.waitForConnected(AnswerMs));
        return Start::Second;
    }
    QLocalServer::removeServer(serverNameOf(m_folder)); // left by a crash: the lock says that nobody has it
    static_cast<void>(m_server.listen(serverNameOf(m_folder)));
    return Start::First;
}

} // namespace mc
