// The steps of a run, one below the other: icon, title, a line of detail, elapsed; the running step's ring turns.
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
    // The step the user has chosen, else the one the run is at.
    [[nodiscard]] std::size_t chosen() const;
    // Degrees the running ring has turned; stays 0 where the system asks for reduced motion.
    [[nodiscard]] qreal angle() const;
    [[nodiscard]] const tables::StepsModel& steps() const { return m_model; }
    [[nodiscard]] QSize sizeHint() const override;

signals:
    void chosenChanged();

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
