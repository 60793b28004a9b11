// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "app/end_deadline.h"

#include <cstdlib>
#include <thread>

namespace drydock::app {

void endProcessWithin(std::chrono::milliseconds time, int exitCode)
{
    std::thread([time, exitCode] {
        std::this_thread::sleep_for(time);
        std::_Exit(exitCode);
    }).detach();
}

} // namespace drydock::app
