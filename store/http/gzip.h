// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>

#include <memory>

namespace mc::store {

/// A gzip stream made piece by piece (zlib). Used by one thread at a time.
class Gzip final
{
public:
    Gzip();
    ~Gzip();
    Q_DISABLE_COPY_MOVE(Gzip)

    /// Compresses a piece and flushes it, so that the reader can use it at once.
    [[nodiscard]] QByteArray add(const QByteArray &piece);
    [[nodiscard]] QByteArray finish(const QByteArray &piece = {});

private:
    struct State;
    [[nodiscard]] QByteArray run(const QByteArray &piece, int flush);
    std::unique_ptr<State> m_state;
};

/// True when "Accept-Encoding" names gzip and does not refuse it by q=0.
[[nodiscard]] bool acceptsGzip(const QByteArray &acceptEncoding);

} // namespace mc::store
