// Starts the built-in lab and tells how it is reached.
#pragma once

#include "app/composition.h"
#include "remoting/lab/lab_thread.h"

namespace drydock::app {

// Usage for a scenario that does not exist or is wrong; Unreachable for a port that is taken.
[[nodiscard]] domain::Result<LabConnection> startLab(lab::LabThread& thread, LabOptions options);

} // namespace drydock::app
