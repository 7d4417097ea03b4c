// SPDX-License-Identifier: Apache-2.0
#include "store/orderbook/keyring.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#include <array>
#include <sodium.h>
#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace mc::store {

namespace {

constexpr int KeyBytes = crypto_kdf_KEYBYTES;
constexpr int TokenBytes = 32;
constexpr int NonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr int TagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
using SubKey = std::array<unsigned char, crypto_aead_xchacha20poly1305_ietf_KEYBYTES>;

const unsigned char *bytesOf(QByteArrayView view)
{
    return reinterpret_cast<const unsigned char *>(view.data());
}
unsigned char *bytesOf(QByteArray &array)
{
    return reinterpret_cast<unsigned char *>(array.data());
}

QByteArray toBase64Url(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

/// A subkey for each purpose: the kdf wants a number, so the purpose's name is hashed to one.
SubKey subKey(const QByteArray &master, QByteArrayView purpose)
{
    std::array<unsigned char, crypto_generichash_BYTES> digest{};
    crypto_generichash(digest.data(), digest.size(), bytesOf(purpose), size_t(purpose.size()), nullptr, 0);
    SubKey key{};
    constexpr char Context[crypto_kdf_CONTEXTBYTES + 1] = "mc-store";
    crypto_kdf_derive_from_key(key.data(), key.size(), qFromBigEndian<quint64>(digest.data()), Context,
                               bytesOf(QByteArrayView(master)));
    return key;
}

/// Length first, so that ("a", "bc") and ("ab", "c") never hash alike.
void appendField(QByteArray &message, const QByteArray &field)
{
    std::array<char, sizeof(quint32)> length{};
    qToBigEndian(quint32(field.size()), length.data());
    message.append(length.data(), qsizetype(length.size()));
    message.append(field);
}

tl::expected<QByteArray, QString> readKey(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return tl::make_unexpected(
            QStringLiteral("The key file %1 cannot be read: %2").arg(path, file.errorString()));
#ifdef Q_OS_UNIX
    constexpr auto Others =
        QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
    if (file.permissions() & Others)
        return tl::make_unexpected(
            QStringLiteral("The key file %1 is open to other users. Run: chmod 600 %1").arg(path));
#endif
    QByteArray key = file.read(KeyBytes + 1);
    if (key.size() != KeyBytes)
        return tl::make_unexpected(
            QStringLiteral(
                "The key file %1 is damaged: it must hold exactly %2 bytes. Restore it from a backup.")
                .arg(path)
                .arg(KeyBytes));
    return key;
}

/// A key that a power cut takes away would end every link that was ever mailed.
bool isOnDisk(QFile &file)
{
#ifdef Q_OS_UNIX
    return ::fsync(file.handle()) == 0;
#else
    return file.flush();
#endif
}

/// Written under another name and then moved, so that no reader and no crash ever leaves half a key.
tl::expected<void, QString> makeKey(const QString &path)
{
    QByteArray key(KeyBytes, Qt::Uninitialized);
    crypto_kdf_keygen(bytesOf(key));
    const QString draft = path + u'.' + Keyring::newToken().left(12);
    QFile file(draft);
    const bool isWritten =
        file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        && file.write(key) == KeyBytes && file.flush() && isOnDisk(file);
    sodium_memzero(key.data(), size_t(key.size()));
    file.close();
    // Another process may have been faster: its key counts, ours goes.
    if (!isWritten || (!file.rename(path) && !QFileInfo::exists(path))) {
        QString why = file.errorString();
        QFile::remove(draft);
        return tl::make_unexpected(QStringLiteral("The key file %1 cannot be written: %2").arg(path, why));
    }
    QFile::remove(draft);
    return {};
}

} // namespace

tl::expected<Keyring, QString> Keyring::open(const QString &directory)
{
    if (sodium_init() < 0)
        return tl::make_unexpected(QStringLiteral("The system gives no random numbers."));
    if (!QDir().mkpath(directory))
        return tl::make_unexpected(QStringLiteral("The folder %1 cannot be made.").arg(directory));
    const QString path = QDir(directory).filePath(QStringLiteral("master.key"));
    if (!QFileInfo::exists(path)) {
        if (const auto made = makeKey(path); !made)
            return tl::make_unexpected(made.error());
    }
    const auto key = readKey(path);
    if (!key)
        return tl::make_unexpected(key.error());
    Keyring keyring;
    keyring.m_key = *key;
    return keyring;
}

QString Keyring::linkToken(const QString &storeId, const QString &orderId, int generation) const
{
    Q_ASSERT(m_key.size() == KeyBytes);
    QByteArray message;
    appendField(message, storeId.toUtf8());
    appendField(message, orderId.toUtf8());
    appendField(message, QByteArray::number(generation));
    const SubKey key = subKey(m_key, "customer link");
    QByteArray token(TokenBytes, Qt::Uninitialized);
    crypto_generichash(bytesOf(token), size_t(token.size()), bytesOf(QByteArrayView(message)),
                       size_t(message.size()), key.data(), key.size());
    return QString::fromLatin1(toBase64Url(token));
}

QString Keyring::tokenHash(QByteArrayView token)
{
    QByteArray digest(crypto_hash_sha256_BYTES, Qt::Uninitialized);
    crypto_hash_sha256(bytesOf(digest), bytesOf(token), size_t(token.size()));
    return QString::fromLatin1(digest.toHex());
}

QString Keyring::newToken()
{
    QByteArray token(TokenBytes, Qt::Uninitialized);
    randombytes_buf(token.data(), size_t(token.size()));
    return QString::fromLatin1(toBase64Url(token));
}

QString Keyring::newWebhookSecret()
{
    QByteArray secret(TokenBytes, Qt::Uninitialized);
    randombytes_buf(secret.data(), size_t(secret.size()));
    return QString::fromLatin1(WebhookPrefix + secret.toBase64());
}

bool Keyring::isEqual(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), size_t(a.size())) == 0;
}

QByteArray Keyring::seal(QByteArrayView purpose, const QByteArray &plain) const
{
    Q_ASSERT(m_key.size() == KeyBytes);
    const SubKey key = subKey(m_key, purpose);
    QByteArray sealed(NonceBytes + plain.size() + TagBytes, Qt::Uninitialized);
    randombytes_buf(sealed.data(), NonceBytes);
    crypto_aead_xchacha20poly1305_ietf_encrypt(
        bytesOf(sealed) + NonceBytes, nullptr, bytesOf(QByteArrayView(plain)), size_t(plain.size()),
        bytesOf(purpose), size_t(purpose.size()), nullptr, bytesOf(QByteArrayView(sealed)), key.data());
    return toBase64Url(sealed);
}

std::optional<QByteArray> Keyring::unseal(QByteArrayView purpose, const QByteArray &sealed) const
{
    Q_ASSERT(m_key.size() == KeyBytes);
    const auto decoded = QByteArray::fromBase64Encoding(
        sealed, QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || (*decoded).size() < NonceBytes + TagBytes)
        return std::nullopt;
    const SubKey key = subKey(m_key, purpose);
    const qsizetype cipherBytes = (*decoded).size() - NonceBytes;
    QByteArray plain(cipherBytes - TagBytes, Qt::Uninitialized);
    const int failure = crypto_aead_xchacha20poly1305_ietf_decrypt(
        bytesOf(plain), nullptr, nullptr, bytesOf(QByteArrayView(*decoded)) + NonceBytes, size_t(cipherBytes),
        bytesOf(purpose), size_t(purpose.size()), bytesOf(QByteArrayView(*decoded)), key.data());
    if (failure != 0)
        return std::nullopt;
    return plain;
}

QString Keyring::hashPassword(const QString &password)
{
    const QByteArray utf8 = password.toUtf8();
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    if (sodium_init() < 0
        || crypto_pwhash_str_alg(hash.data(), utf8.constData(), size_t(utf8.size()),
                                 crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE,
                                 crypto_pwhash_ALG_ARGON2ID13)
            != 0)
        return {}; // Out of memory. No password matches an empty hash.
    return QString::fromLatin1(hash.data());
}

bool Keyring::isPassword(const QString &password, const QString &hash)
{
    const QByteArray utf8 = password.toUtf8();
    const QByteArray ascii = hash.toLatin1();
    return sodium_init() >= 0
        && crypto_pwhash_str_verify(ascii.constData(), utf8.constData(), size_t(utf8.size())) == 0;
}

} // namespace mc::store
