// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/maintenance/plan.h"

#include "model/domain/enum_names.h"
#include "model/maintenance/condition_script.h"
#include "model/maintenance/domain_controller.h"
#include "model/maintenance/powershell_text.h"

#include <algorithm>
#include <chrono>

namespace drydock::maintenance {
namespace {

constexpr domain::EnumName<RunKind> runKindNames[] = {
    {RunKind::Enter, "enter"},
    {RunKind::Reinstate, "leave"},
    {RunKind::Rebalance, "rebalance"},
    {RunKind::Reboot, "reboot"},
};
static_assert(domain::namesAll(runKindNames, RunKind::Reboot));

std::string lineFor(const Command& command, const std::string& fqdn)
{
    auto text = command.toPowerShell();
    if (command.endpoint == domain::EndpointKind::Exchange) return text;
    const Command outer{"Invoke-Command", {{"ComputerName", fqdn}}, domain::EndpointKind::Exchange, command.on};
    return outer.toPowerShell() + " -ScriptBlock { " + text + " }";
}

// Lets every cmdlet of the directory use the plan's domain controller, those that wait included.
std::string atDomainController(const std::string& domainController)
{
    if (domainController.empty()) return {};
    std::string names;
    for (const auto cmdlet : directoryCmdlets())
        names += (names.empty() ? "" : ", ") + literal(std::string(cmdlet));
    return "foreach ($cmdlet in " + names +
           ") {\n    $PSDefaultParameterValues[\"${cmdlet}:DomainController\"] = " + literal(domainController) +
           "\n}\n";
}

// `readings` in a row must meet the condition. One that a script cannot read becomes a comment after the `word`.
std::string waitFor(const Condition& condition, const Step& step, const Plan& plan, int readings, const char* word)
{
    const auto what = describe(condition).english();
    const auto expression = scriptOf(condition, plan);
    if (expression.empty()) return comment(std::string("   ") + word + ": " + what);
    const auto minutes = std::chrono::ceil<std::chrono::minutes>(step.timeout).count();
    return "Wait-Until " + literal(what) + " " + std::to_string(minutes) + " " + std::to_string(readings) + " { " +
           expression + " }\n";
}

} // namespace

bool Step::operator==(const Step&) const = default;
bool Plan::operator==(const Plan&) const = default;

const char* toString(RunKind runKind) noexcept { return domain::nameOf(runKindNames, runKind); }
std::optional<RunKind> runKindNamed(std::string_view name) noexcept { return domain::valueOf(runKindNames, name); }

void Plan::setTimeouts(const std::map<StepKind, domain::Duration>& timeouts)
{
    for (auto& step : steps)
        if (const auto chosen = timeouts.find(step.kind); chosen != timeouts.end()) step.timeout = chosen->second;
}

const Step* Plan::step(StepKind kind) const
{
    const auto found = std::find_if(steps.begin(), steps.end(), [&](const Step& s) { return s.kind == kind; });
    return found == steps.end() ? nullptr : &*found;
}

std::string headingOf(const Plan& plan)
{
    switch (plan.runKind) {
    case RunKind::Enter:
        return plan.server.text() + " into maintenance";
    case RunKind::Reinstate:
        return plan.server.text() + " back into service";
    case RunKind::Rebalance:
        return "databases of " + plan.group + " to their preferred servers";
    case RunKind::Reboot:
        break;
    }
    return plan.server.text() + " restarted in maintenance";
}

std::string Plan::toPowerShell() const
{
    std::string script = comment(headingOf(*this));
    script += comment("Run in the Exchange Management Shell. It waits after each step until the step is done.");
    script += "$ErrorActionPreference = 'Stop'\n";
    script += conditionFunctions();
    script += atDomainController(domainController);
    int number = 0;
    for (const auto& item : steps) {
        script += "\n" + comment(std::to_string(++number) + ". " + item.title.english());
        for (const auto& condition : item.preconditions)
            script += waitFor(condition, item, *this, 1, "only if");
        for (const auto& command : item.commands)
            script += lineFor(command, serverFqdn) + "\n";
        for (const auto& condition : item.verification)
            script += waitFor(condition, item, *this, item.mustHoldTwice ? 2 : 1, "done when");
        for (const auto& command : item.undo)
            script += comment("   undo: " + lineFor(command, serverFqdn));
    }
    return script;
}

} // namespace drydock::maintenance
