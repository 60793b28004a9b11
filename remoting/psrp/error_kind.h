// Error records of a cmdlet to errors of the domain, by exception type, category and id: texts are localised
// (exchange.md 4.6).
#pragma once

#include "model/domain/error.h"
#include "remoting/psrp/records.h"

#include <string>

namespace drydock::psrp {

// The id that Exchange writes (protocol.md 5.5), taken apart; what is missing stays empty.
struct ErrorIdentity {
    std::string server;
    std::string requestId;
    std::string failureCategory; // "Cmdlet-ManagementObjectNotFoundException"
    std::string rest; // "3A2F1C7B,Microsoft.Exchange.Management.GetMailbox", or the whole id of another origin
};
[[nodiscard]] ErrorIdentity parseErrorId(const std::string& fullyQualifiedErrorId);

[[nodiscard]] domain::ErrorKind kindOf(const ErrorRecord& record);
// `what` is what was being done: "Get-Queue on MAIL".
[[nodiscard]] domain::Error toError(const ErrorRecord& record, std::string what);

} // namespace drydock::psrp
