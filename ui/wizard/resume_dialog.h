// Runs that were cut off: what is known of each and what is not, and the choice to continue, to undo or to abandon it.
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
    // Only those that are unfinished or unreadable are shown; count() says how many.
    ResumeDialog(const Theme& theme, const std::vector<ports::RunListing>& runs, QWidget* parent = nullptr);
    [[nodiscard]] int count() const { return m_count; }

signals:
    void chosen(const QString& runId, drydock::ui::ResumeChoice choice);

private:
    [[nodiscard]] QWidget* makeCard(const ports::RunListing& listing);
    void addKnown(QVBoxLayout& column, const ports::RunListing& listing) const;
    void choose(const maintenance::RunState& run, ResumeChoice choice);
    void addChoices(QVBoxLayout& column, const ports::RunListing& listing);

    const Theme& m_theme;
    int m_count = 0;
};

} // namespace drydock::ui
