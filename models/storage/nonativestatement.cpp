// SPDX-License-Identifier: Apache-2.0
// Where SQLite's headers are missing.
#include "storage/nativestatement.h"

namespace mc {

StorageResult<std::unique_ptr<Statement>> nativeStatement(const SqlConnection &, const QString &)
{
    return std::unique_ptr<Statement>();
}

} // namespace mc
