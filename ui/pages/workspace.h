// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The six pages over one set of table models. It gives all of them the same snapshot, filter, selection and age.
#pragma once

#include "model/maintenance/run_state.h"
#include "model/ports/journal_store.h"
#include "model/tables/components_model.h"
#include "model/tables/copies_model.h"
#include "model/tables/queues_model.h"
#include "model/tables/runs_model.h"
#include "model/tables/servers_model.h"
#include "ui/pages/page_context.h"
#include "ui/pages/server_tree.h"

#include <QTabWidget>

#include <array>
#include <optional>

namespace drydock::ui {

class ComponentsPage;
class OverviewPage;
class RunsPage;
class TablePage;

class Workspace : public QTabWidget
{
    Q_OBJECT

public:
    explicit Workspace(const PageContext& context, QWidget* parent = nullptr);

    void setSnapshot(const domain::SnapshotPtr& snapshot);
    // Shows a snapshot that is still being read in the tables. The overview waits for the complete one.
    void setPart(const domain::SnapshotPtr& snapshot);
    void setStale(bool stale);
    void setSelection(const TreeSelection& selection);
    void setFilter(const QString& text);
    void setRuns(const std::vector<ports::RunListing>& runs);
    void setActivity(const std::optional<maintenance::RunState>& activity);
    void setWhyEmpty(const QString& sentence, const QString& button = {}); // for all pages except Runs
    // Enables resuming and reinstating, or disables them with `why` as tool tip.
    void setPermitted(bool allowed, const QString& why);
    void updateTimes(); // refreshes ages and elapsed times; call it once a second

    [[nodiscard]] OverviewPage& overview() { return *m_overview; }
    [[nodiscard]] RunsPage& runs() { return *m_runs; }
    // Set the context menu of the table rows and what is added to that of the grid's cells. The actions outlive the
    // pages.
    void setRowActions(const QList<QAction*>& actions);
    void setCellActions(const QList<QAction*>& actions);
    void showPage(int index);                   // shows the page and focuses it
    void focusPage();                           // moves the keyboard focus into the current page
    [[nodiscard]] TablePage* tablePage() const; // the current page, or null for the overview
    // Returns the server of the current row or, if the grid has the focus, of its selected cell. Empty without one.
    [[nodiscard]] domain::ServerName currentServer() const;
    void showCopy(const QString& key); // shows the page of copies and selects the copy

signals:
    void filterCleared();
    void emptyButtonClicked();
    void maintenanceRequested(); // the button of the empty Runs page was pressed
    void onlyServerCleared();    // the user asked for all servers of the DAG

private:
    void addTables();
    [[nodiscard]] std::array<TablePage*, 4> snapshotPages() const;
    [[nodiscard]] std::array<TablePage*, 5> allTables() const; // with Runs
    void fillTables(const domain::SnapshotPtr& snapshot);
    void showIssue(const QString& server, const QString& database);
    [[nodiscard]] QStringList selectedServers() const;

    const PageContext m_context;
    tables::ServersModel m_serversModel;
    tables::CopiesModel m_copiesModel;
    tables::ComponentsModel m_componentsModel;
    tables::QueuesModel m_queuesModel;
    tables::RunsModel m_runsModel;
    OverviewPage* m_overview;
    TablePage* m_servers = nullptr;
    TablePage* m_copies = nullptr;
    ComponentsPage* m_components = nullptr;
    TablePage* m_queues = nullptr;
    RunsPage* m_runs = nullptr;
    domain::SnapshotPtr m_snapshot;
    TreeSelection m_selection;
    bool m_stale = false;
};

} // namespace drydock::ui
