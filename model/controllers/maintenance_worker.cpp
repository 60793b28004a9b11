// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/controllers/maintenance_worker.h"

#include "model/maintenance/domain_controller.h"
#include "model/maintenance/exchange_tests.h"
#include "model/maintenance/plan_enter.h"
#include "model/maintenance/plan_rebalance.h"
#include "model/maintenance/plan_reboot.h"
#include "model/maintenance/plan_reinstate.h"
#include "model/ports/on_finished.h"

namespace drydock::controllers {
namespace {

// The clock may run faster than that of the event loop (in a rehearsal), or jump (after the computer slept). The timer
// therefore compares the clock with the deadline at this interval.
constexpr std::chrono::milliseconds maxTimerInterval{100};

} // namespace

MaintenanceWorker::MaintenanceWorker(std::shared_ptr<ports::ExchangeGateway> gateway, ports::JournalStore& journals,
                                     const ports::Clock& clock)
    : m_gateway(std::move(gateway)), m_journals(journals), m_clock(clock), m_timer(this)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &MaintenanceWorker::wake);
}

MaintenanceWorker::~MaintenanceWorker()
{
    if (m_gateway) m_gateway->close();
}

void MaintenanceWorker::setGateway(std::shared_ptr<ports::ExchangeGateway> gateway)
{
    ++m_request;
    m_info.reset();
    if (const auto old = std::exchange(m_gateway, std::move(gateway))) old->close();
}

void MaintenanceWorker::withOpenGateway(Opened then)
{
    if (m_info) return then({});
    // A run is abandoned without one: only the organisation's record would be written.
    if (!m_gateway) return then(domain::fail(domain::ErrorKind::Usage, "connect", "there is no connection"));
    ports::onFinished(this, m_gateway->open(),
                      [this, gateway = m_gateway, then = std::move(then)](domain::Result<ports::SessionInfo> opened) {
                          if (gateway != m_gateway) return then(domain::fail(domain::ErrorKind::Cancelled, "connect"));
                          if (!opened) return then(domain::fail(opened.error()));
                          m_info = std::move(*opened);
                          then({});
                      });
}

void MaintenanceWorker::prepare(const MaintenanceController::Request& request, quint64 generation)
{
    withOpenGateway([this, request, generation](const domain::Result<>& opened) {
        if (!opened) {
            emit prepareFailed(opened.error(), generation);
            return;
        }
        const bool reboots = request.runKind == maintenance::RunKind::Reboot;
        const ports::ReadScope scope{.needs =
                                         reboots ? maintenance::needsOfReboot(request.server) : maintenance::Needs(),
                                     .avoid = request.server,
                                     .searchAuditLog = true,
                                     .preflightOf = reboots ? domain::ServerName() : request.server};
        ports::onFinished(this, m_gateway->readSnapshot(scope),
                          [this, request, generation](const domain::Result<domain::SnapshotPtr>& read) {
                              if (read)
                                  evaluate(request, *read, generation);
                              else
                                  emit prepareFailed(read.error(), generation);
                          });
    });
}

void MaintenanceWorker::evaluate(const MaintenanceController::Request& request, const domain::SnapshotPtr& snapshot,
                                 quint64 generation)
{
    using maintenance::RunKind;
    const bool reinstates = request.runKind == RunKind::Reinstate;
    const bool rebalances = request.runKind == RunKind::Rebalance;
    const auto* server = snapshot->serverByHostName(request.server);
    const auto name = server != nullptr ? server->name : request.server;
    maintenance::PreflightInput input{
        .runKind = request.runKind, .server = name, .redirectTarget = request.options.redirectTarget};
    input.runs = m_journals.list().value_or(std::vector<maintenance::RunListing>());
    for (auto& listing : input.runs)
        if (m_run && listing.run.id == m_run->runner.state().id)
            listing.inUse = false; // this object holds it, and it is stopped
    if (server && !request.fqdn.empty() && !domain::equalsIgnoringCase(server->fqdn, request.fqdn)) {
        emit prepareFailed({domain::ErrorKind::NotFound, "server " + request.fqdn,
                            "the server of that short name is " + server->fqdn, 0, nullptr},
                           generation);
        return;
    }
    input.organisation = maintenance::organisationRuns(snapshot->auditComments);
    const auto read = [this](const maintenance::RunListing& listing) { return m_journals.read(listing.run.id); };
    if (!rebalances)
        input.original = maintenance::originalSettings(input.runs, read, input.organisation, name,
                                                       server != nullptr ? server->fqdn : std::string());
    const bool chosen = request.reinstate.policy && request.reinstate.moveNow;
    if (chosen && input.original && *input.original && maintenance::laterMaintenance(**input.original, *snapshot, name))
        input.original = std::optional<maintenance::RecordedSettings>(); // the operator's choice instead
    const auto recorded = input.original.value_or(std::nullopt);
    const auto before = recorded ? std::optional(recorded->settings) : std::nullopt;
    auto plan = reinstates   ? maintenance::planReinstate(*snapshot, name, before, request.reinstate)
                : rebalances ? maintenance::planRebalance(*snapshot, name, request.options.moveComment,
                                                          maintenance::recentMoves(input.runs, read, snapshot->takenAt))
                : request.runKind == RunKind::Reboot
                    ? maintenance::planReboot(*snapshot, name, request.reboot)
                    : maintenance::planEnter(*snapshot, name, request.options, recorded);
    if (!plan) {
        emit prepareFailed(plan.error(), generation);
        return;
    }
    if (reinstates && recorded) plan->closes = recorded->runId;
    if (reinstates) maintenance::addExchangeTests(*plan, m_info->permissions);
    plan->setTimeouts(request.timeouts);
    // A restart changes no setting that somebody else would have to restore.
    plan->shared = request.runKind != RunKind::Reboot &&
                   maintenance::grantedParameters(m_info->permissions, maintenance::writeAdminAuditLog) != nullptr;
    // Permissions that are unknown do not say that every cmdlet takes one.
    if (maintenance::mayChooseDomainController(m_info->permissions))
        plan->domainController = snapshot->domainController;
    input.plan = &*plan;
    input.reinstate = request.reinstate;
    input.exchangePermissions = m_info->permissions.empty() ? nullptr : &m_info->permissions;
    input.readOnly = m_info->readOnly;
    auto checks = maintenance::preflight(*snapshot, input);
    emit prepared({std::move(*plan), std::move(checks), snapshot, m_info->user}, generation);
}

void MaintenanceWorker::run(maintenance::RunState state, std::unique_ptr<ports::Journal> journal,
                            std::uint64_t nextSequence, maintenance::Event first)
{
    ++m_request;
    m_events.clear();
    m_timer.stop();
    m_run = std::make_unique<Run>(Run{maintenance::Runner(std::move(state), nextSequence), std::move(journal)});
    m_run->runner.setStopBefore(m_stopBefore);
    feed(std::move(first));
}

void MaintenanceWorker::setStopBefore(std::optional<domain::Time> time)
{
    m_stopBefore = time;
    if (m_run) m_run->runner.setStopBefore(time);
}

void MaintenanceWorker::feed(maintenance::Event event)
{
    if (!m_run) return;
    m_events.push_back(std::move(event));
    if (!m_pumping) pump();
}

// Handles one event after another. An event that an effect causes at once (a written record) is queued until all
// effects of the current event are carried out.
void MaintenanceWorker::pump()
{
    m_pumping = true;
    while (!m_events.empty()) {
        const auto event = std::move(m_events.front());
        m_events.pop_front();
        const auto before = m_run->runner.state();
        const auto effects = m_run->runner.on(event, m_clock.moment());
        if (m_run->runner.state() != before) emit stateChanged(m_run->runner.state());
        for (const auto& effect : effects)
            std::visit([this](const auto& e) { perform(e); }, effect);
    }
    m_pumping = false;
    if (std::exchange(m_run->atRest, false)) afterRest();
}

// Closes the journal of a run that is over before cameToRest() is emitted. A run that stopped or asks keeps its
// journal, because another event may continue it.
void MaintenanceWorker::afterRest()
{
    using maintenance::RunPhase;
    const auto last = m_run->runner.state();
    const bool waits = last.phase == RunPhase::Stopped || last.phase == RunPhase::Asking;
    if (!waits && last.phase != RunPhase::Finished) return; // a queued event has continued the run already
    m_timer.stop();
    const bool resumable = waits && !m_run->journalFailed;
    if (!resumable) m_run.reset();
    emit cameToRest(last, resumable);
}

void MaintenanceWorker::perform(const maintenance::effect::WriteJournal& effect)
{
    const auto written = m_run->journal->append(effect.record);
    if (written) {
        m_events.push_back(maintenance::event::JournalWritten{effect.record.sequence});
    } else {
        m_run->journalFailed = true;
        m_events.push_back(maintenance::event::JournalFailed{effect.record.sequence, written.error()});
    }
}

void MaintenanceWorker::perform(const maintenance::effect::ReadSnapshot& effect)
{
    using Read = domain::Result<domain::SnapshotPtr>;
    const ports::ReadScope scope{
        .needs = effect.needs, .avoid = m_run->runner.state().plan.server, .domainController = effect.domainController};
    withOpenGateway([this, scope, request = ++m_request](const domain::Result<>& opened) {
        if (!opened) return answer(request, maintenance::event::SnapshotFailed{opened.error()});
        ports::onFinished(this, m_gateway->readSnapshot(scope), [this, request](const Read& read) {
            if (!read) return answer(request, maintenance::event::SnapshotFailed{read.error()});
            if (request == m_request) emit snapshotRead(*read);
            answer(request, maintenance::event::SnapshotRead{*read});
        });
    });
}

void MaintenanceWorker::perform(const maintenance::effect::Send& effect)
{
    using Report = domain::Result<maintenance::CommandReport>;
    withOpenGateway([this, command = effect.command, request = ++m_request](const domain::Result<>& opened) {
        if (!opened) return answer(request, maintenance::event::CommandAnswered{Report(domain::fail(opened.error()))});
        ports::onFinished(this, m_gateway->execute(command), [this, request](Report report) {
            answer(request, maintenance::event::CommandAnswered{std::move(report)});
        });
    });
}

void MaintenanceWorker::answer(quint64 request, maintenance::Event event)
{
    if (request == m_request) feed(std::move(event));
}

void MaintenanceWorker::perform(const maintenance::effect::SetTimer& effect)
{
    m_run->wakeAt = m_clock.uptime() + effect.after;
    armTimer();
}

void MaintenanceWorker::perform(const maintenance::effect::Rest&) { m_run->atRest = true; }

void MaintenanceWorker::armTimer()
{
    const auto left = std::max(*m_run->wakeAt - m_clock.uptime(), domain::Duration::zero());
    m_timer.start(std::min<domain::Duration>(left, maxTimerInterval));
}

void MaintenanceWorker::wake()
{
    if (!m_run || !m_run->wakeAt) return;
    if (m_clock.uptime() < *m_run->wakeAt) return armTimer();
    m_run->wakeAt.reset();
    feed(maintenance::event::Timer{});
}

} // namespace drydock::controllers
