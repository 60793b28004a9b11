// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/wizard/run_panels.h"

#include "model/domain/redundancy.h"
#include "model/tables/shapes.h"
#include "model/tables/text.h"
#include "ui/widgets/sparkline.h"
#include "ui/widgets/time_text.h"
#include "ui/wizard/run_text.h"

#include <QVBoxLayout>

#include <algorithm>
#include <limits>

namespace drydock::ui {
namespace {

using tables::plainText;

// The rate is the average over this time, so that a single burst does not change it.
constexpr auto rateWindow = std::chrono::minutes(2);
constexpr std::size_t samplesKept = 120;
constexpr int curveHeight = 24;

tables::Shape shapeOf(const maintenance::DatabaseMove& move)
{
    if (move.done) return tables::Shape::StepDone;
    const auto is = [&](const char* word) { return domain::equalsIgnoringCase(move.status, word); };
    if (is("Failed") || is("FailedAndSuspended")) return tables::Shape::CopyFailed;
    if (move.to.empty() && is("Mounted")) return tables::Shape::StepToDo;
    return is("Mounting") ? tables::Shape::StepRunning : tables::Shape::CopyMoving;
}

// Returns the short name of an overridden check, or its id if it has no short name.
QString overrideName(const std::string& id)
{
    if (id == "copies-elsewhere") return SafetyPanel::tr("Copies elsewhere");
    if (id == "single-copy") return SafetyPanel::tr("Single copies");
    if (id == "other-in-maintenance") return SafetyPanel::tr("Other member");
    if (id == "redirect-target") return SafetyPanel::tr("Redirect target");
    if (id == "queues") return SafetyPanel::tr("Queues");
    if (id == "original-settings") return SafetyPanel::tr("Original settings");
    return plainText(id);
}

bool readsCopies(const domain::DagSnapshot& snapshot)
{
    return std::any_of(snapshot.read.begin(), snapshot.read.end(),
                       [](const auto& part) { return part.first == domain::SnapshotSection::Copies; });
}

QString queuesOf(const domain::DatabaseCopy& copy)
{
    if (!copy.copyQueueLength || !copy.replayQueueLength) return plainText(copy.status.text);
    return DatabasesPanel::tr("copy queue %1, replay queue %2")
        .arg(tables::numberText(qint64(*copy.copyQueueLength)), tables::numberText(qint64(*copy.replayQueueLength)));
}

} // namespace

void DatabasesPanel::readSnapshot(const domain::SnapshotPtr& snapshot)
{
    if (readsCopies(*snapshot)) m_copies = snapshot;
}

void DatabasesPanel::runHasRead(const domain::SnapshotPtr& snapshot, const domain::ServerName& server)
{
    if (snapshot->covers(domain::SnapshotSection::Copies, server)) m_waits = false;
}

void DatabasesPanel::showRun(const maintenance::RunState& run, domain::Time now)
{
    if (run.plan.direction == maintenance::Direction::Reinstate)
        showCopies(run.plan.server);
    else
        showMoves(run, now);
}

void DatabasesPanel::showCopies(const domain::ServerName& server)
{
    const bool known = m_copies && m_copies->covers(domain::SnapshotSection::Copies, server);
    QList<PanelLine> lines;
    int well = 0;
    for (const auto* copy : known ? m_copies->copiesOn(server) : std::vector<const domain::DatabaseCopy*>()) {
        if (domain::assess(*copy).severity <= domain::Severity::Info) ++well;
        lines.append({tables::shapeOf(*copy), plainText(copy->database.text()),
                      copy->active ? plainText(copy->status.text) : queuesOf(*copy), true});
    }
    setTitle(tr("Copies caught up"), known ? tr("%1 of %2").arg(well).arg(lines.size()) : tr("not read yet"));
    setLines(lines);
}

void DatabasesPanel::showMoves(const maintenance::RunState& run, domain::Time now)
{
    if (m_waits && !run.moves.empty()) {
        setTitle(tr("Databases left"), tr("not read yet"));
        return setLines({});
    }
    setTitle(tr("Databases left"),
             run.moves.empty() ? QString() : tr("%1 of %2").arg(run.databasesLeft()).arg(run.moves.size()));
    QList<PanelLine> lines;
    for (const auto& move : run.moves)
        lines.append({shapeOf(move), plainText(move.database.text()), textOf(move, now), true});
    for (const auto& database : run.plan.singleCopyDatabases) {
        const auto same = [&](const auto& move) { return move.database == database; };
        if (std::any_of(run.moves.begin(), run.moves.end(), same)) continue;
        lines.append({tables::Shape::CheckWarn, plainText(database.text()), tr("one copy only, stays"), true});
    }
    if (lines.isEmpty()) lines.append({tables::Shape::Dash, tr("None has to move"), {}, false});
    setLines(lines);
}

QString DatabasesPanel::textOf(const maintenance::DatabaseMove& move, domain::Time now)
{
    auto& [status, since] = m_since[move.database];
    if (status != move.status || since == domain::Time{}) {
        status = move.status;
        since = now;
    }
    const QString to = plainText(move.to.text());
    if (move.done) {
        if (!move.logsLost) return tr("on %1").arg(to);
        return tr("on %1, %n logs lost", nullptr, int(*move.logsLost)).arg(to);
    }
    if (!move.error.empty()) return tr("not moved: %1").arg(plainText(move.error));
    const QString word = plainText(move.status);
    const QString time = tables::durationText(now - since);
    if (to.isEmpty()) {
        const bool still = word.isEmpty() || domain::equalsIgnoringCase(move.status, "Mounted");
        return still ? tr("still on %1").arg(plainText(move.from.text())) : tr("%1, %2").arg(word.toLower(), time);
    }
    return tr("%1 on %2, %3").arg(word.toLower(), to, time);
}

QueuePanel::QueuePanel(const Theme& theme, QWidget* parent) : Panel(theme, parent)
{
    m_curve = new Sparkline(theme);
    m_curve->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_curve->setFixedHeight(curveHeight);
    m_curve->setAccessibleName(tr("Queued messages over time"));
    m_rate = makeMutedParagraph(theme);
    m_rate->setObjectName(QStringLiteral("rate"));
    below()->addWidget(m_curve);
    below()->addWidget(m_rate);
}

void QueuePanel::readSnapshot(const domain::SnapshotPtr& snapshot)
{
    const auto queues = [](const auto& part) { return part.first == domain::SnapshotSection::Queues; };
    if (std::any_of(snapshot->read.begin(), snapshot->read.end(), queues)) m_last = snapshot;
}

void QueuePanel::showRun(const maintenance::RunState& run, domain::Time now)
{
    const auto& server = run.plan.server;
    auto queued = run.queued;
    if (m_last && m_last->covers(domain::SnapshotSection::Queues, server)) queued = m_last->queuedMessages(server);
    setTitle(tr("Queued on %1").arg(plainText(server.text())),
             queued ? tables::numberText(qint64(*queued)) : tr("not read yet"), queued.has_value());
    if (queued) add(now, *queued);
    m_rate->setText(rateText());
}

void QueuePanel::add(domain::Time at, std::int64_t queued)
{
    if (!m_samples.empty() && m_samples.back().second == queued &&
        at - m_samples.back().first < std::chrono::seconds(5))
        return;
    m_samples.emplace_back(at, queued);
    m_curve->add(at, double(queued));
    if (m_samples.size() > samplesKept) m_samples.erase(m_samples.begin());
}

QString QueuePanel::rateText() const
{
    if (m_samples.empty()) return {};
    const auto& last = m_samples.back();
    if (last.second == 0) return tr("drained; shadow and poison left out");
    const auto first = std::find_if(m_samples.begin(), m_samples.end(),
                                    [&](const auto& sample) { return last.first - sample.first <= rateWindow; });
    const double minutes = std::chrono::duration<double, std::ratio<60>>(last.first - first->first).count();
    if (minutes <= 0) return tr("shadow and poison left out");
    const double rate = double(last.second - first->second) / minutes;
    if (rate > 0) return tr("rising; shadow and poison left out");
    if (rate == 0) return tr("not falling; shadow and poison left out");
    const auto toGo = std::chrono::duration_cast<domain::Duration>(
        std::chrono::duration<double, std::ratio<60>>(double(last.second) / -rate));
    return tr("−%1 a minute, %2 to go").arg(tables::numberText(-rate, 1), aboutText(toGo));
}

void SafetyPanel::readSnapshot(const domain::SnapshotPtr& snapshot)
{
    if (snapshot->covers(domain::SnapshotSection::Groups)) m_groups = snapshot;
    if (readsCopies(*snapshot) && snapshot->covers(domain::SnapshotSection::Databases) &&
        snapshot->covers(domain::SnapshotSection::Servers))
        m_copies = snapshot;
}

bool SafetyPanel::tooOld(const domain::DagSnapshot& snapshot) const
{
    return m_unreadSince && snapshot.takenAt < *m_unreadSince;
}

PanelLine SafetyPanel::unknownLine(const QString& name, const domain::SnapshotPtr& last, domain::Time now) const
{
    const bool old = last && tooOld(*last);
    return {tables::Shape::StepUnknown, name,
            old ? tr("not known since %1").arg(spanText(now - last->takenAt)) : tr("not known"), false};
}

void SafetyPanel::showRun(const maintenance::RunState& run, domain::Time now)
{
    setTitle(tr("Safe to go on?"), {});
    QList<PanelLine> lines{redundancy(run, now), quorum(run, now)};
    for (const auto& id : run.overrides) {
        if (id != "single-copy" || run.plan.singleCopyDatabases.empty()) {
            lines.append({tables::Shape::CheckWarn, overrideName(id), tr("overridden by you"), false});
            continue;
        }
        for (const auto& database : run.plan.singleCopyDatabases) {
            lines.append(
                {tables::Shape::CheckWarn, plainText(database.text()), tr("one copy only, overridden by you"), false});
        }
    }
    setLines(lines);
}

PanelLine SafetyPanel::redundancy(const maintenance::RunState& run, domain::Time now) const
{
    const auto& plan = run.plan;
    const auto* group = m_copies ? m_copies->groupOf(plan.server) : nullptr;
    const auto* server = m_copies ? m_copies->server(plan.server) : nullptr;
    if (!server || tooOld(*m_copies)) return unknownLine(tr("Redundancy"), m_copies, now);
    const domain::RedundancyIndex index(*m_copies);
    int least = std::numeric_limits<int>::max();
    for (const auto& database : m_copies->databases) {
        if (database.singleCopy() || database.recovery || database.dag != (group ? group->name : server->dag)) continue;
        least = std::min(least, index.goodCopies(database.name, plan.server));
    }
    if (least == std::numeric_limits<int>::max())
        return {tables::Shape::Dash, tr("Redundancy"), tr("no replicated database"), false};
    const auto shape = least == 0 ? tables::Shape::CheckBlock : tables::Shape::CheckPass;
    const QString text =
        least == 1 ? tr("at least one good copy elsewhere") : tr("at least %n good copies elsewhere", nullptr, least);
    return {shape, tr("Redundancy"), text, false};
}

PanelLine SafetyPanel::quorum(const maintenance::RunState& run, domain::Time now) const
{
    const auto* group = m_groups ? m_groups->groupOf(run.plan.server) : nullptr;
    if (!group || !group->statusKnown || tooOld(*m_groups)) return unknownLine(tr("Quorum"), m_groups, now);
    const auto quorum = domain::quorumOf(*group, m_groups->nodes);
    const auto shape = !quorum.holds()              ? tables::Shape::CheckBlock
                       : quorum.survivesLossOfOne() ? tables::Shape::CheckPass
                                                    : tables::Shape::CheckWarn;
    return {shape, tr("Quorum"), tr("%n votes, %1 needed", nullptr, quorum.votes).arg(quorum.needed), false};
}

} // namespace drydock::ui
