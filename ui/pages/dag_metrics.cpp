// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/pages/dag_metrics.h"

#include "model/domain/redundancy.h"
#include "model/tables/text.h"

#include <QCoreApplication>

#include <algorithm>

namespace drydock::ui {
namespace {

using domain::Severity;

class MetricWords
{
    Q_DECLARE_TR_FUNCTIONS(Figures)
};

QString of(int part, int whole) { return MetricWords::tr("%1 of %2").arg(part).arg(whole); }
DagMetric unknown(const QString& why) { return {{}, why, 0, Severity::Unknown}; }

} // namespace

DagMetric redundancyMetric(const domain::DagSnapshot& snapshot, const domain::DagName& dag)
{
    const auto r = domain::redundancyOf(snapshot, dag);
    if (r.unlaggedCopies == 0) return unknown(MetricWords::tr("no databases were read"));
    const auto severity = r.goodCopies <= 0                                     ? Severity::Critical
                          : r.goodCopies < r.unlaggedCopies || r.goodCopies < 2 ? Severity::Warning
                                                                                : Severity::Ok;
    const auto worst = tables::plainText(r.weakestDatabase.text());
    const auto alone = std::find_if(snapshot.databases.begin(), snapshot.databases.end(), [&](const auto& database) {
        return database.dag == dag && !database.recovery && !database.dismountedOnPurpose() && database.singleCopy();
    });
    if (r.goodCopies == r.unlaggedCopies && alone != snapshot.databases.end())
        return {of(r.goodCopies, r.unlaggedCopies),
                MetricWords::tr("good copies; %1 has one only").arg(tables::plainText(alone->name.text())), 1,
                std::max(severity, Severity::Warning)};
    return {of(r.goodCopies, r.unlaggedCopies),
            r.goodCopies < r.unlaggedCopies ? MetricWords::tr("good copies of %1, the least").arg(worst)
                                            : MetricWords::tr("good copies of every database"),
            double(r.goodCopies) / r.unlaggedCopies, severity};
}

DagMetric quorumMetric(const domain::DagSnapshot& snapshot, const domain::DagName& dag)
{
    const auto* group = snapshot.group(dag);
    if (!group || !group->statusKnown) return unknown(MetricWords::tr("the cluster did not answer"));
    const auto quorum = domain::quorumOf(*group, snapshot.nodes);
    const auto severity = !quorum.holds()               ? Severity::Critical
                          : !quorum.survivesLossOfOne() ? Severity::Warning
                                                        : Severity::Ok;
    return {of(quorum.votes, quorum.total), MetricWords::tr("votes; %n needed", nullptr, quorum.needed),
            quorum.total ? double(quorum.votes) / quorum.total : 0, severity};
}

DagMetric mountedMetric(const domain::DagSnapshot& snapshot, const domain::DagName& dag)
{
    int all = 0;
    int mounted = 0;
    domain::DatabaseName moving;
    domain::DatabaseName down;
    for (const auto& database : snapshot.databases) {
        if (database.dag != dag || database.recovery || database.dismountedOnPurpose()) continue;
        ++all;
        const auto copies = snapshot.copiesOf(database.name);
        const auto is = [&](domain::CopyStatus status) {
            return std::any_of(copies.begin(), copies.end(), [&](const auto* copy) { return copy->status == status; });
        };
        if (is(domain::CopyStatus::Mounted))
            ++mounted;
        else if (is(domain::CopyStatus::Mounting) || is(domain::CopyStatus::Dismounting))
            moving = database.name;
        else
            down = database.name;
    }
    if (all == 0) return unknown(MetricWords::tr("no databases were read"));
    const auto share = double(mounted) / all;
    if (!down.empty())
        return {of(mounted, all), MetricWords::tr("%1 is not mounted").arg(tables::plainText(down.text())), share,
                Severity::Critical};
    if (!moving.empty())
        return {of(mounted, all), MetricWords::tr("%1 is moving").arg(tables::plainText(moving.text())), share,
                Severity::Maintenance};
    return {of(mounted, all), MetricWords::tr("every database is mounted"), share, Severity::Ok};
}

QueuedMessages queuedOf(const domain::DagSnapshot& snapshot, const domain::DagName& dag)
{
    QueuedMessages queued;
    queued.known = true;
    std::int64_t most = 0;
    bool any = false;
    for (const auto& server : snapshot.servers) {
        if (server.dag != dag) continue;
        any = true;
        queued.known = queued.known && snapshot.covers(domain::SnapshotSection::Queues, server.name);
        const auto here = snapshot.queuedMessages(server.name);
        queued.total += here;
        if (here > most) {
            most = here;
            queued.longestQueue = server.name;
        }
    }
    queued.known = queued.known && any;
    return queued;
}

DagMetric queuedMetric(const QueuedMessages& queued, int trend)
{
    if (!queued.known && queued.total == 0) return unknown(MetricWords::tr("not every queue could be read"));
    DagMetric metric{tables::numberText(qint64(queued.total)), {}, 0, Severity::Info};
    const auto name = tables::plainText(queued.longestQueue.text());
    if (queued.total == 0)
        metric.words = MetricWords::tr("no messages are waiting");
    else if (trend > 0)
        metric.words = MetricWords::tr("messages, most on %1, rising").arg(name);
    else if (trend < 0)
        metric.words = MetricWords::tr("messages, most on %1, falling").arg(name);
    else
        metric.words = MetricWords::tr("messages, most on %1").arg(name);
    return metric;
}

} // namespace drydock::ui
