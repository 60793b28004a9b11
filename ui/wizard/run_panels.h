// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The live panels of the Run page: databases or copies, queued messages, and the safety of going on.
#pragma once

#include "model/domain/dag_snapshot.h"
#include "model/maintenance/run_state.h"
#include "ui/wizard/panel.h"

#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace drydock::ui {

class Sparkline;

// On the way into maintenance this panel lists the databases to move, on the way back the copies that catch up.
class DatabasesPanel : public Panel
{
    Q_OBJECT

public:
    using Panel::Panel;
    void readSnapshot(const domain::SnapshotPtr& snapshot);
    // Hides the moves recorded in the journal of a resumed run. They are shown again once a snapshot of the run that
    // covers the copies on `server` was passed to runHasRead().
    void waitForReading() { m_waits = true; }
    void runHasRead(const domain::SnapshotPtr& snapshot, const domain::ServerName& server);
    void showRun(const maintenance::RunState& run, domain::Time now);

private:
    void showMoves(const maintenance::RunState& run, domain::Time now);
    void showCopies(const domain::ServerName& server);
    [[nodiscard]] QString textOf(const maintenance::DatabaseMove& move, domain::Time now);

    domain::SnapshotPtr m_copies;
    bool m_waits = false;
    // The last status of each database and the time of its last change.
    std::map<domain::DatabaseName, std::pair<std::string, domain::Time>> m_since;
};

class QueuePanel : public Panel
{
    Q_OBJECT

public:
    explicit QueuePanel(const Theme& theme, QWidget* parent = nullptr);
    // Uses every snapshot that covers queues, also one from before the run.
    void readSnapshot(const domain::SnapshotPtr& snapshot);
    void showRun(const maintenance::RunState& run, domain::Time now);

private:
    [[nodiscard]] QString rateText() const;
    void add(domain::Time at, std::int64_t queued);

    domain::SnapshotPtr m_last;
    std::vector<std::pair<domain::Time, std::int64_t>> m_samples;
    Sparkline* m_curve = nullptr;
    QLabel* m_rate = nullptr;
};

class SafetyPanel : public Panel
{
    Q_OBJECT

public:
    using Panel::Panel;
    // Updates the parts that the snapshot covers and keeps the others.
    void readSnapshot(const domain::SnapshotPtr& snapshot);
    // Sets since when the servers cannot be read, or nothing when they can. Values read before that time are shown as
    // unknown.
    void setUnreadSince(std::optional<domain::Time> since) { m_unreadSince = since; }
    void showRun(const maintenance::RunState& run, domain::Time now);

private:
    [[nodiscard]] PanelLine redundancy(const maintenance::RunState& run, domain::Time now) const;
    [[nodiscard]] PanelLine quorum(const maintenance::RunState& run, domain::Time now) const;

    [[nodiscard]] bool tooOld(const domain::DagSnapshot& snapshot) const;
    [[nodiscard]] PanelLine unknownLine(const QString& name, const domain::SnapshotPtr& last, domain::Time now) const;

    domain::SnapshotPtr m_copies;
    domain::SnapshotPtr m_groups;
    std::optional<domain::Time> m_unreadSince;
};

} // namespace drydock::ui
