// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Carries out a campaign: it turns the effects of CampaignRunner into runs of a MaintenanceController, records,
// readings and the operator's program, and their results into events again.
#pragma once

#include "model/controllers/maintenance_controller.h"
#include "model/maintenance/campaign_runner.h"
#include "model/ports/campaign_store.h"

#include <QObject>
#include <QProcess>
#include <QTimer>

#include <deque>
#include <functional>
#include <memory>
#include <optional>

namespace drydock::controllers {

// Use it on the thread that it lives on, which is that of `runs`; its signals are emitted there.
class CampaignController : public QObject
{
    Q_OBJECT

public:
    enum class Order { Given, Suggested };

    // `runs` carries out nothing else while a campaign is under way. Only this object uses `gateway`. All others
    // outlive it.
    CampaignController(MaintenanceController& runs, std::shared_ptr<ports::ExchangeGateway> gateway,
                       ports::JournalStore& journals, ports::CampaignStore& campaigns, const ports::Clock& clock,
                       QObject* parent = nullptr);
    // A run under way is left to `runs`. The operator's program goes on.
    ~CampaignController() override;

    // Uses another session from now on, of a person who has signed in anew. Answers of the old one are dropped.
    void setGateway(std::shared_ptr<ports::ExchangeGateway> gateway);
    // Reads the organisation and completes the plan: names as Exchange writes them, the group, the order, what needs
    // attention already. Then emits prepared() or prepareFailed(): NotFound, Usage for servers of several groups.
    void prepare(const maintenance::CampaignPlan& plan, Order order);
    [[nodiscard]] const maintenance::CampaignPlan& plan() const { return m_plan; }
    // Starts the prepared plan. Usage if none is prepared or a campaign is under way; Storage.
    [[nodiscard]] domain::Result<> start();
    // Opens a campaign of the journals, which rests until resume() or abandon(). Usage if one is under way or it is
    // over; the errors of CampaignStore::open().
    [[nodiscard]] domain::Result<> open(const std::string& id);
    // Takes a campaign up, from the disk or as it rests here. Errors: those of open().
    [[nodiscard]] domain::Result<> resume(const std::string& id,
                                          maintenance::CampaignDecision decision = maintenance::CampaignDecision::GoOn);
    // Ends a resting campaign for good. Its runs stay as they are. Errors: those of resume().
    [[nodiscard]] domain::Result<> abandon(const std::string& id);
    [[nodiscard]] bool running() const;
    [[nodiscard]] const maintenance::CampaignState& state() const; // empty before start() and resume()

public slots:
    // Stops after the current step of the run under way, or at once where the campaign only waits.
    void stop();

signals:
    void prepared(); // plan() is complete
    void prepareFailed(const drydock::domain::Error& error);
    void stateChanged(const drydock::maintenance::CampaignState& state);
    void cameToRest(const drydock::maintenance::CampaignState& state); // it is over or rests: see its phase

private:
    using Opened = std::function<void(const domain::Result<>&)>;
    using Read = std::function<void(const domain::Result<domain::SnapshotPtr>&)>;

    void withOpenGateway(const Opened& then);
    void readAll(const Read& then);
    [[nodiscard]] domain::Result<> complete(const domain::DagSnapshot& snapshot, Order order);
    [[nodiscard]] domain::Result<> takeUp(const std::string& id, maintenance::CampaignEvent first);
    void feed(maintenance::CampaignEvent event);
    void perform(const maintenance::campaign_effect::WriteRecord& effect);
    void perform(const maintenance::campaign_effect::PrepareRun& effect);
    void perform(const maintenance::campaign_effect::StartRun& effect);
    void perform(const maintenance::campaign_effect::FindRun& effect);
    void perform(const maintenance::campaign_effect::ResumeRun& effect);
    void perform(const maintenance::campaign_effect::StopRun& effect);
    void perform(const maintenance::campaign_effect::StartProgram& effect);
    void perform(const maintenance::campaign_effect::ReadHealth& effect);
    void perform(const maintenance::campaign_effect::SetTimer& effect);
    void perform(const maintenance::campaign_effect::Rest& effect);
    void onPrepared();
    void onProgramEnded(std::optional<domain::Error> error);
    void wake();

    MaintenanceController& m_runs;
    std::shared_ptr<ports::ExchangeGateway> m_gateway;
    ports::JournalStore& m_journals;
    ports::CampaignStore& m_campaigns;
    const ports::Clock& m_clock;
    std::optional<ports::SessionInfo> m_info; // set when the gateway is open
    maintenance::CampaignPlan m_plan;
    bool m_startable = false;
    std::optional<maintenance::CampaignRunner> m_runner;
    std::unique_ptr<ports::CampaignJournal> m_journal;
    std::deque<maintenance::CampaignEvent> m_events;
    bool m_pumping = false;
    bool m_atRest = true;
    QProcess* m_program = nullptr; // the operator's, while it runs
    QByteArray m_output;           // the last of what it wrote
    QTimer m_timer;
    domain::Duration m_wakeAt{}; // uptime
};

} // namespace drydock::controllers
