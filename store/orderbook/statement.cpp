// SPDX-License-Identifier: Apache-2.0
#include "store/orderbook/statement.h"

namespace mc::store {

Statement::Statement(Tx &tx, const QString &sql)
    : m_tx(tx)
    , m_sql(sql)
    , m_prepared(tx.takePrepared(sql))
{
}

Statement::~Statement()
{
    if (m_prepared) {
        m_prepared->finish();
        m_tx.giveBack(m_sql, std::move(m_prepared));
    }
}

Statement &Statement::bindNumber(QLatin1StringView name, qint64 value)
{
    if (m_prepared)
        m_prepared->bind(name, value);
    return *this;
}

Statement &Statement::bind(QLatin1StringView name, const QString &value)
{
    if (!m_prepared)
        return *this;
    if (value.contains(QChar(u'\0')))
        m_prepared->bind(name, QString(value).remove(QChar(u'\0')));
    else
        m_prepared->bind(name, value);
    return *this;
}

Statement &Statement::bind(QLatin1StringView name, const QByteArray &utf8)
{
    if (m_prepared)
        m_prepared->bind(name, utf8);
    return *this;
}

Statement &Statement::bind(QLatin1StringView name, QLatin1StringView value)
{
    return bind(name, QString(value));
}

Statement &Statement::bind(QLatin1StringView name, const QDateTime &value)
{
    return bindNumber(name, value.isValid() ? value.toMSecsSinceEpoch() : qint64(0));
}

// After an error the statement is kept: PostgreSQL could not free it in a transaction that has failed.
bool Statement::run()
{
    if (!m_prepared || m_tx.hasFailed())
        return false;
    const auto done = m_prepared->run();
    if (!done)
        m_tx.fail(done.error());
    return done.has_value();
}

int Statement::runAndCount()
{
    return run() ? m_prepared->changed() : 0;
}

bool Statement::next()
{
    if (!m_prepared)
        return false;
    const auto found = m_prepared->next();
    if (!found)
        m_tx.fail(found.error());
    return found.value_or(false);
}

QString Statement::text(int column) const
{
    return m_prepared->text(column);
}

QByteArray Statement::bytes(int column) const
{
    return m_prepared->bytes(column);
}

qint64 Statement::number(int column) const
{
    return m_prepared->number(column);
}

QDateTime Statement::time(int column) const
{
    const qint64 ms = number(column);
    return ms == 0 ? QDateTime() : QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
}

} // namespace mc::store
