// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// A child process that is killed, by SIGKILL, just before one of the system calls with which it changes a folder.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace drydock::tests {

// What is watched: calls that create, write, sync, lock, rename or close something in the folder, and writes to the
// descriptor. Calls that only look are not counted, since the disk is the same before and after them.
struct Watched {
    std::string folder;
    int descriptor = -1;
};

struct KillPoint {
    std::size_t call = 0; // the process dies before this call, counted from 0
    bool torn = false;    // the first half of what the call writes reaches the file
};

struct SystemCall {
    std::string text;      // "fsync 2026-11-22T21-04-05-MAIL-enter.jsonl"
    bool tearable = false; // it writes to a file that has a name
};

struct TracedProcess {
    bool killed = false;           // at the kill point
    std::optional<int> exitCode;   // empty: it was killed
    std::vector<SystemCall> calls; // that were begun
};

// Returns why processes cannot be traced on this machine; empty if they can be.
[[nodiscard]] std::string whyNotTraced();
// Forks, runs `body` in the child, whose result is its exit code, and traces it to its end or to the kill point. The
// calling process must have no other thread that `body` depends on.
[[nodiscard]] TracedProcess runTraced(const std::function<int()>& body, const Watched& watched,
                                      const std::optional<KillPoint>& point = {});

} // namespace drydock::tests
