// The log: spdlog with a logger a category, to standard error and a file; Qt's messages go the same way.
#pragma once

#include "app/launch_options.h"
#include "model/domain/result.h"

namespace drydock::app {

// Sets the sinks and levels up; Storage when the log file cannot be opened. Call once, before anything logs.
// `quiet`: nothing to standard error; the command line tells its errors itself, once.
[[nodiscard]] domain::Result<> startLogging(const LaunchOptions& options, bool quiet);
// Logs an error in one line, with the same text that is shown.
void logError(const char* category, const domain::Error& error);
void logInfo(const char* category, const std::string& text);

// No core dumps in release builds: memory holds passwords (CONTRIBUTING.md, Secrets).
void disableCoreDumps();

} // namespace drydock::app
