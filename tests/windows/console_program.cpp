// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Starts a program in a console of its own and sends Ctrl+C there: `console_program FILE PROGRAM ARGUMENT...`. As soon
// as FILE exists the key is pressed, once. The exit code is that of the program; standard input and output are its own.
#include <string>

#include <windows.h>

namespace {

std::wstring quoted(const std::wstring& argument)
{
    return argument.find_first_of(L" \t") == std::wstring::npos ? argument : L'"' + argument + L'"';
}

} // namespace

int wmain(int argc, wchar_t** argv)
{
    if (argc < 3) return 2;
    STARTUPINFOW start{};
    start.cb = sizeof start;
    start.dwFlags = STARTF_USESTDHANDLES;
    start.hStdInput = GetStdHandle(STD_INPUT_HANDLE);
    start.hStdOutput = GetStdHandle(STD_OUTPUT_HANDLE);
    start.hStdError = GetStdHandle(STD_ERROR_HANDLE);
    FreeConsole();
    if (AllocConsole() == 0) return 3;
    std::wstring line;
    for (int at = 2; at < argc; ++at)
        line += (at > 2 ? L" " : L"") + quoted(argv[at]);
    PROCESS_INFORMATION process{};
    if (CreateProcessW(nullptr, line.data(), nullptr, nullptr, TRUE, 0, nullptr, nullptr, &start, &process) == 0)
        return 4;
    SetConsoleCtrlHandler(nullptr, TRUE); // after the start: a child inherits that Ctrl+C is ignored
    bool pressed = false;
    while (WaitForSingleObject(process.hProcess, 100) == WAIT_TIMEOUT) {
        if (pressed || GetFileAttributesW(argv[1]) == INVALID_FILE_ATTRIBUTES) continue;
        pressed = GenerateConsoleCtrlEvent(CTRL_C_EVENT, 0) != 0;
    }
    DWORD code = 0;
    GetExitCodeProcess(process.hProcess, &code);
    return static_cast<int>(code);
}
