// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The real PowerShell engine as a process: built once in the build folder, spoken to by lines.
#pragma once

#include <QProcess>
#include <QStringList>
#include <memory>
#include <optional>
#include <string>

namespace drydock::tests {

class Peer
{
public:
    // Why there is no peer here (no dotnet, no package); empty where there is one. Builds it the first time.
    [[nodiscard]] static std::string unavailable();

    explicit Peer(const QStringList& arguments);
    ~Peer();

    void write(const std::string& line);
    // Waits at most `seconds` for a whole line; empty where none came or the process ended.
    [[nodiscard]] std::optional<std::string> readLine(int seconds = 60);
    void closeInput() { m_process.closeWriteChannel(); }
    [[nodiscard]] std::string standardError() { return m_process.readAllStandardError().toStdString(); }

private:
    QProcess m_process;
};

} // namespace drydock::tests
