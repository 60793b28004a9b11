// The rules by which copies, components and servers are judged: a severity and the reasons for it.
#pragma once

#include "model/domain/dag_snapshot.h"
#include "model/domain/localizable_text.h"

#include <string>
#include <vector>

namespace drydock::domain {

// Maintenance is neither good nor bad: it is on purpose. Ordered by how much it wants to be looked at.
enum class Severity { Ok, Info, Maintenance, Unknown, Warning, Critical };
[[nodiscard]] const char*
toString(Severity severity) noexcept; // "ok", "info", "maintenance", "unknown", "warning", "critical"

struct HealthAssessment {
    Severity severity = Severity::Ok;
    std::vector<LocalizableText> reasons;
    bool operator==(const HealthAssessment&) const = default;
};

// Thresholds on queue lengths, in log files (exchange.md 5.2).
struct QueueLimits {
    std::int64_t copyGood = 10;
    std::int64_t replayGood = 100;
    std::int64_t copyBad = 50;
    std::int64_t totalBad = 400;
};

[[nodiscard]] HealthAssessment assess(const DatabaseCopy& copy, const QueueLimits& limits = {});
[[nodiscard]] HealthAssessment assess(const ComponentState& component);
[[nodiscard]] HealthAssessment assess(const Queue& queue);
[[nodiscard]] HealthAssessment assessServer(const DagSnapshot& snapshot, const ServerName& server);

// Whether the copy counts as redundancy: healthy, not lagged, not suspended, queues within the good limits, its server
// neither blocked nor in maintenance. Mounted counts when `active` copies are asked for.
[[nodiscard]] bool isGoodCopy(const DagSnapshot& snapshot, const DatabaseCopy& copy, const QueueLimits& limits = {});
// Good copies of a database (the mounted one included) on servers other than `except`.
[[nodiscard]] int goodCopiesElsewhere(const DagSnapshot& snapshot, const DatabaseName& database,
                                      const ServerName& except);

// The one word for the server's state, from policy, MoveNow, components and node; never from what a run of ours thinks.
[[nodiscard]] ServerState stateOf(const DagSnapshot& snapshot, const ServerName& server);
// The state as a person reads it: "In maintenance".
[[nodiscard]] LocalizableText stateWord(ServerState state);

// One thing that wants attention, worst first.
struct HealthIssue {
    Severity severity = Severity::Warning;
    std::string subject;    // "DB-test", "DB09\MAIL", "ImapProxy on MAIL3"
    LocalizableText text;   // what is wrong
    LocalizableText advice; // what to do; may be empty
    ServerName server;
    DatabaseName database;
    DagName dag = {}; // set where it is about a group as a whole
    bool operator==(const HealthIssue&) const = default;
};
[[nodiscard]] std::vector<HealthIssue> healthIssues(const DagSnapshot& snapshot);

// The least number of good copies over all databases of a DAG, with the number every database should have.
struct Redundancy {
    int least = 0;
    int of = 0;
    DatabaseName worst;
    bool operator==(const Redundancy&) const = default;
};
[[nodiscard]] Redundancy redundancyOf(const DagSnapshot& snapshot, const DagName& dag);

} // namespace drydock::domain
