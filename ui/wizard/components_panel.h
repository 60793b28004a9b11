// What of the server's components is down while a run is under way, and who holds it down.
#pragma once

#include "model/domain/dag_snapshot.h"
#include "ui/wizard/panel.h"

namespace drydock::ui {

class ComponentsPanel : public Panel
{
    Q_OBJECT

public:
    explicit ComponentsPanel(const Theme& theme, QWidget* parent = nullptr);
    // A reading that does not cover the components of the server leaves what was known.
    void readSnapshot(const domain::SnapshotPtr& snapshot, const domain::ServerName& server);
};

} // namespace drydock::ui
