// Something that must be true of the world, as data: evaluated against a snapshot, never against a command's answer.
// Each condition is a struct of its own, with the id that the journal keeps:
//   evaluate(snapshot)  what is found
//   describe()          what it says, as a sentence: "policy of MAIL is Blocked"
//   needs()             the readings it needs
//   isAbout(command)    whether it shows that this command has had its effect
//   fields(self, field) its members and their keys in the journal
// A new one is a struct like them, its block of functions, and its name in the list below.
#pragma once

#include "model/maintenance/cluster_conditions.h"
#include "model/maintenance/component_conditions.h"
#include "model/maintenance/database_conditions.h"
#include "model/maintenance/service_conditions.h"

#include <variant>

namespace drydock::maintenance {

using Condition = std::variant<PolicyIs, MoveNowIs, RequesterStateIs, ComponentIs, AllComponentsInactive, NodeIs,
                               NotPrimaryActiveManager, NoActiveDatabases, QueuesDrained, ServiceRunning,
                               ServiceNoticed, CopiesHealthy, GoodCopyElsewhere>;

[[nodiscard]] ConditionResult evaluate(const Condition& condition, const domain::DagSnapshot& snapshot);
[[nodiscard]] domain::LocalizableText describe(const Condition& condition);
[[nodiscard]] Needs needs(const Condition& condition);
[[nodiscard]] bool isAbout(const Condition& condition, const Command& command);

} // namespace drydock::maintenance
