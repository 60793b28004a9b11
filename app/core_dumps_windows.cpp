// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "app/core_dumps.h"

#include <windows.h>

namespace drydock::app {

// Without its dialog Windows Error Reporting writes no minidump (SetErrorMode).
void disableCoreDumps()
{
#ifdef NDEBUG
    SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOGPFAULTERRORBOX);
#endif
}

} // namespace drydock::app
