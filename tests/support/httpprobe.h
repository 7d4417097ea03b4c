// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <utility>

class QTcpSocket;

namespace mc::test {

struct ProbeAnswer {
    int status = 0; ///< 0: no answer.
    QList<std::pair<QByteArray, QByteArray>> headers; ///< Names in lower case.
    QByteArray body; ///< Without its transfer coding.

    [[nodiscard]] QByteArray header(const QByteArray &name) const;
    [[nodiscard]] QJsonObject json() const;
    [[nodiscard]] QString problemType() const; ///< "not-found" of "/problems/not-found".
};

/// A client that sends exactly what it is told, also what no proper client would send. Blocks, with a limit.
class HttpProbe final
{
public:
    using Headers = QList<std::pair<QByteArray, QByteArray>>;

    explicit HttpProbe(quint16 port)
        : m_port(port)
    {
    }

    /// One proper request on a connection of its own. Written down for the contract's check when the
    /// environment names a file in MC_HTTP_RECORD.
    [[nodiscard]] ProbeAnswer send(const QByteArray &method, const QByteArray &path,
                                   const Headers &headers = {}, const QByteArray &body = {}) const;
    /// These bytes; everything that comes back until the other side closes, or nothing comes for two seconds.
    [[nodiscard]] QByteArray sendRaw(const QByteArray &bytes, bool closesItsHalf = false) const;

    /// Takes the first answer off the front.
    [[nodiscard]] static ProbeAnswer takeAnswer(QByteArray &bytes, bool hasBody = true);

private:
    const quint16 m_port;
};

} // namespace mc::test
