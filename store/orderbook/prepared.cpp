// SPDX-License-Identifier: Apache-2.0
#include "store/orderbook/prepared.h"

#include "store/orderbook/nativeprepared.h"
#include "store/orderbook/sqlerror.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

namespace mc::store {
namespace {

class QtSqlPrepared final : public Prepared
{
public:
    QtSqlPrepared(const QSqlDatabase &database, bool isPostgres, QString sql)
        : m_query(database)
        , m_isPostgres(isPostgres)
        , m_sql(std::move(sql))
    {
        // On PostgreSQL forward-only means single-row mode, in which no other query may run meanwhile.
        m_query.setForwardOnly(!isPostgres);
    }

    [[nodiscard]] tl::expected<void, DatabaseError> prepare() { return checked(m_query.prepare(m_sql)); }

    void bind(QLatin1StringView name, qint64 value) override { m_query.bindValue(name, value); }
    void bind(QLatin1StringView name, const QString &text) override
    {
        // A null QString would become NULL, and no column takes that.
        m_query.bindValue(name, text.isNull() ? QString(QLatin1StringView("")) : text);
    }
    void bind(QLatin1StringView name, const QByteArray &utf8) override
    {
        bind(name, QString::fromUtf8(utf8));
    }

    tl::expected<void, DatabaseError> run() override { return checked(m_query.exec()); }
    int changed() const override { return m_query.numRowsAffected(); }
    tl::expected<bool, DatabaseError> next() override
    {
        if (m_query.isActive() && m_query.next())
            return true;
        if (auto wrong = checked(!m_query.lastError().isValid()); !wrong)
            return tl::unexpected(wrong.error());
        return false;
    }
    void finish() override { m_query.finish(); }

    QString text(int column) const override { return m_query.value(column).toString(); }
    QByteArray bytes(int column) const override { return text(column).toUtf8(); }
    qint64 number(int column) const override { return m_query.value(column).toLongLong(); }

private:
    [[nodiscard]] tl::expected<void, DatabaseError> checked(bool isDone) const
    {
        if (isDone)
            return {};
        return tl::unexpected(databaseError(m_query.lastError(), m_isPostgres, m_sql));
    }

    QSqlQuery m_query;
    bool m_isPostgres;
    QString m_sql;
};

} // namespace

tl::expected<std::unique_ptr<Prepared>, DatabaseError> Prepared::prepare(const QSqlDatabase &database,
                                                                         bool isPostgres, const QString &sql)
{
    if (!isPostgres) {
        auto native = nativePrepared(database, sql);
        if (!native || *native)
            return native;
    }
    auto made = std::make_unique<QtSqlPrepared>(database, isPostgres, sql);
    if (auto prepared = made->prepare(); !prepared)
        return tl::unexpected(prepared.error());
    return made;
}

} // namespace mc::store
