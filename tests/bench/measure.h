// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace mc::bench {

/// Wall time of one piece of work.
class Watch final
{
public:
    [[nodiscard]] double milliseconds() const;

private:
    std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
};

/// What was measured, in milliseconds unless the result says otherwise.
class Samples final
{
public:
    void add(double value) { m_values.append(value); }
    [[nodiscard]] qsizetype count() const { return m_values.size(); }
    [[nodiscard]] double percentile(double part) const; ///< Nearest rank; 0 without any.

private:
    QList<double> m_values;
};

/// One line of the table.
struct Result {
    QString name;
    QString what; ///< For people, with the floor.
    QString unit = QStringLiteral("ms");
    int n = 0; ///< Orders.
    double median = 0;
    double p95 = 0;
    double p99 = 0;
    double max = 0;
    std::optional<double> floor;
    std::optional<double> ratio;
    std::optional<double> bar; ///< None: printed for people, never judged.
};

[[nodiscard]] Result resultOf(const QString &name, const QString &what, int n, const Samples &samples);
/// Judges one measured value against a floor of the same run.
void judge(Result &result, double value, double floor, double bar);

inline constexpr double Frame = 16; ///< Milliseconds, as the bars have them.
inline constexpr double TwoFrames = 33;
/// Judges the worse of p95 and p99, each to its limit in milliseconds, in frames.
void judgeFrames(Result &result, double p95Limit, double p99Limit);

enum class Verdict : quint8 { None, Met, Missed, FarOff };
[[nodiscard]] Verdict verdictOf(const Result &result); ///< FarOff: over twice the bar.

void print(const QList<Result> &results);
/// `folder`/NAME.json for each.
[[nodiscard]] bool write(const QList<Result> &results, const QString &folder);
/// Prints and writes them; the program's exit code: 1 when one is over twice its bar or could not be written.
[[nodiscard]] int conclude(const QList<Result> &results, const QString &folder);

/// Most memory that was resident since the last call of forgetPeak(), in megabytes; nothing where the
/// system does not tell.
[[nodiscard]] std::optional<double> peakMegabytes();
/// What is resident now, in megabytes; nothing where the system does not tell.
[[nodiscard]] std::optional<double> residentMegabytes();
void forgetPeak();

} // namespace mc::bench
