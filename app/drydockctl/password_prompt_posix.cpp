// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "app/drydockctl/password_prompt.h"

#include <cstdio>
#include <memory>

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

namespace drydock::ctl {
namespace {

// Reads byte by byte up to the end of the line, so that nothing behind it is consumed and no buffer keeps a copy.
std::string readLine(int descriptor)
{
    constexpr std::size_t longest = 4096;
    std::string line;
    line.reserve(longest); // a reallocation would leave a copy in memory
    char byte = 0;
    while (line.size() < longest && ::read(descriptor, &byte, 1) == 1 && byte != '\n')
        line += byte;
    if (!line.empty() && line.back() == '\r') line.pop_back();
    return line;
}

// The terminal of this process. Echo is off during the lifetime of the object.
class SilentTerminal
{
public:
    SilentTerminal() : m_descriptor(::open("/dev/tty", O_RDWR | O_CLOEXEC))
    {
        if (m_descriptor < 0 || ::tcgetattr(m_descriptor, &m_before) != 0) return;
        termios silent = m_before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        m_silenced = ::tcsetattr(m_descriptor, TCSAFLUSH, &silent) == 0;
    }
    ~SilentTerminal()
    {
        if (m_silenced) ::tcsetattr(m_descriptor, TCSAFLUSH, &m_before);
        if (m_descriptor >= 0) ::close(m_descriptor);
    }
    SilentTerminal(const SilentTerminal&) = delete;
    SilentTerminal& operator=(const SilentTerminal&) = delete;

    [[nodiscard]] bool usable() const { return m_silenced; }
    [[nodiscard]] int descriptor() const { return m_descriptor; }
    void write(const std::string& text) const
    {
        if (::write(m_descriptor, text.data(), text.size()) < 0)
            return; // the prompt is not shown, but the input can still be read
    }

private:
    int m_descriptor;
    termios m_before{};
    bool m_silenced = false;
};

} // namespace

domain::Result<domain::Secret> passwordFromTerminal(const std::string& prompt)
{
    const SilentTerminal terminal;
    if (!terminal.usable())
        return domain::fail(domain::ErrorKind::Usage, "ask for the password",
                            "there is no terminal; use --password-stdin");
    terminal.write(prompt);
    domain::Secret secret(readLine(terminal.descriptor()));
    terminal.write("\n");
    return secret;
}

} // namespace drydock::ctl
