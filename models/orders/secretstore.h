// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QHash>
#include <QObject>
#include <QString>

#include <functional>
#include <memory>

namespace mc {

/// Where sign-in tokens are kept between two runs. Never a file of ours. Lives in the GUI thread; answers
/// come later, never from inside the call.
class SecretStore
{
public:
    SecretStore() = default;
    virtual ~SecretStore() = default;
    Q_DISABLE_COPY_MOVE(SecretStore)

    /// Empty: there is none, or the system has no keychain.
    virtual void read(const QString &key, QObject *context, std::function<void(QByteArray)> then) = 0;
    /// false: it could not be kept, so the sign-in ends with this run.
    virtual void write(const QString &key, const QByteArray &secret, QObject *context,
                       std::function<void(bool)> then) = 0;
    virtual void remove(const QString &key) = 0;
};

/// For tests and for --demo: forgets everything at its end.
class MemorySecretStore final : public SecretStore
{
public:
    void read(const QString &key, QObject *context, std::function<void(QByteArray)> then) override;
    void write(const QString &key, const QByteArray &secret, QObject *context,
               std::function<void(bool)> then) override;
    void remove(const QString &key) override;

private:
    QHash<QString, QByteArray> m_secrets;
};

/// The system's keychain, never QtKeychain's fallback to a plain file.
[[nodiscard]] std::unique_ptr<SecretStore> makeKeychainStore();

} // namespace mc
