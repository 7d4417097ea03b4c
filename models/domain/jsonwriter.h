// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QLatin1String>
#include <QStringView>

#include <concepts>

namespace mc {

/**
 * JSON in compact form, written as it is said, without a tree in between: an order's document costs a
 * fraction of what QJsonObject takes, which was a fifth of the store's writer (docs/performance.md).
 *
 * The bytes are those of QJsonDocument if the members of an object are said in alphabetical order; half a
 * surrogate pair, which UTF-8 has no bytes for, becomes U+FFFD. Whoever writes closes what was opened.
 */
class JsonWriter final
{
public:
    explicit JsonWriter(qsizetype expectedSize) { m_out.reserve(expectedSize); }

    void beginObject() { open('{'); }
    void endObject() { m_out.append('}'); }
    void beginArray() { open('['); }
    void endArray() { m_out.append(']'); }
    /// Of the next value; needs no escapes.
    void key(QLatin1String name);

    void value(QStringView text);
    void value(QLatin1String word); ///< Needs no escapes.
    void value(std::same_as<bool> auto flag) { word(flag ? QLatin1String("true") : QLatin1String("false")); }
    void value(std::signed_integral auto number) { wholeNumber(number); }

    template <typename Value>
    void member(QLatin1String name, const Value &value)
    {
        key(name);
        this->value(value);
    }

    [[nodiscard]] QByteArray bytes() const { return m_out; }

private:
    void open(char bracket);
    void separate();
    void word(QLatin1String word);
    void wholeNumber(qint64 number);

    QByteArray m_out;
};

} // namespace mc
