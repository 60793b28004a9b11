// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// One step of the plan: its commands and where they run, its conditions, its undo commands and its time-out.
#pragma once

#include "model/maintenance/dry_run.h"
#include "ui/widgets/shape_icon.h"
#include "ui/widgets/text_label.h"

#include <QFrame>

class QGridLayout;
class QVBoxLayout;

namespace drydock::ui {

class StepCard : public QFrame
{
    Q_OBJECT

public:
    // `number` counts from 1. `dryRun` says what the step would do now; it may be null.
    StepCard(const Theme& theme, int number, const maintenance::Step& step, const maintenance::DryRunLine* dryRun,
             QWidget* parent = nullptr);

signals:
    void timeoutChosen(drydock::domain::Duration timeout);

private:
    [[nodiscard]] QWidget* makeTimeout(const maintenance::Step& step);
    void buildHead(QVBoxLayout* column, int number, const maintenance::Step& step);
    void buildCommands(QVBoxLayout* column, const maintenance::Step& step);
    void buildFacts(QVBoxLayout* column, const maintenance::Step& step);
    void buildDryRun(QVBoxLayout* column, const maintenance::DryRunLine& line);

    const Theme& m_theme;
};

} // namespace drydock::ui
