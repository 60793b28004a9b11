// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Converts error records of a cmdlet to domain errors, by exception type, category and id, since texts are localised
// (exchange.md 4.6).
#pragma once

#include "model/domain/error.h"
#include "remoting/psrp/records.h"

#include <string>

namespace drydock::psrp {

// The parts of the error id that Exchange writes (protocol.md 5.5). A missing part is empty.
struct ErrorIdentity {
    std::string server;
    std::string requestId;
    std::string failureCategory; // "Cmdlet-ManagementObjectNotFoundException"
    // "3A2F1C7B,Microsoft.Exchange.Management.GetMailbox"; the whole id if Exchange did not write it
    std::string rest;
};
[[nodiscard]] ErrorIdentity parseErrorId(const std::string& fullyQualifiedErrorId);

// Returns UnknownCommand, UnknownParameter, PromptRefused, NotPermitted, NotFound, TimedOut, Quota or CommandFailed.
[[nodiscard]] domain::ErrorKind kindOf(const ErrorRecord& record);
// `what` names the operation that failed: "Get-Queue on MAIL".
[[nodiscard]] domain::Error toError(const ErrorRecord& record, std::string what);

} // namespace drydock::psrp
