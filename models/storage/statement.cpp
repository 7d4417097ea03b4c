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
    QtSqlStatement(QSqlQuery query, qsizetype questionMarks)
        : m_query(std::move(query))
        , m_questionMarks(questionMarks)
    {
    }

    void bind(qint64 value) override { m_values.append(value); }
    void bind(const QString &text) override { m_values.append(text.isNull() ? QStringLiteral("") : text); }
    void bind(const QByteArray &blob) override { m_values.append(blob.isNull() ? QByteArray("") : blob); }
    void bindNull() override { m_values.append(QVariant()); }

    StorageResult<bool> next() override
    {
        if (!std::exchange(m_isRunning, true)) {
            if (const auto done = start(); !done) {
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
        m_values.clear();
        m_query.finish();
    }

    qint64 number(int column) const override { return m_query.value(column).toLongLong(); }
    QByteArray bytes(int column) const override { return m_query.value(column).toByteArray(); }

private:
    // Kept until here: the query itself would take values of the last run for those that are missing.
    StorageResult<void> start()
    {
        if (m_values.size() != m_questionMarks)
            return tl::unexpected(StorageError{StorageError::Kind::Failed, QStringLiteral("values to bind")});
        for (int i = 0; i < m_values.size(); ++i)
            m_query.bindValue(i, m_values.at(i));
        m_values.clear();
        return mc::run(m_query);
    }

    QSqlQuery m_query;
    QVariantList m_values; ///< Of the next run.
    qsizetype m_questionMarks = 0;
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
    return std::make_unique<QtSqlStatement>(std::move(*query), sql.count(u'?'));
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
