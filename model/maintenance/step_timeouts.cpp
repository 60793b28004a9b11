#include "model/maintenance/step_timeouts.h"

#include <algorithm>
#include <iterator>

namespace drydock::maintenance {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

struct Row {
    StepKind kind;
    StepTimes times;
};

constexpr Row table[] = {
    // timeout, poll, no progress after
    {StepKind::RecordSettings, {seconds(30), seconds(5), minutes(2)}},
    {StepKind::RestartTransport, {minutes(5), seconds(5), minutes(2)}},
    {StepKind::RedirectMessages, {minutes(30), seconds(5), minutes(2)}},
    // Exchange looks at MoveNow every 120 s (exchange.md 4.3).
    {StepKind::MoveDatabases, {minutes(20), seconds(5), minutes(4)}},
    {StepKind::WaitForQueues, {minutes(30), seconds(5), minutes(2)}},
    {StepKind::VerifyInMaintenance, {minutes(5), seconds(5), minutes(2)}},
    {StepKind::StartServices, {minutes(5), seconds(5), minutes(2)}},
    {StepKind::WaitForCopies, {minutes(30), seconds(10), minutes(2)}},
    {StepKind::VerifyInService, {minutes(5), seconds(5), minutes(2)}},
};

} // namespace

StepTimes timesOf(StepKind kind) noexcept
{
    const auto row = std::find_if(std::begin(table), std::end(table), [kind](const Row& r) { return r.kind == kind; });
    return row == std::end(table) ? usualStepTimes : row->times;
}

} // namespace drydock::maintenance
