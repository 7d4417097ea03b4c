// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>
#include <random>

namespace mc::proof {

/// What a proof is asked to do: `prove_NAME --n N --seed S --bin BUILD_DIR --work EMPTY_FOLDER`.
struct Request {
    qint64 size = 0; ///< how many of what the proof counts
    quint64 seed = 0; ///< everything random comes from it
    QString buildFolder; ///< holds bin/merchant-store and bin/merchant-console
    QString workFolder; ///< private, empty at the start
};

/// Reads the arguments and prints the seed. Nothing, with a line on stderr, when they are wrong: return 2
/// then.
std::optional<Request> readRequest(const QStringList &arguments);

/// What was found, and whether the known mistakes were. Not thread-safe.
class Report
{
public:
    Report(QString name, const Request &request);

    /// A broken promise, told so that it can be reproduced (ids, seeds; never personal data).
    void violation(const QString &what);
    /// One known mistake that was switched on, and whether the proof saw it.
    void control(const QString &name, bool caught);
    /// Any further number of the closing line.
    void figure(const QString &name, const QJsonValue &value) { m_figures.insert(name, value); }
    qint64 violations() const { return m_violations; }

    /// Prints the closing JSON line. The exit code: 0 only without a violation and with every control caught
    /// (at least one).
    int close() const;

private:
    QString m_name;
    Request m_request;
    qint64 m_violations = 0;
    QStringList m_caught;
    QStringList m_missed;
    QJsonObject m_figures;
};

/// A generator of its own for one part of a proof, so that one part's draws do not shift another's.
std::mt19937_64 randomFor(const Request &request, quint64 part);

} // namespace mc::proof
