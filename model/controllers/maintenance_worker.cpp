#include "model/controllers/maintenance_worker.h"

#include "model/controllers/when_done.h"
#include "model/maintenance/plan_builder.h"

namespace drydock::controllers {
namespace {

// The clock that was passed in may run faster than the event loop's (a rehearsal), or jump (a computer that slept): the
// timer looks at it this often instead of trusting one long wait.
constexpr std::chrono::milliseconds longestNap{100};

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

void MaintenanceWorker::withOpenGateway(Opened then)
{
    if (m_info) return then({});
    whenDone(this, m_gateway->open(), [this, then = std::move(then)](domain::Result<ports::ServerInfo> opened) {
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
        whenDone(this, m_gateway->observe({{}, request.server}),
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
    using maintenance::Direction;
    const bool leaves = request.direction == Direction::Leave;
    const auto original = leaves ? m_journals.originalSettings(request.server) : std::nullopt;
    auto plan = leaves ? maintenance::planLeave(*snapshot, request.server, original)
                       : maintenance::planEnter(*snapshot, request.server, request.options);
    if (!plan) {
        emit prepareFailed(plan.error(), generation);
        return;
    }
    maintenance::PreflightInput input{
        .direction = request.direction, .server = request.server, .redirectTarget = plan->redirectTarget};
    input.exchangeGranted = m_info->granted.empty() ? nullptr : &m_info->granted;
    input.readOnly = m_info->readOnly;
    input.originalSettingsKnown = original.has_value();
    auto checks = maintenance::preflight(*snapshot, input);
    emit prepared({std::move(*plan), std::move(checks), snapshot, m_info->user}, generation);
}

void MaintenanceWorker::run(maintenance::RunState state, std::unique_ptr<ports::Journal> journal,
                            std::uint64_t nextSequence)
{
    ++m_runNumber;
    m_events.clear();
    const bool resumed = state.resumable();
    m_run = std::make_unique<Run>(std::move(state), std::move(journal), nextSequence);
    withOpenGateway([this, resumed, number = m_runNumber](const domain::Result<>& opened) {
        if (number != m_runNumber || !m_run) return;
        feed(maintenance::event::Start{});
        // Who resumes a run agrees that what a reading shows did not happen is sent again.
        if (resumed && m_run) feed(maintenance::event::ContinueRequested{});
        if (!opened && m_run) feed(maintenance::event::ObservationFailed{opened.error()});
    });
}

void MaintenanceWorker::feed(maintenance::Event event)
{
    if (!m_run) return;
    m_events.push_back(std::move(event));
    if (!m_pumping) pump();
}

// One event after another; what an effect brings about at once (a record written) queues up behind the effects before
// it.
void MaintenanceWorker::pump()
{
    m_pumping = true;
    while (m_run && !m_run->over && !m_events.empty()) {
        const auto event = std::move(m_events.front());
        m_events.pop_front();
        const auto before = m_run->runner.state();
        auto effects = m_run->runner.on(event, m_clock.now());
        if (m_run->runner.state() != before) emit stateChanged(m_run->runner.state());
        for (auto& effect : effects)
            std::visit([this](auto& e) { perform(e); }, effect);
    }
    m_pumping = false;
    if (!m_run || !m_run->over) return;
    const auto last = m_run->runner.state();
    m_run.reset(); // closes and unlocks the journal before anybody hears of the end
    m_events.clear();
    m_timer.stop();
    emit finished(last);
}

void MaintenanceWorker::perform(maintenance::effect::WriteJournal& effect)
{
    const auto sequence = effect.record.sequence;
    effect.record.sequence = m_run->nextSequence; // a resumed run counts on from what is in its file
    const auto written = m_run->journal->append(effect.record);
    if (written) {
        ++m_run->nextSequence;
        m_events.push_back(maintenance::event::JournalWritten{sequence});
    } else {
        m_events.push_back(maintenance::event::JournalFailed{sequence, written.error()});
    }
}

void MaintenanceWorker::perform(const maintenance::effect::Observe& effect)
{
    const auto server = m_run->runner.state().plan.server;
    whenDone(this, m_gateway->observe({effect.needs, server}),
             [this, number = m_runNumber](const domain::Result<domain::SnapshotPtr>& read) {
                 if (number != m_runNumber) return;
                 if (!read) return feed(maintenance::event::ObservationFailed{read.error()});
                 emit observed(*read);
                 feed(maintenance::event::Observed{*read});
             });
}

void MaintenanceWorker::perform(const maintenance::effect::Send& effect)
{
    whenDone(this, m_gateway->execute(effect.command),
             [this, number = m_runNumber](domain::Result<maintenance::CommandReport> answer) {
                 if (number == m_runNumber) feed(maintenance::event::CommandAnswered{std::move(answer)});
             });
}

void MaintenanceWorker::perform(const maintenance::effect::SetTimer& effect)
{
    m_run->wakeAt = effect.at;
    armTimer();
}

void MaintenanceWorker::perform(const maintenance::effect::Finished&) { m_run->over = true; }

void MaintenanceWorker::armTimer()
{
    const auto left = std::max(*m_run->wakeAt - m_clock.now(), domain::Duration::zero());
    m_timer.start(std::min<domain::Duration>(left, longestNap));
}

void MaintenanceWorker::wake()
{
    if (!m_run || !m_run->wakeAt) return;
    if (m_clock.now() < *m_run->wakeAt) return armTimer();
    m_run->wakeAt.reset();
    feed(maintenance::event::Timer{});
}

} // namespace drydock::controllers
