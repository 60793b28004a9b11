// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/wizard/run_panels.h"

#include "model/domain/redundancy.h"
#include "model/domain/strings.h"
#include "model/maintenance/live_progress.h"
#include "model/tables/shapes.h"
#include "model/tables/text.h"
#include "ui/widgets/sparkline.h"
#include "ui/widgets/time_text.h"
#include "ui/wizard/run_text.h"

#include <QVBoxLayout>

#include <algorithm>

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

// Returns whether the reading of the section was tried: it succeeded or has an error.
bool wasTried(const domain::DagSnapshot& snapshot, domain::SnapshotSection section, const domain::ServerName& server)
{
    return snapshot.covers(section, server) ||
           std::any_of(snapshot.errors.begin(), snapshot.errors.end(),
                       [&](const auto& error) { return error.section == section && error.server == server; });
}

bool countsCopiesElsewhere(const domain::DagSnapshot& snapshot, const domain::ServerName& server)
{
    using domain::SnapshotSection;
    for (const auto section : {SnapshotSection::Servers, SnapshotSection::Groups, SnapshotSection::Databases})
        if (!snapshot.covers(section)) return false;
    const auto others = snapshot.otherMembers(server);
    return std::all_of(others.begin(), others.end(), [&](const domain::Server* other) {
        return wasTried(snapshot, SnapshotSection::Copies, other->name) &&
               wasTried(snapshot, SnapshotSection::Components, other->name);
    });
}

// Returns how many good copies elsewhere the database with the fewest has; empty if none is replicated.
std::optional<int> leastCopiesElsewhere(const domain::DagSnapshot& snapshot, const domain::ServerName& server)
{
    const auto* group = snapshot.groupOf(server);
    const auto* known = snapshot.server(server);
    const auto dag = group ? group->name : known ? known->dag : domain::DagName();
    const domain::RedundancyIndex index(snapshot);
    std::optional<int> least;
    for (const auto& database : snapshot.databases) {
        if (database.singleCopy() || database.recovery || database.dag != dag) continue;
        const int good = index.goodCopies(database.name, server);
        least = std::min(least.value_or(good), good);
    }
    return least;
}

QString queuesOf(const domain::DatabaseCopy& copy)
{
    if (!copy.copyQueueLength || !copy.replayQueueLength) return plainText(copy.status.text);
    return DatabasesPanel::tr("copy queue %1, replay queue %2")
        .arg(tables::numberText(qint64(*copy.copyQueueLength)), tables::numberText(qint64(*copy.replayQueueLength)));
}

} // namespace

void DatabasesPanel::readSnapshot(const domain::SnapshotPtr& snapshot, SnapshotOrigin origin,
                                  const maintenance::Plan& plan)
{
    const bool copies = snapshot->covers(domain::SnapshotSection::Copies, plan.server);
    const bool databases = snapshot->covers(domain::SnapshotSection::Databases);
    if (!copies && (!databases || plan.runKind != maintenance::RunKind::Enter)) return;
    if (origin == SnapshotOrigin::OfTheRun) m_waits = false;
    if (takeNewer(m_last, snapshot) && origin == SnapshotOrigin::OfTheWindow) m_window = snapshot;
}

void DatabasesPanel::showRun(const maintenance::RunState& run, domain::Time now)
{
    if (run.plan.runKind != maintenance::RunKind::Enter)
        showCopies(run.plan.server, now);
    else
        showMoves(run, now);
}

void DatabasesPanel::showCopies(const domain::ServerName& server, domain::Time now)
{
    const bool current = showAge(m_last, now);
    QList<PanelLine> lines;
    int well = 0;
    for (const auto* copy : m_last ? m_last->copiesOn(server) : std::vector<const domain::DatabaseCopy*>()) {
        if (domain::assess(*copy).severity <= domain::Severity::Info) ++well;
        lines.append({tables::shapeOf(*copy), plainText(copy->database.text()),
                      copy->active ? plainText(copy->status.text) : queuesOf(*copy), true});
    }
    const QString value = current ? tr("%1 of %2").arg(well).arg(lines.size()) : QStringLiteral("?");
    setTitle(tr("Copies caught up"), m_last ? value : tr("not read yet"));
    setLines(current ? lines : asUnknown(lines));
}

std::vector<maintenance::DatabaseMove> DatabasesPanel::currentMoves(const maintenance::RunState& run) const
{
    return m_window && m_window == m_last ? maintenance::movesIn(*m_window, run) : run.moves;
}

void DatabasesPanel::showMoves(const maintenance::RunState& run, domain::Time now)
{
    if (m_waits && !run.moves.empty()) {
        setTitle(tr("Databases left"), tr("not read yet"));
        return setLines({});
    }
    auto moves = currentMoves(run);
    const bool current = showAge(moves.empty() ? nullptr : m_last, now) || !m_last;
    // The databases that are left come first.
    const auto done = std::stable_partition(moves.begin(), moves.end(), [](const auto& move) { return !move.done; });
    const QString left = current ? QString::number(done - moves.begin()) : QStringLiteral("?");
    setTitle(tr("Databases left"), moves.empty() ? QString() : tr("%1 of %2").arg(left).arg(moves.size()));
    QList<PanelLine> lines;
    for (const auto& move : moves)
        lines.append({shapeOf(move), plainText(move.database.text()), textOf(move, run, now), true});
    // A move that is over stays so, however old the reading is.
    const auto known = current ? 0 : done - moves.begin();
    lines = asUnknown(lines.first(known)) + lines.sliced(known);
    for (const auto& database : run.plan.singleCopyDatabases) {
        const auto same = [&](const auto& move) { return move.database == database; };
        if (std::any_of(moves.begin(), moves.end(), same)) continue;
        lines.append({tables::Shape::CheckWarn, plainText(database.text()), tr("one copy only, stays"), true});
    }
    if (lines.isEmpty()) lines.append({tables::Shape::Dash, tr("None has to move"), {}, false});
    setLines(lines);
}

QString DatabasesPanel::textOf(const maintenance::DatabaseMove& move, const maintenance::RunState& run,
                               domain::Time now)
{
    auto& [status, since] = m_since[move.database];
    if (status != move.status || since == domain::Time{}) {
        status = move.status;
        since = now;
    }
    if (move.done) {
        if (const auto* sent = maintenance::sentMove(run); sent && m_took.find(move.database) == m_took.end()) {
            const auto took = std::min(now, sent->returnedAt.value_or(now)) - sent->at;
            m_took[move.database] = took < domain::Duration::zero() ? std::nullopt : std::optional(took);
        }
        return textOfDone(move);
    }
    m_took.erase(move.database);
    if (!move.error.empty()) return tr("not moved: %1").arg(plainText(move.error));
    const QString to = plainText(move.to.text());
    const QString word = plainText(move.status);
    const QString time = tables::durationText(now - since);
    if (to.isEmpty()) {
        const bool still = word.isEmpty() || domain::equalsIgnoringCase(move.status, "Mounted");
        return still ? tr("still on %1").arg(plainText(move.from.text())) : tr("%1, %2").arg(word.toLower(), time);
    }
    return tr("%1 on %2, %3").arg(word.toLower(), to, time);
}

QString DatabasesPanel::textOfDone(const maintenance::DatabaseMove& move) const
{
    const QString to = plainText(move.to.text());
    const QString where =
        move.logsLost ? tr("on %1, %n logs lost", nullptr, int(*move.logsLost)).arg(to) : tr("on %1").arg(to);
    const auto took = m_took.find(move.database);
    if (took == m_took.end() || !took->second) return where;
    return tr("%1, %2").arg(where, tables::durationText(*took->second));
}

QueuePanel::QueuePanel(const Theme& theme, QWidget* parent) : LivePanel(theme, parent)
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

void QueuePanel::readSnapshot(const domain::SnapshotPtr& snapshot, const domain::ServerName& server)
{
    if (!snapshot->covers(domain::SnapshotSection::Queues, server)) return;
    if (!takeNewer(m_last, snapshot)) return;
    add(snapshot->takenAt, snapshot->queuedMessages(server));
}

void QueuePanel::showServer(const domain::ServerName& server, domain::Time now)
{
    const bool current = showAge(m_last, now);
    const QString value = current ? tables::numberText(qint64(m_last->queuedMessages(server))) : QStringLiteral("?");
    setTitle(tr("Queued on %1").arg(plainText(server.text())), m_last ? value : tr("not read yet"), m_last != nullptr);
    m_rate->setText(current ? rateText() : QString());
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

void SafetyPanel::readSnapshot(const domain::SnapshotPtr& snapshot, const domain::ServerName& server)
{
    if (snapshot->covers(domain::SnapshotSection::Groups)) takeNewer(m_groups, snapshot);
    if (countsCopiesElsewhere(*snapshot, server) && takeNewer(m_copies, snapshot))
        m_least = leastCopiesElsewhere(*snapshot, server);
}

PanelLine SafetyPanel::unknownLine(const QString& name, const domain::SnapshotPtr& last, domain::Time now) const
{
    const bool old = last && isOld(*last, now);
    return {tables::Shape::StepUnknown, name,
            old ? tr("not known for %1").arg(spanText(now - last->takenAt)) : tr("not known"), false};
}

void SafetyPanel::showRun(const maintenance::RunState& run, domain::Time now)
{
    setTitle(tr("Safe to go on?"), {});
    const bool copiesOlder = m_copies && m_groups && m_copies->takenAt < m_groups->takenAt;
    showAge(copiesOlder ? m_copies : m_groups, now);
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
    if (!m_copies || !m_copies->server(plan.server) || isOld(*m_copies, now))
        return unknownLine(tr("Redundancy"), m_copies, now);
    if (!m_least) return {tables::Shape::Dash, tr("Redundancy"), tr("no replicated database"), false};
    const int least = *m_least;
    // Copies that could not be read may be good.
    for (const auto* other : least == 0 ? m_copies->otherMembers(plan.server) : std::vector<const domain::Server*>())
        if (!m_copies->covers(domain::SnapshotSection::Copies, other->name))
            return {tables::Shape::StepUnknown, tr("Redundancy"),
                    tr("copies on %1 not read").arg(plainText(other->name.text())), false};
    const auto shape = least == 0 ? tables::Shape::CheckBlock : tables::Shape::CheckPass;
    const QString text =
        least == 1 ? tr("at least one good copy elsewhere") : tr("at least %n good copies elsewhere", nullptr, least);
    return {shape, tr("Redundancy"), text, false};
}

PanelLine SafetyPanel::quorum(const maintenance::RunState& run, domain::Time now) const
{
    const auto* group = m_groups ? m_groups->groupOf(run.plan.server) : nullptr;
    if (!group || !group->statusKnown || isOld(*m_groups, now)) return unknownLine(tr("Quorum"), m_groups, now);
    const auto quorum = domain::quorumOf(*group, m_groups->nodes);
    const auto shape = !quorum.holds()              ? tables::Shape::CheckBlock
                       : quorum.survivesLossOfOne() ? tables::Shape::CheckPass
                                                    : tables::Shape::CheckWarn;
    return {shape, tr("Quorum"), tr("%n votes, %1 needed", nullptr, quorum.votes).arg(quorum.needed), false};
}

} // namespace drydock::ui
