// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/httpprobe.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>

// merchant-store itself, as an operator starts it. MC_MERCHANT_STORE is the program.
namespace mc::test {

using namespace Qt::StringLiterals;

inline const QString Program = QStringLiteral(MC_MERCHANT_STORE);

struct Ended {
    int code = -1;
    QString out;
    QString err;
};

inline QProcessEnvironment environmentWith(const QString &password)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(u"MERCHANT_STORE_PASSWORD"_s);
    if (!password.isEmpty())
        environment.insert(u"MERCHANT_STORE_PASSWORD"_s, password);
    return environment;
}

inline Ended runProgram(const QStringList &words, const QString &password = {})
{
    QProcess process;
    process.setProcessEnvironment(environmentWith(password));
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(Program, words);
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

/// A running service; killed when the test forgets to end it.
class Service final
{
public:
    Service() = default;
    ~Service()
    {
        process.kill();
        process.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(Service)

    [[nodiscard]] bool start(const QString &folder, const QStringList &more = {})
    {
        process.start(Program,
                      QStringList{u"serve"_s, u"--data"_s, folder, u"--listen"_s, u"127.0.0.1:0"_s} + more);
        while (process.state() != QProcess::NotRunning && !process.canReadLine()) {
            if (!process.waitForReadyRead(30'000))
                return false;
        }
        ready = QJsonDocument::fromJson(process.readLine()).object();
        return ready[u"ready"_s].toBool();
    }
    [[nodiscard]] HttpProbe probe() const
    {
        return HttpProbe(static_cast<quint16>(QUrl(ready[u"url"_s].toString()).port()));
    }

    QProcess process;
    QJsonObject ready;
};

} // namespace mc::test
