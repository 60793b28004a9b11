// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The list of the steps of a run. The ring of the current step turns, and the selection follows the run.
#pragma once

#include "model/tables/steps_model.h"
#include "ui/theme/theme.h"

#include <QListView>

namespace drydock::ui {

class SpinnerAnimation;

class StepList : public QListView
{
    Q_OBJECT

public:
    explicit StepList(const Theme& theme, QWidget* parent = nullptr);

    void showRun(const maintenance::RunState& run, domain::Time now);
    void setNow(domain::Time now);
    // Returns the index of the selected step, or of the current one if none is selected.
    [[nodiscard]] std::size_t chosen() const;
    // The rotation of the ring in degrees. It stays 0 where the system asks for reduced motion.
    [[nodiscard]] qreal angle() const;
    [[nodiscard]] const tables::StepsModel& steps() const { return m_model; }
    [[nodiscard]] QSize sizeHint() const override;

signals:
    void chosenChanged(); // another step is selected

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void turn();

    tables::StepsModel m_model;
    SpinnerAnimation* m_spinner;
    int m_running = -1;
    int m_at = -1;
};

} // namespace drydock::ui
