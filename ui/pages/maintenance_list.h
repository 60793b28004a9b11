// Who is in maintenance or on the way, since when and why, with the run under way and the way back.
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
    // Whether Reinstate is offered, and why not.
    void setReinstate(bool allowed, const QString& why);
    void updateTimes(); // "1 h 12 min" moves on

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
