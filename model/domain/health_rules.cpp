#include "model/domain/health_rules.h"

#include "model/domain/copy_queues.h"
#include "model/domain/enum_names.h"

#include <algorithm>
#include <array>

namespace drydock::domain {
namespace {

constexpr EnumName<Severity> severityNames[] = {
    {Severity::Ok, "ok"},           {Severity::Info, "info"},       {Severity::Maintenance, "maintenance"},
    {Severity::Unknown, "unknown"}, {Severity::Warning, "warning"}, {Severity::Critical, "critical"},
};
static_assert(namesAll(severityNames, Severity::Critical));

void add(HealthAssessment& assessment, Severity severity, LocalizableText reason)
{
    // The worst reason comes first: it is what a narrow column shows.
    const bool worst = severity > assessment.severity;
    assessment.severity = std::max(assessment.severity, severity);
    assessment.reasons.insert(worst ? assessment.reasons.begin() : assessment.reasons.end(), std::move(reason));
}

struct StatusRule {
    CopyStatus status;
    Severity severity;
    const char* reason;
};

// exchange.md 5.2, "Status enum".
constexpr std::array statusRules{
    StatusRule{CopyStatus::Mounted, Severity::Ok, nullptr},
    StatusRule{CopyStatus::Healthy, Severity::Ok, nullptr},
    StatusRule{CopyStatus::Mounting, Severity::Info, DRYDOCK_TEXT("model", "mounting")},
    StatusRule{CopyStatus::Dismounting, Severity::Info, DRYDOCK_TEXT("model", "dismounting")},
    StatusRule{CopyStatus::Initializing, Severity::Info,
               DRYDOCK_TEXT("model", "initializing, usually under 30 seconds")},
    StatusRule{CopyStatus::DisconnectedAndHealthy, Severity::Warning,
               DRYDOCK_TEXT("model", "was healthy, cannot reach the active copy")},
    StatusRule{CopyStatus::DisconnectedAndResynchronizing, Severity::Warning,
               DRYDOCK_TEXT("model", "was resynchronizing, cannot reach the active copy")},
    StatusRule{CopyStatus::Resynchronizing, Severity::Warning,
               DRYDOCK_TEXT("model", "resynchronizing with the active copy")},
    StatusRule{CopyStatus::Seeding, Severity::Warning, DRYDOCK_TEXT("model", "being seeded")},
    StatusRule{CopyStatus::SeedingSource, Severity::Warning,
               DRYDOCK_TEXT("model", "is the source of a seed: leave this server up")},
    StatusRule{CopyStatus::SinglePageRestore, Severity::Warning, DRYDOCK_TEXT("model", "repairing a page")},
    StatusRule{CopyStatus::Suspended, Severity::Warning, DRYDOCK_TEXT("model", "suspended by an administrator")},
    StatusRule{CopyStatus::NonExchangeReplication, Severity::Warning,
               DRYDOCK_TEXT("model", "replicated by another product")},
    StatusRule{CopyStatus::Dismounted, Severity::Critical,
               DRYDOCK_TEXT("model", "not mounted: its users have no mailbox")},
    StatusRule{CopyStatus::Failed, Severity::Critical, DRYDOCK_TEXT("model", "replication failed")},
    StatusRule{CopyStatus::FailedAndSuspended, Severity::Critical, DRYDOCK_TEXT("model", "failed and suspended")},
    StatusRule{CopyStatus::ServiceDown, Severity::Critical,
               DRYDOCK_TEXT("model", "the replication service does not answer")},
    StatusRule{CopyStatus::Misconfigured, Severity::Critical, DRYDOCK_TEXT("model", "misconfigured")},
};

void judgeStatus(const DatabaseCopy& copy, HealthAssessment& assessment)
{
    const auto rule = std::find_if(statusRules.begin(), statusRules.end(),
                                   [&](const StatusRule& r) { return r.status == copy.status.value; });
    if (rule == statusRules.end())
        add(assessment, Severity::Unknown, {DRYDOCK_TEXT("model", "status “%1” is not known"), {copy.status.text}});
    else if (rule->reason)
        add(assessment, rule->severity, {rule->reason, {}});
}

void judgeQueueLengths(const DatabaseCopy& copy, HealthAssessment& assessment)
{
    const auto length = copyQueueLevel(copy);
    const auto replay = replayQueueLevel(copy);
    const auto severityOf = [](QueueLevel level) {
        return level == QueueLevel::TooLong ? Severity::Critical : Severity::Warning;
    };
    if (copy.status.value == CopyStatus::Healthy && (length == QueueLevel::Unknown || replay == QueueLevel::Unknown))
        add(assessment, Severity::Unknown, {DRYDOCK_TEXT("model", "queue lengths are not told"), {}});
    if (length > QueueLevel::Good)
        add(assessment, severityOf(length),
            {DRYDOCK_TEXT("model", "copy queue is %1"), {std::to_string(*copy.copyQueueLength)}});
    if (replay > QueueLevel::Good)
        add(assessment, severityOf(replay),
            {DRYDOCK_TEXT("model", "replay queue is %1"), {std::to_string(*copy.replayQueueLength)}});
}

void judgeContentIndex(const DatabaseCopy& copy, HealthAssessment& assessment)
{
    const auto is = [&](std::string_view word) { return equalsIgnoringCase(copy.contentIndexState, word); };
    if (is("Failed") || is("FailedAndSuspended") || is("Suspended") || is("AutoSuspended"))
        add(assessment, Severity::Warning, {DRYDOCK_TEXT("model", "content index is %1"), {copy.contentIndexState}});
    else if (is("Crawling") || is("Seeding"))
        add(assessment, Severity::Info, {DRYDOCK_TEXT("model", "content index is %1"), {copy.contentIndexState}});
}

LocalizableText heldDown(const RequesterEntry& entry)
{
    if (!entry.since) return {DRYDOCK_TEXT("model", "%1 by %2"), {entry.state.text, entry.requester}};
    return {DRYDOCK_TEXT("model", "%1 by %2 since %3"), {entry.state.text, entry.requester, toIso(*entry.since)}};
}

// Monitoring off means nobody watches: bad in and outside maintenance (exchange.md 5.1).
bool mustAlwaysBeActive(const ComponentState& component)
{
    return equalsIgnoringCase(component.component, component::monitoring) ||
           equalsIgnoringCase(component.component, component::recoveryActionsEnabled);
}

void judgeHolders(const ComponentState& component, HealthAssessment& assessment)
{
    for (const auto& entry : component.heldDownBy()) {
        const bool intended =
            equalsIgnoringCase(entry.requester, requester::maintenance) && !mustAlwaysBeActive(component);
        const auto severity = entry.state.value == ServiceState::Unknown ? Severity::Warning
                              : mustAlwaysBeActive(component)            ? Severity::Critical
                              : intended                                 ? Severity::Maintenance
                                                                         : Severity::Warning;
        add(assessment, severity, heldDown(entry));
    }
}

} // namespace

const char* toString(Severity severity) noexcept { return nameOf(severityNames, severity); }

HealthAssessment assess(const DatabaseCopy& copy)
{
    HealthAssessment assessment;
    judgeStatus(copy, assessment);
    judgeQueueLengths(copy, assessment);
    judgeContentIndex(copy, assessment);
    if (copy.activationSuspended)
        add(assessment, Severity::Warning, {DRYDOCK_TEXT("model", "activation is suspended"), {}});
    if (copy.lastLogInfoIsStale)
        add(assessment, Severity::Warning, {DRYDOCK_TEXT("model", "queue lengths are stale"), {}});
    if (copy.lagged()) add(assessment, Severity::Info, {DRYDOCK_TEXT("model", "lagged copy"), {}});
    return assessment;
}

HealthAssessment assess(const ComponentState& component)
{
    HealthAssessment assessment;
    if (component.state.value == ServiceState::Active) return assessment;
    if (component.state.value == ServiceState::Unknown) {
        add(assessment, Severity::Warning, {DRYDOCK_TEXT("model", "state “%1” is not known"), {component.state.text}});
        return assessment;
    }
    judgeHolders(component, assessment);
    if (!assessment.reasons.empty() || component.inactiveByDefault()) return assessment;
    if (component.becauseServerWideOffline())
        add(assessment, Severity::Maintenance, {DRYDOCK_TEXT("model", "because ServerWideOffline is not Active"), {}});
    else if (!component.registry || !component.activeDirectory)
        add(assessment, Severity::Unknown,
            {DRYDOCK_TEXT("model", "%1, and who holds it down could not be read"), {component.state.text}});
    else
        add(assessment, mustAlwaysBeActive(component) ? Severity::Critical : Severity::Warning,
            {DRYDOCK_TEXT("model", "%1, and nobody holds it down"), {component.state.text}});
    return assessment;
}

HealthAssessment assess(const Queue& queue)
{
    HealthAssessment assessment;
    if (queue.messageCount == 0 || queue.shadow()) return assessment;
    const auto count = std::to_string(queue.messageCount);
    if (queue.poison())
        add(assessment, Severity::Warning, {DRYDOCK_TEXT("model", "poison messages: %1"), {count}});
    else if (queue.unreachable())
        add(assessment, Severity::Warning, {DRYDOCK_TEXT("model", "messages without a route: %1"), {count}});
    if (equalsIgnoringCase(queue.status, "Suspended"))
        add(assessment, Severity::Warning, {DRYDOCK_TEXT("model", "queue is suspended"), {}});
    if (equalsIgnoringCase(queue.status, "Retry"))
        add(assessment, Severity::Warning,
            queue.lastError.empty()
                ? LocalizableText{DRYDOCK_TEXT("model", "waiting to retry"), {}}
                : LocalizableText{DRYDOCK_TEXT("model", "waiting to retry: %1"), {queue.lastError}});
    return assessment;
}

} // namespace drydock::domain
