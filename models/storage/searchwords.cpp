// SPDX-License-Identifier: Apache-2.0
#include "storage/searchwords.h"

#include <QSet>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mc {
namespace {

constexpr int ShortestSuffix = 3;
constexpr int FiguresInKey = 12;

bool isMark(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Mark_NonSpacing:
    case QChar::Mark_SpacingCombining:
    case QChar::Mark_Enclosing:
        return true;
    default:
        return false;
    }
}

bool isUnspaced(QStringView word)
{
    if (word.isEmpty())
        return false;
    switch (QChar::script(word.front().unicode())) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Hangul:
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Khmer:
    case QChar::Script_Myanmar:
        return true;
    default:
        return false;
    }
}

// Compatibility forms (full width, ligatures) and accents go; Hangul is composed again afterwards.
QString folded(const QString &text)
{
    const QString apart = text.normalized(QString::NormalizationForm_KD);
    QString bare;
    bare.reserve(apart.size());
    for (const QChar c : apart) {
        if (!isMark(c.unicode()))
            bare += c;
    }
    return bare.toCaseFolded().normalized(QString::NormalizationForm_KC);
}

// Runs of letters and figures; a change between a script without spaces and any other is a border too.
QStringList wordsOf(const QString &text)
{
    QStringList words;
    QString word;
    const auto finish = [&words, &word] {
        if (!word.isEmpty())
            words.append(word);
        word.clear();
    };
    const QString bare = folded(text);
    for (const QChar c : bare) {
        // Letters beyond the basic plane are newer than the tables of the index's own tokenizer.
        if (!c.isLetterOrNumber()) {
            finish();
            continue;
        }
        if (!word.isEmpty() && isUnspaced(QStringView(&c, 1)) != isUnspaced(word))
            finish();
        word += c;
    }
    finish();
    return words;
}

class WordSet final
{
public:
    void add(const QString &word)
    {
        if (word.isEmpty() || m_seen.contains(word))
            return;
        m_seen.insert(word);
        m_words.append(word);
    }
    void addText(const QString &text)
    {
        for (const QString &word : wordsOf(text)) {
            if (isUnspaced(word))
                addBigrams(word);
            else
                add(word);
        }
    }
    // "MC-104832" is found by 104832, 4832, mc104832 and mc-104832.
    void addNumber(const QString &number)
    {
        addText(number);
        const QString joined = wordsOf(number).join(QString());
        for (qsizetype from = 0; from + ShortestSuffix <= joined.size(); ++from)
            add(joined.mid(from));
        add(joined);
    }
    [[nodiscard]] QString text() const { return m_words.join(u' '); }

private:
    void addBigrams(const QString &word)
    {
        for (qsizetype i = 0; i < word.size(); ++i)
            add(word.mid(i, 2));
    }

    QSet<QString> m_seen;
    QStringList m_words;
};

} // namespace

QString searchWords(const Order &order)
{
    WordSet words;
    words.addNumber(order.number);
    words.addText(order.customer.name);
    words.addText(order.customer.email);
    for (const LineItem &line : order.lines) {
        words.addText(line.title);
        words.addText(line.sku);
    }
    for (const Shipment &shipment : order.shipments)
        words.addNumber(shipment.trackingNumber);
    return words.text();
}

bool hasSameWords(const Order &a, const Order &b)
{
    const bool isSameText = a.number == b.number && a.customer == b.customer && a.shipments == b.shipments
        && std::equal(a.lines.cbegin(), a.lines.cend(), b.lines.cbegin(), b.lines.cend(),
                      [](const LineItem &x, const LineItem &y) {
                          return x.title == y.title && x.sku == y.sku;
                      });
    return isSameText || searchWords(a) == searchWords(b);
}

QString matchExpression(const QString &typed)
{
    QStringList terms;
    for (const QString &word : wordsOf(typed)) {
        if (isUnspaced(word) && word.size() > 1) {
            for (qsizetype i = 0; i + 1 < word.size(); ++i)
                terms.append(u'"' + word.mid(i, 2) + u'"');
        } else {
            terms.append(u'"' + word + u"\"*"_s);
        }
    }
    terms.removeDuplicates();
    return terms.join(u' ');
}

QString nameSortKey(const QString &name)
{
    return folded(name.simplified());
}

QString numberSortKey(const QString &number)
{
    QString key;
    QString figures;
    const auto finish = [&key, &figures] {
        if (!figures.isEmpty())
            key += figures.rightJustified(FiguresInKey, u'0');
        figures.clear();
    };
    for (const QChar c : folded(number)) {
        if (c.isDigit()) {
            figures += c;
        } else {
            finish();
            key += c;
        }
    }
    finish();
    return key;
}

} // namespace mc
