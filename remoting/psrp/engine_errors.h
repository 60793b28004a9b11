// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Makes the error records that PowerShell's engine writes in a restricted session, word for word.
#pragma once

#include "remoting/psrp/records.h"

#include <string>

namespace drydock::psrp {

[[nodiscard]] ErrorRecord scriptsNotAllowed();
[[nodiscard]] ErrorRecord pipelineStopped();
[[nodiscard]] ErrorRecord commandNotFound(const std::string& command);
[[nodiscard]] ErrorRecord parameterNotFound(const std::string& command, const std::string& parameter);
[[nodiscard]] ErrorRecord promptFailed(const std::string& command); // HostException: the client announced no host

} // namespace drydock::psrp
