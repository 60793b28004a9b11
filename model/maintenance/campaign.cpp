// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/maintenance/campaign.h"

#include "model/domain/enum_names.h"
#include "model/domain/health_issues.h"

#include <algorithm>
#include <tuple>

namespace drydock::maintenance {

using namespace domain;

namespace {

constexpr EnumName<CampaignStage> stageNames[] = {
    {CampaignStage::Enter, "enter"},
    {CampaignStage::Between, "between"},
    {CampaignStage::Reinstate, "leave"},
    {CampaignStage::Steady, "steady"},
};
static_assert(namesAll(stageNames, CampaignStage::Steady));

constexpr EnumName<StageStatus> stageStatusNames[] = {
    {StageStatus::ToDo, "todo"},     {StageStatus::Running, "running"}, {StageStatus::Done, "done"},
    {StageStatus::Failed, "failed"}, {StageStatus::Unknown, "unknown"}, {StageStatus::GoneOnWithout, "left"},
    {StageStatus::Undone, "undone"},
};
static_assert(namesAll(stageStatusNames, StageStatus::Undone));

constexpr EnumName<BetweenKind> betweenNames[] = {
    {BetweenKind::Wait, "wait"},
    {BetweenKind::Reboot, "reboot"},
    {BetweenKind::OwnReboot, "own-reboot"},
    {BetweenKind::Command, "command"},
};
static_assert(namesAll(betweenNames, BetweenKind::Command));

std::size_t activesOn(const DagSnapshot& snapshot, const ServerName& server)
{
    const auto copies = snapshot.copiesOn(server);
    return static_cast<std::size_t>(
        std::count_if(copies.begin(), copies.end(), [](const DatabaseCopy* copy) { return copy->active; }));
}

struct KeyedIssue {
    std::string key; // without numbers, so that a queue which grows stays the same one
    std::string text;
};

std::vector<KeyedIssue> keyedIssuesIn(const DagSnapshot& snapshot, const std::string& group)
{
    const auto isElsewhere = [&](const ServerName& name) {
        const auto* server = snapshot.server(name);
        return server && server->dag != DagName(group);
    };
    std::vector<KeyedIssue> list;
    for (const auto& issue : healthIssues(snapshot))
        if (issue.severity >= Severity::Unknown && !isElsewhere(issue.server))
            list.push_back({issue.subject + " " + (issue.text.empty() ? "" : issue.text.message->id),
                            issue.subject + ": " + issue.text.english()});
    for (const auto& failed : snapshot.errors) {
        if (failed.section == SnapshotSection::AdminAuditLog || isElsewhere(failed.server)) continue;
        const auto text = failed.server.text() + " " + toString(failed.section) + " not read";
        list.push_back({text, text});
    }
    return list;
}

} // namespace

const char* toString(CampaignStage stage) noexcept { return nameOf(stageNames, stage); }
std::optional<CampaignStage> campaignStageNamed(std::string_view name) noexcept { return valueOf(stageNames, name); }
const char* toString(StageStatus status) noexcept { return nameOf(stageStatusNames, status); }
std::optional<StageStatus> stageStatusNamed(std::string_view name) noexcept { return valueOf(stageStatusNames, name); }
const char* toString(BetweenKind kind) noexcept { return nameOf(betweenNames, kind); }
std::optional<BetweenKind> betweenKindNamed(std::string_view name) noexcept { return valueOf(betweenNames, name); }

std::string campaignId(Time at, const std::string& group)
{
    auto id = runId(at, ServerName(group.empty() ? "servers" : group), RunKind::Enter);
    id.resize(id.rfind('-'));
    return id + "-rolling";
}

std::optional<CampaignStage> CampaignServer::current() const
{
    if (skipped) return {};
    for (const auto stage : campaignStages)
        if (!at(stage).over()) return stage;
    return {};
}

bool CampaignServer::failed() const
{
    return skipped ||
           std::ranges::any_of(stages, [](const StageState& s) { return s.status == StageStatus::GoneOnWithout; });
}

std::size_t CampaignState::current() const
{
    const auto open = std::ranges::find_if(servers, [](const CampaignServer& s) { return s.current().has_value(); });
    return static_cast<std::size_t>(open - servers.begin());
}

const StageState* CampaignState::currentStage() const
{
    const auto at = current();
    return at == servers.size() ? nullptr : &servers[at].at(*servers[at].current());
}

bool CampaignState::waitsForOperator() const
{
    const auto at = current();
    return phase == RunPhase::Asking && at < servers.size() && servers[at].current() == CampaignStage::Between &&
           plan.between == BetweenKind::Wait && currentStage()->status == StageStatus::Running;
}

std::optional<Duration> CampaignState::timeLeft(Time now) const
{
    Duration taken{};
    int through = 0;
    for (const auto& server : servers) {
        const auto& first = server.at(CampaignStage::Enter);
        const auto& last = server.at(CampaignStage::Steady);
        if (server.failed() || !first.startedAt || !last.finishedAt) continue;
        taken += *last.finishedAt - *first.startedAt;
        ++through;
    }
    if (through == 0) return {};
    const auto each = taken / through;
    Duration left{};
    for (const auto& server : servers) {
        if (!server.current()) continue;
        const auto& begun = server.at(CampaignStage::Enter).startedAt;
        left += begun ? std::max(each - (now - *begun), Duration::zero()) : each;
    }
    return left;
}

std::string CampaignPlan::fqdnOf(const domain::ServerName& server) const
{
    const auto at = std::find(servers.begin(), servers.end(), server);
    const auto index = static_cast<std::size_t>(at - servers.begin());
    return index < fqdns.size() ? fqdns[index] : std::string();
}

CampaignState newCampaign(std::string id, CampaignPlan plan)
{
    CampaignState state;
    state.id = std::move(id);
    for (const auto& server : plan.servers)
        state.servers.push_back({server});
    state.plan = std::move(plan);
    return state;
}

std::optional<RunKind> runKindOf(const CampaignPlan& plan, CampaignStage stage)
{
    switch (stage) {
    case CampaignStage::Enter:
        return RunKind::Enter;
    case CampaignStage::Reinstate:
        return RunKind::Reinstate;
    case CampaignStage::Between:
        if (plan.between == BetweenKind::Reboot || plan.between == BetweenKind::OwnReboot) return RunKind::Reboot;
        break;
    case CampaignStage::Steady:
        break;
    }
    return {};
}

std::vector<ServerName> suggestedOrder(const DagSnapshot& snapshot, std::vector<ServerName> servers)
{
    const auto key = [&snapshot](const ServerName& name) {
        const auto* group = snapshot.groupOf(name);
        const auto* server = snapshot.server(name);
        const auto* manager = group ? snapshot.server(group->primaryActiveManager) : nullptr;
        const bool isManager = manager && manager->name == name;
        const bool besideManager = manager && server && manager->site == server->site;
        return std::tuple(isManager, activesOn(snapshot, name), besideManager);
    };
    std::ranges::stable_sort(servers, {}, key);
    return servers;
}

std::vector<std::string> healthIssueKeys(const DagSnapshot& snapshot, const std::string& group)
{
    std::vector<std::string> keys;
    for (const auto& issue : keyedIssuesIn(snapshot, group))
        keys.push_back(issue.key);
    return keys;
}

std::vector<std::string> newHealthIssues(const CampaignPlan& plan, const DagSnapshot& snapshot)
{
    std::vector<std::string> lines;
    for (const auto& issue : keyedIssuesIn(snapshot, plan.group))
        if (std::ranges::find(plan.healthIssuesBefore, issue.key) == plan.healthIssuesBefore.end())
            lines.push_back(issue.text);
    return lines;
}

} // namespace drydock::maintenance
