// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/wizard/load_balancer_panel.h"

#include "model/tables/text.h"
#include "ui/widgets/time_text.h"

namespace drydock::ui {
namespace {

using domain::Healthchecks;
using maintenance::RunKind;
using tables::plainText;

// The server is to refuse every protocol in maintenance, and to answer every one after it.
PanelLine answersLine(const Healthchecks& checks, RunKind runKind)
{
    const int serving = checks.serving();
    const int asked = checks.asked();
    const QString since = clockText(checks.since);
    // This computer may see less than the load balancer: no answer is not a refusal.
    if (const int silent = checks.unanswered(); silent > 0)
        return {tables::Shape::StepUnknown,
                LoadBalancerPanel::tr("not known: %1 of %2 gave no answer").arg(silent).arg(asked),
                plainText(checks.problem), false};
    if (runKind == RunKind::Enter && serving == 0)
        return {tables::Shape::CheckPass,
                LoadBalancerPanel::tr("it will have noticed: %1 of %1 refuse since %2").arg(asked).arg(since),
                {},
                false};
    if (runKind == RunKind::Enter)
        return {tables::Shape::Dash,
                LoadBalancerPanel::tr("clients still come: %1 of %2 answer").arg(serving).arg(asked),
                {},
                false};
    if (serving == asked)
        return {tables::Shape::CheckPass,
                LoadBalancerPanel::tr("it will have noticed: %1 of %1 answer since %2").arg(asked).arg(since),
                {},
                false};
    return {tables::Shape::Dash,
            LoadBalancerPanel::tr("no clients yet: %1 of %2 refuse").arg(asked - serving).arg(asked),
            {},
            false};
}

} // namespace

void LoadBalancerPanel::readSnapshot(const domain::SnapshotPtr& snapshot, const domain::ServerName& server)
{
    if (snapshot->covers(domain::SnapshotSection::Healthchecks, server)) takeNewer(m_last, snapshot);
}

void LoadBalancerPanel::showPlan(const maintenance::Plan& plan, domain::Time now)
{
    const bool current = showAge(m_last, now);
    const auto* own = m_last ? m_last->healthchecksOf(plan.server) : nullptr;
    const QString value = !own       ? tr("not read yet")
                          : !current ? QStringLiteral("?")
                                     : tr("%1 of %2").arg(own->serving()).arg(own->asked());
    setTitle(tr("Load balancer"), value);
    if (!own || !current) return setLines({});
    QList<PanelLine> lines{answersLine(*own, plan.runKind)};
    for (const auto* other : m_last->otherMembers(plan.server)) {
        const auto* checks = m_last->healthchecksOf(other->name);
        const bool serves = checks && checks->serving() == checks->asked();
        lines.append({serves   ? tables::Shape::CheckPass
                      : checks ? tables::Shape::CheckWarn
                               : tables::Shape::StepUnknown,
                      plainText(other->name.text()),
                      checks ? tr("%1 of %2 answer").arg(checks->serving()).arg(checks->asked()) : tr("not asked"),
                      false});
    }
    setLines(lines);
}

} // namespace drydock::ui
