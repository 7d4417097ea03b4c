// SPDX-License-Identifier: Apache-2.0
#include "simdatabase.h"

#include "store/orderbook/workertx.h"

using namespace Qt::StringLiterals;

namespace mc::sim {

using namespace mc::store;

namespace {

DatabaseError gone()
{
    return {DatabaseError::Kind::Unavailable, u"the process has died"_s};
}

} // namespace

SimDatabase::SimDatabase(const QString &file)
    : m_connection({file, {}}, Connection::Access::ReadWrite)
{
    if (const auto opened = m_connection.open(); !opened)
        qFatal("the store's file did not open: %s", qPrintable(opened.error().detail));
}

void SimDatabase::dieAt(int nthWrite, Moment moment, std::function<void()> died)
{
    m_writesLeft = nthWrite;
    m_moment = moment;
    m_died = std::move(died);
}

void SimDatabase::die()
{
    m_isDead = true;
    m_writesLeft = 0;
    if (const auto died = std::exchange(m_died, nullptr))
        died();
}

bool SimDatabase::isDying(Moment moment)
{
    return m_writesLeft == 1 && m_moment == moment;
}

tl::expected<CommitOutcome, DatabaseError> SimDatabase::run(const Job &job)
{
    if (m_isDead)
        return tl::unexpected(gone());
    if (auto begun = m_connection.execute(u"BEGIN IMMEDIATE"_s); !begun)
        return tl::unexpected(begun.error());
    WorkerTx tx(m_connection);
    job(tx);
    tx.finish();
    const bool isKept = tx.outcome() == CommitOutcome::Committed && !isDying(Moment::BeforeCommit);
    if (auto ended = m_connection.execute(isKept ? u"COMMIT"_s : u"ROLLBACK"_s); !ended)
        return tl::unexpected(ended.error());
    if (isDying(Moment::BeforeCommit) || isDying(Moment::AfterCommit)) {
        die();
        return tl::unexpected(gone());
    }
    m_writesLeft = std::max(0, m_writesLeft - 1);
    if (tx.outcome() == CommitOutcome::Failed)
        return tl::unexpected(tx.error());
    if (isKept && m_listener) {
        for (const QString &store : tx.touchedStores())
            m_listener(store);
    }
    return tx.outcome();
}

void SimDatabase::write(Job job, Done done)
{
    const auto outcome = run(job);
    if (m_isDead || !done) // the dead give no answers
        return;
    if (outcome)
        done(*outcome, {});
    else
        done(CommitOutcome::Failed, outcome.error());
}

tl::expected<CommitOutcome, DatabaseError> SimDatabase::writeAndWait(const Job &job)
{
    return run(job);
}

void SimDatabase::read(Job job)
{
    WorkerTx tx(m_connection);
    if (m_isDead) {
        tx.fail(gone());
        job(tx);
        return;
    }
    (void)m_connection.execute(u"BEGIN"_s);
    job(tx);
    (void)m_connection.execute(u"ROLLBACK"_s);
}

tl::expected<void, DatabaseError> SimDatabase::backUpTo(const QString &file)
{
    return m_connection.execute(u"VACUUM INTO '%1'"_s.arg(file));
}

} // namespace mc::sim
