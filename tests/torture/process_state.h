// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// What this process holds, as Linux tells it; 0 elsewhere.
#pragma once

#include <QDir>

#include <fstream>
#include <string>
#include <string_view>

namespace drydock::tests {

// Returns a line of /proc/self/status, in KiB.
[[nodiscard]] inline long processStatus(std::string_view name)
{
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with(name)) return std::stol(line.substr(name.size() + 1));
    return 0;
}
[[nodiscard]] inline long residentMemory() { return processStatus("VmRSS:"); }
// Returns the most of it since the last call of forgetPeakMemory().
[[nodiscard]] inline long peakMemory() { return processStatus("VmHWM:"); }
inline void forgetPeakMemory() { std::ofstream("/proc/self/clear_refs") << 5; }

[[nodiscard]] inline qsizetype openFiles()
{
    return QDir(QStringLiteral("/proc/self/fd")).entryList(QDir::Files | QDir::System).size();
}

} // namespace drydock::tests
