// The six pages over one set of models: gives each what it shows, and keeps filter, scope, age and reasons the same for
// all.
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
    // What has been read so far: for the tables, where a row is a row. The overview waits for the whole.
    void setPart(const domain::SnapshotPtr& snapshot);
    void setStale(bool stale);
    void setScope(const TreeSelection& scope);
    void setFilter(const QString& text);
    void setRuns(const std::vector<ports::RunListing>& runs);
    void setActivity(const std::optional<maintenance::RunState>& activity);
    void setWhyEmpty(const QString& sentence, const QString& button = {}); // of all but Runs
    // Whether maintenance may be run with this session, and why not.
    void setPermitted(bool allowed, const QString& why);
    void updateTimes();

    [[nodiscard]] OverviewPage& overview() { return *m_overview; }
    [[nodiscard]] RunsPage& runs() { return *m_runs; }
    // What the rows of every table offer in their menu.
    void setRowActions(const QList<QAction*>& actions);
    void setCellActions(const QList<QAction*>& actions); // and the cells of the grid
    void showPage(int index);                            // and the keyboard goes into it
    void focusPage();
    [[nodiscard]] TablePage* tablePage() const; // the current one; nullptr: Overview
    [[nodiscard]] domain::ServerName
    currentServer() const; // of the selected row, or the grid's cell the keyboard is on
    void showCopy(const QString& key);

signals:
    void filterCleared();
    void emptyButtonClicked();
    void maintenanceRequested(); // from the empty page of Runs
    void scopeCleared();         // all servers of the group, please

private:
    void addTables();
    [[nodiscard]] std::array<TablePage*, 4> snapshotPages() const;
    [[nodiscard]] std::array<TablePage*, 5> allTables() const; // Runs as well
    void fillTables(const domain::SnapshotPtr& snapshot);
    void showAttention(const QString& server, const QString& database);
    [[nodiscard]] QStringList scopeServers() const;

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
    TreeSelection m_scope;
    bool m_stale = false;
};

} // namespace drydock::ui
