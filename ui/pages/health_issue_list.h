// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The list of health issues, the worst first. Each shows an icon, the problem in bold, and the advice below it.
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
    // An issue was activated by Return or double click. Names that the issue does not have are empty.
    void chosen(const QString& server, const QString& database);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
};

} // namespace drydock::ui
