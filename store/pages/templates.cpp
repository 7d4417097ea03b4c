// SPDX-License-Identifier: Apache-2.0
#include "store/pages/templates.h"

#include <QFile>
#include <QHash>
#include <QLoggingCategory>

#include <algorithm>
#include <map>
#include <mutex>
#include <unordered_map>
#include <vector>

namespace mc::store {

namespace {

Q_LOGGING_CATEGORY(lcTemplates, "mc.store.templates")

using Mustache = kainjow::mustache::mustache;
using PhraseData = std::unordered_map<std::string, TemplateData>;
constexpr int DeepestPartial = 5;
constexpr std::size_t UsualList = 8; ///< Lines of most orders, facts of most cards.
constexpr char16_t PackedSpace = 1; ///< In no template, and no text of others keeps it (plaintext.h).

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

/// HTML as fewer pieces. mustache makes one of each space, a quarter of what rendering a page cost
/// (docs/performance.md), so spaces are another byte until the page is made. Without the
/// indentation, a line with nothing but a section's tag is still one, and goes.
QString packed(const QString &source)
{
    QString text;
    text.reserve(source.size());
    for (const QStringView line : QStringView(source).split(u'\n'))
        text += line.trimmed() + u'\n';
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

/// Looks names up in the data and "t.KEY" in the phrases, without copying the phrases for each page.
class Context final : public kainjow::mustache::basic_context<std::string>
{
public:
    Context(const TemplateData &data, const PhraseData &phrases, const QString &name)
        : m_stack{&data}
        , m_phrases(phrases)
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
        if (name.starts_with("t.")) {
            if (const auto phrase = m_phrases.find(name.substr(2)); phrase != m_phrases.end())
                return &phrase->second;
        }
        const TemplateData *found = nullptr;
        const auto has = [&found, &name](const TemplateData *level) {
            found = level->get(name);
            return found != nullptr;
        };
        if (std::any_of(m_stack.rbegin(), m_stack.rend(), has))
            return found;
        // Which icon it is: one name of many is set.
        if (!name.starts_with("icon_"))
            qCWarning(lcTemplates) << "no value for" << name.c_str() << "in" << m_template;
        return nullptr;
    }

private:
    std::vector<const TemplateData *> m_stack;
    const PhraseData &m_phrases;
    const QString &m_template;
};

} // namespace

TemplateData toData(const QString &text)
{
    return TemplateData(text.toStdString());
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
        for (const Language language : AllLanguages) {
            const auto &phrases = m_phrases.emplace(language, Phrases(language)).first->second;
            for (auto phrase = phrases.all().cbegin(); phrase != phrases.all().cend(); ++phrase)
                m_phraseData[language].emplace(phrase.key().toStdString(), toData(phrase.value()));
        }
    }

    const Phrases &phrases(Language language) const { return m_phrases.at(language); }
    const PhraseData &phraseData(Language language) const { return m_phraseData.at(language); }

    std::unique_ptr<Mustache> take(const QString &name)
    {
        {
            const std::scoped_lock lock(m_mutex);
            auto &idle = m_idle[name];
            if (!idle.empty()) {
                auto parsed = std::move(idle.back());
                idle.pop_back();
                return parsed;
            }
        }
        const bool isText = name.endsWith(QLatin1StringView(".txt"));
        const QString source = expanded(name);
        auto parsed = std::make_unique<Mustache>((isText ? source : packed(source)).toStdString());
        if (!parsed->is_valid())
            qCWarning(lcTemplates) << name << parsed->error_message().c_str();
        if (isText)
            parsed->set_custom_escape([](const std::string &text) { return text; });
        return parsed;
    }

    void giveBack(const QString &name, std::unique_ptr<Mustache> parsed)
    {
        const std::scoped_lock lock(m_mutex);
        m_idle[name].push_back(std::move(parsed));
    }

private:
    std::map<Language, Phrases> m_phrases; ///< Not changed after construction.
    std::map<Language, PhraseData> m_phraseData; ///< Likewise.
    std::mutex m_mutex;
    std::map<QString, std::vector<std::unique_ptr<Mustache>>> m_idle; ///< Guarded by m_mutex.
};

Templates::Templates()
    : m_loaded(std::make_unique<Loaded>())
{
}

Templates::~Templates() = default;

QByteArray Templates::render(const QString &name, const TemplateData &data, Language language) const
{
    auto parsed = m_loaded->take(name);
    Context context(data, m_loaded->phraseData(language), name);
    QByteArray text = QByteArray::fromStdString(parsed->render(context));
    m_loaded->giveBack(name, std::move(parsed));
    std::replace(text.begin(), text.end(), char(PackedSpace), ' ');
    return text;
}

const Phrases &Templates::phrases(Language language) const
{
    return m_loaded->phrases(language);
}

} // namespace mc::store
