// SPDX-License-Identifier: Apache-2.0
#include "store/processing/mailheader.h"

#include "store/pages/plaintext.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace mc::store {

namespace {

constexpr qsizetype LongestAddress = 254;
constexpr qsizetype LongestText = 200;
/// Of an encoded word's 75 characters, "=?UTF-8?B?" and "?=" take 12; 45 bytes make 60 characters.
constexpr qsizetype EncodedBytes = 45;

bool isPlain(const QString &text)
{
    return std::all_of(text.cbegin(), text.cend(),
                       [](QChar unit) { return unit.unicode() >= 0x20 && unit.unicode() < 0x7F; })
        && !text.contains(QLatin1StringView("=?"));
}

QByteArray encodedWords(const QString &text)
{
    QByteArrayList words;
    QByteArray pending;
    const auto flush = [&words, &pending] {
        if (!pending.isEmpty())
            words << "=?UTF-8?B?" + pending.toBase64() + "?=";
        pending.clear();
    };
    for (const char32_t codePoint : text.toUcs4()) {
        const QByteArray bytes = QString::fromUcs4(&codePoint, 1).toUtf8();
        if (pending.size() + bytes.size() > EncodedBytes)
            flush();
        pending += bytes;
    }
    flush();
    return words.join("\r\n ");
}

QString shortLine(const QString &text)
{
    QString line = plainLine(text).left(LongestText);
    if (!line.isEmpty() && line.back().isHighSurrogate())
        line.chop(1);
    return line;
}

} // namespace

std::optional<QByteArray> smtpAddress(const QString &text)
{
    static const QRegularExpression local(QStringLiteral("^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}\\z"));
    static const QRegularExpression domain(QStringLiteral("^[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*\\z"));
    const qsizetype at = text.lastIndexOf(u'@');
    if (at < 1)
        return std::nullopt;
    const QString name = text.left(at);
    const QByteArray host = QUrl::toAce(text.mid(at + 1));
    if (!local.match(name).hasMatch() || !domain.match(QString::fromLatin1(host)).hasMatch()
        || name.size() + 1 + host.size() > LongestAddress)
        return std::nullopt;
    return name.toLatin1() + '@' + host;
}

QByteArray headerText(const QString &text)
{
    const QString line = shortLine(text);
    return isPlain(line) ? line.toLatin1() : encodedWords(line);
}

QByteArray headerMailbox(const QString &name, const QByteArray &address)
{
    const QString line = shortLine(name);
    if (line.isEmpty())
        return address;
    if (!isPlain(line))
        return encodedWords(line) + "\r\n <" + address + '>';
    QByteArray quoted = line.toLatin1();
    quoted.replace("\\", "\\\\").replace("\"", "\\\"");
    return '"' + quoted + "\" <" + address + '>';
}

} // namespace mc::store
