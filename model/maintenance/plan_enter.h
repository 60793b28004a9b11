// The plan into maintenance, from what is there (exchange.md 1.3).
#pragma once

#include "model/domain/result.h"
#include "model/maintenance/plan.h"
#include "model/maintenance/run_listing.h"

namespace drydock::maintenance {

struct EnterOptions {
    std::string redirectTarget; // FQDN; empty: the suggested one; "-" (noRedirect): none
    std::string moveComment;    // goes into Move-ActiveMailboxDatabase's MoveComment
    bool restartTransport = true;
};

// NotFound when the snapshot does not hold the server; Usage when the redirect target is not one of its partners;
// Precondition when something that is to be restored later could not be read. `earlier` are the settings from before
// the last run: unless that came to its end, and the server out of maintenance since, what still looks as it left it
// is restored from there.
[[nodiscard]] domain::Result<Plan> planEnter(const domain::DagSnapshot& snapshot, const domain::ServerName& server,
                                             const EnterOptions& options = {},
                                             const std::optional<RecordedSettings>& earlier = {});

} // namespace drydock::maintenance
