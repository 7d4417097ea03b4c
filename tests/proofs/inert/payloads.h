// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

namespace mc::proof {

/// A text that somebody outside wrote, made to do harm. It ends with mark(), so that it is found again
/// wherever it is shown.
struct Payload {
    int number = 0;
    QString text;
    bool isVerbatim = false; ///< Nothing in it has to be left out when it is shown.
    bool isRightToLeft = false;

    [[nodiscard]] QString mark() const;
};

/// From payloads.json in `folder`, which prove.py writes.
[[nodiscard]] QList<Payload> readPayloads(const QString &folder);

} // namespace mc::proof
