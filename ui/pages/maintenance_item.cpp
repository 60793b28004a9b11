// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/pages/maintenance_item.h"

#include "model/domain/health_rules.h"
#include "model/tables/step_progress.h"
#include "model/tables/text.h"
#include "ui/widgets/time_text.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace drydock::ui {
namespace {

struct ItemWords {
    Q_DECLARE_TR_FUNCTIONS(drydock::ui::MaintenanceList)
};

bool outOfServiceOnPurpose(domain::ServerState state)
{
    using enum domain::ServerState;
    return state == InMaintenance || state == Entering || state == Leaving || state == Blocked;
}

// Takes start and reason from the newest run that took the server into maintenance or back, if it entered.
void fillFromRuns(MaintenanceItem& item, const std::vector<maintenance::RunSummary>& runs)
{
    const auto run = std::find_if(runs.begin(), runs.end(), [&](const maintenance::RunSummary& r) {
        return r.server == item.server &&
               (r.runKind == maintenance::RunKind::Enter || r.runKind == maintenance::RunKind::Reinstate);
    });
    if (run == runs.end() || run->runKind != maintenance::RunKind::Enter) return;
    item.since = run->startedAt;
    QStringList parts;
    for (const auto& text : {run->reason, run->changeNumber})
        if (!text.empty()) parts += tables::plainText(text);
    item.why = parts.join(QStringLiteral(", "));
    if (!run->operatorName.empty())
        item.why += (item.why.isEmpty() ? QString() : QStringLiteral(" · ")) + tables::plainText(run->operatorName);
}

// Returns the run of somebody else that is under way on the server; nullptr if there is none.
const maintenance::OrganisationRun* runElsewhere(const MaintenanceItem& item,
                                                 const std::vector<maintenance::RunSummary>& runs,
                                                 const std::vector<maintenance::OrganisationRun>& organisation)
{
    const auto* run = maintenance::runUnderWay(organisation, item.server, item.state);
    if (!run || std::ranges::any_of(runs, [run](const auto& own) { return own.id == run->id; })) return nullptr;
    return run;
}

void fillFromElsewhere(MaintenanceItem& item, const maintenance::OrganisationRun& run)
{
    item.elsewhere = true;
    item.since = run.begunAt;
    item.why = tables::withLocalTimes(tables::translated(maintenance::sentenceAbout(run)));
}

void fillFromActivity(MaintenanceItem& item, const maintenance::RunState& run)
{
    item.running = true;
    const auto count = run.steps.size();
    item.step = ItemWords::tr("step %1 of %2").arg(std::min(run.current + 1, count)).arg(count);
    item.asks = run.phase == maintenance::RunPhase::Asking;
    if (run.current < count && run.current < run.plan.steps.size()) {
        const auto& step = run.plan.steps[run.current];
        item.waitingFor = item.asks ? ItemWords::tr("asks what to do")
                                    : tables::withLocalTimes(tables::progressText(step, run.steps[run.current]));
        if (item.waitingFor.isEmpty()) item.waitingFor = tables::translated(step.title);
    }
    item.share = count ? double(run.settledSteps()) / double(count) : 0;
}

} // namespace

std::vector<MaintenanceItem> maintenanceItems(const domain::DagSnapshot& snapshot, const domain::DagName& dag,
                                              const std::vector<maintenance::RunSummary>& runs,
                                              const std::vector<maintenance::OrganisationRun>& organisation,
                                              const std::optional<maintenance::RunState>& activity)
{
    std::vector<MaintenanceItem> items;
    for (const auto& server : snapshot.servers) {
        if (server.dag != dag) continue;
        const bool active = activity && activity->plan.server == server.name;
        MaintenanceItem item{.server = server.name, .state = domain::stateOf(snapshot, server.name)};
        const auto* elsewhere = active ? nullptr : runElsewhere(item, runs, organisation);
        if (!active && !elsewhere && !outOfServiceOnPurpose(item.state)) continue;
        fillFromRuns(item, runs);
        if (elsewhere) fillFromElsewhere(item, *elsewhere);
        if (active) fillFromActivity(item, *activity);
        items.push_back(item);
    }
    std::sort(items.begin(), items.end(), [](const auto& a, const auto& b) { return a.server < b.server; });
    return items;
}

} // namespace drydock::ui
