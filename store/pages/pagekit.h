// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/http/message.h"
#include "store/pages/orderview.h"
#include "store/pages/templates.h"

#include <QUrl>

#include <memory>

namespace mc::store {

/// One button or link of a message page.
struct PageAction {
    QString address;
    QString words;
    bool isPrimary = false;
};

/// A page that says one thing.
struct PageMessage {
    QString title;
    QStringList sentences;
    QString quiet; ///< A last sentence in grey; may be empty.
    QList<PageAction> actions;
};

/**
 * What all pages share: frame, style sheet, headers, error pages. Thread-safe.
 */
class PageKit final
{
public:
    PageKit();

    [[nodiscard]] const Templates &templates() const noexcept { return m_templates; }
    [[nodiscard]] Wording wording(Language language, const QByteArray &timeZone) const;
    [[nodiscard]] static Language languageOf(const Request &request, const QString &customerLanguage = {});

    /// Adds what the frame shows. `home` is "/order" for a customer, empty for nobody.
    void addFrame(TemplateData &data, Language language, const QString &title, const QString &shop,
                  const QString &home) const;
    [[nodiscard]] Response page(int status, const QString &name, const TemplateData &data,
                                Language language) const;
    [[nodiscard]] Response message(int status, const PageMessage &message, Language language,
                                   const QString &shop, const QString &home) const;

    /// Unknown, expired, revoked and foreign links, and pages without a cookie: always the same answer.
    [[nodiscard]] Response linkIsDead(const Request &request, const Store *onlyStore) const;
    /// For the router: errors of pages. A customer's page that may not be seen looks like a dead link.
    [[nodiscard]] Response error(const Request &request, int status) const;

    [[nodiscard]] Response styleSheet(const Request &request) const;
    [[nodiscard]] const QString &styleSheetAddress() const noexcept { return m_styleSheetAddress; }

private:
    Templates m_templates;
    QByteArray m_styleSheet;
    QString m_styleSheetAddress; ///< With a hash of its content, so that it may be kept for ever.
};

/// Headers of every page of a customer: never stored, never telling where somebody came from, no scripts.
void addPageHeaders(Response &response);

} // namespace mc::store
