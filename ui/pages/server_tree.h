// The organisation at the left: each DAG with its members, their states as shape and word; what is chosen filters the
// pages.
#pragma once

#include "model/domain/dag_snapshot.h"
#include "ui/theme/theme.h"

#include <QTreeWidget>

namespace drydock::ui {

// What the pages are about: one server, one DAG, or (both empty) everything.
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

    // Changes what has changed; what is chosen and what is unfolded stays.
    void setSnapshot(const domain::SnapshotPtr& snapshot);
    void setStale(bool stale);
    [[nodiscard]] TreeSelection scope() const;
    void choose(const domain::ServerName& server); // empty: everything
    void chooseGroup();                            // of the server chosen

signals:
    void scopeChanged();
    void serverActivated(const drydock::domain::ServerName& server); // Return or double click

private:
    QTreeWidgetItem* groupItem(const domain::DagName& dag, int position);
    void updateGroup(QTreeWidgetItem& item, const domain::DagSnapshot& snapshot, const domain::DagName& dag,
                     domain::Severity worst);
    void updateServer(QTreeWidgetItem& item, const domain::DagSnapshot& snapshot, const domain::Server& server);
    void chooseFirst();

    bool m_chosen = false;
};

} // namespace drydock::ui
