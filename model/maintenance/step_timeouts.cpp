#include "model/maintenance/step_timeouts.h"

#include "model/domain/names.h"

namespace drydock::maintenance {

using std::chrono::minutes;
using std::chrono::seconds;

namespace {

struct EffectTime {
    const char* cmdlet;
    domain::Duration time;
};
// MoveNow is looked at every 120 s, and a mount takes up to a minute (exchange.md 4.3); transport loads its queues at a
// start (exchange.md 4.2); a component's state reaches the registry within the time-out of the cmdlet, 120 s
// (exchange.md 4.1).
constexpr EffectTime effectTimes[] = {
    {"Move-ActiveMailboxDatabase", minutes(3)},
    {"Redirect-Message", minutes(2)},
    {"Restart-Service", minutes(2)},
    {"Start-Service", minutes(1)},
    {"Set-ServerComponentState", minutes(2)},
};
constexpr domain::Duration otherEffectTime = seconds(30);

} // namespace

domain::Duration effectTime(const Command& command)
{
    for (const auto& [cmdlet, time] : effectTimes)
        if (domain::equalsIgnoringCase(command.cmdlet, cmdlet)) return time;
    return otherEffectTime;
}

} // namespace drydock::maintenance
