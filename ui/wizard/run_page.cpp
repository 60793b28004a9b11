// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/wizard/run_page.h"

#include "model/maintenance/messages.h"
#include "model/tables/shapes.h"
#include "model/tables/step_progress.h"
#include "model/tables/text.h"
#include "ui/widgets/card.h"
#include "ui/widgets/decision_message.h"
#include "ui/widgets/meter_bar.h"
#include "ui/widgets/time_text.h"
#include "ui/wizard/command_label.h"
#include "ui/wizard/components_panel.h"
#include "ui/wizard/load_balancer_panel.h"
#include "ui/wizard/run_text.h"
#include "ui/wizard/step_list.h"

#include <QScrollArea>
#include <QVBoxLayout>

#include <chrono>

namespace drydock::ui {
namespace {

using maintenance::RunPhase;

// Widths in px and stretch factors. In a small window the panels shrink first.
constexpr int panelWidth = 324;
constexpr int panelLeast = 232;
constexpr int listShare = 61;
constexpr int panelShare = 39;

// A reading that takes longer is mentioned: the server may be lost, and a request is given up much later.
constexpr auto longReading = std::chrono::seconds(10);

bool readingFailed(const maintenance::StepState& step)
{
    return step.waitingFor.message == &maintenance::sentence<"an-answer-after">.message;
}

} // namespace

RunPage::RunPage(const WizardContext& context, QWidget* parent) : WizardPage(context.theme, parent), m_context(context)
{
    setObjectName(QStringLiteral("runPage"));
    buildHeader();
    m_message = new DecisionMessage(theme(), InlineMessage::Place::Page);
    fixedPart()->addWidget(m_message);
    connect(m_message, &DecisionMessage::chosen, this, &RunPage::decided);
    buildMiddle();
    m_delivery = new TextLabel(theme(), Type::Secondary, Role::Muted);
    m_delivery->setObjectName(QStringLiteral("delivery"));
    m_delivery->setElide(Qt::ElideRight);
    m_command = new CommandLabel;
    m_command->setObjectName(QStringLiteral("command"));
    m_command->setAccessibleName(tr("Command of this step"));
    m_command->setForegroundRole(QPalette::PlaceholderText);
    auto* box = new Card(theme(), {});
    box->body().setContentsMargins(size::inCard, size::betweenControls, size::inCard, size::betweenControls);
    box->body().setSpacing(size::inControl);
    box->body().addWidget(m_delivery);
    box->body().addWidget(m_command);
    layout()->addWidget(box);
    m_clock.setInterval(std::chrono::seconds(1));
    connect(&m_clock, &QTimer::timeout, this, &RunPage::tick);
    connect(m_steps, &StepList::chosenChanged, this, &RunPage::chosenChanged);
}

void RunPage::leaveOut(Decision decision) { m_message->leaveOut(decision); }

void RunPage::buildHeader()
{
    m_progress = new MeterBar(theme());
    m_progress->setObjectName(QStringLiteral("progress"));
    m_count = new TextLabel(theme(), Type::Secondary, Role::Muted);
    m_count->setElide(Qt::ElideRight);
    m_count->setObjectName(QStringLiteral("count"));
    m_deadline = new TextLabel(theme(), Type::Secondary, Role::Muted);
    m_deadline->setObjectName(QStringLiteral("deadline"));
    auto* line = new QHBoxLayout;
    line->addWidget(m_count, 1);
    line->addWidget(m_deadline);
    fixedPart()->addWidget(m_progress);
    fixedPart()->addLayout(line);
}

void RunPage::buildMiddle()
{
    m_steps = new StepList(theme());
    auto* list = new Card(theme(), {});
    list->body().setContentsMargins(1, size::betweenControls, 1, size::betweenControls);
    list->body().addWidget(m_steps);
    auto* middle = new QHBoxLayout;
    middle->setSpacing(size::inCard);
    middle->addWidget(list, listShare);
    middle->addWidget(buildPanels(), panelShare);
    body()->addLayout(middle);
}

QWidget* RunPage::buildPanels()
{
    m_databases = new DatabasesPanel(theme());
    m_databases->setObjectName(QStringLiteral("databases"));
    m_queue = new QueuePanel(theme());
    m_queue->setObjectName(QStringLiteral("queue"));
    m_components = new ComponentsPanel(theme());
    m_components->setObjectName(QStringLiteral("components"));
    m_loadBalancer = new LoadBalancerPanel(theme());
    m_loadBalancer->setObjectName(QStringLiteral("loadBalancer"));
    m_safety = new SafetyPanel(theme());
    m_safety->setObjectName(QStringLiteral("safety"));
    auto* column = new QWidget;
    column->setAutoFillBackground(false);
    auto* panels = new QVBoxLayout(column);
    panels->setContentsMargins(0, 0, 0, 0);
    panels->setSpacing(size::betweenControls);
    for (QWidget* panel : std::initializer_list<QWidget*>{m_databases, m_queue, m_components, m_loadBalancer})
        panels->addWidget(panel);
    panels->addStretch(1);
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(column);
    scroll->viewport()->setAutoFillBackground(false);
    column->setAutoFillBackground(false);
    // What is safe stays in sight, however many databases are left.
    auto* all = new QWidget;
    auto* fixed = new QVBoxLayout(all);
    fixed->setContentsMargins(0, 0, 0, 0);
    fixed->setSpacing(size::betweenControls);
    fixed->addWidget(m_safety);
    fixed->addWidget(scroll, 1);
    all->setMinimumWidth(panelLeast);
    all->setMaximumWidth(panelWidth);
    return all;
}

void RunPage::showRun(const maintenance::RunState& run)
{
    const bool over = run.phase == RunPhase::Finished || run.phase == RunPhase::Stopped;
    const auto now = m_context.clock.now();
    m_run = run;
    m_heardAt = now;
    if (run.phase != RunPhase::Running && run.phase != RunPhase::Undoing) m_requested = Requested::Nothing;
    if (run.phase == RunPhase::StopRequested) m_requested = Requested::Stop;
    if (!run.undoDownTo)
        m_undoSince.reset();
    else if (!m_undoSince)
        m_undoSince = now;
    if (over)
        m_clock.stop();
    else if (!m_clock.isActive())
        m_clock.start();
    m_steps->showRun(run, now);
    updateUnread();
    showCommand();
    m_message->showRun(run);
    tick();
    emit completeChanged();
    emit chosenChanged();
}

void RunPage::setStale(bool stale)
{
    if (!stale)
        m_windowStaleSince.reset();
    else if (!m_windowStaleSince)
        m_windowStaleSince = m_context.clock.now();
    updateUnread();
    if (!m_run.steps.empty()) showPanels();
}

// The main window reads the other servers as well, so a failed reading of the run does not make them unknown.
void RunPage::updateUnread()
{
    const auto* step = currentStep(m_run);
    if (!step || !readingFailed(*step))
        m_runUnreadSince.reset();
    else if (!m_runUnreadSince)
        m_runUnreadSince = m_context.clock.now();
    m_safety->setUnreadSince(m_windowStaleSince);
    m_loadBalancer->setUnreadSince(m_windowStaleSince);
    const auto since = std::max(m_windowStaleSince, m_runUnreadSince); // nothing is less than any time
    for (auto* panel : std::initializer_list<LivePanel*>{m_databases, m_queue, m_components})
        panel->setUnreadSince(since);
}

void RunPage::waitForReading() { m_databases->waitForReading(); }

void RunPage::readSnapshot(const domain::SnapshotPtr& snapshot, SnapshotOrigin origin)
{
    if (!snapshot) return;
    if (origin == SnapshotOrigin::OfTheRun) m_heardAt = m_context.clock.now();
    const auto& plan = m_context.controller.plan();
    m_databases->readSnapshot(snapshot, origin, plan);
    m_safety->readSnapshot(snapshot, plan.server);
    m_queue->readSnapshot(snapshot, plan.server);
    m_components->readSnapshot(snapshot, plan.server);
    m_loadBalancer->readSnapshot(snapshot, plan.server);
    showPanels();
}

void RunPage::showPanels()
{
    const auto now = m_context.clock.now();
    const auto& server = m_context.controller.plan().server;
    m_databases->showRun(m_run, now);
    m_queue->showServer(server, now);
    m_components->showServer(server, now);
    m_loadBalancer->showPlan(m_context.controller.plan(), now);
    m_safety->showRun(m_run, now);
}

void RunPage::setRequested(Requested requested)
{
    m_requested = requested;
    showHeading();
    emit chosenChanged();
}

bool RunPage::isComplete() const { return m_run.phase == RunPhase::Finished || m_run.phase == RunPhase::Stopped; }

std::size_t RunPage::chosenStep() const { return m_steps->chosen(); }

bool RunPage::asking() const { return m_run.phase == RunPhase::Asking; }

void RunPage::tick()
{
    m_steps->setNow(m_context.clock.now());
    showHeading();
    showPanels();
    showProgress();
}

void RunPage::showHeading()
{
    const auto* step = currentStep(m_run);
    if (!step || isComplete()) {
        setHeading(outcomeHeading(m_run), outcomeMeaning(m_run));
        return;
    }
    QString about = nowText(*step);
    const bool works = m_run.phase == RunPhase::Running || m_run.phase == RunPhase::Undoing;
    if (m_run.phase == RunPhase::Paused)
        about = restText(m_run);
    else if (m_requested == Requested::Stop)
        about = about.isEmpty() ? tr("Stops when what is under way is answered.")
                                : tr("Stops when what is under way is answered: %1").arg(about);
    else if (m_requested == Requested::Pause)
        about = about.isEmpty() ? tr("Pauses when what is under way is answered.")
                                : tr("Pauses when what is under way is answered: %1").arg(about);
    else if (works && !about.isEmpty())
        about = tr("Now: %1").arg(about);
    const QString usual = usualText(m_run.plan.steps[m_run.current].kind);
    if (!usual.isEmpty() && m_run.phase == RunPhase::Running && m_requested == Requested::Nothing)
        about = about.isEmpty() ? usual : tr("%1. %2").arg(about, usual);
    setHeading(doingText(m_run), about);
}

// Returns for how long a reading of the run is overdue; nothing if it is not.
std::optional<domain::Duration> RunPage::unansweredFor(const maintenance::StepState& step) const
{
    const bool works =
        m_run.phase == RunPhase::Running || m_run.phase == RunPhase::StopRequested || m_run.phase == RunPhase::Undoing;
    const auto overdue = m_context.clock.now() - std::max(m_heardAt, step.nextPoll.value_or(m_heardAt));
    return works && overdue >= longReading ? std::optional(overdue) : std::nullopt;
}

QString RunPage::nowText(const maintenance::StepState& step) const
{
    const QString text = tables::withLocalTimes(tables::progressText(m_run.plan.steps[m_run.current], step));
    if (step.unanswered() && !text.isEmpty())
        return tr("%1, for %2").arg(text, tables::durationText(m_context.clock.now() - step.sent.back().at));
    if (const auto overdue = unansweredFor(step))
        return tr("%1 has not answered the reading for %2")
            .arg(tables::plainText(m_run.plan.server.text()), tables::durationText(*overdue));
    return text;
}

void RunPage::showProgress()
{
    const auto now = m_context.clock.now();
    const auto total = m_run.steps.size();
    const auto* step = currentStep(m_run);
    const bool active = step && tables::shapeOf(step->status) == tables::Shape::StepRunning;
    const double behind = double(m_run.settledSteps()) + (active ? 0.5 : 0.0);
    m_progress->setShare(total == 0 ? 0 : behind / double(total),
                         asking() ? Theme::roleOf(decisionShape(m_run)) : Role::Maintenance,
                         tr("%1 percent done").arg(percentOf(m_run)));
    const auto until = m_run.finishedAt.value_or(now);
    const auto since = m_run.undoDownTo ? m_undoSince : m_run.startedAt;
    const QString elapsed = tables::durationText(since ? until - *since : domain::Duration::zero());
    const auto number = QString::number(std::min(m_run.current + 1, total));
    m_count->setText((m_run.undoDownTo ? tr("undoing step %1 of %2 · %3 elapsed") : tr("%1 of %2 · %3 elapsed"))
                         .arg(number, QString::number(total), elapsed));
    QString text;
    if (active && step->deadline) {
        const QString left = tables::durationText(std::max(domain::Duration::zero(), *step->deadline - now));
        const bool fails = m_run.plan.steps[m_run.current].onTimeout == maintenance::OnTimeout::Fail;
        text = fails ? tr("gives up in %1 and asks").arg(left) : tr("goes on in %1 with a warning").arg(left);
        if (step->noProgress) text = tr("no progress for a while · %1").arg(text);
        m_deadline->setToolTip(tables::toolTipText(tables::timeToolTip(*step->deadline)));
    }
    m_deadline->setText(text);
}

void RunPage::showCommand()
{
    QStringList lines;
    if (m_run.current < m_run.plan.steps.size()) {
        const auto& step = m_run.plan.steps[m_run.current];
        for (const auto& command : m_run.undoDownTo ? step.undo : step.commands) {
            lines << tables::plainText(command.toPowerShell());
        }
    }
    const QString delivery = deliveryText(m_run);
    m_delivery->setText(delivery);
    m_delivery->setVisible(!delivery.isEmpty());
    if (lines.isEmpty()) lines << tr("This step sends no command; it reads until what it waits for is so.");
    m_command->setCommands(lines);
}

void RunPage::showFailure(const domain::Error& error)
{
    m_message->setText(errorText(error));
    m_message->show();
}

} // namespace drydock::ui
