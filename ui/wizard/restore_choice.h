// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Lets the operator choose the settings that a reinstate restores where the maintenance left no record.
#pragma once

#include "model/domain/server.h"
#include "model/maintenance/plan_reinstate.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QComboBox;

namespace drydock::ui {

class RestoreChoice : public QWidget
{
    Q_OBJECT

public:
    // Preselected is what was chosen before, and else what `now` shows. Nothing counts as chosen before the button is
    // pressed.
    RestoreChoice(const Theme& theme, const domain::Server& now, const maintenance::ReinstateOptions& before,
                  QWidget* parent = nullptr);

signals:
    // The button was pressed; both values are set.
    void chosen(const drydock::maintenance::ReinstateOptions& options);

private:
    [[nodiscard]] maintenance::ReinstateOptions options() const;

    QComboBox* m_policy;
    QComboBox* m_moveNow;
};

} // namespace drydock::ui
