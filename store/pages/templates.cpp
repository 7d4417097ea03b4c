// SPDX-License-Identifier: Apache-2.0
#include "store/pages/templates.h"

#include <QFile>
#include <QLoggingCategory>

#include <algorithm>
#include <map>
#include <mutex>
#include <utility>
#include <vector>

namespace mc::store {

namespace {

Q_LOGGING_CATEGORY(lcTemplates, "mc.store.templates")

using Mustache = kainjow::mustache::mustache;
constexpr int DeepestPartial = 5;
constexpr std::size_t UsualList = 8; ///< Lines of most orders, facts of most cards.
// In no template, and no text of others keeps them (plaintext.h).
constexpr char16_t PackedSpace = 1;
constexpr char16_t PackedLine = 2;

QString readResource(const QString &path)
{
    QFile file(QStringLiteral(":/") + path);
    if (!file.open(QIODevice::ReadOnly)) {
        qCWarning(lcTemplates) << "no template" << path;
        return {};
    }
    QString source = QString::fromUtf8(file.readAll());
    // The licence lines are for readers of the source.
    while (source.startsWith(QLatin1StringView("{{!")))
        source.remove(0, source.indexOf(u'\n') + 1);
    return source;
}

/// Puts partials in as text, once, instead of parsing them again for each page.
QString expanded(const QString &path, int depth = 0)
{
    QString source = readResource(path);
    const QString folder = path.left(path.indexOf(u'/') + 1);
    qsizetype open = 0;
    while (depth < DeepestPartial && (open = source.indexOf(QLatin1StringView("{{> "), open)) >= 0) {
        const qsizetype close = source.indexOf(QLatin1StringView("}}"), open);
        const QString name = source.mid(open + 4, close - open - 4);
        const QString suffix =
            name.startsWith(QLatin1StringView("icons/")) ? QStringLiteral(".svg") : QStringLiteral(".html");
        source.replace(open, close + 2 - open, expanded(folder + name + suffix, depth + 1).trimmed());
    }
    return source;
}

/// Puts the words of a language in for "{{t.KEY}}", once, instead of looking each up for each page.
QString worded(QString source, const Phrases &phrases, bool isText)
{
    qsizetype open = 0;
    while ((open = source.indexOf(QLatin1StringView("{{t."), open)) >= 0) {
        const qsizetype close = source.indexOf(QLatin1StringView("}}"), open);
        const QByteArray key = source.mid(open + 4, close - open - 4).toLatin1();
        const QString words = phrases.text(QLatin1StringView(key));
        const QString put =
            isText ? words : QString::fromStdString(kainjow::mustache::html_escape(words.toStdString()));
        source.replace(open, close + 2 - open, put);
        open += put.size();
    }
    return source;
}

bool isSectionTag(QStringView line)
{
    constexpr auto Opens = QLatin1StringView("{{");
    constexpr auto Closes = QLatin1StringView("}}");
    return line.startsWith(Opens) && line.indexOf(Closes) == line.size() - Closes.size()
        && QLatin1StringView("#^/").contains(line.at(Opens.size()));
}

/// HTML as fewer pieces. mustache makes one of each space and each line, over a quarter of what rendering a
/// page cost (docs/performance.md), so both are other bytes until the page is made. Indentation goes, and so
/// do lines with nothing but a section's tag.
QString packed(const QString &source)
{
    QString text;
    text.reserve(source.size());
    for (const QStringView line : QStringView(source).split(u'\n')) {
        text += line.trimmed();
        if (!isSectionTag(line.trimmed()))
            text += QChar(PackedLine);
    }
    if (text.endsWith(QChar(PackedLine)))
        text.chop(1);
    bool isTag = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QStringView rest = QStringView(text).mid(i, 2);
        isTag = (isTag || rest == u"{{") && rest != u"}}";
        if (!isTag && text.at(i) == u' ')
            text[i] = PackedSpace;
    }
    return text;
}

/// Most values have nothing to escape, and mustache takes them letter by letter.
std::string escaped(const std::string &value)
{
    const auto isPlain = [](char one) {
        return one != '&' && one != '<' && one != '>' && one != '"' && one != '\'';
    };
    return std::all_of(value.begin(), value.end(), isPlain) ? value : kainjow::mustache::html_escape(value);
}

/// What a template is rendered to: packed() undone, without the copies of a stream.
struct Unpacked {
    QByteArray text;

    Unpacked &operator<<(const std::string &piece)
    {
        const qsizetype before = text.size();
        text.resize(before + static_cast<qsizetype>(piece.size()));
        std::transform(piece.begin(), piece.end(), text.begin() + before, [](char one) {
            return one == char(PackedSpace) ? ' ' : one == char(PackedLine) ? '\n' : one;
        });
        return *this;
    }
};

/// Looks names up in the data, and tells which are not there.
class Context final : public kainjow::mustache::basic_context<std::string>
{
public:
    Context(const TemplateData &data, const QString &name)
        : m_stack{&data}
        , m_template(name)
    {
    }

    void push(const TemplateData *data) override { m_stack.push_back(data); }
    void pop() override { m_stack.pop_back(); }
    const TemplateData *get_partial(const std::string &) const override { return nullptr; }

    const TemplateData *get(const std::string &name) const override
    {
        if (name == ".")
            return m_stack.back();
        // Which icon it is: one name of many is set, beside the words that it stands with.
        if (name.starts_with("icon_"))
            return m_stack.back()->get(name);
        const TemplateData *found = nullptr;
        const auto has = [&found, &name](const TemplateData *level) {
            found = level->get(name);
            return found != nullptr;
        };
        if (std::any_of(m_stack.rbegin(), m_stack.rend(), has))
            return found;
        qCWarning(lcTemplates) << "no value for" << name.c_str() << "in" << m_template;
        return nullptr;
    }

private:
    std::vector<const TemplateData *> m_stack;
    const QString &m_template;
};

} // namespace

TemplateData toData(const QString &text)
{
    // Written where it stays: a page has some forty values, and each copy on the way is memory asked for.
    TemplateData data(TemplateData::type::string);
    auto &bytes = const_cast<std::string &>(data.string_value());
    bytes.resize(static_cast<std::size_t>(text.size()));
    char16_t all = 0;
    std::transform(text.cbegin(), text.cend(), bytes.begin(), [&all](QChar one) {
        all |= one.unicode();
        return static_cast<char>(one.unicode());
    });
    if (all >= 0x80) // Not ASCII.
        bytes = text.toStdString();
    return data;
}

TemplateData textOrFalse(const QString &text)
{
    return text.isEmpty() ? TemplateData(false) : toData(text);
}

void setIn(TemplateData &object, const std::string &name, TemplateData value)
{
    object[name] = std::move(value);
}

void addTo(TemplateData &list, TemplateData value)
{
    // The list is ours and not const; mustache only offers no other way to it. A list that grows copies what
    // it has, since mustache's values do not promise to be moved without an exception.
    auto &values = const_cast<TemplateList &>(list.list_value());
    if (values.empty())
        values.reserve(UsualList);
    values.push_back(std::move(value));
}

/// Parsed templates. Rendering is not const in mustache, so each use takes one and gives it back.
class Templates::Loaded final
{
public:
    Loaded()
    {
        for (const Language language : AllLanguages)
            m_phrases.emplace(language, Phrases(language));
    }

    const Phrases &phrases(Language language) const { return m_phrases.at(language); }

    std::unique_ptr<Mustache> take(const QString &name, Language language)
    {
        {
            const std::scoped_lock lock(m_mutex);
            auto &idle = m_idle[{name, language}];
            if (!idle.empty()) {
                auto parsed = std::move(idle.back());
                idle.pop_back();
                return parsed;
            }
        }
        const bool isText = name.endsWith(QLatin1StringView(".txt"));
        const QString source = worded(expanded(name), phrases(language), isText);
        auto parsed = std::make_unique<Mustache>((isText ? source : packed(source)).toStdString());
        if (!parsed->is_valid())
            qCWarning(lcTemplates) << name << parsed->error_message().c_str();
        if (isText)
            parsed->set_custom_escape([](const std::string &text) { return text; });
        else
            parsed->set_custom_escape(escaped);
        return parsed;
    }

    void giveBack(const QString &name, Language language, std::unique_ptr<Mustache> parsed)
    {
        const std::scoped_lock lock(m_mutex);
        m_idle[{name, language}].push_back(std::move(parsed));
    }

private:
    std::map<Language, Phrases> m_phrases; ///< Not changed after construction.
    std::mutex m_mutex;
    std::map<std::pair<QString, Language>, std::vector<std::unique_ptr<Mustache>>>
        m_idle; ///< Guarded by m_mutex.
};

Templates::Templates()
    : m_loaded(std::make_unique<Loaded>())
{
}

Templates::~Templates() = default;

QByteArray Templates::render(const QString &name, const TemplateData &data, Language language) const
{
    auto parsed = m_loaded->take(name, language);
    Context context(data, name);
    Unpacked page;
    parsed->render(context, page);
    m_loaded->giveBack(name, language, std::move(parsed));
    return page.text;
}

const Phrases &Templates::phrases(Language language) const
{
    return m_loaded->phrases(language);
}

} // namespace mc::store
