// What an operator calls a server: one word, from policy, MoveNow, components and cluster node; never from what a run
// of ours remembers.
#pragma once

#include "model/domain/dag_snapshot.h"
#include "model/domain/health_rules.h"

namespace drydock::domain {

// The same words in tables, tray, report and `status --format json`. Unknown is a server whose component states were
// not read: nothing can be said of it, not even that it does not answer.
enum class ServerState { Serving, Blocked, Entering, InMaintenance, Leaving, Inconsistent, Unreachable, Unknown };
[[nodiscard]] const char* toString(ServerState state) noexcept;
// The state as a person reads it: "In maintenance".
[[nodiscard]] LocalizableText stateWord(ServerState state);
// How a server in this state is judged where there is no more to go by.
[[nodiscard]] Severity severityOf(ServerState state) noexcept;

[[nodiscard]] ServerState stateOf(const DagSnapshot& snapshot, const ServerName& server);
// The state's severity and reason, with what its components and services add to it.
[[nodiscard]] HealthAssessment assessServer(const DagSnapshot& snapshot, const ServerName& server);
// Those of the essential services that were read and do not run.
[[nodiscard]] std::vector<const Service*> stoppedServices(const DagSnapshot& snapshot, const ServerName& server);

} // namespace drydock::domain
