// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/help/helptopic.h"

#include <QList>
#include <QString>

namespace mc {

struct HelpText {
    HelpTopic topic;
    QString question;
    QString answer; ///< Paragraphs, one a line.
};

/// All questions with their answers in the language of the application, in the order of the page.
[[nodiscard]] QList<HelpText> helpTexts();

} // namespace mc
