// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Shows how the prepared maintenance is begun at another time, by the computer's own scheduler: lines to copy.
#pragma once

#include "model/controllers/scheduled_run.h"
#include "ui/theme/theme.h"

#include <QDialog>

class QDateTimeEdit;
class QLineEdit;

namespace drydock::ui {

class RunLaterDialog : public QDialog
{
    Q_OBJECT

public:
    // `now`: local time, for the first suggestion.
    RunLaterDialog(const Theme& theme, controllers::ScheduledRun run, const QDateTime& now, QWidget* parent = nullptr);

private:
    void update();

    controllers::ScheduledRun m_run;
    QDateTimeEdit* m_start = nullptr;
    QLineEdit* m_command = nullptr;
    QLineEdit* m_taskScheduler = nullptr;
    QLineEdit* m_systemd = nullptr;
};

} // namespace drydock::ui
