// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/roles.h"
#include "domain/strongid.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace mc {

/// What `GET /v1/store` tells the signed-in caller about the store and about themselves.
struct StoreInfo {
    StoreId id;
    QString name;
    QByteArray timeZone = "UTC"; ///< IANA id; it defines where "Past 30 days" begins.
    QString currency;
    QString supportEmail;
    QList<CancelReason> reasons; ///< For staff, in the caller's language.
    int commentLimit = 500; ///< In Unicode code points.
    CancellationPolicy policy;
    QString epoch; ///< Changes when the store was restored from a backup.
    StaffId staffId;
    QString staffName;
    QString staffEmail;
    Role role = Role::Viewer;

    friend bool operator==(const StoreInfo &, const StoreInfo &) = default;
};

[[nodiscard]] QJsonObject toJson(const StoreInfo &info);
/// Missing members keep their defaults; an invalid id says that this was no store's answer.
[[nodiscard]] StoreInfo storeInfoFromJson(const QJsonObject &json);

} // namespace mc
