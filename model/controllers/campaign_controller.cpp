// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/controllers/campaign_controller.h"

#include "model/controllers/operator_name.h"
#include "model/controllers/own_process_group.h"
#include "model/domain/utf8.h"
#include "model/ports/on_finished.h"

#include <QSysInfo>

#include <algorithm>
#include <set>
#include <utility>

namespace drydock::controllers {

using namespace maintenance;
using domain::ErrorKind;

namespace {

// As in MaintenanceWorker: the clock may run faster than that of the event loop, or jump.
constexpr std::chrono::milliseconds longestCampaignTimer{100};
constexpr qsizetype mostOutput = 2000; // bytes kept of what the operator's program wrote

domain::Failure impossible(const char* what, const char* why) { return domain::fail(ErrorKind::Usage, what, why); }

// Returns what the block of a check means for the campaign.
domain::Error blockedBy(const Check& check, const domain::ServerName& server)
{
    const auto kind = check.id == "cmdlets-granted" ? ErrorKind::NotPermitted : ErrorKind::Precondition;
    return {kind, "check " + check.id + " of " + server.text(), check.found.english(), 0, nullptr};
}

// The servers of a campaign are those with these full names, not others that are called alike.
bool hasServers(const domain::DagSnapshot& snapshot, const CampaignPlan& plan)
{
    return std::ranges::all_of(plan.servers, [&](const domain::ServerName& name) {
        const auto* server = snapshot.server(name);
        const auto fqdn = plan.fqdnOf(name);
        return server && (fqdn.empty() || domain::equalsIgnoringCase(server->fqdn, fqdn));
    });
}

} // namespace

CampaignController::CampaignController(MaintenanceController& runs, std::shared_ptr<ports::ExchangeGateway> gateway,
                                       ports::JournalStore& journals, ports::CampaignStore& campaigns,
                                       const ports::Clock& clock, QObject* parent)
    : QObject(parent), m_runs(runs), m_gateway(std::move(gateway)), m_journals(journals), m_campaigns(campaigns),
      m_clock(clock), m_timer(this)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &CampaignController::wake);
    connect(&m_runs, &MaintenanceController::prepared, this, &CampaignController::onPrepared);
    connect(&m_runs, &MaintenanceController::prepareFailed, this,
            [this](const domain::Error& error) { feed(campaign_event::RunNotReady{error}); });
    connect(&m_runs, &MaintenanceController::cameToRest, this, [this](const RunState& run) {
        campaign_event::RunEnded ended{run.outcome == Outcome::None ? run.restingOutcome() : run.outcome};
        // One that was undone back to a step is not as before: the steps before it are in force.
        if (ended.outcome == Outcome::Undone && run.phase != RunPhase::Finished) ended.outcome = Outcome::Stopped;
        if (run.phase != RunPhase::Finished && run.current < run.steps.size())
            ended.error = run.steps[run.current].error;
        feed(std::move(ended));
    });
}

// A QProcess ends its process when it is deleted, so this one is not.
CampaignController::~CampaignController()
{
    if (m_program) m_program->disconnect(this);
    if (m_gateway) m_gateway->close();
}

bool CampaignController::running() const { return m_runner && !m_atRest; }

const CampaignState& CampaignController::state() const
{
    static const CampaignState none;
    return m_runner ? m_runner->state() : none;
}

// --- Readings -----------------------------------------------------------------------------------------------------

void CampaignController::setGateway(std::shared_ptr<ports::ExchangeGateway> gateway)
{
    m_info.reset();
    if (const auto old = std::exchange(m_gateway, std::move(gateway)))
        old->close(); // what it was asked ends as cancelled
}

void CampaignController::withOpenGateway(const Opened& then)
{
    if (m_info) return then({});
    if (!m_gateway) return then(impossible("connect", "there is no connection"));
    ports::onFinished(this, m_gateway->open(), [this, then, of = m_gateway](domain::Result<ports::SessionInfo> opened) {
        if (of != m_gateway) opened = domain::fail(ErrorKind::Cancelled, "connect", "another session is used since");
        if (!opened) return then(domain::fail(opened.error()));
        m_info = std::move(*opened);
        then({});
    });
}

void CampaignController::readAll(const Read& then)
{
    withOpenGateway([this, then](const domain::Result<>& opened) {
        if (!opened) return then(domain::fail(opened.error()));
        ports::onFinished(this, m_gateway->readSnapshot({}),
                          [then](const domain::Result<domain::SnapshotPtr>& read) { then(read); });
    });
}

void CampaignController::prepare(const CampaignPlan& plan, Order order)
{
    m_plan = plan;
    m_startable = false;
    readAll([this, order](const domain::Result<domain::SnapshotPtr>& read) {
        const auto done = read ? complete(**read, order) : domain::Result<>(domain::fail(read.error()));
        if (!done) return emit prepareFailed(done.error());
        m_startable = true;
        emit prepared();
    });
}

domain::Result<> CampaignController::complete(const domain::DagSnapshot& snapshot, Order order)
{
    std::set<domain::ServerName> names;
    std::set<domain::DagName> groups;
    for (auto& name : m_plan.servers) {
        const auto* server = snapshot.serverByHostName(name);
        if (!server) return domain::fail(ErrorKind::NotFound, "server " + name.text());
        if (!names.insert(server->name).second)
            return domain::fail(ErrorKind::Usage, "plan the campaign", server->name.text() + " is named twice");
        name = server->name;
        groups.insert(server->dag);
    }
    if (groups.size() != 1)
        return impossible("plan the campaign", "the servers are not of one database availability group");
    m_plan.group = groups.begin()->text();
    if (order == Order::Suggested) m_plan.servers = suggestedOrder(snapshot, std::move(m_plan.servers));
    m_plan.fqdns.clear();
    for (const auto& name : m_plan.servers)
        m_plan.fqdns.push_back(snapshot.server(name)->fqdn);
    m_plan.healthIssuesBefore = healthIssueKeys(snapshot, m_plan.group);
    return {};
}

// --- Decisions ----------------------------------------------------------------------------------------------------

domain::Result<> CampaignController::start()
{
    if (running() || !m_startable) return impossible("start", "nothing is prepared, or a campaign is under way");
    auto state = newCampaign(campaignId(m_clock.now(), m_plan.group), m_plan);
    state.operatorName = operatorOf(m_info ? m_info->user : std::string());
    state.computer = QSysInfo::machineHostName().toStdString();
    DRYDOCK_TRY(m_journal, m_campaigns.create(state.id, state.plan.group));
    m_startable = false;
    m_runner.emplace(std::move(state));
    m_atRest = false;
    feed(campaign_event::Start{});
    return {};
}

domain::Result<> CampaignController::resume(const std::string& id, CampaignDecision decision)
{
    return takeUp(id, campaign_event::ContinueRequested{decision});
}

domain::Result<> CampaignController::abandon(const std::string& id)
{
    return takeUp(id, campaign_event::AbandonRequested{});
}

domain::Result<> CampaignController::open(const std::string& id)
{
    if (running()) return impossible("resume", "a campaign is under way");
    if (m_journal && state().id == id) return {};
    DRYDOCK_TRY(auto opened, m_campaigns.open(id));
    if (!opened.state.resumable()) return impossible("resume", "the campaign is over");
    m_journal = std::move(opened.journal);
    m_runner.emplace(std::move(opened.state), opened.nextSequence);
    emit stateChanged(state());
    return {};
}

domain::Result<> CampaignController::takeUp(const std::string& id, CampaignEvent first)
{
    DRYDOCK_TRY_VOID(open(id));
    m_atRest = false;
    feed(std::move(first));
    return {};
}

void CampaignController::stop() { feed(campaign_event::StopRequested{}); }

// --- Events and effects -------------------------------------------------------------------------------------------

// Handles one event after another: those that an effect causes at once wait until all effects are carried out.
void CampaignController::feed(CampaignEvent event)
{
    if (!m_runner) return;
    m_events.push_back(std::move(event));
    if (m_pumping) return;
    m_pumping = true;
    bool rested = false;
    while (!m_events.empty()) {
        const auto next = std::move(m_events.front());
        m_events.pop_front();
        const auto before = m_runner->state();
        const auto effects = m_runner->on(next, m_clock.moment());
        if (m_runner->state() != before) emit stateChanged(m_runner->state());
        for (const auto& effect : effects) {
            std::visit([this](const auto& e) { perform(e); }, effect);
            rested = rested || std::holds_alternative<campaign_effect::Rest>(effect);
        }
    }
    m_pumping = false;
    if (rested) emit cameToRest(m_runner->state());
}

void CampaignController::perform(const campaign_effect::WriteRecord& effect)
{
    const auto sequence = effect.record.sequence;
    if (const auto written = m_journal->append(effect.record); !written) {
        m_journal.reset(); // the campaign is taken up again from the disk
        m_events.push_back(campaign_event::RecordFailed{sequence, written.error()});
    } else {
        m_events.push_back(campaign_event::RecordWritten{sequence});
    }
}

void CampaignController::perform(const campaign_effect::PrepareRun& effect)
{
    const auto& plan = state().plan;
    MaintenanceController::Request request;
    request.runKind = effect.runKind;
    request.server = effect.server;
    request.fqdn = plan.fqdnOf(effect.server); // a server of another organisation may have the same short name
    request.reason = QString::fromStdString(plan.reason);
    request.changeNumber = QString::fromStdString(plan.changeNumber);
    request.options.moveComment = plan.reason;
    request.reboot.byOperator = plan.between == BetweenKind::OwnReboot;
    m_runs.prepare(request);
}

void CampaignController::onPrepared()
{
    if (!running()) return;
    const auto& overrides = state().plan.overrides;
    const auto& plan = m_runs.plan();
    for (const auto& check : m_runs.checks()) {
        const bool overridden = check.overridable && overrides.contains(check.id);
        // A person who looks may take a second server; a campaign does not.
        const bool blocks = check.result == CheckResult::Block ||
                            (check.id == "other-in-maintenance" && check.result != CheckResult::Pass);
        if (blocks && !overridden) return feed(campaign_event::RunNotReady{blockedBy(check, plan.server)});
    }
    const auto* server = m_runs.basis()->server(plan.server);
    feed(campaign_event::RunReady{m_runs.nextRunId(), server ? server->version.text() : std::string()});
}

void CampaignController::perform(const campaign_effect::StartRun& effect)
{
    if (const auto started = m_runs.start(state().plan.overrides, effect.runId); !started)
        m_events.push_back(campaign_event::RunNotStarted{started.error()});
}

void CampaignController::perform(const campaign_effect::FindRun& effect)
{
    using Found = campaign_event::RunFound::Found;
    campaign_event::RunFound found{Found::Absent};
    const auto runs = m_journals.list().value_or(std::vector<RunListing>());
    const auto run = std::ranges::find_if(runs, [&](const RunListing& one) { return one.run.id == effect.runId; });
    const bool here = m_runs.state().id == effect.runId && !m_runs.running(); // it rests, and its journal is open
    if (run != runs.end() && !run->notStarted) {
        found.outcome = run->run.outcome;
        if (run->inUse && !here)
            found.found = Found::InUse;
        else
            found.found = run->run.phase == RunPhase::Finished ? Found::Over : Found::Resumable;
    }
    m_events.push_back(found);
}

void CampaignController::perform(const campaign_effect::ResumeRun& effect)
{
    using How = campaign_effect::ResumeRun::How;
    using ResumeAs = MaintenanceController::ResumeAs;
    // What a step may go on without is known of a run that asks in this process; any other reads again first.
    if (effect.how == How::GoOnWithout && m_runs.state().id == effect.runId && m_runs.mayGoOnWithout()) {
        if (const auto resumed = m_runs.goOnWithout(); !resumed)
            m_events.push_back(campaign_event::RunNotStarted{resumed.error()});
        return;
    }
    const auto as = effect.how == How::SendAgain ? ResumeAs::SendAgain
                    : effect.how == How::Undo    ? ResumeAs::Undo
                    : effect.how == How::Abandon ? ResumeAs::Abandon
                                                 : ResumeAs::Continue;
    if (const auto resumed = m_runs.resume(effect.runId, as); !resumed)
        m_events.push_back(campaign_event::RunNotStarted{resumed.error()});
}

void CampaignController::perform(const campaign_effect::StopRun&) { m_runs.stopAfterStep(); }

void CampaignController::perform(const campaign_effect::StartProgram& effect)
{
    QStringList arguments;
    for (const auto& argument : effect.arguments)
        arguments.push_back(QString::fromStdString(argument));
    const QString program = arguments.takeFirst();
    m_output.clear();
    m_program = new QProcess; // without a parent: see the destructor
    m_program->setProcessChannelMode(QProcess::MergedChannels);
    connect(m_program, &QProcess::readyRead, this, [this] {
        m_output += m_program->readAll();
        m_output = m_output.right(mostOutput);
    });
    connect(m_program, &QProcess::finished, this, [this, program](int code, QProcess::ExitStatus status) {
        std::optional<domain::Error> error;
        if (status == QProcess::CrashExit)
            error = domain::Error{ErrorKind::OutcomeUnknown, program.toStdString(),
                                  "it was ended by a signal, or crashed", 0, nullptr};
        else if (code != 0)
            error = domain::Error{ErrorKind::CommandFailed, program.toStdString(),
                                  "it ended with exit code " + std::to_string(code), code, nullptr};
        onProgramEnded(std::move(error));
    });
    connect(m_program, &QProcess::errorOccurred, this, [this, program](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart) return; // finished() is emitted for the others
        onProgramEnded(
            domain::Error{ErrorKind::Usage, program.toStdString(), m_program->errorString().toStdString(), 0, nullptr});
    });
    useOwnProcessGroup(*m_program);
    m_program->start(program, arguments, QIODevice::ReadOnly);
}

void CampaignController::onProgramEnded(std::optional<domain::Error> error)
{
    if (!m_program) return;
    std::exchange(m_program, nullptr)->deleteLater();
    feed(campaign_event::ProgramEnded{std::move(error), domain::toValidUtf8(m_output.trimmed().toStdString())});
}

void CampaignController::perform(const campaign_effect::ReadHealth&)
{
    readAll([this](const domain::Result<domain::SnapshotPtr>& read) {
        if (read && !hasServers(**read, state().plan))
            feed(campaign_event::HealthNotRead{{ErrorKind::NotFound, "read the group " + state().plan.group,
                                                "its servers are not in the organisation that is connected", 0,
                                                nullptr}});
        else if (read)
            feed(campaign_event::HealthRead{newHealthIssues(state().plan, **read)});
        else
            feed(campaign_event::HealthNotRead{read.error()});
    });
}

void CampaignController::perform(const campaign_effect::SetTimer& effect)
{
    m_wakeAt = m_clock.uptime() + effect.after;
    wake();
}

void CampaignController::wake()
{
    const auto left = m_wakeAt - m_clock.uptime();
    if (left > domain::Duration::zero())
        m_timer.start(std::min<domain::Duration>(left, longestCampaignTimer));
    else
        feed(campaign_event::Timer{});
}

void CampaignController::perform(const campaign_effect::Rest&)
{
    m_timer.stop();
    m_atRest = true;
    if (state().phase == RunPhase::Finished) m_journal.reset();
}

} // namespace drydock::controllers
