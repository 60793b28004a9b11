// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "app/end_process.h"

#include <cstdlib>

#include <windows.h>

namespace drydock::app {

// ExitProcess, and with it _Exit, waits for ever where the main thread is in the middle of it: it ends that thread, and
// needs the lock of the loader that the thread held.
void endProcess(int exitCode)
{
    TerminateProcess(GetCurrentProcess(), static_cast<UINT>(exitCode));
    std::abort();
}

} // namespace drydock::app
