// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLocalServer>
#include <QLockFile>
#include <QObject>

namespace mc {

/// One console a profile: the first start holds the folder, a second one asks it to show its window and ends.
class OneWindow final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OneWindow)
public:
    explicit OneWindow(const QString &profileFolder, QObject *parent = nullptr);

    enum class Start : quint8 { First, Second, Unusable };
    /// Second: the other console was told. Unusable: the folder cannot be written.
    [[nodiscard]] Start start();

signals:
    void raiseRequested();

private:
    QString m_folder;
    QLockFile m_lock;
    QLocalServer m_server;
};

} // namespace mc
