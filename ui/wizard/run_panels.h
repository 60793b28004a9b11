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

class DatabasesPanel : public Panel
{
    Q_OBJECT

public:
    using Panel::Panel;
    void showRun(const maintenance::RunState& run, domain::Time now);

private:
    [[nodiscard]] QString textOf(const maintenance::DatabaseMove& move, domain::Time now);

    // Since when a database shows the status it shows.
    std::map<domain::DatabaseName, std::pair<std::string, domain::Time>> m_since;
};

class QueuePanel : public Panel
{
    Q_OBJECT

public:
    explicit QueuePanel(const Theme& theme, QWidget* parent = nullptr);
    // Readings of any of the server's queues count, also those from before the run.
    void observe(const domain::SnapshotPtr& snapshot);
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
    void observe(const domain::SnapshotPtr& snapshot);
    void showRun(const maintenance::RunState& run);

private:
    [[nodiscard]] PanelLine redundancy(const maintenance::RunState& run) const;
    [[nodiscard]] PanelLine quorum(const maintenance::RunState& run) const;

    domain::SnapshotPtr m_copies;
    domain::SnapshotPtr m_groups;
};

} // namespace drydock::ui
