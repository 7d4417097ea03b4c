// SPDX-License-Identifier: Apache-2.0
#include "outboxworkload.h"

#include <QDir>
#include <QFileInfo>

#include <iterator>

using namespace Qt::StringLiterals;

namespace mc::proof {
namespace {

const QDateTime PressedAt = QDateTime(QDate(2026, 11, 20), QTime(14, 0), Qt::UTC);

bool isPending(const OutboxRow &row)
{
    return row.state == OperationState::Held || row.state == OperationState::Queued
        || row.state == OperationState::Sending || row.state == OperationState::Sent
        || row.state == OperationState::Refused;
}

} // namespace

OutboxWorkload::OutboxWorkload(QString file, quint64 seed, AfterFailure afterFailure)
    : m_file(std::move(file))
    , m_random(seed)
    , m_afterFailure(afterFailure)
{
}

void OutboxWorkload::run(int calls)
{
    for (int i = 0; i < calls && !m_isStopped; ++i) {
        if (!m_outbox || m_random() % 12 == 0)
            reopen();
        if (!m_outbox)
            continue;
        if (m_known.isEmpty() || m_random() % 3 == 0)
            add();
        else
            takeStep();
        look();
    }
}

void OutboxWorkload::reopen()
{
    m_outbox.reset();
    auto opened = Outbox::open(m_file);
    if (!opened) {
        if (m_onError)
            m_onError(opened.error());
        m_isStopped = m_afterFailure == AfterFailure::Stop;
        return;
    }
    m_outbox = std::move(*opened);
    if (const auto found = readAll())
        compare(*found);
}

void OutboxWorkload::check()
{
    m_outbox.reset();
    auto opened = Outbox::open(m_file);
    if (!opened) {
        m_broken.append(u"it cannot be opened: "_s + opened.error().detail);
        return;
    }
    m_outbox = std::move(*opened);
    const QFileInfo file(m_file);
    if (!QDir(file.path()).entryList({file.fileName() + u".*"_s}).isEmpty())
        m_broken.append(u"it was taken for damaged"_s);
    const auto found = readAll();
    if (found)
        compare(*found);
    else
        m_broken.append(u"it cannot be read"_s);
    look();
    m_outbox.reset();
    const auto reader = SqlConnection::open(m_file, SqlConnection::Mode::Reader);
    const auto count = reader ? (*reader)->value(u"SELECT count(*) FROM operations"_s)
                              : StorageResult<QVariant>(tl::unexpected(reader.error()));
    if (!count || count->toInt() != m_known.size())
        m_broken.append(u"there are rows that nobody queued"_s);
}

std::optional<OutboxWorkload::Rows> OutboxWorkload::readAll() const
{
    QSet<OperationId> ids;
    for (const Rows &rows : QList<Rows>{m_known} + m_maybes)
        ids.unite(QSet<OperationId>(rows.keyBegin(), rows.keyEnd()));
    Rows found;
    for (const OperationId &id : std::as_const(ids)) {
        const auto read = m_outbox->row(id);
        if (!read)
            return std::nullopt;
        if (*read)
            found.insert(id, **read);
    }
    return found;
}

void OutboxWorkload::compare(const Rows &found)
{
    if (found == m_known || m_maybes.contains(found)) {
        m_known = found;
        m_maybes.clear();
        return;
    }
    qint64 lost = 0;
    for (const OutboxRow &row : std::as_const(m_known)) {
        const auto isRight = [&](const Rows &rows) {
            return rows.contains(row.operation) && rows.value(row.operation) == found.value(row.operation);
        };
        const bool isKept = found.contains(row.operation)
            && (isRight(m_known) || std::any_of(m_maybes.cbegin(), m_maybes.cend(), isRight));
        lost += isKept ? 0 : 1;
    }
    m_lost += lost;
    if (lost == 0)
        m_broken.append(u"a call was done by half"_s);
    m_known = found;
    m_maybes.clear();
}

void OutboxWorkload::settle(bool isDone)
{
    if (isDone) {
        m_known = m_next;
        m_maybes.clear();
        ++m_acknowledged;
        return;
    }
    m_maybes.append(m_next);
    m_isStopped = m_afterFailure == AfterFailure::Stop;
}

// What people see now: the truth or an error, never a part.
void OutboxWorkload::look()
{
    if (m_isStopped || !m_outbox)
        return;
    const auto rows = m_outbox->pending();
    if (!rows) {
        if (m_onError)
            m_onError(rows.error());
        return;
    }
    const auto expected = std::count_if(m_known.cbegin(), m_known.cend(), isPending);
    const bool areRight = std::all_of(rows->cbegin(), rows->cend(), [this](const OutboxRow &row) {
        return m_known.value(row.operation) == row;
    });
    if (rows->size() != expected || !areRight)
        m_broken.append(u"a list shows %1 of %2 rows"_s.arg(rows->size()).arg(expected));
}

void OutboxWorkload::add()
{
    QList<OutboxRow> rows;
    m_next = m_known;
    const auto count = 1 + m_random() % 4;
    for (quint64 i = 0; i < count; ++i) {
        const QString id = QString::number(++m_last);
        OutboxRow row{OperationId(u"op-%1"_s.arg(m_last, 6, 10, QChar(u'0'))),
                      StoreId(u"s1"_s),
                      StaffId(u"anna"_s),
                      OrderId(id),
                      u"MC-"_s + id,
                      m_random() % 2 ? OperationState::Held : OperationState::Queued,
                      u"other"_s,
                      QString(static_cast<qsizetype>(m_random() % 700), u'x'),
                      QByteArray(1 + static_cast<qsizetype>(m_random() % 3000), 'b'),
                      PressedAt,
                      PressedAt.addSecs(5),
                      0,
                      u""_s};
        m_next.insert(row.operation, row);
        rows.append(row);
    }
    const auto added = m_outbox->add(rows);
    if (!added && m_onError)
        m_onError(added.error());
    settle(added.has_value());
}

void OutboxWorkload::takeStep()
{
    auto it = m_known.cbegin();
    std::advance(it, static_cast<qsizetype>(m_random() % static_cast<quint64>(m_known.size())));
    OutboxRow row = *it;
    if (!isPending(row)) {
        add();
        return;
    }
    const auto taken = step(row);
    m_next = m_known;
    m_next.insert(row.operation, row);
    if (!taken && m_onError)
        m_onError(taken.error());
    if (taken && !*taken)
        m_broken.append(u"a step was refused that the row allows"_s);
    settle(taken.has_value());
}

// Changes `row` as the call changes it.
StorageResult<bool> OutboxWorkload::step(OutboxRow &row)
{
    const OperationId id = row.operation;
    switch (row.state) {
    case OperationState::Held:
        row.state = OperationState::Queued;
        return m_outbox->release(id, PressedAt);
    case OperationState::Queued:
        row.state = OperationState::Sending;
        ++row.attempts;
        return m_outbox->markSending(id, PressedAt);
    case OperationState::Sending:
        if (m_random() % 4 != 0) {
            row.state = OperationState::Sent;
            return m_outbox->markSent(id, u"c-1"_s, PressedAt);
        }
        row.state = OperationState::Refused;
        row.problem = u"It has been shipped."_s;
        return m_outbox->markRefused(id, row.problem, PressedAt);
    case OperationState::Sent:
        row.state = OperationState::Confirmed;
        return m_outbox->markConfirmed(id, PressedAt);
    case OperationState::Refused:
        row.state = OperationState::Closed;
        return m_outbox->close(id, PressedAt);
    case OperationState::Confirmed:
    case OperationState::Undone:
    case OperationState::Closed:
        break;
    }
    return false;
}

} // namespace mc::proof
