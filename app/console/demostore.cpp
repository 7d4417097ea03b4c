// SPDX-License-Identifier: Apache-2.0
#include "app/console/demostore.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QStandardPaths>

namespace mc {
namespace {
constexpr int SampleOrders = 2000;
constexpr int FarewellMs = 3000; ///< How long the store may take to end after its input closed.
} // namespace

std::optional<DemoAccess> readReadyLine(const QByteArray &line)
{
    const QJsonObject json = QJsonDocument::fromJson(line).object();
    const QJsonObject demo = json.value(QLatin1String("demo")).toObject();
    DemoAccess access;
    access.url = QUrl(json.value(QLatin1String("url")).toString(), QUrl::StrictMode);
    access.email = demo.value(QLatin1String("email")).toString();
    access.password = demo.value(QLatin1String("password")).toString();
    const bool isComplete = json.value(QLatin1String("ready")).toBool() && access.url.isValid()
        && !access.url.host().isEmpty() && !access.email.isEmpty() && !access.password.isEmpty();
    return isComplete ? std::optional(access) : std::nullopt;
}

QString findStoreProgram(const QString &folder)
{
    return QStandardPaths::findExecutable(QStringLiteral("merchant-store"), {folder});
}

DemoStore::DemoStore(const QString &program, const QString &dataFolder, QObject *parent)
    : QObject(parent)
    , m_program(program)
    , m_dataFolder(dataFolder)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &DemoStore::readLines);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            fail(tr("The demo store could not be started: %1", "%1: what the system says")
                     .arg(m_process.errorString()));
    });
    connect(&m_process, &QProcess::finished, this, [this](int exitCode) { takeEnd(exitCode); });
}

DemoStore::~DemoStore()
{
    m_process.disconnect(this);
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.closeWriteChannel(); // its sign to end
    // The program is about to end: waiting here blocks no window, and an orphan would keep the port.
    if (!m_process.waitForFinished(FarewellMs))
        m_process.kill();
}

void DemoStore::start()
{
    if (m_program.isEmpty()) {
        QMetaObject::invokeMethod(
            this, [this] { fail(tr("merchant-store is missing: it belongs next to merchant-console.")); },
            Qt::QueuedConnection);
        return;
    }
    QDir().mkpath(m_dataFolder);
    QFile last(portFile());
    m_port = last.open(QIODevice::ReadOnly) ? last.readAll().toUShort() : quint16(0);
    launch();
}

void DemoStore::launch()
{
    m_output.clear();
    m_process.start(m_program,
                    {QStringLiteral("serve"), QStringLiteral("--listen"),
                     QStringLiteral("127.0.0.1:%1").arg(m_port), QStringLiteral("--data"), m_dataFolder,
                     QStringLiteral("--demo"), QString::number(SampleOrders),
                     QStringLiteral("--exit-with-stdin")});
}

void DemoStore::takeEnd(int exitCode)
{
    if (m_isReady) {
        fail(tr("The demo store has ended by itself (exit code %1).", "%1: a number").arg(exitCode));
    } else if (std::exchange(m_port, quint16(0)) != 0) {
        launch(); // somebody else may have the port now
    } else {
        fail(tr("The demo store ended before it was ready (exit code %1).", "%1: a number").arg(exitCode));
    }
}

QString DemoStore::portFile() const
{
    return m_dataFolder + QLatin1String("/port");
}

void DemoStore::becomeReady(const DemoAccess &access)
{
    m_isReady = true;
    QSaveFile file(portFile());
    // Without it the next start takes another port, and only links in old mails are dead.
    if (file.open(QIODevice::WriteOnly)) {
        file.write(QByteArray::number(access.url.port()));
        static_cast<void>(file.commit());
    }
    emit ready(access);
}

void DemoStore::readLines()
{
    m_output += m_process.readAllStandardOutput();
    for (qsizetype end = m_output.indexOf('\n'); end >= 0; end = m_output.indexOf('\n')) {
        const QByteArray line = m_output.left(end);
        m_output.remove(0, end + 1);
        if (m_isReady)
            continue;
        if (const auto access = readReadyLine(line))
            becomeReady(*access);
    }
}

void DemoStore::fail(const QString &sentence)
{
    if (!std::exchange(m_hasFailed, true))
        emit failed(sentence);
}

} // namespace mc
