// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The list of servers in maintenance: since when and why, the progress of the current run, and the way back.
#pragma once

#include "ui/pages/maintenance_item.h"
#include "ui/pages/page_context.h"

#include <QWidget>

#include <map>

class QVBoxLayout;

namespace drydock::ui {

class MaintenanceRow;
class TextLabel;

class MaintenanceList : public QWidget
{
    Q_OBJECT

public:
    explicit MaintenanceList(const PageContext& context, QWidget* parent = nullptr);

    void setItems(const std::vector<MaintenanceItem>& items);
    // Enables the Reinstate buttons, or disables them with `why` as tool tip.
    void setReinstate(bool allowed, const QString& why);
    void updateTimes(); // refreshes the elapsed times; call it once a second

signals:
    void reinstateRequested(const drydock::domain::ServerName& server);
    void showRunRequested();

private:
    MaintenanceRow* makeRow();

    const PageContext m_context;
    QVBoxLayout* m_column;
    TextLabel* m_none;
    std::map<domain::ServerName, MaintenanceRow*> m_rows;
    bool m_allowed = false;
    QString m_why;
};

} // namespace drydock::ui
