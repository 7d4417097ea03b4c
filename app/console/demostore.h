// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QObject>
#include <QProcess>
#include <QUrl>

#include <optional>

namespace mc {

/// What the store prints when it is ready.
struct DemoAccess {
    QUrl url;
    QString email;
    QString password;
};
/// nullopt: not the ready line of a demo store.
[[nodiscard]] std::optional<DemoAccess> readReadyLine(const QByteArray &line);

/**
 * A merchant-store as a child process, on a free loopback port, with sample orders. It ends when its standard
 * input closes, so it ends with this object however the console ends.
 *
 * Emits exactly one of ready() and failed(); after ready(), failed() tells when the store ended by itself.
 */
class DemoStore final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DemoStore)
public:
    /// `program`: path of merchant-store. `dataFolder` keeps its orders from start to start.
    DemoStore(const QString &program, const QString &dataFolder, QObject *parent = nullptr);
    ~DemoStore() override;

    void start();

signals:
    void ready(const mc::DemoAccess &access);
    void failed(const QString &sentence);

private:
    void readLines();
    void fail(const QString &sentence);

    QString m_program;
    QString m_dataFolder;
    QProcess m_process;
    QByteArray m_output;
    bool m_isReady = false;
    bool m_hasFailed = false;
};

/// Where merchant-store lies next to this program; empty when it is not there.
[[nodiscard]] QString findStoreProgram(const QString &folder);

} // namespace mc
