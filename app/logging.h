// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The log of both programs: one spdlog logger per category, with sinks for standard error and a file. Qt's messages go
// there too.
#pragma once

#include "app/launch_options.h"
#include "model/domain/result.h"

namespace drydock::app {

// Sets sinks and levels. Call it once on the main thread before any other function of this header. With `quiet` nothing
// goes to standard error, because drydockctl prints its errors itself. Error: Storage when the log file cannot be
// opened.
[[nodiscard]] domain::Result<> startLogging(const LaunchOptions& options, bool quiet);
// Log one line. May be called on any thread. An error is logged with the text that is shown to the user.
void logError(const char* category, const domain::Error& error);
void logInfo(const char* category, const std::string& text);

} // namespace drydock::app
