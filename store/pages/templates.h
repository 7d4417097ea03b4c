// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/pages/phrases.h"

#include <QByteArray>
#include <QString>

#include <kainjow/mustache.hpp>
#include <memory>

namespace mc::store {

using TemplateData = kainjow::mustache::data;
using TemplateList = kainjow::mustache::list;

/// Words for a template.
[[nodiscard]] TemplateData toData(const QString &text);
/// The same; false, "not there", for an empty text.
[[nodiscard]] TemplateData textOrFalse(const QString &text);
/// Puts a value into an object or at the end of a list. Moved: mustache's own set() and push_back() copy it,
/// with all that it holds, and in a page that is nested four deep.
void setIn(TemplateData &object, const std::string &name, TemplateData value);
void addTo(TemplateData &list, TemplateData value);

/**
 * The templates of pages and mails (resources/pages, resources/mail), rendered with mustache.
 *
 * Every value is escaped: there is no unescaped tag in any template, and a test keeps it so. "{{t.KEY}}" is a
 * phrase, "{{> NAME}}" another file of the same folder or an icon; both are put in when a template is loaded,
 * once for each language. Each name that a template uses must be in the data (false for "not there"); a
 * missing one is logged, and fails the tests. Thread-safe.
 */
class Templates final
{
public:
    Templates();
    ~Templates();
    Q_DISABLE_COPY_MOVE(Templates)

    /// `name` is a path below the resources: "pages/order.html", "mail/mail.txt". HTML is escaped unless the
    /// name ends in ".txt".
    [[nodiscard]] QByteArray render(const QString &name, const TemplateData &data, Language language) const;
    [[nodiscard]] const Phrases &phrases(Language language) const;

private:
    class Loaded;
    std::unique_ptr<Loaded> m_loaded;
};

} // namespace mc::store
