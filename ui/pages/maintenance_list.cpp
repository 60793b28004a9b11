#include "ui/pages/maintenance_list.h"

#include "model/domain/health_rules.h"
#include "model/tables/shapes.h"
#include "model/tables/text.h"
#include "ui/widgets/card.h"
#include "ui/widgets/meter_bar.h"
#include "ui/widgets/shape_icon.h"
#include "ui/widgets/time_words.h"

#include <QPushButton>

#include <algorithm>

namespace drydock::ui {
namespace {

bool onPurpose(domain::ServerState state)
{
    using enum domain::ServerState;
    return state == InMaintenance || state == Entering || state == Leaving || state == Blocked;
}

// The newest run into maintenance tells since when and why.
void fillFromRuns(MaintenanceItem& item, const std::vector<maintenance::RunState>& runs)
{
    const auto run = std::find_if(runs.begin(), runs.end(), [&](const maintenance::RunState& r) { return r.plan.server == item.server; });
    if (run == runs.end() || run->plan.direction != maintenance::Direction::Enter) return;
    item.since = run->startedAt;
    QStringList parts;
    for (const auto& text : {run->reason, run->changeNumber})
        if (!text.empty()) parts += tables::plainText(text);
    item.why = parts.join(QStringLiteral(", "));
    if (!run->operatorName.empty()) item.why += (item.why.isEmpty() ? QString() : QStringLiteral(" · ")) + tables::plainText(run->operatorName);
}

void fillFromActivity(MaintenanceItem& item, const maintenance::RunState& run)
{
    item.running = true;
    const auto count = run.steps.size();
    item.step = MaintenanceList::tr("step %1 of %2").arg(std::min(run.current + 1, count)).arg(count);
    if (run.current < count) item.waitingFor = tables::translated(run.steps[run.current].waitingFor);
    if (item.waitingFor.isEmpty() && run.current < run.plan.steps.size()) item.waitingFor = tables::translated(run.plan.steps[run.current].title);
    const auto done = std::count_if(run.steps.begin(), run.steps.end(), [](const maintenance::StepState& s) {
        return s.status == maintenance::StepStatus::Done || s.status == maintenance::StepStatus::Skipped;
    });
    item.share = count ? double(done) / double(count) : 0;
}

} // namespace

std::vector<MaintenanceItem> maintenanceItems(const domain::DagSnapshot& snapshot, const domain::DagName& dag,
                                              const std::vector<maintenance::RunState>& runs,
                                              const std::optional<maintenance::RunState>& activity)
{
    std::vector<MaintenanceItem> items;
    for (const auto& server : snapshot.servers) {
        if (server.dag != dag) continue;
        const bool active = activity && activity->plan.server == server.name;
        MaintenanceItem item{server.name, domain::stateOf(snapshot, server.name), {}, {}, false, {}, {}, 0};
        if (!active && !onPurpose(item.state)) continue;
        fillFromRuns(item, runs);
        if (active) fillFromActivity(item, *activity);
        items.push_back(item);
    }
    std::sort(items.begin(), items.end(), [](const auto& a, const auto& b) { return a.server < b.server; });
    return items;
}

MaintenanceList::MaintenanceList(const PageContext& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(measure::inCard);
    setAccessibleName(tr("In maintenance"));
    rebuild();
}

void MaintenanceList::setItems(const std::vector<MaintenanceItem>& items)
{
    if (items == m_items) return updateTimes();
    m_items = items;
    rebuild();
}

void MaintenanceList::setReinstate(bool allowed, const QString& why)
{
    if (m_allowed == allowed && m_why == why) return;
    m_allowed = allowed;
    m_why = why;
    rebuild();
}

void MaintenanceList::rebuild()
{
    m_times.clear();
    while (auto* item = m_column->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (m_items.empty()) m_column->addWidget(new TextLabel(m_context.theme, Type::Body, Role::Muted, tr("No server is in maintenance."), this));
    for (const auto& item : m_items) m_column->addWidget(makeRow(item));
    m_column->addStretch(1);
    updateTimes();
}

QWidget* MaintenanceList::makeRow(const MaintenanceItem& item)
{
    const auto& theme = m_context.theme;
    auto* row = new QWidget(this);
    const auto name = tables::plainText(item.server.text());
    const auto state = tables::wordOf(item.state);
    row->setAccessibleName(QStringLiteral("%1, %2").arg(name, state));
    auto* icon = new ShapeIcon(theme, row);
    icon->setShape(tables::shapeOf(item.state), state);
    icon->setToolTip(state);
    auto* right = new TextLabel(theme, Type::Secondary, Role::Muted, item.step, row);
    if (!item.running && item.since) m_times.emplace_back(right, *item.since);
    auto* head = new QHBoxLayout;
    head->setSpacing(measure::betweenControls);
    head->addWidget(icon);
    auto* title = new TextLabel(theme, Type::BodyBold, Role::Text, name, row);
    title->setElide(Qt::ElideMiddle);
    head->addWidget(title, 1);
    head->addWidget(right);
    auto* column = new QVBoxLayout(row);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(measure::inControl);
    column->addLayout(head);
    auto* rest = new QVBoxLayout;
    rest->setContentsMargins(measure::icon + measure::betweenControls, 0, 0, 0);
    rest->setSpacing(measure::inControl);
    const auto second = item.running ? item.waitingFor : item.why.isEmpty() ? state : item.why;
    auto* line = new TextLabel(theme, Type::Secondary, Role::Muted, second, row);
    line->setElide(Qt::ElideRight);
    rest->addWidget(line);
    if (item.running) {
        auto* bar = new MeterBar(theme, row);
        bar->setShare(item.share, Role::Maintenance, item.step);
        rest->addWidget(bar);
    }
    auto* button = new QPushButton(item.running ? tr("Show run") : tr("Reinstate…"), row);
    button->setFlat(true);
    button->setAccessibleName(item.running ? tr("Show the run on %1").arg(name) : tr("Reinstate %1").arg(name));
    if (item.running) {
        connect(button, &QPushButton::clicked, this, &MaintenanceList::showRunRequested);
    } else {
        button->setEnabled(m_allowed);
        button->setToolTip(m_why);
        connect(button, &QPushButton::clicked, this, [this, server = item.server] { emit reinstateRequested(server); });
    }
    rest->addWidget(button, 0, Qt::AlignLeft);
    column->addLayout(rest);
    return row;
}

void MaintenanceList::updateTimes()
{
    for (const auto& [label, since] : m_times) {
        label->setText(spanText(m_context.clock.now() - since));
        label->setToolTip(tables::timeToolTip(since));
    }
}

} // namespace drydock::ui
