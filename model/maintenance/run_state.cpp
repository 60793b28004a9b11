// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/maintenance/run_state.h"

#include "model/domain/enum_names.h"
#include "model/domain/error_traits.h"

#include <algorithm>
#include <iterator>

namespace drydock::maintenance {
namespace {

constexpr domain::EnumName<StepStatus> stepStatusNames[] = {
    {StepStatus::ToDo, "todo"},       {StepStatus::Checking, "started"}, {StepStatus::Running, "started"},
    {StepStatus::Waiting, "waiting"}, {StepStatus::Done, "done"},        {StepStatus::Skipped, "skipped"},
    {StepStatus::Failed, "failed"},   {StepStatus::Unknown, "unknown"},  {StepStatus::Undoing, "undoing"},
    {StepStatus::Undone, "undone"},
};
static_assert(domain::namesAll(stepStatusNames, StepStatus::Undone));

constexpr domain::EnumName<RunPhase> runPhaseNames[] = {
    {RunPhase::NotStarted, "not-started"}, {RunPhase::Running, "running"},
    {RunPhase::Paused, "paused"},          {RunPhase::StopRequested, "stop-requested"},
    {RunPhase::Stopped, "stopped"},        {RunPhase::Asking, "asking"},
    {RunPhase::Undoing, "undoing"},        {RunPhase::Finished, "finished"},
};
static_assert(domain::namesAll(runPhaseNames, RunPhase::Finished));

constexpr domain::EnumName<Outcome> outcomeNames[] = {
    {Outcome::None, "none"},
    {Outcome::Succeeded, "succeeded"},
    {Outcome::SucceededWithWarnings, "succeeded-with-warnings"},
    {Outcome::Failed, "failed"},
    {Outcome::Stopped, "stopped"},
    {Outcome::Unknown, "unknown"},
    {Outcome::Undone, "undone"},
    {Outcome::Abandoned, "abandoned"},
};
static_assert(domain::namesAll(outcomeNames, Outcome::Abandoned));

} // namespace

bool SentCommand::operator==(const SentCommand&) const = default;
bool StepState::operator==(const StepState&) const = default;
bool RunState::operator==(const RunState&) const = default;

const char* toString(StepStatus status) noexcept { return domain::nameOf(stepStatusNames, status); }
std::optional<StepStatus> stepStatusNamed(std::string_view name) noexcept
{
    return domain::valueOf(stepStatusNames, name);
}

const char* toString(RunPhase phase) noexcept { return domain::nameOf(runPhaseNames, phase); }
std::optional<RunPhase> runPhaseNamed(std::string_view name) noexcept { return domain::valueOf(runPhaseNames, name); }

bool isResumable(RunPhase phase) noexcept
{
    return phase == RunPhase::Stopped || phase == RunPhase::Asking || phase == RunPhase::Paused;
}

const char* toString(Outcome outcome) noexcept { return domain::nameOf(outcomeNames, outcome); }
std::optional<Outcome> outcomeNamed(std::string_view name) noexcept { return domain::valueOf(outcomeNames, name); }

bool isSuccess(Outcome outcome) noexcept
{
    return outcome == Outcome::Succeeded || outcome == Outcome::SucceededWithWarnings;
}

std::string runId(domain::Time at, const domain::ServerName& server, RunKind runKind)
{
    auto id = domain::toIso(std::chrono::floor<std::chrono::seconds>(at)).substr(0, 19);
    std::replace(id.begin(), id.end(), ':', '-');
    // The id becomes a file name, so it has only characters that every file system accepts.
    id += '-';
    for (const char c : server.text()) {
        const bool plain = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
        id += plain ? c : '_';
    }
    return id + "-" + toString(runKind);
}

const SentCommand* StepState::last(std::size_t command, bool ofUndo) const
{
    for (std::size_t i = sent.size(); i > attempt; --i)
        if (sent[i - 1].command == command && sent[i - 1].undo == ofUndo) return &sent[i - 1];
    return nullptr;
}

DeliveryStatus StepState::deliveryOf(std::size_t command, bool ofUndo) const
{
    const auto* found = last(command, ofUndo);
    if (!found) return DeliveryStatus::NotSent;
    if (!found->returnedAt) return DeliveryStatus::Unknown;
    if (!found->error) return DeliveryStatus::Succeeded;
    if (found->error->kind == domain::ErrorKind::OutcomeUnknown) return DeliveryStatus::Unknown;
    // A command that certainly did not run may be sent again without asking. Any other error is an answer.
    return domain::traitsOf(found->error->kind).retry == domain::Retry::Always ? DeliveryStatus::NotDelivered
                                                                               : DeliveryStatus::Failed;
}

bool StepState::any(DeliveryStatus delivery, std::size_t commands, bool ofUndo) const
{
    for (std::size_t i = 0; i < commands; ++i)
        if (deliveryOf(i, ofUndo) == delivery) return true;
    return false;
}

bool StepState::unanswered() const { return sent.size() > attempt && !sent.back().returnedAt; }
bool StepState::settled() const { return status == StepStatus::Done || status == StepStatus::Skipped; }

std::optional<domain::Duration> StepState::elapsed(domain::Time now) const
{
    auto since = startedAt;
    if (status == StepStatus::Undoing || status == StepStatus::Undone) {
        since.reset();
        for (auto one = sent.rbegin(); one != sent.rend() && one->undo; ++one)
            since = one->at;
    }
    if (!since) return std::nullopt;
    return std::max(domain::Duration::zero(), finishedAt.value_or(now) - *since);
}

std::size_t RunState::settledSteps() const
{
    return static_cast<std::size_t>(
        std::count_if(steps.begin(), steps.end(), [](const StepState& s) { return s.settled(); }));
}

std::size_t RunState::firstOpen() const
{
    const auto open = std::find_if_not(steps.begin(), steps.end(), [](const StepState& s) { return s.settled(); });
    return static_cast<std::size_t>(open - steps.begin());
}

Outcome RunState::restingOutcome() const
{
    const auto has = [this](StepStatus status) {
        return std::any_of(steps.begin(), steps.end(), [&](const StepState& s) { return s.status == status; });
    };
    if (has(StepStatus::Unknown)) return Outcome::Unknown;
    return has(StepStatus::Failed) ? Outcome::Failed : Outcome::Stopped;
}

std::vector<Condition> RunState::demanded(const std::vector<Condition>& conditions) const
{
    std::vector<Condition> left;
    std::copy_if(conditions.begin(), conditions.end(), std::back_inserter(left), [this](const Condition& condition) {
        return std::find(goneOnWithout.begin(), goneOnWithout.end(), condition) == goneOnWithout.end();
    });
    return left;
}

bool RunState::sentSomething() const
{
    return std::any_of(steps.begin(), steps.end(), [](const StepState& step) { return !step.sent.empty(); });
}

bool RunState::settingsRecorded() const
{
    for (std::size_t i = 0; i < plan.steps.size() && i < steps.size(); ++i)
        if (plan.steps[i].kind == StepKind::RecordSettings) return steps[i].settled();
    return false;
}

std::size_t RunState::databasesLeft() const
{
    return static_cast<std::size_t>(
        std::count_if(moves.begin(), moves.end(), [](const DatabaseMove& m) { return !m.done; }));
}

bool RunState::waitsForCredentials() const
{
    const bool atRest = phase == RunPhase::Asking || phase == RunPhase::Stopped;
    return atRest && current < steps.size() && steps[current].error &&
           domain::needsNewCredentials(steps[current].error->kind);
}

bool RunState::undoable() const { return resumable() && plan.runKind == RunKind::Enter; }

bool RunState::resumable() const { return isResumable(phase); }

} // namespace drydock::maintenance
