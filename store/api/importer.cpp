// SPDX-License-Identifier: Apache-2.0
#include "store/api/importer.h"

#include "domain/codes.h"
#include "store/api/apiproblems.h"
#include "store/http/idempotency.h"

#include <QBuffer>

using namespace Qt::StringLiterals;

namespace mc::store {
namespace {

constexpr qsizetype OrdersInTransaction = 500;
constexpr qint64 MostBytes = 32 * 1024 * 1024;
constexpr qint64 PieceBytes = 64 * 1024;

struct ChunkResult {
    int created = 0;
    int updated = 0;
    int unchanged = 0;
    QList<ImportProblem> problems;
};

void mergeOne(Orderbook &book, const ImportedOrder &imported, const Actor &actor, ChunkResult &result)
{
    Order order = imported.order;
    order.source = u"import"_s;
    if (const auto known = book.findByNumber(order.number)) {
        // A shop or an engine knows its orders better than a file does.
        const std::optional<Order> existing = book.order(*known);
        if (existing && existing->source != order.source) {
            ++result.unchanged;
            return;
        }
    }
    const auto merged = book.merge(order, actor, false);
    if (!merged) {
        result.problems.append({imported.line,
                                merged.error().detail.isEmpty() ? u"The order could not be taken over."_s
                                                                : merged.error().detail});
        return;
    }
    switch (merged->what) {
    case MergedOrder::What::Created:
        ++result.created;
        return;
    case MergedOrder::What::Updated:
        ++result.updated;
        return;
    case MergedOrder::What::Unchanged:
        ++result.unchanged;
        return;
    }
}

/// The records of a device, which is read in pieces: a shop's whole history may be larger than the memory.
class Records final
{
public:
    explicit Records(QIODevice &csv)
        : m_csv(csv)
    {
    }

    std::optional<CsvReader::Record> next()
    {
        for (;;) {
            auto record = m_reader.next();
            if (record || m_isFinished || m_reader.hasProblem())
                return record;
            const qint64 count = m_csv.read(m_piece.data(), m_piece.size());
            m_hasFailed = count < 0;
            m_isFinished = count <= 0;
            if (count > 0)
                m_reader.feed(QByteArrayView(m_piece).first(count));
            else if (!m_hasFailed) // else the rest is a record that was cut off
                m_reader.finish();
        }
    }
    [[nodiscard]] bool hasProblem() const { return m_reader.hasProblem(); }
    /// The device could not be read to its end: what follows is not known.
    [[nodiscard]] bool hasFailed() const { return m_hasFailed; }

private:
    QIODevice &m_csv;
    CsvReader m_reader;
    QByteArray m_piece = QByteArray(PieceBytes, Qt::Uninitialized);
    bool m_isFinished = false;
    bool m_hasFailed = false;
};

/// Reads a file record by record and hands over orders in chunks.
class ImportRun final
{
public:
    ImportRun(Database &database, ImportTarget target)
        : m_database(database)
        , m_target(std::move(target))
    {
    }

    tl::expected<ImportReport, DatabaseError> run(QIODevice &csv,
                                                  const std::function<void(Tx &, const ImportReport &)> &last)
    {
        readAll(csv);
        while (!m_hasFailed && m_waiting.size() > OrdersInTransaction)
            writeChunk(m_waiting.mid(0, OrdersInTransaction), {});
        if (!m_hasFailed)
            writeChunk(m_waiting, last);
        return m_hasFailed ? tl::expected<ImportReport, DatabaseError>(tl::unexpected(m_error))
                           : tl::expected<ImportReport, DatabaseError>(m_report);
    }

private:
    void readAll(QIODevice &csv)
    {
        Records records(csv);
        std::unique_ptr<OrderFormat> format;
        int line = 1;
        while (const auto record = records.next()) {
            line = record->line;
            if (!format) {
                format = orderFormatFor(record->fields);
                if (!format)
                    break;
                continue;
            }
            QString problem;
            if (auto order = format->add(*record, problem))
                m_waiting.append(std::move(*order));
            if (!problem.isEmpty())
                m_report.addProblem(line, problem);
            if (m_waiting.size() >= 2 * OrdersInTransaction && !m_hasFailed)
                writeChunk(m_waiting.mid(0, OrdersInTransaction), {});
        }
        if (records.hasFailed()) { // the order that was being read may have more lines
            m_report.addProblem(
                line,
                u"The file could not be read any further: %1. Import it again."_s.arg(csv.errorString()));
            return;
        }
        if (!format)
            m_report.addProblem(1, u"The first line names the columns of no export that is known here."_s);
        else if (auto order = format->finish())
            m_waiting.append(std::move(*order));
        if (records.hasProblem())
            m_report.addProblem(
                line, u"The file cannot be read any further: a record is too long or a quote is open."_s);
    }

    void writeChunk(const QList<ImportedOrder> &chunk,
                    const std::function<void(Tx &, const ImportReport &)> &last)
    {
        ChunkResult result;
        const auto outcome = m_database.writeAndWait([&](Tx &tx) {
            result = {};
            Orderbook book(tx, m_target.store, m_target.nowUtc);
            for (const ImportedOrder &order : chunk)
                mergeOne(book, order, m_target.actor, result);
            audit(tx, result);
            if (last)
                last(tx, summed(result));
        });
        if (!outcome || *outcome != CommitOutcome::Committed) {
            m_hasFailed = true;
            m_error =
                outcome ? DatabaseError{DatabaseError::Kind::Other, u"not committed"_s} : outcome.error();
        }
        m_report = summed(result);
        m_waiting.remove(0, chunk.size());
    }

    /// Each transaction that brought something in has its row, even if the import was cut short later.
    void audit(Tx &tx, const ChunkResult &result) const
    {
        if (result.created + result.updated == 0)
            return; // the same file again changes nothing
        const QString kind =
            m_target.actor.id == u"operator" ? u"operator"_s : QString(codeOf(m_target.actor.kind));
        tx.audit({m_target.store, 0, m_target.nowUtc, kind, m_target.actor.id, u"orders.imported"_s,
                  m_target.store.toString(),
                  u"created %1 updated %2 unchanged %3 problems %4"_s.arg(result.created)
                      .arg(result.updated)
                      .arg(result.unchanged)
                      .arg(result.problems.size())});
    }

    [[nodiscard]] ImportReport summed(const ChunkResult &result) const
    {
        ImportReport report = m_report;
        report.created += result.created;
        report.updated += result.updated;
        report.unchanged += result.unchanged;
        for (const ImportProblem &one : result.problems)
            report.addProblem(one.line, one.detail);
        return report;
    }

    Database &m_database;
    const ImportTarget m_target;
    QList<ImportedOrder> m_waiting;
    ImportReport m_report;
    bool m_hasFailed = false;
    DatabaseError m_error;
};

} // namespace

tl::expected<ImportReport, DatabaseError>
importOrders(Database &database, const ImportTarget &target, QIODevice &csv,
             const std::function<void(Tx &, const ImportReport &)> &last)
{
    return ImportRun(database, target).run(csv, last);
}

Importer::Importer(Database &database, Clock clock)
    : m_database(database)
    , m_clock(std::move(clock))
    , m_queue(4)
{
}

void Importer::addRoutes(RouteTable &table)
{
    Route route{
        "POST", u"/v1/imports"_s, Access::ShopWrite, Work::Own, true, MostBytes, "text/csv", {}, false, {}};
    route.start = [this](const Request &request, const Principal &principal, const Reply &reply) {
        start(request, principal, reply);
    };
    table.push_back(std::move(route));
}

void Importer::stop()
{
    m_queue.stop();
}

void Importer::start(const Request &request, const Principal &principal, const Reply &reply)
{
    if (m_queue.add([this, request, principal, reply] { reply(run(request, principal)); }))
        return;
    Response busy = problem(503, "busy", u"Other imports are being worked on; try again soon"_s);
    busy.addHeader("Retry-After", "10");
    reply(busy);
}

Response Importer::run(const Request &request, const Principal &principal)
{
    const QDateTime now = m_clock();
    const IdempotentCall call = idempotentCall(request, principal);
    std::optional<Response> other; // another process has finished the same import meanwhile
    QBuffer csv;
    csv.setData(request.body);
    csv.open(QIODevice::ReadOnly);
    const auto report = importOrders(m_database, {principal.store, actorOf(principal), now}, csv,
                                     [&](Tx &tx, const ImportReport &all) {
                                         other = reserved(tx, call, now);
                                         if (!other)
                                             keepAnswer(tx, call, json(200, reportToJson(all)));
                                     });
    if (other)
        return *other;
    if (!report)
        return problemOf({Refusal::Kind::Database, 0, {}});
    return json(200, reportToJson(*report));
}

} // namespace mc::store
