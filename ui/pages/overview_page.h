// The picture of a DAG: four figures, the grid, what needs attention, who is in maintenance.
#pragma once

#include "model/tables/health_issues_model.h"
#include "model/tables/overview_grid_model.h"
#include "ui/pages/maintenance_list.h"
#include "ui/pages/page_context.h"

#include <QScrollArea>

class QStackedLayout;

namespace drydock::ui {

class HealthIssueList;
class Card;
class EmptyPage;
class MetricCard;
struct DagMetric;
class GridView;
class Legend;

class OverviewPage : public QScrollArea
{
    Q_OBJECT

public:
    explicit OverviewPage(const PageContext& context, QWidget* parent = nullptr);

    void setSnapshot(const domain::SnapshotPtr& snapshot);
    void setDag(const domain::DagName& dag);
    void setStale(bool stale);
    void setFilter(const QString& text);
    void setRuns(const std::vector<maintenance::RunState>& runs); // newest first
    void setActivity(const std::optional<maintenance::RunState>& activity);
    void setWhyEmpty(const QString& sentence, const QString& button = {});
    [[nodiscard]] MaintenanceList& maintenance() { return *m_maintenance; }
    [[nodiscard]] GridView& grid() { return *m_grid; }
    [[nodiscard]] tables::OverviewGridModel& gridModel() { return m_gridModel; }

signals:
    void copyActivated(const QString& key);
    void attentionChosen(const QString& server, const QString& database);
    void emptyButtonClicked();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QLayout* makeFigures();
    QLayout* makeGridCard();
    QLayout* makeSideCards();
    void updateFigures();
    void fill(MetricCard& card, const DagMetric& figure) const;
    void updateMaintenance();

    const PageContext m_context;
    tables::OverviewGridModel m_gridModel;
    tables::HealthIssuesModel m_attentionModel;
    domain::SnapshotPtr m_snapshot;
    domain::DagName m_dag;
    std::vector<maintenance::RunState> m_runs;
    std::optional<maintenance::RunState> m_activity;
    bool m_stale = false;

    QStackedLayout* m_stack = nullptr;
    EmptyPage* m_empty = nullptr;
    MetricCard* m_redundancy = nullptr;
    MetricCard* m_quorum = nullptr;
    MetricCard* m_mounted = nullptr;
    MetricCard* m_queued = nullptr;
    GridView* m_grid = nullptr;
    Legend* m_legend = nullptr;
    Card* m_attentionCard = nullptr;
    HealthIssueList* m_attention = nullptr;
    EmptyPage* m_noAttention = nullptr;
    MaintenanceList* m_maintenance = nullptr;
};

} // namespace drydock::ui
