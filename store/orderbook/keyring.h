// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <optional>
#include <tl/expected.hpp>

namespace mc::store {

/**
 * The service's master key and what is derived from it (libsodium; no cryptography of our own).
 *
 * A value; cheap to copy; thread-safe after construction. Every purpose has its own subkey (crypto_kdf).
 */
class Keyring final
{
public:
    /// Reads DIR/master.key (32 bytes, mode 0600) or makes it. The error is a sentence for people.
    [[nodiscard]] static tl::expected<Keyring, QString> open(const QString &directory);

    /// The token of a customer's link: 256 bits, base64url, derived from order and generation, so that it can
    /// be printed again but is not stored. Raising an order's generation revokes earlier links.
    [[nodiscard]] QString linkToken(const QString &storeId, const QString &orderId, int generation) const;
    /// What the database keeps of a token (links, sessions, API tokens): SHA-256 in hex.
    [[nodiscard]] static QString tokenHash(QByteArrayView token);
    /// A fresh random token, 256 bits, base64url, for sessions and API tokens.
    [[nodiscard]] static QString newToken();

    /// A fresh secret for an engine's webhooks: WebhookPrefix and 256 bits in base64, as the senders'
    /// libraries take it.
    [[nodiscard]] static QString newWebhookSecret();
    static constexpr const char *WebhookPrefix = "whsec_";
    /// Takes the same time wherever they differ.
    [[nodiscard]] static bool isEqual(QByteArrayView a, QByteArrayView b);

    /// Authenticated encryption of small values (cookie, engine secrets). `purpose` separates uses.
    [[nodiscard]] QByteArray seal(QByteArrayView purpose, const QByteArray &plain) const; ///< base64url
    [[nodiscard]] std::optional<QByteArray> unseal(QByteArrayView purpose, const QByteArray &sealed) const;

    /// argon2id
    [[nodiscard]] static QString hashPassword(const QString &password);
    [[nodiscard]] static bool isPassword(const QString &password, const QString &hash);

private:
    QByteArray m_key;
};

/// What an engine's secrets are sealed for in its row.
inline constexpr const char *EngineSecretPurpose = "engine";
inline constexpr const char *WebhookSecretPurpose = "webhook";

} // namespace mc::store
