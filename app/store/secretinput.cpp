// SPDX-License-Identifier: Apache-2.0
#include "app/store/secretinput.h"

#include <QFile>
#include <QTextStream>

#include <cstdio>

#ifdef Q_OS_UNIX
#include <termios.h>
#include <unistd.h>
#else
#include <io.h>
#include <windows.h>
#endif

using namespace Qt::StringLiterals;

namespace mc::store {
namespace {

bool isTerminal()
{
#ifdef Q_OS_UNIX
    return ::isatty(STDIN_FILENO) == 1;
#else
    return ::_isatty(0) != 0;
#endif
}

/// Switches the terminal's echo off as long as it lives.
class EchoOff final
{
public:
    Q_DISABLE_COPY_MOVE(EchoOff)
#ifdef Q_OS_UNIX
    EchoOff()
    {
        ::tcgetattr(STDIN_FILENO, &m_before);
        termios silent = m_before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }
    ~EchoOff()
    {
        ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }

private:
    termios m_before{};
#else
    EchoOff()
    {
        m_input = GetStdHandle(STD_INPUT_HANDLE);
        GetConsoleMode(m_input, &m_before);
        SetConsoleMode(m_input, m_before & ~static_cast<DWORD>(ENABLE_ECHO_INPUT));
    }
    ~EchoOff()
    {
        SetConsoleMode(m_input, m_before);
    }

private:
    HANDLE m_input = nullptr;
    DWORD m_before = 0;
#endif
};

} // namespace

QCommandLineOption secretFileOption(const QString &name)
{
    return option(name, u"File whose first line is the secret."_s, u"FILE"_s);
}

tl::expected<QString, CommandError> readSecret(const QCommandLineParser &parser, const QString &fileOption,
                                               const char *environment, const QString &prompt)
{
    QString secret;
    if (const QString name = parser.value(fileOption); !name.isEmpty()) {
        QFile file(name);
        if (!file.open(QIODevice::ReadOnly))
            return tl::unexpected(
                CommandError{u"The file %1 cannot be read: %2."_s.arg(name, file.errorString())});
        secret = QString::fromUtf8(file.readLine(8192)).trimmed();
    } else if (qEnvironmentVariableIsSet(environment)) {
        secret = qEnvironmentVariable(environment);
    } else if (isTerminal()) {
        const EchoOff silence;
        std::fprintf(stderr, "%s: ", qUtf8Printable(prompt));
        secret = QTextStream(stdin).readLine();
        std::fputc('\n', stderr);
    } else {
        return tl::unexpected(
            CommandError{u"No secret: use --%1 FILE, the environment variable %2, or a terminal."_s.arg(
                             fileOption, QString::fromLatin1(environment)),
                         BadArguments});
    }
    if (secret.isEmpty())
        return tl::unexpected(CommandError{u"The secret is empty."_s, BadArguments});
    return secret;
}

} // namespace mc::store
