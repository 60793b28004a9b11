#include "ui/wizard/step_list.h"

#include "model/tables/shapes.h"
#include "ui/wizard/step_delegate.h"

#include <QStyle>

namespace drydock::ui {
namespace {

constexpr int oneTurn = 1200; // ms (visual.md, Motion)
constexpr int frame = 40;     // ms

bool turns(maintenance::StepStatus status) { return tables::shapeOf(status) == tables::Shape::StepRunning; }

} // namespace

StepList::StepList(const Theme& theme, QWidget* parent) : QListView(parent), m_theme(theme)
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
    m_turning.setInterval(frame);
    connect(&m_turning, &QTimer::timeout, this, &StepList::turn);
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, &StepList::chosenChanged);
    connect(&theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

void StepList::showRun(const maintenance::RunState& run, domain::Time now)
{
    m_model.setNow(now);
    m_model.setState(run);
    const int at = int(run.current);
    m_running = at < int(run.steps.size()) && turns(run.steps[run.current].status) ? at : -1;
    if (at != m_at && at < m_model.rowCount()) {
        // Follows the run until the user chooses a step; the next step takes it along again.
        m_at = at;
        const auto index = m_model.index(at, modelColumn());
        setCurrentIndex(index);
        scrollTo(index, EnsureVisible);
    }
    startOrStop();
}

void StepList::setNow(domain::Time now) { m_model.setNow(now); }

std::size_t StepList::chosen() const
{
    const int row = currentIndex().isValid() ? currentIndex().row() : m_at;
    return row < 0 ? 0 : std::size_t(row);
}

qreal StepList::angle() const
{
    if (!m_turning.isActive()) return 0;
    return 360.0 * qreal(m_since.elapsed() % oneTurn) / oneTurn;
}

QSize StepList::sizeHint() const
{
    const int height = m_model.rowCount() > 0 ? sizeHintForRow(0) * m_model.rowCount() : 0;
    return {QListView::sizeHint().width(), height};
}

void StepList::showEvent(QShowEvent* event)
{
    QListView::showEvent(event);
    startOrStop();
}

void StepList::hideEvent(QHideEvent* event)
{
    QListView::hideEvent(event);
    m_turning.stop();
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

void StepList::startOrStop()
{
    const bool wanted = m_running >= 0 && isVisible() && !reducedMotion();
    if (wanted == m_turning.isActive()) return;
    if (wanted) {
        m_since.start();
        m_turning.start();
    } else {
        m_turning.stop();
    }
    viewport()->update();
}

bool StepList::reducedMotion() const
{
    return style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) == 0;
}

} // namespace drydock::ui
