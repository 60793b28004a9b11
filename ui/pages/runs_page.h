// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The page of all maintenance runs of the journal. A run opens its steps and report; an unfinished run can be resumed.
#pragma once

#include "model/ports/journal_store.h"
#include "model/tables/runs_model.h"
#include "ui/pages/table_page.h"

#include <QPointer>

class QPushButton;

namespace drydock::ui {

class RunDialog;

class RunsPage : public TablePage
{
    Q_OBJECT

public:
    RunsPage(const PageContext& context, tables::RunsModel& model, QWidget* parent = nullptr);

    void showDetails() override { openRun(view().currentKey()); }
    void openRun(const QString& key); // opens a RunDialog, or emits showRunRequested() for the active run
    // Sets the run that this program carries out, or none. That run cannot be resumed.
    void setActive(const std::string& runId)
    {
        m_active = runId;
        updateButtons();
    }
    // Enables the Resume button, or disables it with `why` as tool tip.
    void setResume(bool allowed, const QString& why);

signals:
    void resumeRequested(const QString& runId);
    void showRunRequested(const QString& runId);

private:
    [[nodiscard]] const tables::RunRow* current() const;
    void updateButtons();

    const PageContext m_pageContext;
    tables::RunsModel& m_runs;
    QPushButton* m_open;
    QPushButton* m_resume;
    std::string m_active;
    bool m_allowed = true;
    QString m_why;
};

} // namespace drydock::ui
