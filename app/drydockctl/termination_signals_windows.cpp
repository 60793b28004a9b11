// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "app/drydockctl/termination_signals.h"

#include <mutex>
#include <utility>

#include <windows.h>

namespace drydock::ctl {
namespace {

std::mutex mutex; // held while the handler runs
std::function<void()> current;

// Windows calls it on a thread of its own (HandlerRoutine). When the console is closed, the user logs off or the
// computer shuts down, the process ends as soon as this returns, or after some seconds; so it waits for main() to end.
BOOL WINAPI onControl(DWORD type)
{
    {
        const std::scoped_lock lock(mutex);
        if (current) current();
    }
    if (type != CTRL_C_EVENT && type != CTRL_BREAK_EVENT) Sleep(INFINITE);
    return TRUE;
}

} // namespace

struct TerminationSignals::Watcher {
};

TerminationSignals::TerminationSignals(std::function<void()> handler)
{
    const std::scoped_lock lock(mutex);
    current = std::move(handler);
    SetConsoleCtrlHandler(onControl, TRUE);
}

TerminationSignals::~TerminationSignals()
{
    const std::scoped_lock lock(mutex);
    current = nullptr;
}

} // namespace drydock::ctl
