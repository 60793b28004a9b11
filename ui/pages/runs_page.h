// Every maintenance run of the journal; one opens to its steps and report, an unfinished one can be resumed.
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
    void showDetails() override { openRun(view().currentKey()); }
    RunsPage(const PageContext& context, tables::RunsModel& model, QWidget* parent = nullptr);

    void openRun(const QString& key);
    // The run that is under way here is shown by its own window and cannot be resumed.
    void setActive(const std::string& runId)
    {
        m_active = runId;
        updateButtons();
    }
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
