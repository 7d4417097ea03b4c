// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/codes.h"
#include "store/http/message.h"

#include <QDateTime>
#include <QJsonObject>
#include <QSet>

#include <memory>
#include <tl/expected.hpp>

namespace mc::store {

struct IntegerRange {
    qint64 least = 0;
    qint64 most = 9'007'199'254'740'991;
};

/**
 * Reads a JSON object of a request member by member and is strict about it: missing and unknown members,
 * wrong types and sizes are problems. The first problem wins and names its member ("lines[2].quantity").
 *
 * A value; the objects inside an object share the problem. Call finish() on each when all members were read.
 */
class ObjectReader final
{
public:
    enum class Need : quint8 { Required, Optional };
    /// The largest integer that a JSON number can carry without loss (2^53 - 1).
    static constexpr qint64 MaxInteger = 9'007'199'254'740'991;
    using Range = IntegerRange;

    explicit ObjectReader(const QJsonObject &object);
    /// The body as one object, or the 400 answer.
    [[nodiscard]] static tl::expected<ObjectReader, Response> fromBody(const QByteArray &body);

    [[nodiscard]] bool has(QLatin1StringView name) const;
    [[nodiscard]] QString text(QLatin1StringView name, Need need, qsizetype most, qsizetype least = 0);
    [[nodiscard]] qint64 integer(QLatin1StringView name, Need need, Range range = {}, qint64 fallback = 0);
    [[nodiscard]] bool flag(QLatin1StringView name, bool fallback);
    [[nodiscard]] QDateTime time(QLatin1StringView name, Need need);
    [[nodiscard]] QStringList texts(QLatin1StringView name, qsizetype mostItems, qsizetype most);
    [[nodiscard]] std::optional<ObjectReader> object(QLatin1StringView name, Need need);
    [[nodiscard]] QList<ObjectReader> objects(QLatin1StringView name, Need need, Range items);
    /// One of the words of an enumeration, as far as the request may use it.
    template <typename Enum>
    [[nodiscard]] Enum word(QLatin1StringView name, Need need, Enum fallback, const QList<Enum> &allowed)
    {
        const QString code = text(name, need, 100);
        if (code.isEmpty() && !has(name))
            return fallback;
        const std::optional<Enum> value = fromCode<Enum>(code);
        if (!value || !allowed.contains(*value))
            complain(name, QStringLiteral("is not one of the words that are known here"));
        return value.value_or(fallback);
    }

    void complain(QLatin1StringView name, const QString &what);
    /// Members that were not asked for are a problem too.
    void finish();
    [[nodiscard]] std::optional<Response> problem() const; ///< 400

private:
    ObjectReader(const QJsonObject &object, QString path, std::shared_ptr<QString> problem);
    [[nodiscard]] QJsonValue take(QLatin1StringView name, Need need);

    QJsonObject m_object;
    QString m_path; ///< "lines[2]." or empty.
    std::shared_ptr<QString> m_problem; ///< Empty: none. Shared with the objects inside.
    QSet<QString> m_known;
};

} // namespace mc::store
