// SPDX-License-Identifier: Apache-2.0
#include "orders/secretstore.h"

#include <QLoggingCategory>
#include <QPointer>
#include <qt6keychain/keychain.h>

using namespace Qt::StringLiterals;

namespace mc {
namespace {

Q_LOGGING_CATEGORY(lcKeychain, "mc.orders.keychain", QtWarningMsg)

const QString &serviceName()
{
    static const QString name = u"merchant-console"_s;
    return name;
}

class KeychainStore final : public SecretStore
{
public:
    void read(const QString &key, QObject *context, std::function<void(QByteArray)> then) override
    {
        auto *job = new QKeychain::ReadPasswordJob(serviceName()); // deletes itself when it has finished
        prepare(*job, key);
        QObject::connect(job, &QKeychain::Job::finished, context, [job, then = std::move(then)] {
            then(job->error() == QKeychain::NoError ? job->binaryData() : QByteArray());
        });
        job->start();
    }

    void write(const QString &key, const QByteArray &secret, QObject *context,
               std::function<void(bool)> then) override
    {
        auto *job = new QKeychain::WritePasswordJob(serviceName());
        prepare(*job, key);
        job->setBinaryData(secret);
        QObject::connect(job, &QKeychain::Job::finished, context, [job, then = std::move(then)] {
            if (job->error() != QKeychain::NoError)
                qCInfo(lcKeychain) << "no keychain:" << job->errorString();
            then(job->error() == QKeychain::NoError);
        });
        job->start();
    }

    void remove(const QString &key) override
    {
        auto *job = new QKeychain::DeletePasswordJob(serviceName());
        prepare(*job, key);
        job->start();
    }

private:
    static void prepare(QKeychain::Job &job, const QString &key)
    {
        job.setInsecureFallback(false);
        job.setKey(key);
    }
};

} // namespace

std::unique_ptr<SecretStore> makeKeychainStore()
{
    return std::make_unique<KeychainStore>();
}

} // namespace mc
