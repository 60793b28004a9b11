// The live panels of the Run page: databases left, what is queued, and whether it is safe to go on.
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

// On the way in: the databases that have to leave. On the way out: the copies that have to catch up.
class DatabasesPanel : public Panel
{
    Q_OBJECT

public:
    using Panel::Panel;
    void readSnapshot(const domain::SnapshotPtr& snapshot);
    // What the journal tells of the moves is of the time before it was cut off: not shown until the run has read again.
    void waitForReading() { m_waits = true; }
    void runHasRead(const domain::SnapshotPtr& snapshot, const domain::ServerName& server);
    void showRun(const maintenance::RunState& run, domain::Time now);

private:
    void showMoves(const maintenance::RunState& run, domain::Time now);
    void showCopies(const domain::ServerName& server);
    [[nodiscard]] QString textOf(const maintenance::DatabaseMove& move, domain::Time now);

    domain::SnapshotPtr m_copies;
    bool m_waits = false;
    // Since when a database shows the status it shows.
    std::map<domain::DatabaseName, std::pair<std::string, domain::Time>> m_since;
};

class QueuePanel : public Panel
{
    Q_OBJECT

public:
    explicit QueuePanel(const Theme& theme, QWidget* parent = nullptr);
    // Readings of any of the server's queues count, also those from before the run.
    void readSnapshot(const domain::SnapshotPtr& snapshot);
    void showRun(const maintenance::RunState& run, domain::Time now);

private:
    [[nodiscard]] QString rateText() const;
    void add(domain::Time at, std::int64_t queued);

    domain::SnapshotPtr m_last;

    std::vector<std::pair<domain::Time, std::int64_t>> m_readings;
    Sparkline* m_curve = nullptr;
    QLabel* m_rate = nullptr;
};

class SafetyPanel : public Panel
{
    Q_OBJECT

public:
    using Panel::Panel;
    // A reading of the run covers what the step needs; what it does not cover stays as last known.
    void readSnapshot(const domain::SnapshotPtr& snapshot);
    // While the servers cannot be read, what was read before is not known any more; empty: they can be read.
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
