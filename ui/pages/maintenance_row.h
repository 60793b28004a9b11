// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The row of one server in the maintenance list. Updates keep its widgets, so that keyboard focus and screen readers
// keep their place.
#pragma once

#include "ui/pages/maintenance_item.h"
#include "ui/pages/page_context.h"

#include <QWidget>

class QPushButton;

namespace drydock::ui {

class MeterBar;
class ShapeIcon;
class TextLabel;

class MaintenanceRow : public QWidget
{
    Q_OBJECT

public:
    explicit MaintenanceRow(const PageContext& context, QWidget* parent = nullptr);

    void setItem(const MaintenanceItem& item);
    // Enables the Reinstate button, or disables it with `why` as tool tip.
    void setReinstate(bool allowed, const QString& why);
    void updateTime(); // refreshes the elapsed time

signals:
    void reinstateRequested(const drydock::domain::ServerName& server);
    void showRunRequested();

private:
    void showButton();

    const PageContext m_context;
    MaintenanceItem m_item;
    bool m_allowed = false;
    QString m_why;
    ShapeIcon* m_icon;
    TextLabel* m_name;
    TextLabel* m_right;
    TextLabel* m_line;
    MeterBar* m_bar;
    QPushButton* m_button;
};

} // namespace drydock::ui
