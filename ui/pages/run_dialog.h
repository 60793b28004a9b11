// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Shows one run of the journal: its steps with their evidence, and its report to read and to save.
#pragma once

#include "model/tables/runs_model.h"
#include "model/tables/steps_model.h"
#include "ui/pages/page_context.h"

#include <QDialog>

namespace drydock::ui {

class RunDialog : public QDialog
{
    Q_OBJECT

public:
    // `state` is the whole run. `mayResume` enables the Resume button of a resumable run; otherwise `why` is its tool
    // tip.
    RunDialog(const PageContext& context, const tables::RunRow& run, maintenance::RunState state, bool mayResume,
              const QString& why, QWidget* parent = nullptr);

signals:
    void resumeRequested(const QString& runId);

private:
    QWidget* makeHead(const PageContext& context);
    QWidget* makeSteps(const PageContext& context);
    QWidget* makeReport();
    void saveReport();

    tables::RunRow m_run;
    maintenance::RunState m_state;
    tables::StepsModel m_steps;
};

} // namespace drydock::ui
