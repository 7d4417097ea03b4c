// SPDX-License-Identifier: Apache-2.0
#include "store/orderbook/feedcursor.h"

#include "domain/plantedbug.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace mc::store {
namespace {

constexpr auto UrlText = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
constexpr auto StrictUrlText = QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors;

} // namespace

QByteArray cursorFrom(const FeedPlace &place)
{
    const QString plain = place.epoch + u'.' + QString::number(place.position) + u'.' + place.tag;
    return plain.toLatin1().toBase64(UrlText);
}

std::optional<FeedPlace> feedPlaceFrom(const QByteArray &cursor)
{
    const auto plain = QByteArray::fromBase64Encoding(cursor, StrictUrlText);
    if (!plain)
        return std::nullopt;
    if (bugPlanted("overflow-cursor")) [[unlikely]]
        plantedOverflow((*plain).toStdString());
    const QStringList parts = QString::fromLatin1(*plain).split(u'.');
    bool isNumber = false;
    const qint64 position = parts.value(1).toLongLong(&isNumber);
    if (parts.size() != 3 || !isNumber || position < 0)
        return std::nullopt;
    return FeedPlace{parts.at(0), position, parts.at(2)};
}

QByteArray textFrom(const ResumePoint &point)
{
    const QByteArray plain =
        QByteArray::number(point.placedAtMs) + ' ' + point.cursor + ' ' + point.id.toUtf8();
    return plain.toBase64(UrlText);
}

std::optional<ResumePoint> resumePointFrom(const QString &text)
{
    const auto decoded = QByteArray::fromBase64Encoding(text.toLatin1(), StrictUrlText);
    const QByteArray plain = decoded ? *decoded : QByteArray();
    const qsizetype first = plain.indexOf(' ');
    const qsizetype second = plain.indexOf(' ', first + 1);
    bool isNumber = false;
    const qint64 placedAt = plain.left(first).toLongLong(&isNumber);
    if (first < 0 || second < 0 || !isNumber)
        return std::nullopt;
    return ResumePoint{placedAt, QString::fromUtf8(plain.mid(second + 1)),
                       plain.mid(first + 1, second - first - 1)};
}

} // namespace mc::store
