// SPDX-License-Identifier: Apache-2.0
#include "storage/statement.h"

#include "storage/nativestatement.h"

#include <QSqlQuery>

#include <utility>

namespace mc {
namespace {

class QtSqlStatement final : public Statement
{
public:
    explicit QtSqlStatement(QSqlQuery query)
        : m_query(std::move(query))
    {
    }

    void bind(qint64 value) override { m_query.addBindValue(value); }
    void bind(const QString &text) override
    {
        m_query.addBindValue(text.isNull() ? QStringLiteral("") : text);
    }
    void bind(const QByteArray &blob) override
    {
        m_query.addBindValue(blob.isNull() ? QByteArray("") : blob);
    }
    void bindNull() override { m_query.addBindValue(QVariant()); }

    StorageResult<bool> next() override
    {
        if (!std::exchange(m_isRunning, true)) {
            if (const auto done = mc::run(m_query); !done) {
                reset();
                return tl::unexpected(done.error());
            }
        }
        if (m_query.isSelect() && m_query.next())
            return true;
        const auto done = ended(m_query);
        reset();
        if (!done)
            return tl::unexpected(done.error());
        return false;
    }

    void reset() override
    {
        m_isRunning = false;
        m_query.finish();
    }

    qint64 number(int column) const override { return m_query.value(column).toLongLong(); }
    QByteArray bytes(int column) const override { return m_query.value(column).toByteArray(); }

private:
    QSqlQuery m_query;
    bool m_isRunning = false;
};

} // namespace

StorageResult<std::unique_ptr<Statement>> Statement::prepare(const SqlConnection &connection,
                                                             const QString &sql, Via via)
{
    if (via == Via::Fastest) {
        auto native = nativeStatement(connection, sql);
        if (!native || *native)
            return native;
    }
    auto query = connection.prepare(sql);
    if (!query)
        return tl::unexpected(query.error());
    return std::make_unique<QtSqlStatement>(std::move(*query));
}

void Statement::bindAll(const QVariantList &values)
{
    for (const QVariant &value : values) {
        switch (value.typeId()) {
        case QMetaType::Int:
        case QMetaType::LongLong:
            bind(value.toLongLong());
            break;
        case QMetaType::QString:
            bind(value.toString());
            break;
        case QMetaType::QByteArray:
            bind(value.toByteArray());
            break;
        default:
            Q_ASSERT(!value.isValid());
            bindNull();
        }
    }
}

StorageResult<void> Statement::run()
{
    const auto done = next();
    reset();
    if (!done)
        return tl::unexpected(done.error());
    return {};
}

} // namespace mc
