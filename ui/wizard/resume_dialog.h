// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Lists unfinished runs with what the journal knows of each, and lets the user continue, undo or abandon one.
#pragma once

#include "model/ports/journal_store.h"
#include "ui/theme/theme.h"

#include <QDialog>

class QVBoxLayout;

namespace drydock::ui {

enum class ResumeChoice { Continue, Undo, Abandon };

class ResumeDialog : public QDialog
{
    Q_OBJECT

public:
    // Shows the runs that are resumable or unreadable. count() returns their number.
    ResumeDialog(const Theme& theme, const std::vector<ports::RunListing>& runs, ports::JournalStore& journals,
                 QWidget* parent = nullptr);
    [[nodiscard]] int count() const { return m_count; }

signals:
    void chosen(const QString& runId, drydock::ui::ResumeChoice choice);

private:
    [[nodiscard]] QWidget* makeCard(const ports::RunListing& listing, const maintenance::RunState& run);
    void addKnown(QVBoxLayout& column, const maintenance::RunState& run) const;
    void choose(const maintenance::RunState& run, ResumeChoice choice);
    void addChoices(QVBoxLayout& column, const ports::RunListing& listing, const maintenance::RunState& run);

    const Theme& m_theme;
    int m_count = 0;
};

} // namespace drydock::ui
