// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/pages/workspace.h"

#include "model/tables/text.h"
#include "ui/pages/components_page.h"
#include "ui/pages/grid_view.h"
#include "ui/pages/overview_page.h"
#include "ui/pages/runs_page.h"
#include "ui/widgets/time_text.h"

#include <QCheckBox>
#include <QTabBar>

namespace drydock::ui {
namespace {

// Returns a name as the tables show it.
QString shown(const std::string& name) { return tables::plainText(name); }

} // namespace

Workspace::Workspace(const PageContext& context, QWidget* parent)
    : QTabWidget(parent), m_context(context), m_overview(new OverviewPage(context, this))
{
    setDocumentMode(true);
    tabBar()->setAccessibleName(tr("Pages"));
    tabBar()->setExpanding(false);
    addTab(m_overview, tr("Overview"));
    addTables();
    connect(m_overview, &OverviewPage::copyActivated, this, &Workspace::showCopy);
    connect(m_overview, &OverviewPage::issueActivated, this, &Workspace::showIssue);
    connect(m_overview, &OverviewPage::emptyButtonClicked, this, &Workspace::emptyButtonClicked);
}

void Workspace::addTables()
{
    m_servers = new TablePage(m_context, QStringLiteral("servers"), tr("Servers"), m_serversModel, this);
    m_copies = new TablePage(m_context, QStringLiteral("copies"), tr("Database copies"), m_copiesModel, this);
    m_components = new ComponentsPage(m_context, m_componentsModel, this);
    m_queues = new TablePage(m_context, QStringLiteral("queues"), tr("Queues"), m_queuesModel, this);
    m_runs = new RunsPage(m_context, m_runsModel, this);
    auto* special = new QCheckBox(tr("Shado&w and poison queues too"), m_queues);
    special->setObjectName(QStringLiteral("specialQueues"));
    connect(special, &QCheckBox::toggled, this, [this](bool on) { m_queuesModel.setSpecialQueuesShown(on); });
    m_queues->addTool(special);
    for (auto* page : allTables()) {
        addTab(page, page->title());
        connect(page, &TablePage::filterCleared, this, &Workspace::filterCleared);
        connect(page, &TablePage::onlyServerCleared, this, &Workspace::onlyServerCleared);
        connect(page, &TablePage::emptyButtonClicked, this,
                page == m_runs ? &Workspace::maintenanceRequested : &Workspace::emptyButtonClicked);
    }
    for (auto* page : {m_copies, static_cast<TablePage*>(m_components), m_queues})
        page->view().proxy().setWorstFirst(true);
}

std::array<TablePage*, 4> Workspace::snapshotPages() const { return {m_servers, m_copies, m_components, m_queues}; }
std::array<TablePage*, 5> Workspace::allTables() const { return {m_servers, m_copies, m_components, m_queues, m_runs}; }

void Workspace::setSnapshot(const domain::SnapshotPtr& snapshot)
{
    for (auto* page : snapshotPages())
        page->view().setFilling(false);
    m_overview->setSnapshot(snapshot);
    fillTables(snapshot);
    for (auto* page : snapshotPages())
        page->view().sizeToContents();
}

void Workspace::setPart(const domain::SnapshotPtr& snapshot)
{
    for (auto* page : snapshotPages())
        page->view().setFilling(true);
    fillTables(snapshot);
}

void Workspace::fillTables(const domain::SnapshotPtr& snapshot)
{
    m_snapshot = snapshot;
    m_serversModel.setSnapshot(snapshot);
    m_overview->setOrganisationRuns(m_serversModel.organisationRuns());
    m_copiesModel.setSnapshot(snapshot);
    m_componentsModel.setSnapshot(snapshot);
    m_queuesModel.setSnapshot(snapshot);
    setSelection(m_selection);
    updateTimes();
}

void Workspace::setStale(bool stale)
{
    m_stale = stale;
    for (auto* model : std::initializer_list<tables::TableModel*>{&m_serversModel, &m_copiesModel, &m_componentsModel,
                                                                  &m_queuesModel})
        model->setStale(stale);
    m_overview->setStale(stale);
    updateTimes();
}

QStringList Workspace::selectedServers() const
{
    if (!m_selection.server.empty()) return {shown(m_selection.server.text())};
    QStringList servers;
    if (!m_snapshot) return servers;
    for (const auto& server : m_snapshot->servers)
        if (server.dag == m_selection.dag) servers += shown(server.name.text());
    return servers;
}

void Workspace::setSelection(const TreeSelection& selection)
{
    m_selection = selection;
    const auto servers = selectedServers();
    m_overview->setDag(selection.dag);
    for (auto* page : {m_servers, m_copies, m_queues, static_cast<TablePage*>(m_runs)})
        page->setServers(servers);
    m_components->showServers(servers);
    for (auto* page : allTables())
        page->setOnlyServer(shown(selection.server.text()));
}

void Workspace::setRowActions(const QList<QAction*>& actions)
{
    for (auto* page : allTables()) {
        page->view().setContextMenuPolicy(Qt::ActionsContextMenu);
        page->view().addActions(actions);
    }
}

void Workspace::setCellActions(const QList<QAction*>& actions) { m_overview->grid().addActions(actions); }

void Workspace::showPage(int index)
{
    setCurrentIndex(index);
    focusPage();
}

void Workspace::focusPage() { currentWidget()->setFocus(Qt::ShortcutFocusReason); }

void Workspace::setFilter(const QString& text)
{
    m_overview->setFilter(text);
    for (auto* page : allTables())
        page->setFilter(text);
    m_components->filterMatrix(text);
}

void Workspace::setRuns(const std::vector<ports::RunListing>& runs)
{
    m_runsModel.setRuns(runs);
    std::vector<maintenance::RunSummary> readable;
    for (const auto& listing : runs)
        if (!listing.error) readable.push_back(listing.run);
    m_overview->setRuns(std::move(readable));
}

void Workspace::setActivity(const std::optional<maintenance::RunState>& activity)
{
    m_overview->setActivity(activity);
    m_runs->setActive(activity ? activity->id : std::string());
}

void Workspace::setWhyEmpty(const QString& sentence, const QString& button)
{
    m_overview->setWhyEmpty(sentence, button);
    for (auto* page : snapshotPages())
        page->setWhyEmpty(sentence, button);
}

void Workspace::setPermitted(bool allowed, const QString& why)
{
    m_overview->maintenance().setReinstate(allowed, why);
    m_runs->setResume(allowed, why);
    m_runs->setWhyEmpty(tr("No maintenance was run yet."), allowed ? tr("&Put into maintenance…") : QString());
}

void Workspace::updateTimes()
{
    m_overview->maintenance().updateTimes();
    QString age;
    if (m_snapshot) {
        const auto ago = agoText(m_context.clock.now() - m_snapshot->takenAt);
        const auto source = shown(m_snapshot->source);
        age = m_stale ? tr("Out of date: read %1 from %2; the last refresh failed").arg(ago, source)
                      : tr("Read %1 from %2").arg(ago, source);
    }
    for (auto* page : snapshotPages())
        page->setAge(age, m_stale);
}

TablePage* Workspace::tablePage() const { return qobject_cast<TablePage*>(currentWidget()); }

domain::ServerName Workspace::currentServer() const
{
    const auto* page = tablePage();
    if (const auto& grid = m_overview->grid(); !page && grid.hasFocus())
        return domain::ServerName(grid.currentServer().toStdString());
    if (!page || !page->view().currentIndex().isValid()) return {};
    return domain::ServerName(page->view().currentIndex().data(tables::ServerRole).toString().toStdString());
}

void Workspace::showCopy(const QString& key)
{
    setCurrentWidget(m_copies);
    m_copies->view().selectKey(key);
    m_copies->view().setFocus();
}

void Workspace::showIssue(const QString& server, const QString& database)
{
    if (!database.isEmpty() && !server.isEmpty())
        return showCopy(tables::CopiesModel::keyOf(domain::DatabaseName(database.toStdString()),
                                                   domain::ServerName(server.toStdString())));
    if (!database.isEmpty()) {
        for (int row = 0; row < m_copiesModel.rowCount(); ++row)
            if (const auto index = m_copiesModel.index(row, 0); index.data(tables::DatabaseRole).toString() == database)
                return showCopy(index.data(tables::KeyRole).toString());
    }
    setCurrentWidget(m_servers);
    m_servers->view().selectKey(tables::ServersModel::keyOf(domain::ServerName(server.toStdString())));
    m_servers->view().setFocus();
}

} // namespace drydock::ui
