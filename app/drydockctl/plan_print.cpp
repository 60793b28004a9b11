#include "app/drydockctl/console.h"
#include "app/drydockctl/maintenance_subcommand.h"
#include "app/drydockctl/text_table.h"
#include "model/maintenance/dry_run.h"

#include <nlohmann/json.hpp>

namespace drydock::ctl {
namespace {

using Json = nlohmann::ordered_json;
using namespace maintenance;

std::string dump(const Json& json) { return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n"; }

const char* endpointName(domain::EndpointKind place)
{
    return place == domain::EndpointKind::Exchange ? "exchange" : "node";
}

Json commandsJson(const std::vector<Command>& commands)
{
    Json list = Json::array();
    for (const Command& command : commands)
        list.push_back({{"command", command.toPowerShell()},
                        {"place", endpointName(command.endpoint)},
                        {"on", command.on.text()}});
    return list;
}

Json conditionsJson(const std::vector<Condition>& conditions)
{
    Json list = Json::array();
    for (const Condition& condition : conditions)
        list.push_back(describe(condition).english());
    return list;
}

const DryRunLine* lineOf(const std::vector<DryRunLine>& dryRun, std::size_t step, StepKind kind)
{
    return step < dryRun.size() && dryRun[step].kind == kind ? &dryRun[step] : nullptr;
}

} // namespace

std::string checksAsJson(const std::vector<Check>& checks)
{
    Json list = Json::array();
    for (const Check& check : checks)
        list.push_back({{"id", check.id},
                        {"title", check.title.english()},
                        {"result", toString(check.result)},
                        {"expected", check.expected.english()},
                        {"found", check.found.english()},
                        {"evidence", check.evidence},
                        {"why", check.why.english()},
                        {"overridable", check.overridable}});
    return dump({{"checks", std::move(list)}});
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
    std::string result =
        std::string(toString(plan.direction)) + " " + plan.server.text() + " (" + plan.serverFqdn + ")\n";
    if (!plan.redirectTarget.empty()) result += "mail goes to " + plan.redirectTarget + "\n";
    for (const domain::DatabaseName& database : plan.singleCopyDatabases)
        result += "goes down with the server: " + database.text() + "\n";
    for (std::size_t n = 0; n < plan.steps.size(); ++n) {
        const Step& step = plan.steps[n];
        result += "\n" + std::to_string(n + 1) + ". " + step.title.english() + "\n";
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

std::string planAsJson(const Plan& plan, const std::vector<DryRunLine>& dryRun)
{
    Json steps = Json::array(), single = Json::array();
    for (std::size_t n = 0; n < plan.steps.size(); ++n) {
        const Step& step = plan.steps[n];
        Json one{{"n", n + 1},
                 {"kind", toString(step.kind)},
                 {"title", step.title.english()},
                 {"why", step.why.english()},
                 {"commands", commandsJson(step.commands)},
                 {"verification", conditionsJson(step.verification)},
                 {"undo", commandsJson(step.undo)},
                 {"timeoutSeconds", std::chrono::duration_cast<std::chrono::seconds>(step.timeout).count()}};
        if (const DryRunLine* line = lineOf(dryRun, n, step.kind)) {
            one["wouldBeSkipped"] = line->wouldBeSkipped;
            one["now"] = line->text.english();
        }
        steps.push_back(std::move(one));
    }
    for (const domain::DatabaseName& database : plan.singleCopyDatabases)
        single.push_back(database.text());
    return dump({{"direction", toString(plan.direction)},
                 {"server", plan.server.text()},
                 {"fqdn", plan.serverFqdn},
                 {"redirectTarget", plan.redirectTarget},
                 {"singleCopyDatabases", std::move(single)},
                 {"steps", std::move(steps)}});
}

} // namespace drydock::ctl
