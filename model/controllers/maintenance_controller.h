// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Prepares and runs a maintenance, from pre-flight to result. The work is done on a worker thread.
#pragma once

#include "model/maintenance/dry_run.h"
#include "model/maintenance/plan_enter.h"
#include "model/maintenance/plan_reboot.h"
#include "model/maintenance/plan_reinstate.h"
#include "model/maintenance/preflight.h"
#include "model/maintenance/run_state.h"
#include "model/ports/clock.h"
#include "model/ports/exchange_gateway.h"
#include "model/ports/journal_store.h"

#include <QObject>

#include <map>
#include <memory>
#include <set>

namespace drydock::controllers {

// Use it on the thread that it lives on; its signals are emitted there. At most one run
// is under way at a time. Functions that continue a run return Usage if that is not possible now.
class MaintenanceController : public QObject
{
    Q_OBJECT

public:
    struct Request {
        maintenance::RunKind runKind = maintenance::RunKind::Enter;
        domain::ServerName server;
        maintenance::EnterOptions options;
        QString reason;
        QString changeNumber;
        std::string fqdn{}; // the full name if the operator wrote it: a server of another full name is refused
        maintenance::ReinstateOptions reinstate{}; // settings to restore if the maintenance left no record
        std::map<maintenance::StepKind, domain::Duration> timeouts{}; // in place of those of the table
        maintenance::RebootOptions reboot{};
    };

    // Only this object uses `gateway`; without one a run can be abandoned, no more. `journals` and `clock` must outlive
    // it.
    MaintenanceController(std::shared_ptr<ports::ExchangeGateway> gateway, ports::JournalStore& journals,
                          const ports::Clock& clock, QObject* parent = nullptr);
    // Calls end() and waits for the thread, at most maintenance::runThreadShutdown.
    ~MaintenanceController() override;
    // Uses another session from now on, of a person who has signed in anew: for a run whose user was refused. Does
    // nothing while a run is under way, which keeps its session.
    void setGateway(std::shared_ptr<ports::ExchangeGateway> gateway);
    // Ends the thread. A run stops where it is and can be resumed; a command that was sent may still be carried out.
    // Only ended() is emitted afterwards, when the thread is over; deleting this object after that does not wait.
    void end();

    // Reads the organisation and makes checks and plan, then emits prepared() or prepareFailed(). A repeated call
    // discards the result of the call before.
    void prepare(const Request& request);
    [[nodiscard]] const Request& request() const; // of the last prepare(), with the time-outs that were chosen since
    [[nodiscard]] const std::vector<maintenance::Check>& checks() const;
    [[nodiscard]] const maintenance::Plan& plan() const;
    [[nodiscard]] domain::SnapshotPtr basis() const; // the snapshot from which plan and checks were made
    [[nodiscard]] std::vector<maintenance::DryRunLine> dryRun() const;

    // Returns the id of the prepared plan's run, if it is started now.
    [[nodiscard]] std::string nextRunId() const;
    // Starts the prepared plan, by the id that nextRunId() returned or a new one. Usage when a block is not overridden,
    // or when the checks are older than a minute; Storage/Locked when the journal cannot be written.
    [[nodiscard]] domain::Result<> start(const std::set<std::string>& overrides, const std::string& runId = {});
    // Sets a step's time-out, in plan() and in the plans that are prepared later for this server and kind of run.
    void setTimeout(maintenance::StepKind kind, domain::Duration timeout);
    // Resumes a run of the journals: continues it, sends again commands without effect (event::SendAgainRequested),
    // undoes all of it, or abandons it. Usage if a run is under way, the run is over, or a reinstate run is to be
    // undone; Locked, Corrupt, NotFound or Storage if its journal cannot be opened.
    enum class ResumeAs { Continue, SendAgain, Undo, Abandon };
    [[nodiscard]] domain::Result<> resume(const std::string& runId, ResumeAs how = ResumeAs::Continue);
    // Returns true only while the worker executes a run. It returns false while the run is stopped or waits for a
    // decision.
    [[nodiscard]] bool running() const;
    // These functions also resume a stopped run, until start() or resume() begins another one. A run that lost its
    // journal is read from disk again. Errors: those of resume().
    [[nodiscard]] domain::Result<> continueRun();
    [[nodiscard]] domain::Result<> sendAgain();
    [[nodiscard]] domain::Result<> undoTo(std::size_t step);
    // Goes on without what the step at hand waits for, where its state says that it may (StepState::mayGoOnWithout).
    [[nodiscard]] domain::Result<> goOnWithout();
    [[nodiscard]] bool mayGoOnWithout() const; // the run asks, its journal is open, and its step's state says so
    [[nodiscard]] domain::Result<> abandon();
    [[nodiscard]] const maintenance::RunState& state() const; // the state that was signalled last

public slots:
    // Requests a stop or a pause after the current step, or at once where the step only waits.
    void stopAfterStep();
    void pause();
    // The run under way, and those that begin later, begin no step that may end after this time
    // (Runner::setStopBefore()).
    void setStopBefore(std::optional<drydock::domain::Time> time);

signals:
    void preparing();
    void prepared(); // checks() and plan() are new
    void prepareFailed(const drydock::domain::Error& error);
    void stateChanged(const drydock::maintenance::RunState& state);
    void snapshotRead(const drydock::domain::SnapshotPtr& snapshot); // every reading of the run, for live panels
    void cameToRest(const drydock::maintenance::RunState& state);    // the run is over, stopped or asks: see its phase
    void ended();                                                    // the thread is over, after end()

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace drydock::controllers
