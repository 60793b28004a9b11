// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "app/drydockctl/plan_print.h"

#include "app/drydockctl/console.h"
#include "app/drydockctl/text_table.h"
#include "model/maintenance/dry_run.h"

#include <QString>

namespace drydock::ctl {

using namespace maintenance;

const char* endpointName(domain::EndpointKind endpoint)
{
    return endpoint == domain::EndpointKind::Exchange ? "exchange" : "node";
}

const DryRunLine* lineOf(const std::vector<DryRunLine>& dryRun, std::size_t step, StepKind kind)
{
    return step < dryRun.size() && dryRun[step].kind == kind ? &dryRun[step] : nullptr;
}

std::string checksAsTable(const std::vector<Check>& checks)
{
    TextTable table({"Result", "Check", "Id", "Expected", "Found"});
    for (const Check& check : checks)
        table.add(
            {toString(check.result), check.title.english(), check.id, check.expected.english(), check.found.english()});
    std::string result = table.text();
    for (const Check& check : checks) {
        if (check.result == CheckResult::Pass) continue;
        result += "\n" + check.id + ": " + printable(check.why.english()) + "\n";
        for (const std::string& evidence : check.evidence)
            result += "    " + printable(evidence) + "\n";
    }
    return result;
}

std::string planAsText(const Plan& plan, const std::vector<DryRunLine>& dryRun)
{
    const auto& subject = plan.runKind == RunKind::Rebalance ? plan.group : plan.server.text();
    std::string result = std::string(toString(plan.runKind)) + " " + subject + " (" + plan.serverFqdn + ")\n";
    if (!plan.domainController.empty())
        result += "Active Directory is read and written at " + plan.domainController + "\n";
    if (!plan.redirectTarget.empty()) result += "mail goes to " + plan.redirectTarget + "\n";
    for (const domain::DatabaseName& database : plan.singleCopyDatabases)
        result += "goes down with the server: " + database.text() + "\n";
    for (std::size_t n = 0; n < plan.steps.size(); ++n) {
        const Step& step = plan.steps[n];
        result += "\n" + std::to_string(n + 1) + ". " + step.title.english() + "\n";
        const auto minutes = std::chrono::duration<double, std::ratio<60>>(step.timeout).count();
        result += "   " + std::string(toString(step.kind)) +
                  (step.onTimeout == OnTimeout::Fail ? ": asks after " : ": warns after ") +
                  QString::number(minutes).toStdString() + " min\n";
        for (const Command& command : step.commands)
            result += std::string("   ") + endpointName(command.endpoint) + "> " + command.toPowerShell() + "\n";
        for (const Condition& condition : step.verification)
            result += "   done when: " + describe(condition).english() + "\n";
        for (const Command& command : step.undo)
            result += std::string("   undo: ") + command.toPowerShell() + "\n";
        if (const DryRunLine* line = lineOf(dryRun, n, step.kind); line && !line->text.empty())
            result += "   now: " + line->text.english() + "\n";
    }
    return printableLines(result);
}

} // namespace drydock::ctl
