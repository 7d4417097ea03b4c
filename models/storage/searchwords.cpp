// SPDX-License-Identifier: Apache-2.0
#include "storage/searchwords.h"

#include <QStringList>
#include <QVarLengthArray>

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

bool isAscii(QStringView text)
{
    return std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.unicode() < 0x80; });
}

// Compatibility forms (full width, ligatures) and accents go; Hangul is composed again afterwards. ASCII has
// neither: most names, addresses and titles are done without the four copies that the others need.
QString folded(const QString &text)
{
    if (isAscii(text))
        return text.toCaseFolded();
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
// Letters beyond the basic plane are newer than the tables of the index's own tokenizer, so they are no
// letters here.
template <typename Take>
void forEachWord(QStringView bare, Take take)
{
    qsizetype from = -1;
    const auto finish = [&](qsizetype end) {
        if (from >= 0)
            take(bare.sliced(from, end - from));
        from = -1;
    };
    for (qsizetype at = 0; at < bare.size(); ++at) {
        if (!bare[at].isLetterOrNumber()) {
            finish(at);
            continue;
        }
        if (from >= 0 && isUnspaced(bare.sliced(at, 1)) != isUnspaced(bare.sliced(from, 1)))
            finish(at);
        if (from < 0)
            from = at;
    }
    finish(bare.size());
}

// Words in one text, each once. An order has dozens, and a million orders are read: so no string for each,
// and a look along their hashes instead of a set (docs/performance.md).
class WordSet final
{
public:
    void add(QStringView word)
    {
        if (word.isEmpty() || contains(word))
            return;
        if (!m_text.isEmpty())
            m_text += u' ';
        m_words.append({qHash(word, 0), m_text.size(), word.size()});
        m_text += word;
    }
    void addText(const QString &text)
    {
        forEachWord(folded(text), [this](QStringView word) {
            if (isUnspaced(word))
                addBigrams(word);
            else
                add(word);
        });
    }
    // "MC-104832" is found by 104832, 4832, mc104832 and mc-104832.
    void addNumber(const QString &number)
    {
        addText(number);
        QString joined;
        forEachWord(folded(number), [&joined](QStringView word) { joined += word; });
        for (qsizetype from = 0; from + ShortestSuffix <= joined.size(); ++from)
            add(QStringView(joined).sliced(from));
        add(joined);
    }
    [[nodiscard]] const QString &text() const { return m_text; }

private:
    struct Word {
        size_t hash = 0;
        qsizetype from = 0;
        qsizetype length = 0;
    };

    [[nodiscard]] bool contains(QStringView word) const
    {
        const size_t hash = qHash(word, 0);
        return std::any_of(m_words.cbegin(), m_words.cend(), [&](const Word &one) {
            return one.hash == hash && QStringView(m_text).sliced(one.from, one.length) == word;
        });
    }

    void addBigrams(QStringView word)
    {
        for (qsizetype i = 0; i < word.size(); ++i)
            add(word.sliced(i, std::min<qsizetype>(2, word.size() - i)));
    }

    QVarLengthArray<Word, 96> m_words;
    QString m_text;
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
    forEachWord(folded(typed), [&terms](QStringView word) {
        if (isUnspaced(word) && word.size() > 1) {
            for (qsizetype i = 0; i + 1 < word.size(); ++i)
                terms.append(u'"' + word.sliced(i, 2) + u'"');
        } else {
            terms.append(u'"' + word + u"\"*"_s);
        }
    });
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
