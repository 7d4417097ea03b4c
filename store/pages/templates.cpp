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
        auto parsed = std::make_unique<Mustache>(expanded(name).toStdString());
        if (!parsed->is_valid())
            qCWarning(lcTemplates) << name << parsed->error_message().c_str();
        if (name.endsWith(QLatin1StringView(".txt")))
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
    const std::string text = parsed->render(context);
    m_loaded->giveBack(name, std::move(parsed));
    return QByteArray::fromStdString(text);
}

const Phrases &Templates::phrases(Language language) const
{
    return m_loaded->phrases(language);
}

} // namespace mc::store
