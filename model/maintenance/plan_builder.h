// Makes the plan for one server from what is there: exchange.md 1.3 (enter) and 2 (leave).
#pragma once

#include "model/domain/result.h"
#include "model/maintenance/plan.h"

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

// NotFound when the snapshot does not hold the server; Usage when the redirect target is not one of its partners.
[[nodiscard]] domain::Result<Plan> planEnter(const domain::DagSnapshot& snapshot, const domain::ServerName& server,
                                             const EnterOptions& options = {});

// `original` from the journal of the enter run; without one, the documented defaults are restored and the plan says so.
[[nodiscard]] domain::Result<Plan> planLeave(const domain::DagSnapshot& snapshot, const domain::ServerName& server,
                                             const std::optional<OriginalSettings>& original = {});

// What each step would do now: already so (skipped), would run, cannot tell.
struct DryRunLine {
    StepKind kind{};
    bool wouldBeSkipped = false;
    domain::Message text;
};
[[nodiscard]] std::vector<DryRunLine> dryRun(const Plan& plan, const domain::DagSnapshot& snapshot);

} // namespace drydock::maintenance
