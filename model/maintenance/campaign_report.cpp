// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/maintenance/campaign_report.h"

#include "model/domain/visible_text.h"
#include "model/maintenance/json_codec.h"
#include "model/maintenance/report_text.h"

#include <nlohmann/json.hpp>

namespace drydock::maintenance {
namespace {

using namespace domain;
using namespace report_text;
using nlohmann::json;

using Head = std::vector<std::pair<std::string, std::string>>;

std::string betweenText(const CampaignPlan& plan)
{
    std::string text = toString(plan.between);
    for (const auto& word : plan.program)
        text += " " + word;
    return text;
}

std::string campaignTitle(const CampaignState& state)
{
    return "Rolling maintenance of " +
           (state.plan.group.empty() ? std::to_string(state.servers.size()) + " servers" : state.plan.group);
}

Head campaignHead(const CampaignState& state)
{
    std::string overrides;
    for (const auto& id : state.plan.overrides)
        overrides += (overrides.empty() ? "" : ", ") + id;
    return {{"Campaign", state.id},
            {"Outcome", toString(state.outcome)},
            {"Started", timeText(state.startedAt)},
            {"Finished", timeText(state.finishedAt)},
            {"Took", elapsed(state.startedAt, state.finishedAt)},
            {"Operator", state.operatorName},
            {"Computer", state.computer},
            {"Reason", state.plan.reason},
            {"Change number", state.plan.changeNumber},
            {"In maintenance", betweenText(state.plan)},
            {"Health steady", std::to_string(state.plan.healthSteady / std::chrono::minutes(1)) + " min"},
            {"After a failure", state.plan.skipsFailed ? "skip the server" : "stop"},
            {"Overridden checks", overrides}};
}

std::string versionText(const CampaignServer& server)
{
    if (server.version.empty() || server.versionAfter.empty() || server.version == server.versionAfter)
        return server.version;
    return server.version + " -> " + server.versionAfter;
}

// Returns what the row of a stage tells behind its times.
std::vector<std::string> detailsOf(const StageState& stage)
{
    std::vector<std::string> lines;
    if (!stage.runId.empty()) lines.push_back("run " + stage.runId);
    if (!stage.found.empty()) lines.push_back(stage.found);
    if (stage.error) lines.push_back(stage.error->summary());
    return lines;
}

json timeOrNull(const std::optional<Time>& time) { return time ? json(toIso(*time)) : json(); }

json stageJson(CampaignStage kind, const StageState& stage)
{
    return {{"stage", toString(kind)},
            {"status", toString(stage.status)},
            {"run", stage.runId.empty() ? json() : json(stage.runId)},
            {"started", timeOrNull(stage.startedAt)},
            {"finished", timeOrNull(stage.finishedAt)},
            {"found", stage.found},
            {"error", stage.error ? codec::toJson(*stage.error) : json()}};
}

} // namespace

std::string campaignAsText(const CampaignState& state)
{
    std::string out = campaignTitle(state) + "\n\n";
    for (const auto& [name, value] : campaignHead(state))
        if (!value.empty()) out += name + ": " + visibleText(value) + "\n";
    for (const auto& server : state.servers) {
        const auto version = versionText(server);
        out += "\n" + server.server.text() + (version.empty() ? "" : ", " + version) +
               (server.skipped ? ", left out" : "") + "\n";
        for (const auto kind : campaignStages) {
            const auto& stage = server.at(kind);
            out += std::string("  ") + toString(kind) + ": " + toString(stage.status);
            if (stage.startedAt)
                out += ", " + timeText(stage.startedAt) + ", " + elapsed(stage.startedAt, stage.finishedAt);
            out += "\n";
            for (const auto& line : detailsOf(stage))
                out += "    " + visibleText(line) + "\n";
        }
    }
    if (!state.notes.empty()) out += "\nDecisions\n";
    for (const auto& note : state.notes)
        out += "  " + visibleText(note) + "\n";
    return visibleLines(out);
}

std::string campaignAsJson(const CampaignState& state)
{
    auto servers = json::array();
    for (const auto& server : state.servers) {
        auto stages = json::array();
        for (const auto kind : campaignStages)
            stages.push_back(stageJson(kind, server.at(kind)));
        servers.push_back({{"server", server.server.text()},
                           {"version", server.version},
                           {"versionAfter", server.versionAfter},
                           {"skipped", server.skipped},
                           {"stages", std::move(stages)}});
    }
    const json report{{"id", state.id},
                      {"kind", "rolling"},
                      {"group", state.plan.group},
                      {"outcome", toString(state.outcome)},
                      {"phase", toString(state.phase)},
                      {"started", timeOrNull(state.startedAt)},
                      {"finished", timeOrNull(state.finishedAt)},
                      {"operator", state.operatorName},
                      {"computer", state.computer},
                      {"reason", state.plan.reason},
                      {"changeNumber", state.plan.changeNumber},
                      {"between", toString(state.plan.between)},
                      {"program", state.plan.program},
                      {"healthSteadySeconds", state.plan.healthSteady / std::chrono::seconds(1)},
                      {"onFailure", state.plan.skipsFailed ? "skip" : "stop"},
                      {"overrides", state.plan.overrides},
                      {"servers", std::move(servers)},
                      {"notes", state.notes}};
    return visibleJson(codec::print(report)) + "\n";
}

std::string campaignAsHtml(const CampaignState& state)
{
    std::string out = pageBegin(campaignTitle(state), campaignHead(state));
    out +=
        "<h2>Servers</h2>\n<table><tr><th>Server</th><th>Stage</th><th>State</th><th>Started</th><th>Took</th></tr>\n";
    for (const auto& server : state.servers) {
        auto name = "<b>" + escaped(server.server.text()) + "</b>";
        if (const auto version = versionText(server); !version.empty()) name += "<br>" + escaped(version);
        if (server.skipped) name += "<br>left out";
        out += "<tr><td rowspan=\"" + std::to_string(campaignStages.size()) + "\">" + name + "</td>";
        for (const auto kind : campaignStages) {
            const auto& stage = server.at(kind);
            out += (kind == campaignStages.front() ? std::string() : "<tr>") + "<td>" + toString(kind);
            for (const auto& line : detailsOf(stage))
                out += "<br>" + escaped(line);
            out += std::string("</td><td>") + toString(stage.status) + "</td><td>" + timeText(stage.startedAt) +
                   "</td><td>" + elapsed(stage.startedAt, stage.finishedAt) + "</td></tr>\n";
        }
    }
    return out + "</table>\n" + listAsHtml("Decisions", state.notes) + pageEnd();
}

} // namespace drydock::maintenance
