// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/wizard/run_page.h"

#include "model/tables/shapes.h"
#include "model/tables/text.h"
#include "ui/theme/flat_style.h"
#include "ui/widgets/card.h"
#include "ui/widgets/inline_message.h"
#include "ui/widgets/meter_bar.h"
#include "ui/wizard/command_label.h"
#include "ui/wizard/components_panel.h"
#include "ui/wizard/decision_text.h"
#include "ui/wizard/run_panels.h"
#include "ui/wizard/run_text.h"
#include "ui/wizard/step_list.h"

#include <QPushButton>
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

} // namespace

RunPage::RunPage(const WizardContext& context, QWidget* parent) : WizardPage(context.theme, parent), m_context(context)
{
    setObjectName(QStringLiteral("runPage"));
    buildHeader();
    buildMessage();
    buildMiddle();
    m_command = new CommandLabel;
    m_command->setObjectName(QStringLiteral("command"));
    m_command->setAccessibleName(tr("Command of this step"));
    m_command->setForegroundRole(QPalette::PlaceholderText);
    auto* box = new Card(theme(), {});
    box->body().setContentsMargins(size::inCard, size::betweenControls, size::inCard, size::betweenControls);
    box->body().addWidget(m_command);
    layout()->addWidget(box);
    m_clock.setInterval(std::chrono::seconds(1));
    connect(&m_clock, &QTimer::timeout, this, &RunPage::tick);
    connect(m_steps, &StepList::chosenChanged, this, &RunPage::chosenChanged);
}

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

void RunPage::buildMessage()
{
    m_message = new InlineMessage(theme(), InlineMessage::Place::Page);
    m_continue = m_message->addChoice(tr("Try again"), QStringLiteral("tryAgain"));
    setPrimary(*m_continue);
    m_sendAgain = m_message->addChoice(tr("&Send the command again"), QStringLiteral("sendAgain"));
    m_sendAgain->setToolTip(
        tr("Two readings showed that it had no effect. It is sent once more after two that still say so."));
    m_goOnWithout = m_message->addChoice(tr("&Go on without…"), QStringLiteral("goOnWithout"));
    m_undo = m_message->addChoice(tr("Undo back to here…"), QStringLiteral("askUndo"));
    m_abandon = m_message->addChoice(tr("Leave as it is…"), QStringLiteral("abandon"));
    fixedPart()->addWidget(m_message);
    connect(m_continue, &QPushButton::clicked, this, &RunPage::continueChosen);
    connect(m_sendAgain, &QPushButton::clicked, this, &RunPage::sendAgainChosen);
    connect(m_goOnWithout, &QPushButton::clicked, this, &RunPage::goOnWithoutChosen);
    connect(m_undo, &QPushButton::clicked, this, &RunPage::undoChosen);
    connect(m_abandon, &QPushButton::clicked, this, &RunPage::abandonChosen);
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
    m_safety = new SafetyPanel(theme());
    m_safety->setObjectName(QStringLiteral("safety"));
    auto* column = new QWidget;
    column->setAutoFillBackground(false);
    auto* panels = new QVBoxLayout(column);
    panels->setContentsMargins(0, 0, 0, 0);
    panels->setSpacing(size::betweenControls);
    for (QWidget* panel : {static_cast<QWidget*>(m_databases), static_cast<QWidget*>(m_queue),
                           static_cast<QWidget*>(m_components), static_cast<QWidget*>(m_safety)})
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
    scroll->setMinimumWidth(panelLeast);
    scroll->setMaximumWidth(panelWidth);
    return scroll;
}

void RunPage::showRun(const maintenance::RunState& run)
{
    const bool over = run.phase == RunPhase::Finished || run.phase == RunPhase::Stopped;
    m_run = run;
    if (run.phase != RunPhase::Running) m_pauseAsked = false;
    if (over)
        m_clock.stop();
    else if (!m_clock.isActive())
        m_clock.start();
    m_steps->showRun(run, m_context.clock.now());
    showHeading();
    showCommand();
    showAsking();
    tick();
    emit completeChanged();
    emit chosenChanged();
}

void RunPage::setStale(bool stale)
{
    m_safety->setUnreadSince(stale ? std::optional(m_context.clock.now()) : std::nullopt);
    if (!m_run.steps.empty()) showPanels();
}

void RunPage::waitForReading() { m_databases->waitForReading(); }

void RunPage::readSnapshot(const domain::SnapshotPtr& snapshot, SnapshotOrigin origin)
{
    if (!snapshot || (m_last && snapshot->takenAt < m_last->takenAt)) return; // an older snapshot arrived late
    m_last = snapshot;
    m_databases->readSnapshot(snapshot);
    if (origin == SnapshotOrigin::OfTheRun) m_databases->runHasRead(snapshot, m_context.controller.plan().server);
    m_safety->readSnapshot(snapshot);
    m_queue->readSnapshot(snapshot);
    m_components->readSnapshot(snapshot, m_context.controller.plan().server);
    showPanels();
}

void RunPage::showPanels()
{
    const auto now = m_context.clock.now();
    m_databases->showRun(m_run, now);
    m_queue->showRun(m_run, now);
    m_safety->showRun(m_run, now);
}

void RunPage::setPauseAsked(bool asked)
{
    m_pauseAsked = asked;
    showHeading();
    emit chosenChanged();
}

bool RunPage::isComplete() const { return m_run.phase == RunPhase::Finished || m_run.phase == RunPhase::Stopped; }

std::size_t RunPage::chosenStep() const { return m_steps->chosen(); }

bool RunPage::asking() const { return m_run.phase == RunPhase::Asking; }

void RunPage::tick()
{
    m_steps->setNow(m_context.clock.now());
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
    const auto kind = m_run.plan.steps[m_run.current].kind;
    QString about = sentence(step->waitingFor);
    if (m_run.phase == RunPhase::Paused)
        about = tr("Paused before the next step. Nothing is sent until it continues.");
    else if (m_run.phase == RunPhase::StopRequested)
        about = tr("Stops when this step is done: %1").arg(about);
    else if (m_run.phase == RunPhase::Undoing)
        about = tr("Undoing: %1").arg(about);
    else if (m_pauseAsked)
        about =
            about.isEmpty() ? tr("Pauses when this step is done.") : tr("Pauses when this step is done: %1").arg(about);
    else if (!about.isEmpty())
        about = tr("Now: %1").arg(about);
    const QString usual = usualText(kind);
    if (!usual.isEmpty() && m_run.phase == RunPhase::Running && !m_pauseAsked)
        about = about.isEmpty() ? usual : tr("%1. %2").arg(about, usual);
    setHeading(doingText(kind, m_run.plan.server), about);
}

void RunPage::showProgress()
{
    const auto now = m_context.clock.now();
    const auto total = m_run.steps.size();
    const auto* step = currentStep(m_run);
    const bool active = step && tables::shapeOf(step->status) == tables::Shape::StepRunning;
    const double behind = double(m_run.settledSteps()) + (active ? 0.5 : 0.0);
    m_progress->setShare(total == 0 ? 0 : behind / double(total), Role::Maintenance,
                         tr("%1 percent done").arg(percentOf(m_run)));
    const auto until = m_run.finishedAt.value_or(now);
    const QString elapsed = tables::durationText(m_run.startedAt ? until - *m_run.startedAt : domain::Duration::zero());
    const auto number = std::min(m_run.current + 1, total);
    m_count->setText(tr("%1 of %2 · %3 elapsed").arg(QString::number(number), QString::number(total), elapsed));
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
        for (const auto& command : m_run.phase == RunPhase::Undoing ? step.undo : step.commands) {
            lines << tables::plainText(command.toPowerShell());
        }
    }
    if (lines.isEmpty()) lines << tr("This step sends no command; it reads until what it waits for is so.");
    m_command->setCommands(lines);
}

void RunPage::showFailure(const domain::Error& error)
{
    m_message->setText(errorText(error));
    m_message->show();
}

void RunPage::showAsking()
{
    const auto* step = currentStep(m_run);
    const bool waitsForConsent = step && step->mayGoOnWithout && m_run.phase == maintenance::RunPhase::Running;
    m_message->setVisible(asking() || waitsForConsent);
    if (!asking() && !waitsForConsent) return;
    m_message->setText(asking() ? decisionText(m_run) : consentText(m_run),
                       asking() ? decisionShape(m_run) : tables::Shape::StepRunning);
    m_goOnWithout->setVisible(step && step->mayGoOnWithout);
    for (auto* choice : {m_continue, m_abandon})
        choice->setVisible(asking());
    m_continue->setText(continueText(m_run));
    m_sendAgain->setVisible(asking() && step && step->sendable);
    m_undo->setVisible(asking() && m_run.undoable());
    m_undo->setEnabled(m_run.settledSteps() > 0 || m_run.current > 0);
}

} // namespace drydock::ui
