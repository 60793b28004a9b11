#include "model/maintenance/run_state.h"

#include "model/domain/error_traits.h"

#include <algorithm>

namespace drydock::maintenance {

bool SentCommand::operator==(const SentCommand&) const = default;
bool StepState::operator==(const StepState&) const = default;
bool RunState::operator==(const RunState&) const = default;

const char* toString(StepStatus status) noexcept
{
    switch (status) {
    case StepStatus::ToDo:
        return "todo";
    case StepStatus::Checking:
    case StepStatus::Running:
        return "started";
    case StepStatus::Waiting:
        return "waiting";
    case StepStatus::Done:
        return "done";
    case StepStatus::Skipped:
        return "skipped";
    case StepStatus::Failed:
        return "failed";
    case StepStatus::Unknown:
        return "unknown";
    case StepStatus::Undoing:
        return "undoing";
    case StepStatus::Undone:
        return "undone";
    }
    return "unknown";
}

const char* toString(RunPhase phase) noexcept
{
    switch (phase) {
    case RunPhase::NotStarted:
        return "not-started";
    case RunPhase::Running:
        return "running";
    case RunPhase::Paused:
        return "paused";
    case RunPhase::StopRequested:
        return "stop-requested";
    case RunPhase::Stopped:
        return "stopped";
    case RunPhase::Asking:
        return "asking";
    case RunPhase::Undoing:
        return "undoing";
    case RunPhase::Finished:
        return "finished";
    }
    return "finished";
}

const char* toString(Outcome outcome) noexcept
{
    switch (outcome) {
    case Outcome::None:
        return "none";
    case Outcome::Succeeded:
        return "succeeded";
    case Outcome::SucceededWithWarnings:
        return "succeeded-with-warnings";
    case Outcome::Failed:
        return "failed";
    case Outcome::Stopped:
        return "stopped";
    case Outcome::Unknown:
        return "unknown";
    case Outcome::Undone:
        return "undone";
    case Outcome::Abandoned:
        return "abandoned";
    }
    return "none";
}

std::string runId(domain::Time at, const domain::ServerName& server, Direction direction)
{
    auto id = domain::toIso(std::chrono::floor<std::chrono::seconds>(at)).substr(0, 19);
    std::replace(id.begin(), id.end(), ':', '-');
    // It becomes a file name: only what every file system takes.
    id += '-';
    for (const char c : server.text()) {
        const bool plain = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
        id += plain ? c : '_';
    }
    return id + "-" + toString(direction);
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
    // What certainly did not run may go out again unasked; any other error is an answer.
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
    if (!startedAt) return std::nullopt;
    return std::max(domain::Duration::zero(), finishedAt.value_or(now) - *startedAt);
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

std::size_t RunState::databasesLeft() const
{
    return static_cast<std::size_t>(
        std::count_if(moves.begin(), moves.end(), [](const DatabaseMove& m) { return !m.done; }));
}

bool RunState::undoable() const { return resumable() && plan.direction == Direction::Enter; }

bool RunState::resumable() const
{
    return phase == RunPhase::Stopped || phase == RunPhase::Asking || phase == RunPhase::Paused;
}

} // namespace drydock::maintenance
