// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "app/drydockctl/password_prompt.h"

#include <QString>

#include <array>

#include <windows.h>

namespace drydock::ctl {
namespace {

// One end of the console of this process, which is there where standard input and output are redirected as well.
class ConsoleHandle
{
public:
    explicit ConsoleHandle(const wchar_t* name)
        : m_handle(CreateFileW(name, GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE, nullptr,
                               OPEN_EXISTING, 0, nullptr))
    {
    }
    ~ConsoleHandle()
    {
        if (m_handle != INVALID_HANDLE_VALUE) CloseHandle(m_handle);
    }
    ConsoleHandle(const ConsoleHandle&) = delete;
    ConsoleHandle& operator=(const ConsoleHandle&) = delete;

    [[nodiscard]] HANDLE get() const { return m_handle; }

private:
    HANDLE m_handle;
};

// Echo is off during the lifetime of the object.
class SilentInput
{
public:
    explicit SilentInput(HANDLE input) : m_input(input)
    {
        m_silenced = GetConsoleMode(m_input, &m_before) != 0 &&
                     SetConsoleMode(m_input, ENABLE_PROCESSED_INPUT | ENABLE_LINE_INPUT) != 0;
    }
    ~SilentInput()
    {
        if (m_silenced) SetConsoleMode(m_input, m_before);
    }
    SilentInput(const SilentInput&) = delete;
    SilentInput& operator=(const SilentInput&) = delete;

    [[nodiscard]] bool isSilent() const { return m_silenced; }

private:
    HANDLE m_input;
    DWORD m_before = 0;
    bool m_silenced = false;
};

void write(HANDLE console, const QString& text)
{
    DWORD written = 0;
    WriteConsoleW(console, text.utf16(), static_cast<DWORD>(text.size()), &written, nullptr);
}

// Returns the line as UTF-8 and leaves no copy of it in memory.
std::string readLine(HANDLE console)
{
    std::array<wchar_t, 2048> line{};
    DWORD length = 0;
    ReadConsoleW(console, line.data(), static_cast<DWORD>(line.size()), &length, nullptr);
    while (length > 0 && (line[length - 1] == L'\n' || line[length - 1] == L'\r'))
        --length;
    const auto wide = static_cast<int>(length);
    std::string text(line.size() * 3, '\0'); // three bytes are the most that one unit of UTF-16 becomes
    const int size = WideCharToMultiByte(CP_UTF8, 0, line.data(), wide, text.data(), static_cast<int>(text.size()),
                                         nullptr, nullptr);
    text.resize(static_cast<std::size_t>(size));
    SecureZeroMemory(line.data(), sizeof line);
    return text;
}

} // namespace

domain::Result<domain::Secret> passwordFromTerminal(const std::string& prompt)
{
    const ConsoleHandle input(L"CONIN$"), output(L"CONOUT$");
    const SilentInput silent(input.get());
    if (!silent.isSilent())
        return domain::fail(domain::ErrorKind::Usage, "ask for the password",
                            "there is no console; use --password-stdin");
    write(output.get(), QString::fromStdString(prompt));
    domain::Secret secret(readLine(input.get()));
    write(output.get(), QStringLiteral("\n"));
    return secret;
}

} // namespace drydock::ctl
