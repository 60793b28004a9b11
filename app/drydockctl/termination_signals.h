// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Reports each request to end this process: Ctrl+C, and SIGTERM or the closing of the console.
#pragma once

#include <functional>
#include <memory>

namespace drydock::ctl {

class TerminationSignals
{
public:
    // `handler` is called on a thread of its own, for one request after the other. At most one object may exist in a
    // process.
    explicit TerminationSignals(std::function<void()> handler);
    // Returns when the handler has. From here on the process ignores such requests, so that it can close its sessions.
    ~TerminationSignals();
    TerminationSignals(const TerminationSignals&) = delete;
    TerminationSignals& operator=(const TerminationSignals&) = delete;

private:
    struct Watcher;
    std::unique_ptr<Watcher> m_watcher;
};

} // namespace drydock::ctl
