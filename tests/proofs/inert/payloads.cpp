// SPDX-License-Identifier: Apache-2.0
#include "payloads.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace mc::proof {

QString Payload::mark() const
{
    return u"zq%1qz"_s.arg(number);
}

QList<Payload> readPayloads(const QString &folder)
{
    QFile file(folder + u"/payloads.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QList<Payload> payloads;
    for (const QJsonValue &value : QJsonDocument::fromJson(file.readAll()).array()) {
        Payload payload;
        payload.number = int(payloads.size());
        payload.text = value["text"_L1].toString();
        payload.isVerbatim = value["verbatim"_L1].toBool();
        payload.isRightToLeft = std::any_of(payload.text.cbegin(), payload.text.cend(), [](QChar c) {
            return c.direction() == QChar::DirR || c.direction() == QChar::DirAL;
        });
        payload.text += payload.mark();
        payloads.append(payload);
    }
    return payloads;
}

} // namespace mc::proof
