// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace mc::store {

/// An address as SMTP takes it: ASCII, the domain in its ASCII form. nullopt for anything that is no plain
/// address, above all for one with spaces, line breaks, commas or brackets.
[[nodiscard]] std::optional<QByteArray> smtpAddress(const QString &text);

/// Unstructured text of a header (subject): as it is when it is plain ASCII, else RFC 2047 encoded words.
/// Control characters and line breaks are gone, so a value can never begin another header.
[[nodiscard]] QByteArray headerText(const QString &text);

/// "Hanna <hanna@shop.example>" with the name quoted or encoded; only the address when there is no name.
[[nodiscard]] QByteArray headerMailbox(const QString &name, const QByteArray &address);

} // namespace mc::store
