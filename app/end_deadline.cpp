// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "app/end_deadline.h"

#include "app/end_process.h"

#include <thread>

namespace drydock::app {

void endProcessWithin(std::chrono::milliseconds time, int exitCode)
{
    std::thread([time, exitCode] {
        std::this_thread::sleep_for(time);
        endProcess(exitCode);
    }).detach();
}

} // namespace drydock::app
