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
 * A merchant-store as a child process, on a loopback port, with sample orders. It ends when its standard
 * input closes, so it ends with this object however the console ends. It takes the port of its last start
 * again when that is free, because the mails in the demo's mailbox hold links to it.
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
    void launch();
    void readLines();
    void takeEnd(int exitCode);
    void becomeReady(const DemoAccess &access);
    [[nodiscard]] QString portFile() const;
    void fail(const QString &sentence);

    QString m_program;
    QString m_dataFolder;
    QProcess m_process;
    QByteArray m_output;
    quint16 m_port = 0; ///< Of the last start; 0: any free one.
    bool m_isReady = false;
    bool m_hasFailed = false;
};

/// Where merchant-store lies next to this program; empty when it is not there.
[[nodiscard]] QString findStoreProgram(const QString &folder);

} // namespace mc
