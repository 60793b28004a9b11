// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/pages/runs_page.h"

#include "ui/pages/run_dialog.h"

#include <QPushButton>

namespace drydock::ui {

RunsPage::RunsPage(const PageContext& context, tables::RunsModel& model, QWidget* parent)
    : TablePage(context, QStringLiteral("runs"), tr("Runs"), model, parent), m_pageContext(context), m_runs(model),
      m_open(new QPushButton(tr("&Open"), this)), m_resume(new QPushButton(tr("Res&ume…"), this))
{
    m_open->setObjectName(QStringLiteral("openRun"));
    m_resume->setObjectName(QStringLiteral("resumeRun"));
    addTool(m_resume);
    addTool(m_open);
    connect(m_open, &QPushButton::clicked, this, [this] { openRun(view().currentKey()); });
    connect(m_resume, &QPushButton::clicked, this, [this] {
        if (const auto* row = current()) emit resumeRequested(QString::fromStdString(row->run.id));
    });
    connect(view().selectionModel(), &QItemSelectionModel::currentRowChanged, this, &RunsPage::updateButtons);
    connect(&model, &QAbstractItemModel::dataChanged, this, &RunsPage::updateButtons);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, &RunsPage::updateButtons);
    updateButtons();
}

const tables::RunRow* RunsPage::current() const
{
    const auto row = m_runs.rowOf(view().currentKey());
    return row < 0 ? nullptr : &m_runs.at(row);
}

void RunsPage::updateButtons()
{
    const auto* row = current();
    m_open->setEnabled(row);
    QString why;
    if (!row)
        why = tr("No run is selected");
    else if (row->error)
        why = tr("The journal of this run cannot be read");
    else if (row->run.id == m_active || row->inUse)
        why = tr("This run is under way");
    else if (!row->run.resumable())
        why = tr("This run is finished");
    else if (row->superseded)
        why = tr("A newer run has changed this server since");
    else if (!m_allowed)
        why = m_why;
    m_resume->setEnabled(why.isEmpty());
    m_resume->setToolTip(why);
}

void RunsPage::setResume(bool allowed, const QString& why)
{
    m_allowed = allowed;
    m_why = why;
    updateButtons();
}

void RunsPage::openRun(const QString& key)
{
    const auto row = m_runs.rowOf(key);
    if (row < 0) return;
    auto run = m_runs.at(row);
    if (!m_active.empty() && run.run.id == m_active) {
        emit showRunRequested(QString::fromStdString(run.run.id));
        return;
    }
    auto whole = m_pageContext.journals.read(run.run.id);
    // Usage: it was never begun, so there is nothing to read.
    if (whole.error && whole.error->kind != domain::ErrorKind::Usage) run.error = whole.error;
    auto* dialog = new RunDialog(m_pageContext, run, std::move(whole.state), m_allowed, m_why, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &RunDialog::resumeRequested, this, &RunsPage::resumeRequested);
    dialog->open();
}

} // namespace drydock::ui
