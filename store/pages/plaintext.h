// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace mc::store {

/// Text from outside as it may be shown: without control characters (line feeds and tabs stay) and without
/// the bidirectional controls that could turn the words around it.
[[nodiscard]] QString plainText(QStringView text);

/// The same on one line, for headers, titles and subjects: every run of white space is one space.
[[nodiscard]] QString plainLine(const QString &text);

/// A value inside a sentence: wrapped in first-strong isolates where its direction could disturb the
/// sentence.
[[nodiscard]] QString isolated(const QString &line, bool isRightToLeft);

/// What a form sent: CR LF and CR become LF, surrounding white space goes.
[[nodiscard]] QString typedText(const QString &text);

/// Length as people and the store's limit count it.
[[nodiscard]] qsizetype codePointCount(QStringView text) noexcept;

} // namespace mc::store
