// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QString>
#include <QUrl>

namespace mc::test {

/// A real merchant-store with sample orders, as a child process on loopback; it ends with this object.
class StoreProcess final
{
public:
    explicit StoreProcess(QString program)
        : m_program(std::move(program))
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    }
    ~StoreProcess() { stop(); }
    Q_DISABLE_COPY_MOVE(StoreProcess)

    /// Starts at the first call on a free port, later on the same one.
    [[nodiscard]] bool start(const QString &folder, int orders, const QString &processingDelay)
    {
        const int port = url.isValid() ? url.port() : 0;
        m_process.start(
            m_program,
            {QStringLiteral("serve"), QStringLiteral("--data"), folder, QStringLiteral("--listen"),
             QStringLiteral("127.0.0.1:%1").arg(port), QStringLiteral("--demo"), QString::number(orders),
             QStringLiteral("--processing-delay"), processingDelay, QStringLiteral("--exit-with-stdin")});
        while (m_process.state() != QProcess::NotRunning && !m_process.canReadLine()) {
            if (!m_process.waitForReadyRead(30'000))
                return false;
        }
        const QJsonObject ready = QJsonDocument::fromJson(m_process.readLine()).object();
        url = QUrl(ready[QStringLiteral("url")].toString());
        email = ready[QStringLiteral("demo")][QStringLiteral("email")].toString();
        password = ready[QStringLiteral("demo")][QStringLiteral("password")].toString();
        return url.isValid() && !email.isEmpty();
    }
    void stop()
    {
        m_process.closeWriteChannel();
        if (!m_process.waitForFinished(10'000))
            m_process.kill();
        m_process.waitForFinished();
    }
    void kill()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    QUrl url;
    QString email;
    QString password;

private:
    QString m_program;
    QProcess m_process;
};

} // namespace mc::test
