// One maintenance from pre-flight to result: asks the gateway, builds the plan, and runs it on a worker thread.
#pragma once

#include "model/maintenance/dry_run.h"
#include "model/maintenance/plan_enter.h"
#include "model/maintenance/preflight.h"
#include "model/maintenance/run_state.h"
#include "model/ports/clock.h"
#include "model/ports/exchange_gateway.h"
#include "model/ports/journal_store.h"

#include <QObject>

#include <memory>
#include <set>

namespace drydock::controllers {

class MaintenanceController : public QObject
{
    Q_OBJECT

public:
    struct Request {
        maintenance::Direction direction = maintenance::Direction::Enter;
        domain::ServerName server;
        maintenance::EnterOptions options;
        QString reason;
        QString changeNumber;
    };

    // `gateway` is used by this object alone; `journals` and `clock` outlive it.
    MaintenanceController(std::shared_ptr<ports::ExchangeGateway> gateway, ports::JournalStore& journals,
                          const ports::Clock& clock, QObject* parent = nullptr);
    ~MaintenanceController() override; // end(), and waits for the thread
    // A run stops where it is (resumable) and nothing more is signalled but ended(), once the thread is over: who
    // destroys this object then does not wait.
    void end();

    // Reads what is there now, then checksReady (and planReady). Again = recheck.
    void prepare(const Request& request);
    [[nodiscard]] const std::vector<maintenance::Check>& checks() const;
    [[nodiscard]] const maintenance::Plan& plan() const;
    [[nodiscard]] domain::SnapshotPtr basis() const; // what plan and checks were made from
    [[nodiscard]] std::vector<maintenance::DryRunLine> dryRun() const;

    // Starts the prepared plan. Usage when a block is not overridden; Storage/Locked when the journal cannot be
    // written.
    [[nodiscard]] domain::Result<> start(const std::set<std::string>& overrides);
    // Takes up a run of the journal: goes on with it, sends again what had no effect (event::SendAgainRequested),
    // undoes all of it, or closes it as it is. Usage when the run is over, or a leave run is to be undone.
    enum class ResumeAs { Continue, SendAgain, Undo, Abandon };
    [[nodiscard]] domain::Result<> resume(const std::string& runId, ResumeAs how = ResumeAs::Continue);
    // False as well while a run is stopped or asks; what follows makes it go on, until another one is begun.
    [[nodiscard]] bool running() const;
    // A run that lost its journal is taken up from the disk again, which may fail as resume() does.
    [[nodiscard]] domain::Result<> continueRun();
    [[nodiscard]] domain::Result<> sendAgain();
    [[nodiscard]] domain::Result<> undoTo(std::size_t step);
    [[nodiscard]] domain::Result<> abandon();
    [[nodiscard]] const maintenance::RunState& state() const; // last one that was signalled

public slots:
    void stopAfterStep();
    void pause();

signals:
    void preparing();
    void prepared(); // checks() and plan() are there
    void prepareFailed(const drydock::domain::Error& error);
    void stateChanged(const drydock::maintenance::RunState& state);
    void snapshotRead(const drydock::domain::SnapshotPtr& snapshot); // each reading of the run, for live panels
    void finished(const drydock::maintenance::RunState& state);      // over, stopped, or asking: see its phase
    void ended();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace drydock::controllers
