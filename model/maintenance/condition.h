// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// A condition on the organisation as data. It is evaluated against a snapshot, never against a command's answer.
// Each condition is a struct of its own, with an id that journals hold:
//   evaluate(snapshot)  returns whether the condition is met, and what was found
//   describe()          returns the condition as a sentence: "policy of MAIL is Blocked"
//   needs()             returns the readings that the condition needs
//   isAbout(command)    returns whether the condition shows the effect of this command
//   fields(self, field) lists its members and their keys in the journal
// A new condition needs such a struct, its functions, an entry in the variant below, and an expression for the script
// of a plan (condition_script.cpp).
#pragma once

#include "model/maintenance/cluster_conditions.h"
#include "model/maintenance/component_conditions.h"
#include "model/maintenance/database_conditions.h"
#include "model/maintenance/rebalance_conditions.h"
#include "model/maintenance/reboot_conditions.h"
#include "model/maintenance/service_conditions.h"

#include <variant>

namespace drydock::maintenance {

using Condition = std::variant<PolicyIs, MoveNowIs, RequesterStateIs, ComponentIs, AllComponentsInactive, NodeIs,
                               NotPrimaryActiveManager, NoActiveDatabases, QueuesDrained, ServiceRunning,
                               ServiceNoticed, CopiesHealthy, GoodCopyElsewhere, MountedElsewhere, ComponentsServe,
                               QueuesRead, QuorumWithout, SetupNotRunning, MountedOn, CopyActivatable, Rebooted>;

[[nodiscard]] ConditionResult evaluate(const Condition& condition, const domain::DagSnapshot& snapshot);
[[nodiscard]] domain::LocalizableText describe(const Condition& condition);
[[nodiscard]] Needs needs(const Condition& condition);
[[nodiscard]] bool isAbout(const Condition& condition, const Command& command);

} // namespace drydock::maintenance
