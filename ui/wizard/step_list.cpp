// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/wizard/step_list.h"

#include "model/tables/shapes.h"
#include "ui/widgets/spinner_animation.h"
#include "ui/wizard/step_delegate.h"

namespace drydock::ui {
namespace {

bool turns(maintenance::StepStatus status) { return tables::shapeOf(status) == tables::Shape::StepRunning; }

} // namespace

StepList::StepList(const Theme& theme, QWidget* parent) : QListView(parent), m_spinner(new SpinnerAnimation(*this))
{
    setObjectName(QStringLiteral("steps"));
    setAccessibleName(tr("Steps of the run"));
    setModel(&m_model);
    setModelColumn(int(tables::StepsModel::Column::Title));
    setItemDelegate(new StepDelegate(theme, *this));
    setFrameShape(QFrame::NoFrame);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(SingleSelection);
    setUniformItemSizes(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    connect(m_spinner, &SpinnerAnimation::turned, this, &StepList::turn);
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, &StepList::chosenChanged);
    connect(&theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

void StepList::showRun(const maintenance::RunState& run, domain::Time now)
{
    m_model.setNow(now);
    m_model.setState(run);
    const int at = int(run.current);
    const bool works = !run.resumable() && run.phase != maintenance::RunPhase::Finished;
    m_running = works && at < int(run.steps.size()) && turns(run.steps[run.current].status) ? at : -1;
    if (at != m_at && at < m_model.rowCount()) {
        // The selection moves when the run reaches another step; until then the user may select any step.
        m_at = at;
        const auto index = m_model.index(at, modelColumn());
        setCurrentIndex(index);
        scrollTo(index, EnsureVisible);
    }
    m_spinner->setWanted(m_running >= 0);
}

void StepList::setNow(domain::Time now) { m_model.setNow(now); }

std::size_t StepList::chosen() const
{
    const int row = currentIndex().isValid() ? currentIndex().row() : m_at;
    return row < 0 ? 0 : std::size_t(row);
}

qreal StepList::angle() const { return m_spinner->angle(); }

QSize StepList::sizeHint() const
{
    const int height = m_model.rowCount() > 0 ? sizeHintForRow(0) * m_model.rowCount() : 0;
    return {QListView::sizeHint().width(), height};
}

void StepList::showEvent(QShowEvent* event)
{
    QListView::showEvent(event);
    m_spinner->setWanted(m_running >= 0);
}

void StepList::hideEvent(QHideEvent* event)
{
    QListView::hideEvent(event);
    m_spinner->setWanted(false);
}

void StepList::resizeEvent(QResizeEvent* event)
{
    QListView::resizeEvent(event);
    if (currentIndex().isValid()) scrollTo(currentIndex(), EnsureVisible);
}

void StepList::turn()
{
    const auto index = m_model.index(m_running, modelColumn());
    if (index.isValid()) viewport()->update(visualRect(index));
}

} // namespace drydock::ui
