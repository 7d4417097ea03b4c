// SPDX-License-Identifier: Apache-2.0
#include "store/api/objectreader.h"

#include "domain/orderjson.h"
#include "domain/plantedbug.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

using namespace Qt::StringLiterals;

namespace mc::store {

ObjectReader::ObjectReader(const QJsonObject &object)
    : ObjectReader(object, {}, std::make_shared<QString>())
{
}

ObjectReader::ObjectReader(const QJsonObject &object, QString path, std::shared_ptr<QString> problem)
    : m_object(object)
    , m_path(std::move(path))
    , m_problem(std::move(problem))
{
}

tl::expected<ObjectReader, Response> ObjectReader::fromBody(const QByteArray &body)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(body.isEmpty() ? QByteArray("{}") : body, &error);
    if (error.error != QJsonParseError::NoError)
        return tl::unexpected(
            mc::store::problem(400, "malformed-json", u"The body is not JSON"_s,
                               u"%1 at byte %2"_s.arg(error.errorString()).arg(error.offset)));
    if (!document.isObject())
        return tl::unexpected(mc::store::problem(400, "malformed-json", u"The body is not a JSON object"_s));
    return ObjectReader(document.object());
}

bool ObjectReader::has(QLatin1StringView name) const
{
    return m_object.contains(name);
}

void ObjectReader::complain(QLatin1StringView name, const QString &what)
{
    if (m_problem->isEmpty())
        *m_problem = u"The member \"%1%2\" %3."_s.arg(m_path, QString(name), what);
}

QJsonValue ObjectReader::take(QLatin1StringView name, Need need)
{
    m_known.insert(name);
    const QJsonValue value = m_object.value(name);
    if (value.isUndefined() && need == Need::Required)
        complain(name, u"is missing"_s);
    return value;
}

QString ObjectReader::text(QLatin1StringView name, Need need, qsizetype most, qsizetype least)
{
    const QJsonValue value = take(name, need);
    if (value.isUndefined())
        return {};
    const QString text = value.toString();
    if (bugPlanted("overflow-json")) [[unlikely]]
        plantedOverflow(text.toStdString());
    if (!value.isString())
        complain(name, u"is not text"_s);
    else if (text.toUcs4().size() > most)
        complain(name, u"is longer than %1 characters"_s.arg(most));
    else if (text.size() < least)
        complain(name, u"is too short"_s);
    return text;
}

qint64 ObjectReader::integer(QLatin1StringView name, Need need, Range range, qint64 fallback)
{
    const QJsonValue value = take(name, need);
    if (value.isUndefined())
        return fallback;
    const double number = value.toDouble();
    if (!value.isDouble() || std::trunc(number) != number
        || std::abs(number) > static_cast<double>(MaxInteger))
        complain(name, u"is not an integer"_s);
    else if (value.toInteger() < range.least || value.toInteger() > range.most)
        complain(name, u"is not between %1 and %2"_s.arg(range.least).arg(range.most));
    else
        return value.toInteger();
    return fallback;
}

bool ObjectReader::flag(QLatin1StringView name, bool fallback)
{
    const QJsonValue value = take(name, Need::Optional);
    if (!value.isUndefined() && !value.isBool())
        complain(name, u"is not true or false"_s);
    return value.toBool(fallback);
}

QDateTime ObjectReader::time(QLatin1StringView name, Need need)
{
    const QString written = text(name, need, 40);
    if (!has(name))
        return {};
    const QDateTime time = timeFromText(written);
    if (!time.isValid())
        complain(name, u"is not a time like 2026-11-20T13:28:00Z"_s);
    return time;
}

QStringList ObjectReader::texts(QLatin1StringView name, qsizetype mostItems, qsizetype most)
{
    const QJsonValue value = take(name, Need::Optional);
    if (value.isUndefined())
        return {};
    QStringList list;
    const QJsonArray array = value.toArray();
    if (!value.isArray() || array.size() > mostItems)
        complain(name, u"is not a list of at most %1 texts"_s.arg(mostItems));
    for (const QJsonValue &entry : array) {
        if (!entry.isString() || entry.toString().size() > most)
            complain(name, u"holds something that is not a text of at most %1 characters"_s.arg(most));
        list.append(entry.toString());
    }
    return list;
}

std::optional<ObjectReader> ObjectReader::object(QLatin1StringView name, Need need)
{
    const QJsonValue value = take(name, need);
    if (value.isUndefined())
        return std::nullopt;
    if (!value.isObject())
        complain(name, u"is not an object"_s);
    return ObjectReader(value.toObject(), m_path + name + u'.', m_problem);
}

QList<ObjectReader> ObjectReader::objects(QLatin1StringView name, Need need, Range items)
{
    const QJsonValue value = take(name, need);
    if (value.isUndefined())
        return {};
    const QJsonArray array = value.toArray();
    if (!value.isArray() || array.size() < items.least || array.size() > items.most)
        complain(name, u"is not a list of %1 to %2 objects"_s.arg(items.least).arg(items.most));
    QList<ObjectReader> list;
    for (qsizetype i = 0; i < array.size(); ++i) {
        if (!array[i].isObject())
            complain(name, u"holds something that is not an object"_s);
        list.append(
            ObjectReader(array[i].toObject(), u"%1%2[%3]."_s.arg(m_path, QString(name)).arg(i), m_problem));
    }
    return list;
}

void ObjectReader::finish()
{
    for (auto member = m_object.constBegin(); member != m_object.constEnd(); ++member) {
        if (!m_known.contains(member.key()) && m_problem->isEmpty())
            *m_problem = u"The member \"%1%2\" is not known here."_s.arg(m_path, member.key().left(100));
    }
}

std::optional<Response> ObjectReader::problem() const
{
    if (m_problem->isEmpty())
        return std::nullopt;
    return mc::store::problem(400, "invalid-request", u"The request does not fit"_s, *m_problem);
}

} // namespace mc::store
