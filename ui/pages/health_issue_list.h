// What needs attention, worst first: shape, what is wrong in bold, and below it, muted, what to do.
#pragma once

#include "model/tables/health_issues_model.h"
#include "ui/theme/theme.h"

#include <QListView>

namespace drydock::ui {

class HealthIssueList : public QListView
{
    Q_OBJECT

public:
    HealthIssueList(const Theme& theme, tables::HealthIssuesModel& model, QWidget* parent = nullptr);

signals:
    void chosen(const QString& server, const QString& database); // Return or double click

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
};

} // namespace drydock::ui
