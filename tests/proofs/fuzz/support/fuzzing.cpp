// SPDX-License-Identifier: Apache-2.0
#include "fuzzing.h"

#include <QCoreApplication>
#include <QEvent>

#include <cstdio>
#include <cstdlib>

namespace {

void onMessage(QtMsgType type, const QMessageLogContext &, const QString &text)
{
    if (type != QtFatalMsg)
        return; // warnings about hostile input are the parser's good right
    std::fprintf(stderr, "%s\n", qPrintable(text));
    std::abort();
}

} // namespace

extern "C" int LLVMFuzzerInitialize(int *, char ***)
{
    static int count = 1;
    static char name[] = "fuzz";
    static char *arguments[] = {name, nullptr};
    static const QCoreApplication application(count, arguments);
    qInstallMessageHandler(onMessage);
    return 0;
}

namespace mc::fuzz {

QByteArray inputOf(const std::uint8_t *data, std::size_t size)
{
    return QByteArray(reinterpret_cast<const char *>(data), qsizetype(size));
}

QByteArray takeLine(QByteArray &input)
{
    const qsizetype end = input.indexOf('\n');
    const QByteArray line = end < 0 ? input : input.left(end);
    input.remove(0, end < 0 ? input.size() : end + 1);
    return line;
}

void settle()
{
    for (int i = 0; i < 4; ++i) {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
}

void require(bool holds, const char *what)
{
    if (holds)
        return;
    std::fprintf(stderr, "broken promise: %s\n", what);
    std::abort();
}

} // namespace mc::fuzz
