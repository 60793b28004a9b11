// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/maintenance/step_timeouts.h"

#include "model/domain/names.h"

#include <algorithm>
#include <iterator>

namespace drydock::maintenance {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

struct KindTimes {
    StepKind kind;
    StepTimes times;
};

constexpr KindTimes stepTimes[] = {
    // The columns are timeout, poll and noProgressAfter.
    {StepKind::RecordSettings, {seconds(30), seconds(5), minutes(2)}},
    {StepKind::RestartTransport, {minutes(5), seconds(5), minutes(2)}},
    {StepKind::RedirectMessages, {minutes(30), seconds(5), minutes(2)}},
    // Exchange evaluates MoveNow every 120 s (exchange.md 4.3).
    {StepKind::MoveDatabases, {minutes(20), seconds(5), minutes(4)}},
    {StepKind::WaitForQueues, {minutes(30), seconds(5), minutes(2)}},
    {StepKind::VerifyInMaintenance, {minutes(5), seconds(5), minutes(2)}},
    {StepKind::StartServices, {minutes(5), seconds(5), minutes(2)}},
    {StepKind::WaitForCopies, {minutes(30), seconds(10), minutes(2)}},
    {StepKind::VerifyInService, {minutes(5), seconds(5), minutes(2)}},
    // Late answers arrive within this time; what another requester holds down does not come back by waiting.
    {StepKind::CheckComponents, {minutes(1), seconds(10), minutes(2)}},
    // A move mounts within a minute, and its effect shows within three (effectTimes).
    {StepKind::MoveHome, {minutes(5), seconds(5), minutes(2)}},
    // A test of replication takes tens of seconds. Nothing is waited for but the answers.
    {StepKind::CheckHealth, {minutes(5), seconds(10), minutes(5)}},
    // Updates are installed while the computer goes down and while it comes up.
    {StepKind::RestartComputer, {minutes(60), seconds(5), minutes(15)}},
    {StepKind::WaitForStart, {minutes(30), seconds(5), minutes(5)}},
};

struct EffectTime {
    const char* cmdlet;
    domain::Duration time;
};
// Exchange evaluates MoveNow every 120 s, and a mount takes up to a minute (exchange.md 4.3). Transport loads its
// queues when it starts (exchange.md 4.2). A component's state reaches the registry within the cmdlet's time-out of 120
// s (exchange.md 4.1).
constexpr EffectTime effectTimes[] = {
    {"Move-ActiveMailboxDatabase", minutes(3)},
    {"Redirect-Message", minutes(2)},
    {"Restart-Service", minutes(2)},
    {"Start-Service", minutes(1)},
    {"Set-ServerComponentState", minutes(2)},
    {restartComputer, minutes(15)},
};
constexpr domain::Duration otherEffectTime = seconds(30);

} // namespace

StepTimes timesOf(StepKind kind) noexcept
{
    const auto row =
        std::find_if(std::begin(stepTimes), std::end(stepTimes), [kind](const KindTimes& r) { return r.kind == kind; });
    return row == std::end(stepTimes) ? usualStepTimes : row->times;
}

domain::Duration effectTime(const Command& command)
{
    for (const auto& [cmdlet, time] : effectTimes)
        if (domain::equalsIgnoringCase(command.cmdlet, cmdlet)) return time;
    return otherEffectTime;
}

} // namespace drydock::maintenance
