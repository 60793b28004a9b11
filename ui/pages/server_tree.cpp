// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/pages/server_tree.h"

#include "model/domain/health_issues.h"
#include "model/domain/health_rules.h"
#include "model/domain/server_state.h"
#include "model/tables/natural_order.h"
#include "model/tables/shapes.h"
#include "model/tables/text.h"
#include "ui/pages/tree_delegate.h"

#include <QHeaderView>

#include <algorithm>
#include <map>

namespace drydock::ui {
namespace {

// A DAG has the severity of its worst member. Maintenance is intended and does not count.
tables::Shape groupShape(domain::Severity worst)
{
    switch (worst) {
    case domain::Severity::Critical:
        return tables::Shape::CopyFailed;
    case domain::Severity::Warning:
        return tables::Shape::ServerInconsistent;
    case domain::Severity::Unknown:
        return tables::Shape::CopyUnknown;
    default:
        return tables::Shape::ServerServing;
    }
}

void fill(QTreeWidgetItem& item, const QString& name, const QString& state, tables::Shape shape,
          domain::Severity severity)
{
    item.setText(0, name);
    item.setData(0, TreeDelegate::StateRole, state);
    item.setData(0, tables::ShapeRole, int(shape));
    item.setData(0, tables::SeverityRole, int(severity));
    item.setData(0, Qt::AccessibleTextRole, QStringLiteral("%1, %2").arg(name, state));
}

// Finds the health issues once for all DAGs.
std::map<domain::DagName, domain::Severity> worstByGroup(const domain::DagSnapshot& snapshot)
{
    std::map<domain::DagName, domain::Severity> worst;
    const auto note = [&worst](const domain::DagName& dag, domain::Severity severity) {
        auto& known = worst[dag];
        known = std::max(known, severity);
    };
    for (const auto& issue : domain::healthIssues(snapshot)) {
        if (const auto* group = snapshot.groupOf(issue.server)) note(group->name, issue.severity);
        if (const auto* database = snapshot.database(issue.database)) note(database->dag, issue.severity);
        if (!issue.dag.empty()) note(issue.dag, issue.severity);
    }
    return worst;
}

QTreeWidgetItem* childOf(QTreeWidgetItem& parent, const domain::ServerName& name)
{
    for (int i = 0; i < parent.childCount(); ++i)
        if (domain::ServerName(parent.child(i)->data(0, TreeDelegate::NameRole).toString().toStdString()) == name)
            return parent.child(i);
    return nullptr;
}

} // namespace

ServerTree::ServerTree(const Theme& theme, QWidget* parent) : QTreeWidget(parent)
{
    setObjectName(QStringLiteral("serverTree"));
    setAccessibleName(tr("Servers by group"));
    setHeaderHidden(true);
    setFrameShape(QFrame::NoFrame);
    setColumnCount(1);
    setIndentation(size::betweenGroups);
    setUniformRowHeights(true);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setItemDelegate(new TreeDelegate(theme, this));
    connect(this, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem* now) {
        if (now) emit treeSelectionChanged();
    });
    connect(this, &QTreeWidget::itemActivated, this, [this] {
        if (!selection().server.empty()) emit serverActivated(selection().server);
    });
    connect(&theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

void ServerTree::setSnapshot(const domain::SnapshotPtr& snapshot)
{
    if (!snapshot) {
        const bool had = currentItem();
        clear();
        m_chosen = false;
        if (had) emit treeSelectionChanged();
        return;
    }
    std::vector<domain::DagName> wanted;
    for (const auto& group : snapshot->groups)
        wanted.push_back(group.name);
    // A partial snapshot can hold servers whose DAG has not been read yet.
    for (const auto& server : snapshot->servers)
        if (!server.dag.empty()) wanted.push_back(server.dag);
    std::sort(wanted.begin(), wanted.end());
    wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
    const bool loose = std::any_of(snapshot->servers.begin(), snapshot->servers.end(),
                                   [](const domain::Server& s) { return s.dag.empty(); });
    if (loose) wanted.emplace_back();
    for (int i = topLevelItemCount() - 1; i >= 0; --i) {
        const domain::DagName name(topLevelItem(i)->data(0, TreeDelegate::NameRole).toString().toStdString());
        if (std::find(wanted.begin(), wanted.end(), name) == wanted.end()) delete takeTopLevelItem(i);
    }
    const auto worst = worstByGroup(*snapshot);
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const auto found = worst.find(wanted[i]);
        updateGroup(*groupItem(wanted[i], int(i)), *snapshot, wanted[i],
                    found == worst.end() ? domain::Severity::Ok : found->second);
    }
    chooseFirst();
}

QTreeWidgetItem* ServerTree::groupItem(const domain::DagName& dag, int position)
{
    const auto name = QString::fromStdString(dag.text());
    for (int i = 0; i < topLevelItemCount(); ++i)
        if (topLevelItem(i)->data(0, TreeDelegate::NameRole).toString().compare(name, Qt::CaseInsensitive) == 0)
            return topLevelItem(i);
    auto* item = new QTreeWidgetItem;
    item->setData(0, TreeDelegate::NameRole, name);
    insertTopLevelItem(position, item);
    item->setExpanded(position == 0 || topLevelItemCount() <= 4);
    return item;
}

void ServerTree::updateGroup(QTreeWidgetItem& item, const domain::DagSnapshot& snapshot, const domain::DagName& dag,
                             domain::Severity worst)
{
    std::vector<const domain::Server*> members;
    for (const auto& server : snapshot.servers)
        if (server.dag == dag) members.push_back(&server);
    std::sort(members.begin(), members.end(), [](const auto* a, const auto* b) {
        return tables::naturalCompare(QString::fromStdString(a->name.text()), QString::fromStdString(b->name.text())) <
               0;
    });
    for (int i = item.childCount() - 1; i >= 0; --i) {
        const auto name = domain::ServerName(item.child(i)->data(0, TreeDelegate::NameRole).toString().toStdString());
        if (std::none_of(members.begin(), members.end(), [&](const auto* s) { return s->name == name; }))
            delete item.takeChild(i);
    }
    for (std::size_t i = 0; i < members.size(); ++i) {
        auto* child = childOf(item, members[i]->name);
        if (!child) {
            child = new QTreeWidgetItem;
            item.insertChild(int(i), child);
        }
        updateServer(*child, snapshot, *members[i]);
        worst = std::max(worst, domain::assessServer(snapshot, members[i]->name).severity);
    }
    fill(item, dag.empty() ? tr("No group") : tables::plainText(dag.text()), QString::number(members.size()),
         groupShape(worst), worst);
}

void ServerTree::updateServer(QTreeWidgetItem& item, const domain::DagSnapshot& snapshot, const domain::Server& server)
{
    const auto state = domain::stateOf(snapshot, server.name);
    const auto shape = tables::shapeOf(state);
    item.setData(0, TreeDelegate::NameRole, QString::fromStdString(server.name.text()));
    fill(item, tables::plainText(server.name.text()), tables::wordOf(shape), shape, domain::severityOf(state));
    item.setToolTip(
        0, tables::toolTipText(QStringLiteral("%1 – %2").arg(tables::plainText(server.fqdn), tables::wordOf(state))));
}

void ServerTree::setStale(bool stale)
{
    setProperty(TreeDelegate::staleProperty, stale);
    viewport()->update();
}

void ServerTree::chooseFirst()
{
    if (m_chosen || topLevelItemCount() == 0) return;
    m_chosen = true;
    setCurrentItem(topLevelItem(0));
}

void ServerTree::chooseGroup()
{
    if (auto* item = currentItem(); item && item->parent()) setCurrentItem(item->parent());
}

TreeSelection ServerTree::selection() const
{
    const auto* item = currentItem();
    if (!item) return {};
    const auto* group = item->parent() ? item->parent() : item;
    TreeSelection selected{domain::DagName(group->data(0, TreeDelegate::NameRole).toString().toStdString()), {}};
    if (item->parent())
        selected.server = domain::ServerName(item->data(0, TreeDelegate::NameRole).toString().toStdString());
    return selected;
}

void ServerTree::choose(const domain::ServerName& server)
{
    if (server.empty()) {
        setCurrentItem(nullptr);
        emit treeSelectionChanged();
        return;
    }
    for (int i = 0; i < topLevelItemCount(); ++i)
        for (int k = 0; k < topLevelItem(i)->childCount(); ++k) {
            auto* child = topLevelItem(i)->child(k);
            if (domain::ServerName(child->data(0, TreeDelegate::NameRole).toString().toStdString()) == server)
                setCurrentItem(child);
        }
}

} // namespace drydock::ui
