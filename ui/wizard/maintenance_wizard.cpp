// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "ui/wizard/maintenance_wizard.h"

#include "model/tables/shapes.h"
#include "model/tables/text.h"
#include "ui/theme/flat_style.h"
#include "ui/theme/sizes.h"
#include "ui/wizard/page_list.h"
#include "ui/wizard/plan_page.h"
#include "ui/wizard/preflight_page.h"
#include "ui/wizard/question.h"
#include "ui/wizard/result_page.h"
#include "ui/wizard/resume_dialog.h"
#include "ui/wizard/run_later_dialog.h"
#include "ui/wizard/run_page.h"
#include "ui/wizard/run_text.h"
#include "ui/wizard/undo_question.h"
#include "ui/wizard/wizard_buttons.h"

#include <QAbstractButton>
#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>

#include <utility>

namespace drydock::ui {
namespace {

using maintenance::RunPhase;

constexpr QSize wizardSize{1080, 720};

bool over(const maintenance::RunState& run)
{
    return run.phase == RunPhase::Finished || run.phase == RunPhase::Stopped;
}

controllers::MaintenanceController::ResumeAs resumeAs(ResumeChoice choice)
{
    using As = controllers::MaintenanceController::ResumeAs;
    switch (choice) {
    case ResumeChoice::Continue:
        return As::Continue;
    case ResumeChoice::Undo:
        return As::Undo;
    case ResumeChoice::Abandon:
        return As::Abandon;
    }
    return As::Continue;
}

} // namespace

MaintenanceWizard::MaintenanceWizard(std::unique_ptr<controllers::MaintenanceController> controller, const Theme& theme,
                                     const ports::Clock& clock, maintenance::RunKind runKind, QWidget* parent)
    : QWizard(parent), m_controller(std::move(controller)), m_context{*m_controller, clock, theme, runKind}
{
    setObjectName(QStringLiteral("maintenanceWizard"));
    setWizardStyle(QWizard::ModernStyle);
    setOptions(ExtendedWatermarkPixmap | NoBackButtonOnStartPage | NoBackButtonOnLastPage | NoCancelButtonOnLastPage);
    setModal(false);
    setWindowFlag(Qt::WindowMinMaxButtonsHint);
    m_side = new PageList(theme, {tr("Target"), tr("Pre-flight"), tr("Plan"), tr("Run"), tr("Result")});
    setSideWidget(m_side);
    buildPages();
    buildButtons();
    connectRun();
    connect(this, &QWizard::currentIdChanged, this, &MaintenanceWizard::onPageChanged);
    updateTitle();
    resize(wizardSize);
}

// The controller outlives the pages, which must not get its signals while they are destroyed.
MaintenanceWizard::~MaintenanceWizard() { m_controller->disconnect(); }

void MaintenanceWizard::buildPages()
{
    m_target = new TargetPage(m_context);
    m_preflight = new PreflightPage(m_context, *m_target);
    m_plan = new PlanPage(m_context);
    connect(m_plan, &PlanPage::runLaterRequested, this, &MaintenanceWizard::showRunLater);
    m_run = new RunPage(m_context);
    m_result = new ResultPage(m_context);
    setPage(TargetId, m_target);
    setPage(PreflightId, m_preflight);
    setPage(PlanId, m_plan);
    setPage(RunId, m_run);
    setPage(ResultId, m_result);
    m_plan->setCommitPage(true);
    connect(m_target, &TargetPage::serverChanged, this, &MaintenanceWizard::updateTitle);
    connect(m_preflight, &PreflightPage::waitingForChanged, this, [this] {
        button(NextButton)
            ->setToolTip(currentId() == PreflightId ? tables::toolTipText(m_preflight->waitingFor()) : QString());
    });
    connect(m_run, &RunPage::chosenChanged, this, &MaintenanceWizard::updateRunButtons);
    connect(m_run, &RunPage::decided, this, &MaintenanceWizard::decide);
    connect(m_result, &ResultPage::continueChosen, this, [this] { resumeFromResult(ResumeChoice::Continue); });
    connect(m_result, &ResultPage::undoChosen, this, [this] { resumeFromResult(ResumeChoice::Undo); });
    connect(m_result, &ResultPage::reinstateChosen, this,
            [this] { emit reinstateRequested(m_controller->state().plan.server); });
    connect(m_result, &ResultPage::rebalanceChosen, this,
            [this] { emit rebalanceRequested(m_controller->state().plan.server); });
}

void MaintenanceWizard::buildButtons()
{
    nameButtons(*this);
    connect(button(undoButton), &QAbstractButton::clicked, this, &MaintenanceWizard::askUndo);
    connect(button(pauseButton), &QAbstractButton::clicked, this, &MaintenanceWizard::pauseOrContinue);
    connect(button(stopButton), &QAbstractButton::clicked, this, &MaintenanceWizard::stop);
}

void MaintenanceWizard::decide(Decision decision)
{
    switch (decision) {
    case Decision::Continue:
        showIfFailed(m_controller->continueRun());
        return;
    case Decision::SendAgain:
        showIfFailed(m_controller->sendAgain());
        return;
    case Decision::GoOnWithout:
        m_question = ask(*this, goOnWithoutQuestion(m_controller->state()), [this](bool yes) {
            if (yes) showIfFailed(m_controller->goOnWithout());
        });
        return;
    case Decision::Undo:
        return askUndo();
    case Decision::Abandon:
        m_question = ask(*this, abandonQuestion(m_controller->state()), [this](bool yes) {
            if (yes) showIfFailed(m_controller->abandon());
        });
        return;
    }
}

void MaintenanceWizard::stop()
{
    m_controller->stopAfterStep();
    m_run->setRequested(RunPage::Requested::Stop);
}

// Replaces QWizard's margins, so that the side list and the buttons are aligned with the pages.
void MaintenanceWizard::setMargins()
{
    if (auto* frame = m_target->parentWidget()) frame->setBackgroundRole(QPalette::Window);
    auto* side = m_side->parentWidget();
    if (!side || !side->layout()) return;
    side->layout()->setContentsMargins(0, 0, 0, 0);
    if (auto* label = qobject_cast<QLabel*>(side)) label->setTextFormat(Qt::PlainText);
    const auto* all = side->parentWidget() ? side->parentWidget()->layout() : nullptr;
    for (int i = 0; all && i < all->count(); ++i) {
        if (auto* row = qobject_cast<QHBoxLayout*>(all->itemAt(i)->layout())) {
            row->setContentsMargins(size::pageEdge, size::inCard, size::pageEdge, size::inCard);
            row->setSpacing(size::betweenControls);
        }
    }
}

void MaintenanceWizard::connectRun()
{
    using Controller = controllers::MaintenanceController;
    connect(m_controller.get(), &Controller::stateChanged, this, &MaintenanceWizard::onState);
    connect(m_controller.get(), &Controller::cameToRest, this, &MaintenanceWizard::onRest);
    connect(m_controller.get(), &Controller::prepared, this, &MaintenanceWizard::startIfUnchanged);
    connect(m_controller.get(), &Controller::prepareFailed, this, [this](const domain::Error& error) {
        if (!std::exchange(m_reviewed, {})) return;
        button(CommitButton)->setEnabled(true);
        if (currentId() == PlanId) m_plan->showFailure(error);
    });
    connect(m_controller.get(), &Controller::snapshotRead, this, [this](const domain::SnapshotPtr& snapshot) {
        if (!snapshot) return;
        m_after.read(*snapshot, m_controller->state().plan.server);
        m_run->readSnapshot(snapshot, SnapshotOrigin::OfTheRun);
    });
}

void MaintenanceWizard::setSnapshot(const domain::SnapshotPtr& snapshot)
{
    if (currentId() < PreflightId) m_target->setSnapshot(snapshot);
    if (currentId() == RunId) m_run->readSnapshot(snapshot, SnapshotOrigin::OfTheWindow);
}

void MaintenanceWizard::setStale(bool stale) { m_run->setStale(stale); }

void MaintenanceWizard::choose(const domain::ServerName& server) { m_target->choose(server); }

domain::Result<> MaintenanceWizard::resumeRun(const std::string& runId, ResumeChoice choice)
{
    if (auto resumed = m_controller->resume(runId, resumeAs(choice)); !resumed) return resumed;
    m_context.runKind = m_controller->state().plan.runKind;
    m_before.clear();
    m_after.clear();
    if (m_context.runKind == maintenance::RunKind::Enter) m_before.read(m_controller->state().plan.original);
    m_run->waitForReading();
    showRunPage();
    return {};
}

void MaintenanceWizard::showRunPage()
{
    setStartId(RunId);
    restart();
    onState(m_controller->state());
}

bool MaintenanceWizard::validateCurrentPage()
{
    // QWizard::next() does not check isComplete().
    if (!currentPage() || !currentPage()->isComplete()) return false;
    if (currentId() != PlanId) return QWizard::validateCurrentPage();
    if (std::exchange(m_started, false)) return true;
    checkThenStart();
    return false;
}

// The plan may have been on the screen for long: everything is read and checked again before the run starts.
void MaintenanceWizard::checkThenStart()
{
    if (m_reviewed) return;
    m_plan->clearFailure();
    m_reviewed = m_controller->plan().steps;
    button(CommitButton)->setEnabled(false);
    m_controller->prepare(m_preflight->request());
}

void MaintenanceWizard::startIfUnchanged()
{
    const auto reviewed = std::exchange(m_reviewed, {});
    if (!reviewed) return;
    button(CommitButton)->setEnabled(true);
    if (currentId() != PlanId) return;
    if (!m_preflight->isComplete()) return back(); // a check blocks that did not before
    if (*reviewed != m_controller->plan().steps) return m_plan->showChanged();
    m_started = startRun();
    if (m_started) next();
}

void MaintenanceWizard::showRunLater()
{
    controllers::ScheduledRun run{m_controller->request(), m_preflight->overrides(), m_connectionOptions,
                                  m_plan->stopBefore()};
    auto* dialog = new RunLaterDialog(m_context.theme, std::move(run), QDateTime::currentDateTime(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

bool MaintenanceWizard::startRun()
{
    m_before.clear();
    m_after.clear();
    if (const auto basis = m_controller->basis()) {
        m_before.read(*basis, m_controller->plan().server);
        m_after = m_before;
        m_run->readSnapshot(basis, SnapshotOrigin::OfTheWindow);
    }
    const auto started = m_controller->start(m_preflight->overrides());
    if (!started) m_plan->showFailure(started.error());
    return started.has_value();
}

void MaintenanceWizard::onPageChanged(int id)
{
    if (id < 0) return;
    setOption(NoDefaultButton, id == PlanId || id == RunId);
    const bool enter = m_context.runKind == maintenance::RunKind::Enter;
    const auto start = runTitle(m_context.runKind, enter ? domain::ServerName() : m_target->server());
    setButtonText(CommitButton, u'&' + QString(start).replace(u'&', QStringLiteral("&&")));
    setButtonLayout(buttonsOf(id, m_context.runKind));
    setMargins();
    for (const auto which : {NextButton, CommitButton, FinishButton, stopButton})
        setPrimary(*button(which), which == primaryOf(id));
    button(NextButton)->setToolTip(QString());
    if (id == RunId) m_run->showRun(m_controller->state());
    updateRunButtons();
    updateTitle();
    updateSide();
}

void MaintenanceWizard::onState(const maintenance::RunState& run)
{
    m_run->showRun(run);
    updateRunButtons();
    updateTitle();
    updateSide();
}

void MaintenanceWizard::onRest(const maintenance::RunState& run)
{
    onState(run);
    if (run.phase == RunPhase::Asking) QApplication::alert(this);
    if (!over(run)) return; // the run waits for a decision on the Run page
    if (m_question) m_question->close();
    m_result->setBefore(m_before);
    m_result->setAfter(m_after);
    m_result->showRun(run);
    if (currentId() == RunId) next();
}

// The controller still holds a stopped run and can continue it.
void MaintenanceWizard::resumeFromResult(ResumeChoice choice)
{
    if (choice == ResumeChoice::Undo) {
        m_question = ask(*this, undoQuestion(m_controller->state(), 0), [this](bool yes) {
            if (yes && showIfFailed(m_controller->undoTo(0))) showRunPage();
        });
        return;
    }
    if (showIfFailed(m_controller->continueRun())) showRunPage();
}

// Shows an error on the current page. Returns whether there was none.
bool MaintenanceWizard::showIfFailed(const domain::Result<>& done)
{
    if (done) return true;
    if (currentId() == ResultId)
        m_result->showFailure(done.error());
    else
        m_run->showFailure(done.error());
    return false;
}

void MaintenanceWizard::pauseOrContinue()
{
    const bool resuming =
        m_controller->state().phase == RunPhase::Paused || m_run->requested() == RunPage::Requested::Pause;
    if (resuming)
        showIfFailed(m_controller->continueRun());
    else
        m_controller->pause();
    m_run->setRequested(resuming ? RunPage::Requested::Nothing : RunPage::Requested::Pause);
}

void MaintenanceWizard::askUndo()
{
    const auto& run = m_controller->state();
    const auto step = std::min(m_run->chosenStep(), run.current);
    // The run pauses at the end of the step while the question is open.
    const bool hold = run.phase == RunPhase::Running;
    if (hold) m_controller->pause();
    m_question = ask(*this, undoQuestion(run, step), [this, step, hold](bool yes) {
        if (yes)
            showIfFailed(m_controller->undoTo(step));
        else if (hold)
            showIfFailed(m_controller->continueRun());
    });
}

void MaintenanceWizard::reject()
{
    if (currentId() == RunId && !over(m_run->run()))
        askClose();
    else
        QWizard::reject();
}

void MaintenanceWizard::askClose()
{
    if (m_question && m_question->isVisible()) return;
    const auto& run = m_controller->state();
    const QString server = tables::plainText(run.plan.server.text());
    const bool waits = run.phase == RunPhase::Asking || run.phase == RunPhase::Paused;
    if (waits) {
        const Question question{
            tr("Close and decide later?"), tr("The run waits. Close and decide later?"),
            tr("%1 stays half-way. Nothing more is sent; the run is offered again at the next start.").arg(server),
            tr("Close and decide later"), tr("Stay")};
        m_question = ask(*this, question, [this](bool yes) {
            if (yes) QWizard::reject();
        });
        return;
    }
    const Question question{
        tr("Stop the run?"), tr("A run is under way. Stop it?"),
        tr("What is under way is answered first. A step that then still waits is left as it is, and %1 stays half-way "
           "until the run is continued or undone.")
            .arg(server),
        tr("Stop"), tr("Keep running")};
    m_question = ask(*this, question, [this](bool yes) {
        if (yes) stop();
    });
}

void MaintenanceWizard::updateRunButtons()
{
    if (currentId() == RunId) showRunButtons(*this, m_run->run(), m_run->chosenStep(), m_run->requested());
}

void MaintenanceWizard::updateTitle()
{
    const bool running = currentId() == RunId && !m_run->run().steps.empty();
    const auto& run = m_run->run();
    const auto server = running || currentId() == ResultId ? run.plan.server : m_target->server();
    QString title = runTitle(m_context.runKind, server);
    if (running) {
        const auto number = QString::number(std::min(run.current + 1, run.steps.size()));
        const auto count = QString::number(run.steps.size());
        title = run.undoDownTo
                    ? tr("%1 – undoing step %2 of %3").arg(title, number, count)
                    : tr("%1 – step %2 of %3, %4 %").arg(title, number, count, QString::number(percentOf(run)));
    }
    setWindowTitle(tr("%1 – Drydock").arg(title));
}

void MaintenanceWizard::updateSide()
{
    auto shape = tables::Shape::StepToDo;
    const auto& run = m_run->run();
    if (currentId() == RunId) {
        const bool asks = run.phase == RunPhase::Asking && run.current < run.steps.size();
        shape = asks ? tables::shapeOf(run.steps[run.current].status) : tables::Shape::StepRunning;
    }
    if (currentId() == ResultId) shape = shapeOf(run.outcome);
    if (currentId() >= 0) m_side->setCurrent(currentId(), shape);
}

} // namespace drydock::ui
