// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/controllers/maintenance_controller.h"

#include "model/controllers/maintenance_worker.h"
#include "model/controllers/operator_name.h"
#include "model/maintenance/dry_run.h"
#include "model/maintenance/overrides.h"

#include <QElapsedTimer>
#include <QSysInfo>
#include <QThread>

namespace drydock::controllers {
namespace {

constexpr auto newMaintenance =
    "a leave run is not undone: take the server down by a new maintenance, which has its checks";

maintenance::Event firstEvent(MaintenanceController::ResumeAs how)
{
    switch (how) {
    case MaintenanceController::ResumeAs::Continue:
        break;
    case MaintenanceController::ResumeAs::SendAgain:
        return maintenance::event::SendAgainRequested{};
    case MaintenanceController::ResumeAs::Undo:
        return maintenance::event::UndoRequested{0};
    case MaintenanceController::ResumeAs::Abandon:
        return maintenance::event::AbandonRequested{};
    }
    return maintenance::event::ContinueRequested{};
}

// A run is started on checks of its own moment. It is real time, also where the clock runs faster.
constexpr std::chrono::minutes maxCheckAge{1};

domain::Failure notPossible(const char* what, const char* why)
{
    return domain::fail(domain::ErrorKind::Usage, what, why);
}

} // namespace

struct MaintenanceController::Private {
    Private(ports::JournalStore& store, const ports::Clock& time) : journals(store), clock(time) {}

    ports::JournalStore& journals;
    const ports::Clock& clock;
    QThread* thread = nullptr;
    MaintenanceWorker* worker = nullptr; // lives on the thread and is deleted when it ends
    Request request;
    std::optional<MaintenanceWorker::Prepared> prepared;
    maintenance::RunState state;
    quint64 generation = 0;
    bool startable = false; // `prepared` answers the last request and was not started yet
    bool running = false;
    bool resumable = false; // the worker has the stopped run and its open journal
    bool ending = false;
    QElapsedTimer sincePrepared;

    void post(maintenance::Event event)
    {
        if (ending) return;
        QMetaObject::invokeMethod(
            worker, [w = worker, event = std::move(event)] { w->feed(event); }, Qt::QueuedConnection);
    }
    void run(std::unique_ptr<ports::Journal> journal, std::uint64_t nextSequence, const maintenance::Event& first);
    domain::Result<> resumeRun(const std::string& runId, const maintenance::Event& first);
    domain::Result<> continueWith(const maintenance::Event& event);
};

// The journal moves to the worker's thread. It is held by a shared pointer because a queued function must be copyable.
void MaintenanceController::Private::run(std::unique_ptr<ports::Journal> journal, std::uint64_t nextSequence,
                                         const maintenance::Event& first)
{
    running = true;
    resumable = false;
    auto holder = std::make_shared<std::unique_ptr<ports::Journal>>(std::move(journal));
    QMetaObject::invokeMethod(
        worker,
        [w = worker, holder, nextSequence, s = state, first] { w->run(s, std::move(*holder), nextSequence, first); },
        Qt::QueuedConnection);
}

// Continues the run that the worker holds, or opens it from disk.
domain::Result<> MaintenanceController::Private::resumeRun(const std::string& runId, const maintenance::Event& first)
{
    if (running || ending) return notPossible("resume", ending ? "it is ending" : "a run is under way");
    const bool undo = std::holds_alternative<maintenance::event::UndoRequested>(first);
    if (resumable && state.id == runId) { // its journal is still open
        if (undo && !state.undoable()) return notPossible("undo", newMaintenance);
        post(first);
        return {};
    }
    DRYDOCK_TRY(auto opened, journals.open(runId));
    if (!opened.state.resumable()) return notPossible("resume", "the run is over");
    if (!opened.supersededBy.empty() && !std::holds_alternative<maintenance::event::AbandonRequested>(first))
        return notPossible("resume", ("the run " + opened.supersededBy + " has changed the server since").c_str());
    if (undo && !opened.state.undoable()) return notPossible("undo", newMaintenance);
    prepared.reset();
    state = std::move(opened.state);
    run(std::move(opened.journal), opened.nextSequence, first);
    return {};
}

// Passes the event to the run under way, or resumes the run at rest with it.
domain::Result<> MaintenanceController::Private::continueWith(const maintenance::Event& event)
{
    if (!running) return resumeRun(state.id, event);
    post(event);
    return {};
}

MaintenanceController::MaintenanceController(std::shared_ptr<ports::ExchangeGateway> gateway,
                                             ports::JournalStore& journals, const ports::Clock& clock, QObject* parent)
    : QObject(parent), d(std::make_unique<Private>(journals, clock))
{
    d->thread = new QThread;
    d->thread->setObjectName(QStringLiteral("maintenance"));
    d->worker = new MaintenanceWorker(std::move(gateway), journals, clock);
    d->worker->moveToThread(d->thread);
    connect(d->thread, &QThread::finished, d->worker, &QObject::deleteLater);
    connect(d->worker, &MaintenanceWorker::prepared, this,
            [this](const MaintenanceWorker::Prepared& result, quint64 generation) {
                if (generation != d->generation) return;
                d->prepared = result;
                d->prepared->plan.setTimeouts(d->request.timeouts); // one may have been chosen meanwhile
                d->sincePrepared.start();
                d->startable = true;
                emit prepared();
            });
    connect(d->worker, &MaintenanceWorker::prepareFailed, this, [this](const domain::Error& error, quint64 generation) {
        if (generation == d->generation) emit prepareFailed(error);
    });
    connect(d->worker, &MaintenanceWorker::stateChanged, this, [this](const maintenance::RunState& state) {
        d->state = state;
        using maintenance::RunPhase;
        if (state.phase == RunPhase::Running || state.phase == RunPhase::Undoing)
            d->running = true; // the run continues after a stop
        emit stateChanged(d->state);
    });
    connect(d->worker, &MaintenanceWorker::snapshotRead, this, &MaintenanceController::snapshotRead);
    connect(d->worker, &MaintenanceWorker::cameToRest, this,
            [this](const maintenance::RunState& state, bool resumable) {
                d->state = state;
                d->running = false;
                d->resumable = resumable;
                emit cameToRest(d->state);
            });
    d->thread->start();
}

// The run stops where it is. Its journal holds what was sent, so that it can be resumed and verified later.
MaintenanceController::~MaintenanceController()
{
    end();
    if (d->thread->wait(QDeadlineTimer(maintenance::runThreadShutdown)))
        delete d->thread;
    else
        qWarning("the maintenance thread does not end and is left behind");
}

void MaintenanceController::setGateway(std::shared_ptr<ports::ExchangeGateway> gateway)
{
    if (d->ending || d->running) return;
    QMetaObject::invokeMethod(
        d->worker, [w = d->worker, gateway = std::move(gateway)]() mutable { w->setGateway(std::move(gateway)); },
        Qt::QueuedConnection);
}

void MaintenanceController::end()
{
    if (d->ending) return;
    d->ending = true;
    d->startable = false;
    d->worker->QObject::disconnect(this);
    // The worker is deleted last, after the event loop of its thread, and closes its session before.
    connect(d->worker, &QObject::destroyed, this, &MaintenanceController::ended, Qt::QueuedConnection);
    d->thread->quit();
}

void MaintenanceController::prepare(const Request& request)
{
    if (d->ending) return;
    if (d->running) {
        emit prepareFailed(notPossible("prepare a maintenance", "a run is under way").value());
        return;
    }
    const bool same = request.server == d->request.server && request.runKind == d->request.runKind;
    auto chosen = same ? d->request.timeouts : decltype(d->request.timeouts)();
    d->request = request;
    d->request.timeouts.merge(chosen);
    const auto generation = ++d->generation;
    d->startable = false;
    emit preparing();
    QMetaObject::invokeMethod(
        d->worker, [w = d->worker, wanted = d->request, generation] { w->prepare(wanted, generation); },
        Qt::QueuedConnection);
}

const std::vector<maintenance::Check>& MaintenanceController::checks() const
{
    static const std::vector<maintenance::Check> none;
    return d->prepared ? d->prepared->checks : none;
}

const maintenance::Plan& MaintenanceController::plan() const { return d->prepared ? d->prepared->plan : d->state.plan; }
domain::SnapshotPtr MaintenanceController::basis() const { return d->prepared ? d->prepared->basis : nullptr; }

std::vector<maintenance::DryRunLine> MaintenanceController::dryRun() const
{
    if (!d->prepared) return {};
    return maintenance::dryRun(d->prepared->plan, *d->prepared->basis);
}

void MaintenanceController::setTimeout(maintenance::StepKind kind, domain::Duration timeout)
{
    d->request.timeouts[kind] = timeout;
    if (d->prepared) d->prepared->plan.setTimeouts(d->request.timeouts);
}

std::string MaintenanceController::nextRunId() const
{
    return maintenance::runId(d->clock.now(), plan().server, plan().runKind);
}

domain::Result<> MaintenanceController::start(const std::set<std::string>& overrides, const std::string& runId)
{
    if (d->running) return notPossible("start", "a run is under way");
    if (!d->prepared || !d->startable) return notPossible("start", "nothing is prepared");
    if (d->sincePrepared.hasExpired(std::chrono::milliseconds(maxCheckAge).count()))
        return notPossible("start", "the checks are too old: look again what is there now");
    if (maintenance::overall(d->prepared->checks, overrides) == maintenance::CheckResult::Block)
        return notPossible("start", "a check blocks it");
    maintenance::RunState state;
    state.id = runId.empty() ? nextRunId() : runId;
    state.plan = d->prepared->plan;
    state.reason = d->request.reason.toStdString();
    state.changeNumber = d->request.changeNumber.toStdString();
    state.operatorName = operatorOf(d->prepared->user);
    state.computer = QSysInfo::machineHostName().toStdString();
    for (const auto& check : d->prepared->checks) // an override of a check that does not block is not recorded
        if (check.result == maintenance::CheckResult::Block && overrides.contains(check.id))
            state.overrides.insert(check.id);
    maintenance::acceptOverrides(state.plan, state.overrides, *d->prepared->basis);
    state.steps.resize(state.plan.steps.size());
    const auto known = maintenance::greatestNumber(maintenance::organisationRuns(d->prepared->basis->auditComments));
    DRYDOCK_TRY(auto created, d->journals.create(state.id, state.plan.exclusiveName(), known));
    state.number = created.number;
    d->state = std::move(state);
    d->startable = false;
    d->run(std::move(created.journal), 0, maintenance::event::Start{});
    return {};
}

domain::Result<> MaintenanceController::resume(const std::string& runId, ResumeAs how)
{
    return d->resumeRun(runId, firstEvent(how));
}

bool MaintenanceController::running() const { return d->running; }
const maintenance::RunState& MaintenanceController::state() const { return d->state; }

void MaintenanceController::stopAfterStep() { d->post(maintenance::event::StopRequested{}); }
void MaintenanceController::pause() { d->post(maintenance::event::PauseRequested{}); }

const MaintenanceController::Request& MaintenanceController::request() const { return d->request; }

void MaintenanceController::setStopBefore(std::optional<domain::Time> time)
{
    if (!d->ending)
        QMetaObject::invokeMethod(
            d->worker, [w = d->worker, time] { w->setStopBefore(time); }, Qt::QueuedConnection);
}

domain::Result<> MaintenanceController::continueRun()
{
    return d->continueWith(maintenance::event::ContinueRequested{});
}
domain::Result<> MaintenanceController::sendAgain()
{
    return d->continueWith(maintenance::event::SendAgainRequested{});
}
domain::Result<> MaintenanceController::undoTo(std::size_t step)
{
    return d->continueWith(maintenance::event::UndoRequested{step});
}
domain::Result<> MaintenanceController::goOnWithout()
{
    return d->continueWith(maintenance::event::GoOnWithoutRequested{});
}
bool MaintenanceController::mayGoOnWithout() const
{
    const auto& run = d->state;
    return d->resumable && !d->running && run.phase == maintenance::RunPhase::Asking &&
           run.current < run.steps.size() && run.steps[run.current].mayGoOnWithout;
}
domain::Result<> MaintenanceController::abandon() { return d->continueWith(maintenance::event::AbandonRequested{}); }

} // namespace drydock::controllers
