// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The state of a server as operators name it. It follows from policy, MoveNow, components and cluster node of a
// snapshot alone, not from our own journals.
#pragma once

#include "model/domain/dag_snapshot.h"
#include "model/domain/health_rules.h"

namespace drydock::domain {

// Tables, tray, report and `status --format json` use the same words. Unknown is a server whose component states were
// not read, without evidence that it does not answer. NotManaged is a server of a version without component states.
enum class ServerState {
    Serving,
    Blocked,
    Entering,
    InMaintenance,
    Leaving,
    Inconsistent,
    Unreachable,
    Unknown,
    NotManaged
};
[[nodiscard]] const char* toString(ServerState state) noexcept;
// Returns the state as users read it: "In maintenance".
[[nodiscard]] LocalizableText stateWord(ServerState state);
// Returns the severity of the state by itself, without components and services.
[[nodiscard]] Severity severityOf(ServerState state) noexcept;

[[nodiscard]] ServerState stateOf(const DagSnapshot& snapshot, const ServerName& server);
// Returns the severity and the reasons of the state, its components and its services.
[[nodiscard]] HealthAssessment assessServer(const DagSnapshot& snapshot, const ServerName& server);
// Returns the essential services that were read and do not run.
[[nodiscard]] std::vector<const Service*> stoppedServices(const DagSnapshot& snapshot, const ServerName& server);

} // namespace drydock::domain
