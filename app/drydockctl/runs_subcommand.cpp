#include "app/drydockctl/runs_subcommand.h"

#include "app/drydockctl/console.h"
#include "app/drydockctl/text_table.h"

#include <nlohmann/json.hpp>

namespace drydock::ctl {
namespace {

using Json = nlohmann::ordered_json;
using maintenance::RunListing;

// What can be done with it, in a word.
std::string stateOf(const RunListing& run)
{
    if (run.error) return "unreadable";
    if (run.inUse) return "running";
    if (run.notStarted) return "never-begun";
    return run.state.resumable() ? "unfinished" : maintenance::toString(run.state.outcome);
}

Json toJson(const RunListing& run)
{
    const auto orNull = [](const std::optional<domain::Time>& time) {
        return time ? Json(domain::toIso(*time)) : Json(nullptr);
    };
    Json made{{"id", run.state.id}, {"state", stateOf(run)}, {"file", run.file}};
    if (run.error) {
        made["error"] = {{"kind", domain::toString(run.error->kind)}, {"text", run.error->summary()}};
        return made;
    }
    if (run.notStarted) return made;
    made["kind"] = maintenance::toString(run.state.plan.direction);
    made["server"] = run.state.plan.server.text();
    made["startedAt"] = orNull(run.state.startedAt);
    made["finishedAt"] = orNull(run.state.finishedAt);
    made["operator"] = run.state.operatorName;
    made["reason"] = run.state.reason;
    made["step"] = std::min(run.state.current + 1, run.state.steps.size());
    made["steps"] = run.state.steps.size();
    made["resumable"] = run.state.resumable() && !run.inUse;
    made["outcome"] = maintenance::toString(run.state.outcome);
    return made;
}

std::string asTable(const std::vector<RunListing>& runs)
{
    if (runs.empty()) return "No runs.\n";
    TextTable table({"Run", "Kind", "Server", "State", "Step", "Reason"});
    for (const RunListing& run : runs) {
        if (run.error) {
            table.add({run.file, "", "", "unreadable", "", run.error->summary()});
            continue;
        }
        const auto& state = run.state;
        if (run.notStarted) {
            table.add({state.id, "", "", stateOf(run), "", ""});
            continue;
        }
        table.add(
            {state.id, maintenance::toString(state.plan.direction), state.plan.server.text(), stateOf(run),
             std::to_string(std::min(state.current + 1, state.steps.size())) + "/" + std::to_string(state.steps.size()),
             state.reason});
    }
    return table.text();
}

} // namespace

void RunsSubcommand::addOptions(CLI::App& command) { addFormat(command, m_format, {"table", "json"}); }

void RunsSubcommand::start(const Context& context)
{
    const auto runs = context.composition.journals().list();
    if (!runs) return fail(runs.error());
    if (m_format == "table") {
        print(asTable(*runs));
        return end(ExitCode::Done);
    }
    Json list = Json::array();
    for (const RunListing& run : *runs)
        list.push_back(toJson(run));
    print(Json{{"runs", std::move(list)}}.dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
    end(ExitCode::Done);
}

} // namespace drydock::ctl
