// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Tells the desktop of the runs under way: how far they are, and, where no window of the program is in front, that one
// needs its operator. Each need is announced once. Lives on the main thread.
#pragma once

#include "app/drydock/desktop_status.h"
#include "model/maintenance/run_state.h"

#include <QCoreApplication>

#include <set>
#include <string>
#include <vector>

namespace drydock::app {

class RunAnnouncer
{
    Q_DECLARE_TR_FUNCTIONS(drydock::app::RunAnnouncer)

public:
    explicit RunAnnouncer(DesktopStatus& desktop) : m_desktop(desktop) {}

    // Call it after each change of a run, and when the program comes to the front or leaves it. `runs` are all that are
    // not over.
    void show(const std::vector<maintenance::RunState>& runs, bool inFront);

private:
    DesktopStatus& m_desktop;
    std::set<std::string> m_known; // the needs that the operator was told of
};

} // namespace drydock::app
