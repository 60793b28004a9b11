// A short run as journal records.
#pragma once

#include "model/maintenance/journal_record.h"
#include "model/maintenance/run_state.h"
#include "model/ports/clock.h"

namespace drydock::tests {

inline const domain::Time midnight = *domain::fromIso("2026-11-22T00:00:00Z");

class FixedClock final : public ports::Clock
{
public:
    [[nodiscard]] domain::Time now() const override { return time; }
    domain::Time time = midnight;
};

inline maintenance::RunState newRun(const std::string& id,
                                    maintenance::Direction direction = maintenance::Direction::Enter,
                                    const std::string& policy = "Unrestricted")
{
    maintenance::RunState state;
    state.id = id;
    state.reason = "update";
    state.plan.direction = direction;
    state.plan.server = domain::ServerName("MAIL");
    state.plan.original.policy = domain::autoActivationPolicy(policy);
    maintenance::Step step;
    step.kind = maintenance::StepKind::BlockActivation;
    step.title = {"Block activation on %1", {"MAIL"}};
    step.commands = {{"Set-MailboxServer",
                      {{"Identity", std::string("MAIL")}},
                      domain::EndpointKind::Exchange,
                      domain::ServerName("MAIL")}};
    state.plan.steps = {step};
    state.steps.resize(1);
    return state;
}

// Created, step started, command sent and returned, step done, finished.
inline std::vector<maintenance::JournalRecord> wholeRun(const maintenance::RunState& state)
{
    namespace record = maintenance::record;
    const std::vector<maintenance::RecordBody> bodies{
        record::RunCreated{state},
        record::StepStarted{0},
        record::CommandSending{0, 0, false},
        record::CommandReturned{0, 0, false, {}, {}, {}},
        record::StepFinished{0, maintenance::StepStatus::Done, {"policy of MAIL is Blocked"}, {}},
        record::RunFinished{maintenance::Outcome::Succeeded},
    };
    std::vector<maintenance::JournalRecord> records;
    for (const auto& body : bodies)
        records.push_back({records.size(), midnight + std::chrono::seconds(records.size()), body});
    return records;
}

} // namespace drydock::tests
