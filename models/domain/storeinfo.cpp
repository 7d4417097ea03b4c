// SPDX-License-Identifier: Apache-2.0
#include "domain/storeinfo.h"

#include "domain/codes.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace mc {

QJsonObject toJson(const StoreInfo &info)
{
    QJsonArray reasons;
    for (const CancelReason &reason : info.reasons)
        reasons.append(QJsonObject{{u"code"_s, reason.code}, {u"text"_s, reason.text}});
    return {{u"id"_s, info.id.toString()},
            {u"name"_s, info.name},
            {u"timeZone"_s, QString::fromLatin1(info.timeZone)},
            {u"currency"_s, info.currency},
            {u"supportEmail"_s, info.supportEmail},
            {u"reasons"_s, reasons},
            {u"commentLimit"_s, info.commentLimit},
            {u"policy"_s,
             QJsonObject{{u"mode"_s, codeOf(info.policy.mode)},
                         {u"windowMinutes"_s, info.policy.windowMinutes},
                         {u"deadlineHours"_s, info.policy.deadlineHours},
                         {u"acceptsByDefault"_s, info.policy.acceptsByDefault}}},
            {u"epoch"_s, info.epoch},
            {u"capabilities"_s, QJsonArray{u"partial-cancellation"_s, u"changes-stream"_s}},
            {u"caller"_s,
             QJsonObject{{u"id"_s, info.staffId.toString()},
                         {u"name"_s, info.staffName},
                         {u"email"_s, info.staffEmail},
                         {u"role"_s, codeOf(info.role)},
                         {u"mayCancel"_s, mayCancel(info.role)},
                         {u"mayExport"_s, mayExport(info.role)}}}};
}

StoreInfo storeInfoFromJson(const QJsonObject &json)
{
    StoreInfo info;
    info.id = StoreId(json["id"_L1].toString());
    info.name = json["name"_L1].toString();
    info.timeZone = json["timeZone"_L1].toString(u"UTC"_s).toLatin1();
    info.currency = json["currency"_L1].toString();
    info.supportEmail = json["supportEmail"_L1].toString();
    const QJsonArray reasons = json["reasons"_L1].toArray();
    for (const auto &value : reasons)
        info.reasons.append({value["code"_L1].toString(), value["text"_L1].toString()});
    info.commentLimit = json["commentLimit"_L1].toInt(info.commentLimit);
    const QJsonObject policy = json["policy"_L1].toObject();
    info.policy.mode = fromCode<PolicyMode>(policy["mode"_L1].toString()).value_or(PolicyMode::Automatic);
    info.policy.windowMinutes = policy["windowMinutes"_L1].toInt(info.policy.windowMinutes);
    info.policy.deadlineHours = policy["deadlineHours"_L1].toInt(info.policy.deadlineHours);
    info.policy.acceptsByDefault = policy["acceptsByDefault"_L1].toBool();
    info.epoch = json["epoch"_L1].toString();
    const QJsonObject caller = json["caller"_L1].toObject();
    info.staffId = StaffId(caller["id"_L1].toString());
    info.staffName = caller["name"_L1].toString();
    info.staffEmail = caller["email"_L1].toString();
    info.role = fromCode<Role>(caller["role"_L1].toString()).value_or(Role::Viewer);
    return info;
}

} // namespace mc
