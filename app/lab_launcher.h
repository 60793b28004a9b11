// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Starts the built-in lab and returns how to connect to it.
#pragma once

#include "app/composition.h"
#include "remoting/lab/lab_thread.h"

namespace drydock::app {

// Waits until the lab listens. Errors: Usage when the scenario does not exist or is invalid, or the keytab cannot be
// used; Unreachable when the port is taken; TlsFailed when the PEM file cannot be used.
[[nodiscard]] domain::Result<LabConnection> startLab(lab::LabThread& thread, LabOptions options);

} // namespace drydock::app
