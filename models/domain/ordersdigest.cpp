// SPDX-License-Identifier: Apache-2.0
#include "domain/ordersdigest.h"

#include <QCryptographicHash>

namespace mc {

void OrdersDigest::add(QByteArrayView document)
{
    const QByteArray one = QCryptographicHash::hash(document, QCryptographicHash::Sha256);
    for (qsizetype i = 0; i < sum.size(); ++i)
        sum[i] = static_cast<char>(sum.at(i) ^ one.at(i));
    ++count;
}

} // namespace mc
