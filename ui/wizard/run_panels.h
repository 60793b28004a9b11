// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The live panels of the Run page: databases or copies, queued messages, and the safety of going on.
#pragma once

#include "model/maintenance/run_state.h"
#include "ui/wizard/live_panel.h"

#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace drydock::ui {

class Sparkline;

// Whose reading a snapshot is. A run reads only what its current step needs; the main window reads everything.
enum class SnapshotOrigin { OfTheRun, OfTheWindow };

// On the way into maintenance this panel lists the databases to move, on the way back the copies that catch up.
class DatabasesPanel : public LivePanel
{
    Q_OBJECT

public:
    using LivePanel::LivePanel;
    // Takes a snapshot that covers the databases, or the copies on the server of `plan`; ignores any other one.
    void readSnapshot(const domain::SnapshotPtr& snapshot, SnapshotOrigin origin, const maintenance::Plan& plan);
    // Hides the moves recorded in the journal of a resumed run until the run itself has read the databases.
    void waitForReading() { m_waits = true; }
    void showRun(const maintenance::RunState& run, domain::Time now);

private:
    void showMoves(const maintenance::RunState& run, domain::Time now);
    void showCopies(const domain::ServerName& server, domain::Time now);
    // Returns the moves of the run with what the main window has read since.
    [[nodiscard]] std::vector<maintenance::DatabaseMove> currentMoves(const maintenance::RunState& run) const;
    [[nodiscard]] QString textOf(const maintenance::DatabaseMove& move, const maintenance::RunState& run,
                                 domain::Time now);
    [[nodiscard]] QString textOfDone(const maintenance::DatabaseMove& move) const;

    domain::SnapshotPtr m_last;   // the newest reading, of the run or of the window
    domain::SnapshotPtr m_window; // the newest reading of the main window
    bool m_waits = false;
    // The last status of each database and the time of its last change.
    std::map<domain::DatabaseName, std::pair<std::string, domain::Time>> m_since;
    // How long the moves took that are over, from the sending of the command.
    std::map<domain::DatabaseName, std::optional<domain::Duration>> m_took;
};

class QueuePanel : public LivePanel
{
    Q_OBJECT

public:
    explicit QueuePanel(const Theme& theme, QWidget* parent = nullptr);
    // Takes a snapshot that covers the queues of `server`, also one from before the run; ignores any other one.
    void readSnapshot(const domain::SnapshotPtr& snapshot, const domain::ServerName& server);
    void showServer(const domain::ServerName& server, domain::Time now);

private:
    [[nodiscard]] QString rateText() const;
    void add(domain::Time at, std::int64_t queued);

    domain::SnapshotPtr m_last;
    std::vector<std::pair<domain::Time, std::int64_t>> m_samples;
    Sparkline* m_curve = nullptr;
    QLabel* m_rate = nullptr;
};

class SafetyPanel : public LivePanel
{
    Q_OBJECT

public:
    using LivePanel::LivePanel;
    // Takes the parts that the snapshot covers and keeps the others. Copies count only if those of every other member
    // of the DAG were asked for: a run often reads those of its own server alone.
    void readSnapshot(const domain::SnapshotPtr& snapshot, const domain::ServerName& server);
    void showRun(const maintenance::RunState& run, domain::Time now);

private:
    [[nodiscard]] PanelLine redundancy(const maintenance::RunState& run, domain::Time now) const;
    [[nodiscard]] PanelLine quorum(const maintenance::RunState& run, domain::Time now) const;
    [[nodiscard]] PanelLine unknownLine(const QString& name, const domain::SnapshotPtr& last, domain::Time now) const;

    domain::SnapshotPtr m_copies;
    std::optional<int> m_least; // good copies elsewhere in m_copies, of the database that has the fewest
    domain::SnapshotPtr m_groups;
};

} // namespace drydock::ui
