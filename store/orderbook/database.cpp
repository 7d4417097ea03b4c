// SPDX-License-Identifier: Apache-2.0
#include "store/orderbook/database.h"

#include "store/orderbook/postgresdatabase.h"
#include "store/orderbook/sqlitedatabase.h"

namespace mc::store {
namespace {

template <typename Kind>
tl::expected<std::unique_ptr<Database>, DatabaseError> opened(const Database::Config &config)
{
    auto database = std::make_unique<Kind>(config);
    if (auto result = database->openAll(); !result)
        return tl::unexpected(result.error());
    return database;
}

} // namespace

tl::expected<std::unique_ptr<Database>, DatabaseError> Database::open(const Config &config)
{
    return config.postgresUrl.isEmpty() ? opened<SqliteDatabase>(config) : opened<PostgresDatabase>(config);
}

} // namespace mc::store
