// Makes the plan for one server from what is there: exchange.md 1.3 (enter) and 2 (leave).
#pragma once

#include "model/domain/result.h"
#include "model/maintenance/plan.h"
#include "model/maintenance/run_listing.h"

namespace drydock::maintenance {

struct EnterOptions {
    std::string redirectTarget; // FQDN; empty: the suggested one; "-": none
    std::string moveComment;    // goes into Move-ActiveMailboxDatabase's MoveComment
    bool restartTransport = true;
};

// The FQDN of the best member to take the mail: same site, HubTransport Active, not blocked, not in maintenance. Empty:
// none.
[[nodiscard]] std::string suggestRedirectTarget(const domain::DagSnapshot& snapshot, const domain::ServerName& server);
// Members that can take the mail, best first.
[[nodiscard]] std::vector<std::string> redirectTargets(const domain::DagSnapshot& snapshot,
                                                       const domain::ServerName& server);

[[nodiscard]] OriginalSettings readOriginalSettings(const domain::DagSnapshot& snapshot,
                                                    const domain::ServerName& server);

// NotFound when the snapshot does not hold the server; Usage when the redirect target is not one of its partners;
// Precondition when something that is to be restored later could not be read. `earlier` are the settings from before
// the last run: unless that came to its end, and the server out of maintenance since, what still looks as it left it
// is restored from there.
[[nodiscard]] domain::Result<Plan> planEnter(const domain::DagSnapshot& snapshot, const domain::ServerName& server,
                                             const EnterOptions& options = {},
                                             const std::optional<RecordedSettings>& earlier = {});

// `original` from the journal of the enter run; without one, the documented defaults are restored and the plan says so.
[[nodiscard]] domain::Result<Plan> planReinstate(const domain::DagSnapshot& snapshot, const domain::ServerName& server,
                                                 const std::optional<OriginalSettings>& original = {});

// What each step would do now: already so (skipped), would run, cannot tell.
struct DryRunLine {
    StepKind kind{};
    bool wouldBeSkipped = false;
    domain::LocalizableText text;
};
[[nodiscard]] std::vector<DryRunLine> dryRun(const Plan& plan, const domain::DagSnapshot& snapshot);

} // namespace drydock::maintenance
