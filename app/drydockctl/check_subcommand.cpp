// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "app/drydockctl/check_subcommand.h"

#include "app/drydockctl/console.h"
#include "app/drydockctl/json_output.h"
#include "app/drydockctl/plan_print.h"
#include "app/drydockctl/rebalance_print.h"

namespace drydock::ctl {

std::string CheckSubcommand::name() const { return m_mode == Mode::Check ? "check" : "plan"; }

std::string CheckSubcommand::summary() const
{
    return m_mode == Mode::Check ? "Runs the pre-flight checks; changes nothing."
                                 : "Prints what a run would do, step by step; changes nothing.";
}

void CheckSubcommand::addOptions(CLI::App& command)
{
    addRequest(command);
    if (m_mode == Mode::Check)
        addFormat(command, m_format, {"table", "json"});
    else
        addFormat(command, m_format, {"text", "json", "powershell"});
}

void CheckSubcommand::start(const Context& context)
{
    prepareThen(context, [this] { m_mode == Mode::Check ? showChecks() : showPlan(); });
}

void CheckSubcommand::showChecks()
{
    print(m_format == "json" ? checksAsJson(controller().checks()) : checksAsTable(controller().checks()));
    end(checksExitCode({}));
}

void CheckSubcommand::showPlan()
{
    const auto& plan = controller().plan();
    if (m_format == "json")
        print(planAsJson(plan, controller().dryRun(), *controller().basis()));
    else if (m_format == "powershell")
        print(printableLines(plan.toPowerShell()));
    else {
        if (plan.runKind == maintenance::RunKind::Rebalance) print(rebalanceAsText(plan, *controller().basis()));
        print(planAsText(plan, controller().dryRun()));
    }
    end(ExitCode::Done);
}

} // namespace drydock::ctl
