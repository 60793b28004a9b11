// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Does the work of MaintenanceController on a thread of its own: it reads, plans, and carries out the runner's effects
// by journal, gateway and timer.
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

// Use it on the thread that it lives on; its signals are emitted there.
class MaintenanceWorker : public QObject
{
    Q_OBJECT

public:
    // The result of prepare(), as the first three pages of the wizard show it.
    struct Prepared {
        maintenance::Plan plan;
        std::vector<maintenance::Check> checks;
        domain::SnapshotPtr basis;
        std::string user;
    };

    MaintenanceWorker(std::shared_ptr<ports::ExchangeGateway> gateway, ports::JournalStore& journals,
                      const ports::Clock& clock);
    ~MaintenanceWorker() override; // closes the gateway

    // Closes the session and uses this one. Answers of the old one are dropped.
    void setGateway(std::shared_ptr<ports::ExchangeGateway> gateway);
    // Emits prepared() or prepareFailed() with this `generation`.
    void prepare(const MaintenanceController::Request& request, quint64 generation);
    // Begins or continues a run, whose journal it owns, with the event `first`. `nextSequence` is the number of the
    // next record, 0 for a new journal.
    void run(maintenance::RunState state, std::unique_ptr<ports::Journal> journal, std::uint64_t nextSequence,
             maintenance::Event first);
    // As Runner::setStopBefore(), for the run under way and those that begin later.
    void setStopBefore(std::optional<domain::Time> time);
    // Passes an event to the runner. Does nothing if there is no run.
    void feed(maintenance::Event event);

signals:
    void prepared(const drydock::controllers::MaintenanceWorker::Prepared& result, quint64 generation);
    void prepareFailed(const drydock::domain::Error& error, quint64 generation);
    void stateChanged(const drydock::maintenance::RunState& state);
    void snapshotRead(const drydock::domain::SnapshotPtr& snapshot);
    // `resumable` is true for a run that is stopped or asks; its journal stays open, and another event continues it.
    void cameToRest(const drydock::maintenance::RunState& state, bool resumable);

private:
    struct Run {
        maintenance::Runner runner;
        std::unique_ptr<ports::Journal> journal;
        std::optional<domain::Duration> wakeAt{}; // uptime
        bool atRest = false;                      // effect::Rest was returned: the run is over, stopped or asks
        bool journalFailed = false;               // nothing more is sent; the run can be resumed from disk
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
    void perform(const maintenance::effect::Rest& effect);
    void answer(quint64 request, maintenance::Event event);
    void afterRest();
    void armTimer();
    void wake();

    std::shared_ptr<ports::ExchangeGateway> m_gateway;
    ports::JournalStore& m_journals;
    const ports::Clock& m_clock;
    std::optional<ports::SessionInfo> m_info; // set when the gateway is open
    std::optional<domain::Time> m_stopBefore;
    std::unique_ptr<Run> m_run;
    quint64 m_request = 0; // number of the current request; answers to earlier ones are dropped
    std::deque<maintenance::Event> m_events;
    bool m_pumping = false;
    QTimer m_timer;
};

} // namespace drydock::controllers
