// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Shows which components of the server are inactive during a run, and which requesters hold them down.
#pragma once

#include "ui/wizard/live_panel.h"

namespace drydock::ui {

class ComponentsPanel : public LivePanel
{
    Q_OBJECT

public:
    explicit ComponentsPanel(const Theme& theme, QWidget* parent = nullptr);
    // Updates the panel from a snapshot that covers the components of `server`; ignores any other snapshot.
    void readSnapshot(const domain::SnapshotPtr& snapshot, const domain::ServerName& server);
    void showServer(const domain::ServerName& server, domain::Time now);

private:
    domain::SnapshotPtr m_last;
};

} // namespace drydock::ui
