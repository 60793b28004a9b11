// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The tree of DAGs and their members with icon and state. Its selection decides what the pages show.
#pragma once

#include "model/domain/dag_snapshot.h"
#include "ui/theme/theme.h"

#include <QTreeWidget>

namespace drydock::ui {

// What the pages are limited to: one server or one DAG. If both are empty, these are the servers without a DAG, or all
// servers where each has one.
struct TreeSelection {
    domain::DagName dag;
    domain::ServerName server;
    bool operator==(const TreeSelection&) const = default;
};

class ServerTree : public QTreeWidget
{
    Q_OBJECT

public:
    explicit ServerTree(const Theme& theme, QWidget* parent = nullptr);

    // Updates the items that differ. Selection and expanded items are kept. A null snapshot clears the tree.
    void setSnapshot(const domain::SnapshotPtr& snapshot);
    void setStale(bool stale);
    [[nodiscard]] TreeSelection selection() const;
    void choose(const domain::ServerName& server); // an empty name clears the selection
    void chooseGroup();                            // selects the DAG of the selected server

signals:
    void treeSelectionChanged();
    void serverActivated(const drydock::domain::ServerName& server); // by Return or double click

private:
    QTreeWidgetItem* groupItem(const domain::DagName& dag, int position);
    void updateGroup(QTreeWidgetItem& item, const domain::DagSnapshot& snapshot, const domain::DagName& dag,
                     domain::Severity worst);
    void updateServer(QTreeWidgetItem& item, const domain::DagSnapshot& snapshot, const domain::Server& server);
    void chooseFirst();

    bool m_chosen = false;
};

} // namespace drydock::ui
