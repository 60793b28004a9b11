// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "app/drydockctl/check_subcommand.h"

#include "app/drydockctl/console.h"
#include "app/drydockctl/json_output.h"
#include "app/drydockctl/plan_print.h"

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
    if (m_format == "json")
        print(planAsJson(controller().plan(), controller().dryRun()));
    else
        print(m_format == "powershell" ? printableLines(controller().plan().toPowerShell())
                                       : planAsText(controller().plan(), controller().dryRun()));
    end(ExitCode::Done);
}

} // namespace drydock::ctl
