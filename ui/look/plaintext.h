// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

// Text from outside on its way to the screen. Widgets show it as Qt::PlainText; these make sure that it
// also cannot reorder or break the sentence around it.
namespace mc {

/// Without control characters and bidirectional overrides. Line breaks stay when `keepsLines`.
[[nodiscard]] QString harmless(const QString &text, bool keepsLines = false);

/// What a label may show: without control characters and overrides, but with the isolates of a sentence that
/// was put together from isolated() parts; one that nobody closes, or that nobody opened, does not reach
/// beyond the text. Line breaks stay.
[[nodiscard]] QString showable(const QString &text);

/// For a button: harmless(), and "&" is a letter instead of a mnemonic.
[[nodiscard]] QString buttonText(const QString &text);

/// harmless() between FSI and PDI: a name of any script inside a sentence of another.
[[nodiscard]] QString isolated(const QString &text);

/// isolated() where the text could disturb the sentence around it, else harmless(): a plain order number
/// stays what it is.
[[nodiscard]] QString inSentence(const QString &text);

} // namespace mc
