// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Shows what a load balancer sees of the server during a run: how many protocols answer their health check, and since
// when.
#pragma once

#include "model/maintenance/plan.h"
#include "ui/wizard/live_panel.h"

namespace drydock::ui {

class LoadBalancerPanel : public LivePanel
{
    Q_OBJECT

public:
    using LivePanel::LivePanel;
    // Takes a snapshot that covers the health checks of `server`, as those of the main window do; ignores any other
    // one.
    void readSnapshot(const domain::SnapshotPtr& snapshot, const domain::ServerName& server);
    void showPlan(const maintenance::Plan& plan, domain::Time now);

private:
    domain::SnapshotPtr m_last;
};

} // namespace drydock::ui
