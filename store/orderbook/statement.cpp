// SPDX-License-Identifier: Apache-2.0
#include "store/orderbook/statement.h"

#include "store/orderbook/sqlerror.h"

#include <QSqlQuery>
#include <QTimeZone>

namespace mc::store {

Statement::Statement(Tx &tx, const QString &sql)
    : m_tx(tx)
    , m_sql(sql)
    , m_query(tx.takePrepared(sql))
{
}

Statement::~Statement()
{
    if (m_query) {
        m_query->finish();
        m_tx.giveBack(m_sql, std::move(m_query));
    }
}

Statement &Statement::bindValue(QLatin1StringView name, const QVariant &value)
{
    if (m_query)
        m_query->bindValue(name, value);
    return *this;
}

Statement &Statement::bind(QLatin1StringView name, const QString &value)
{
    // A null QString would become NULL, and no column takes that.
    if (value.isNull())
        return bindValue(name, QString(QLatin1StringView("")));
    if (value.contains(QChar(u'\0')))
        return bindValue(name, QString(value).remove(QChar(u'\0')));
    return bindValue(name, value);
}

Statement &Statement::bind(QLatin1StringView name, QLatin1StringView value)
{
    return bindValue(name, QString(value));
}

Statement &Statement::bind(QLatin1StringView name, const QDateTime &value)
{
    return bindValue(name, value.isValid() ? value.toMSecsSinceEpoch() : qint64(0));
}

bool Statement::run()
{
    if (!m_query || m_tx.hasFailed())
        return false;
    if (m_query->exec())
        return true;
    // The query is kept: PostgreSQL could not free it in a transaction that has failed.
    m_tx.fail(databaseError(m_query->lastError(), m_tx.isPostgres(), m_sql));
    return false;
}

int Statement::runAndCount()
{
    return run() ? m_query->numRowsAffected() : 0;
}

bool Statement::next()
{
    if (!m_query || !m_query->isActive())
        return false;
    if (m_query->next())
        return true;
    if (m_query->lastError().isValid())
        m_tx.fail(databaseError(m_query->lastError(), m_tx.isPostgres(), m_sql));
    return false;
}

QString Statement::text(int column) const
{
    return m_query->value(column).toString();
}

QByteArray Statement::bytes(int column) const
{
    return text(column).toUtf8();
}

qint64 Statement::number(int column) const
{
    return m_query->value(column).toLongLong();
}

QDateTime Statement::time(int column) const
{
    const qint64 ms = number(column);
    return ms == 0 ? QDateTime() : QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
}

} // namespace mc::store
