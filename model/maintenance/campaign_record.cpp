// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/maintenance/campaign_record.h"

#include "model/maintenance/json_codec.h"

#include <nlohmann/json.hpp>

namespace drydock::maintenance {
namespace {

using namespace domain;
using nlohmann::json;

json planToJson(const CampaignPlan& plan)
{
    auto servers = json::array();
    for (const auto& server : plan.servers)
        servers.push_back(server.text());
    return {{"group", plan.group},
            {"servers", servers},
            {"fqdns", plan.fqdns},
            {"between", toString(plan.between)},
            {"program", plan.program},
            {"healthSteadyMs", plan.healthSteady.count()},
            {"onFailure", plan.skipsFailed ? "skip" : "stop"},
            {"reason", plan.reason},
            {"changeNumber", plan.changeNumber},
            {"overrides", plan.overrides},
            {"attentionBefore", plan.healthIssuesBefore}};
}

struct CampaignRecordJson {
    json operator()(const campaign_record::Created& r) const
    {
        return {{"type", "campaign-created"},       {"format", campaignFormat},         {"id", r.state.id},
                {"plan", planToJson(r.state.plan)}, {"operator", r.state.operatorName}, {"computer", r.state.computer}};
    }
    json operator()(const campaign_record::StageStarted& r) const
    {
        return {{"type", "stage-started"},
                {"server", r.server},
                {"stage", toString(r.stage)},
                {"run", r.run},
                {"version", r.version}};
    }
    json operator()(const campaign_record::StageEnded& r) const
    {
        return {{"type", "stage-ended"},
                {"server", r.server},
                {"stage", toString(r.stage)},
                {"status", toString(r.status)},
                {"error", r.error ? codec::toJson(*r.error) : json()},
                {"found", r.found}};
    }
    json operator()(const campaign_record::UndoStarted& r) const
    {
        return {{"type", "undo-started"}, {"server", r.server}};
    }
    json operator()(const campaign_record::StageGoneOnWithout& r) const
    {
        return {{"type", "stage-left"}, {"server", r.server}, {"stage", toString(r.stage)}};
    }
    json operator()(const campaign_record::ServerSkipped& r) const
    {
        return {{"type", "server-skipped"}, {"server", r.server}};
    }
    json operator()(const campaign_record::Continued& r) const
    {
        return {{"type", "continued"}, {"decision", r.decision}};
    }
    json operator()(const campaign_record::Ended& r) const
    {
        return {{"type", "campaign-ended"}, {"outcome", toString(r.outcome)}};
    }
};

template <class E> E closedWord(const json& from, const char* key, std::optional<E> (*named)(std::string_view) noexcept)
{
    const auto word = from.at(key).get<std::string>();
    const auto value = named(word);
    if (!value) throw json::type_error::create(302, "unknown word " + word, &from);
    return *value;
}

campaign_record::Created readCampaignCreated(const json& from)
{
    const auto& in = from.at("plan");
    CampaignPlan plan;
    plan.group = in.at("group").get<std::string>();
    for (const auto& name : in.at("servers"))
        plan.servers.emplace_back(name.get<std::string>());
    if (in.contains("fqdns")) plan.fqdns = in.at("fqdns").get<std::vector<std::string>>();
    plan.between = closedWord(in, "between", betweenKindNamed);
    plan.program = in.at("program").get<std::vector<std::string>>();
    plan.healthSteady = Duration(in.at("healthSteadyMs").get<std::int64_t>());
    plan.skipsFailed = in.at("onFailure").get<std::string>() == "skip";
    plan.reason = in.at("reason").get<std::string>();
    plan.changeNumber = in.at("changeNumber").get<std::string>();
    plan.overrides = in.at("overrides").get<std::set<std::string>>();
    plan.healthIssuesBefore = in.at("attentionBefore").get<std::vector<std::string>>();
    auto state = newCampaign(from.at("id").get<std::string>(), std::move(plan));
    state.operatorName = from.at("operator").get<std::string>();
    state.computer = from.at("computer").get<std::string>();
    return {std::move(state)};
}

CampaignRecordBody readCampaignBody(const json& from)
{
    const auto type = from.at("type").get<std::string>();
    if (type == "campaign-created") return readCampaignCreated(from);
    if (type == "continued") return campaign_record::Continued{from.at("decision").get<std::string>()};
    if (type == "campaign-ended") return campaign_record::Ended{closedWord(from, "outcome", outcomeNamed)};
    const auto server = from.at("server").get<std::size_t>();
    if (type == "undo-started") return campaign_record::UndoStarted{server};
    if (type == "server-skipped") return campaign_record::ServerSkipped{server};
    const auto stage = closedWord(from, "stage", campaignStageNamed);
    if (type == "stage-left") return campaign_record::StageGoneOnWithout{server, stage};
    if (type == "stage-started")
        return campaign_record::StageStarted{server, stage, from.at("run").get<std::string>(),
                                             from.at("version").get<std::string>()};
    if (type != "stage-ended") throw json::type_error::create(302, "unknown type " + type, &from);
    campaign_record::StageEnded ended{
        server, stage, closedWord(from, "status", stageStatusNamed), {}, from.at("found").get<std::string>()};
    if (!from.at("error").is_null()) codec::read(from.at("error"), ended.error.emplace());
    return ended;
}

// Applies one record. Returns false if it names a server that the plan does not have.
struct CampaignChange {
    CampaignState& state;
    Time at;

    bool operator()(const campaign_record::Created& r) const
    {
        state = r.state;
        state.startedAt = at;
        state.phase = RunPhase::Running;
        return true;
    }
    bool operator()(const campaign_record::StageStarted& r) const
    {
        if (r.server >= state.servers.size()) return false;
        auto& server = state.servers[r.server];
        auto& stage = server.at(r.stage);
        const auto startedAt = stage.startedAt.value_or(at);
        stage = {.status = StageStatus::Running, .runId = r.run, .startedAt = startedAt};
        if (r.stage == CampaignStage::Enter && server.version.empty()) server.version = r.version;
        if (r.stage == CampaignStage::Reinstate) server.versionAfter = r.version;
        return true;
    }
    bool operator()(const campaign_record::StageEnded& r) const
    {
        if (r.server >= state.servers.size()) return false;
        auto& stage = state.servers[r.server].at(r.stage);
        if (!stage.startedAt) stage.startedAt = at;
        stage.status = r.status;
        stage.error = r.error;
        stage.found = r.found;
        stage.finishedAt = at;
        state.waitingFor.clear();
        return true;
    }
    bool operator()(const campaign_record::UndoStarted& r) const
    {
        if (r.server >= state.servers.size()) return false;
        state.servers[r.server].undoing = true;
        return true;
    }
    bool operator()(const campaign_record::StageGoneOnWithout& r) const
    {
        if (r.server >= state.servers.size()) return false;
        auto& stage = state.servers[r.server].at(r.stage);
        stage.status = StageStatus::GoneOnWithout;
        if (!stage.finishedAt) stage.finishedAt = at;
        return true;
    }
    bool operator()(const campaign_record::ServerSkipped& r) const
    {
        if (r.server >= state.servers.size()) return false;
        auto& server = state.servers[r.server];
        if (server.undoing) server.at(CampaignStage::Enter).status = StageStatus::Undone;
        server.undoing = false;
        server.skipped = true;
        return true;
    }
    bool operator()(const campaign_record::Continued& r) const
    {
        state.phase = RunPhase::Running;
        state.outcome = Outcome::None;
        state.notes.push_back(toIso(at) + " continued by the operator" +
                              (r.decision.empty() ? std::string() : ": " + r.decision));
        return true;
    }
    bool operator()(const campaign_record::Ended& r) const
    {
        state.phase = RunPhase::Finished;
        state.outcome = r.outcome;
        state.finishedAt = at;
        return true;
    }
};

// What a campaign that was cut off is: stopped, with a program whose end is not known.
void close(CampaignState& state)
{
    if (state.phase == RunPhase::Finished) return;
    state.phase = RunPhase::Stopped;
    state.outcome = Outcome::Stopped;
    const auto at = state.current();
    if (at == state.servers.size()) return;
    const auto stage = *state.servers[at].current();
    auto& open = state.servers[at].at(stage);
    if (stage == CampaignStage::Between && state.plan.between == BetweenKind::Command &&
        open.status == StageStatus::Running)
        open.status = StageStatus::Unknown;
    if (open.status == StageStatus::Failed) state.outcome = Outcome::Failed;
    if (open.status == StageStatus::Unknown) state.outcome = Outcome::Unknown;
}

} // namespace

std::string toJsonLine(const CampaignRecord& written)
{
    auto line = std::visit(CampaignRecordJson{}, written.body);
    line["seq"] = written.sequence;
    line["at"] = toIso(written.at);
    return codec::print(line);
}

Result<CampaignRecord> campaignRecordFromJson(std::string_view line)
{
    try {
        const auto from = json::parse(line);
        const auto at = fromIso(from.at("at").get<std::string>());
        if (!at) return fail(ErrorKind::Corrupt, "campaign record", "“at” is not a time");
        // The format is checked first, so that a newer record is not reported as damaged.
        if (const int format = from.value("format", campaignFormat); format > campaignFormat)
            return fail(ErrorKind::Usage, "campaign record",
                        "written by a newer Drydock: campaign format " + std::to_string(format) + ", this one knows " +
                            std::to_string(campaignFormat) + "; go on with that one");
        return CampaignRecord{from.at("seq").get<std::uint64_t>(), *at, readCampaignBody(from)};
    } catch (const json::exception& e) {
        return fail(ErrorKind::Corrupt, "campaign record", e.what());
    }
}

Result<> apply(CampaignState& state, const CampaignRecord& record)
{
    if (std::visit(CampaignChange{state, record.at}, record.body)) return {};
    return fail(ErrorKind::Corrupt, "campaign record " + std::to_string(record.sequence), "no such server");
}

Result<CampaignState> replayCampaign(const std::vector<CampaignRecord>& records)
{
    CampaignState state;
    for (std::size_t i = 0; i < records.size(); ++i) {
        const bool created = std::holds_alternative<campaign_record::Created>(records[i].body);
        if (records[i].sequence != i || created != (i == 0))
            return fail(ErrorKind::Corrupt, "campaign record " + std::to_string(i), "not the next one");
        DRYDOCK_TRY_VOID(apply(state, records[i]));
    }
    if (!records.empty()) close(state);
    return state;
}

} // namespace drydock::maintenance
