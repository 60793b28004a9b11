// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The overview of a DAG: four metrics, the grid of copies, the health issues, and the servers in maintenance.
#pragma once

#include "model/tables/health_issues_model.h"
#include "model/tables/overview_grid_model.h"
#include "ui/pages/maintenance_list.h"
#include "ui/pages/page_context.h"

#include <QScrollArea>

class QStackedLayout;

namespace drydock::ui {

class DecisionMessage;
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
    void setFilter(const QString& text);                                      // filters the databases of the grid
    void setRuns(std::vector<maintenance::RunSummary> runs);                  // sorted from new to old
    void setOrganisationRuns(std::vector<maintenance::OrganisationRun> runs); // sorted from new to old
    void setActivity(const std::optional<maintenance::RunState>& activity);
    // Sets the text and the button that are shown while there is no snapshot.
    void setWhyEmpty(const QString& sentence, const QString& button = {});
    [[nodiscard]] MaintenanceList& maintenance() { return *m_maintenance; }
    [[nodiscard]] DecisionMessage& decision() { return *m_decision; } // what the current run asks
    [[nodiscard]] GridView& grid() { return *m_grid; }

signals:
    void copyActivated(const QString& key);
    void issueActivated(const QString& server, const QString& database);
    void emptyButtonClicked();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QLayout* makeMetrics();
    QLayout* makeGridCard();
    QLayout* makeSideCards();
    void updateMetrics();
    void fill(MetricCard& card, const DagMetric& metric) const;
    void updateMaintenance();
    void updateIssues();
    void keepLeastSize();

    const PageContext m_context;
    tables::OverviewGridModel m_gridModel;
    tables::HealthIssuesModel m_issuesModel;
    domain::SnapshotPtr m_snapshot;
    domain::DagName m_dag;
    std::vector<maintenance::RunSummary> m_runs;
    std::vector<maintenance::OrganisationRun> m_organisationRuns;
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
    Card* m_issuesCard = nullptr;
    DecisionMessage* m_decision = nullptr;
    HealthIssueList* m_issues = nullptr;
    EmptyPage* m_noIssues = nullptr;
    MaintenanceList* m_maintenance = nullptr;
};

} // namespace drydock::ui
