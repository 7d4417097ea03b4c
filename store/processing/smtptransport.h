// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/processing/effect.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QUrl>

namespace mc::store {

/// A mail as it leaves: addresses are smtpAddress()es, everything else is encoded here.
struct OutgoingMail {
    QByteArray from;
    QString fromName;
    QByteArray to;
    QString toName;
    QByteArray replyTo; ///< May be empty.
    QByteArray messageId; ///< Without angle brackets.
    QString subject;
    QString text;
    QString html;
    QDateTime date;
};

/**
 * Sends one mail by SMTP with libcurl (its transport and its MIME API).
 *
 * Blocking, for at most 25 s; thread-safe, because every mail has a handle of its own.
 */
class SmtpTransport final
{
    Q_DISABLE_COPY_MOVE(SmtpTransport)

public:
    /// smtp://[user@]host[:port] or smtps://…; the password comes from elsewhere, never from an argument.
    SmtpTransport(QUrl server, QString password);
    ~SmtpTransport();

    /// Done · TryLater (not reached, 4xx, wrong password) · Refused (5xx).
    [[nodiscard]] EffectOutcome send(const OutgoingMail &mail) const;

private:
    QUrl m_server;
    QString m_password;
};

} // namespace mc::store
