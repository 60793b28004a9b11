// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The cmdlets of a node's endpoint for the restart of its computer.
#pragma once

namespace drydock::lab {

struct Invocation;

void getCimInstance(Invocation& call); // knows the class Win32_OperatingSystem
void restartComputer(Invocation& call);

} // namespace drydock::lab
