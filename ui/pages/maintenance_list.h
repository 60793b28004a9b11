// Who is in maintenance or on the way, since when and why, with the run under way and the way back.
#pragma once

#include "model/domain/dag_snapshot.h"
#include "model/maintenance/run_state.h"
#include "ui/pages/page_context.h"

#include <QWidget>

#include <optional>
#include <vector>

class QVBoxLayout;

namespace drydock::ui {

// One server on purpose out of service; what is known of it from snapshot, journal and run.
struct MaintenanceItem {
    domain::ServerName server;
    domain::ServerState state = domain::ServerState::InMaintenance;
    std::optional<domain::Time> since;
    QString why;       // reason, change number, operator
    bool running = false;
    QString step;      // "step 5 of 11"
    QString waitingFor;
    double share = 0;
    bool operator==(const MaintenanceItem&) const = default;
};

[[nodiscard]] std::vector<MaintenanceItem> maintenanceItems(const domain::DagSnapshot& snapshot, const domain::DagName& dag,
                                                            const std::vector<maintenance::RunState>& runs,
                                                            const std::optional<maintenance::RunState>& activity);

class MaintenanceList : public QWidget
{
    Q_OBJECT

public:
    explicit MaintenanceList(const PageContext& context, QWidget* parent = nullptr);

    void setItems(const std::vector<MaintenanceItem>& items);
    // Whether Reinstate is offered, and why not.
    void setReinstate(bool allowed, const QString& why);
    void updateTimes(); // "1 h 12 min" moves on

signals:
    void reinstateRequested(const drydock::domain::ServerName& server);
    void showRunRequested();

private:
    QWidget* makeRow(const MaintenanceItem& item);
    void rebuild();

    const PageContext m_context;
    QVBoxLayout* m_column;
    std::vector<MaintenanceItem> m_items;
    bool m_allowed = false;
    QString m_why;
    std::vector<std::pair<class TextLabel*, domain::Time>> m_times;
};

} // namespace drydock::ui
