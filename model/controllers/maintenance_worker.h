// Does a maintenance's work on its own thread: reads, plans, and pumps the runner's effects into journal, gateway and
// timer.
#pragma once

#include "model/controllers/maintenance_controller.h"
#include "model/maintenance/runner.h"

#include <QObject>
#include <QTimer>

#include <deque>
#include <functional>
#include <memory>
#include <optional>

namespace drydock::controllers {

class MaintenanceWorker : public QObject
{
    Q_OBJECT

public:
    // What a reading adds up to: everything the first three pages of the wizard show.
    struct Prepared {
        maintenance::Plan plan;
        std::vector<maintenance::Check> checks;
        domain::SnapshotPtr basis;
        std::string user;
    };

    MaintenanceWorker(std::shared_ptr<ports::ExchangeGateway> gateway, ports::JournalStore& journals,
                      const ports::Clock& clock);
    ~MaintenanceWorker() override; // closes the gateway, in the thread it lives on

    void prepare(const MaintenanceController::Request& request, quint64 generation);
    // Takes over the journal and feeds `first`. `nextSequence` is that of the next record, 0 for a new journal.
    void run(maintenance::RunState state, std::unique_ptr<ports::Journal> journal, std::uint64_t nextSequence,
             maintenance::Event first);
    void feed(maintenance::Event event); // nothing while there is no run

signals:
    void prepared(const drydock::controllers::MaintenanceWorker::Prepared& result, quint64 generation);
    void prepareFailed(const drydock::domain::Error& error, quint64 generation);
    void stateChanged(const drydock::maintenance::RunState& state);
    void snapshotRead(const drydock::domain::SnapshotPtr& snapshot);
    // `held`: stopped or asking, and it goes on when it is told to; the journal stays open.
    void finished(const drydock::maintenance::RunState& state, bool held);

private:
    struct Run {
        maintenance::Runner runner;
        std::unique_ptr<ports::Journal> journal;
        std::optional<domain::Duration> wakeAt{}; // uptime
        bool paused = false;                      // the runner said Finished: over, stopped, or asking
        bool journalFailed = false; // this object sends nothing any more; what is on the disk can be resumed
    };
    using Opened = std::function<void(const domain::Result<>&)>;

    void withOpenGateway(Opened then);
    void evaluate(const MaintenanceController::Request& request, const domain::SnapshotPtr& snapshot,
                  quint64 generation);
    void pump();
    void perform(const maintenance::effect::WriteJournal& effect);
    void perform(const maintenance::effect::ReadSnapshot& effect);
    void perform(const maintenance::effect::Send& effect);
    void perform(const maintenance::effect::SetTimer& effect);
    void perform(const maintenance::effect::Finished& effect);
    void answer(quint64 request, maintenance::Event event);
    void afterFinished();
    void armTimer();
    void wake();

    std::shared_ptr<ports::ExchangeGateway> m_gateway;
    ports::JournalStore& m_journals;
    const ports::Clock& m_clock;
    std::optional<ports::ServerInfo> m_info; // there once the gateway is open
    std::unique_ptr<Run> m_run;
    quint64 m_request = 0; // answers to an earlier request are dropped
    std::deque<maintenance::Event> m_events;
    bool m_pumping = false;
    QTimer m_timer;
};

} // namespace drydock::controllers
