// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/domain/health_rules.h"

#include "model/domain/copy_queues.h"
#include "model/domain/enum_names.h"
#include "model/domain/messages.h"

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
    // The worst reason comes first because a narrow column shows only that one.
    const bool worst = severity > assessment.severity;
    assessment.severity = std::max(assessment.severity, severity);
    assessment.reasons.insert(worst ? assessment.reasons.begin() : assessment.reasons.end(), std::move(reason));
}

struct StatusRule {
    CopyStatus status;
    Severity severity;
    const Message* reason;
};

// The severities come from exchange.md 5.2, "Status enum".
constexpr std::array statusRules{
    StatusRule{CopyStatus::Mounted, Severity::Ok, nullptr},
    StatusRule{CopyStatus::Healthy, Severity::Ok, nullptr},
    StatusRule{CopyStatus::Mounting, Severity::Info, &sentence<"mounting">.message},
    StatusRule{CopyStatus::Dismounting, Severity::Info, &sentence<"dismounting">.message},
    StatusRule{CopyStatus::Initializing, Severity::Info, &sentence<"initializing">.message},
    StatusRule{CopyStatus::DisconnectedAndHealthy, Severity::Warning, &sentence<"disconnected-and-healthy">.message},
    StatusRule{CopyStatus::DisconnectedAndResynchronizing, Severity::Warning,
               &sentence<"disconnected-and-resynchronizing">.message},
    StatusRule{CopyStatus::Resynchronizing, Severity::Warning, &sentence<"resynchronizing">.message},
    StatusRule{CopyStatus::Seeding, Severity::Warning, &sentence<"seeding">.message},
    StatusRule{CopyStatus::SeedingSource, Severity::Warning, &sentence<"seeding-source">.message},
    StatusRule{CopyStatus::SinglePageRestore, Severity::Warning, &sentence<"single-page-restore">.message},
    StatusRule{CopyStatus::Suspended, Severity::Warning, &sentence<"suspended">.message},
    StatusRule{CopyStatus::NonExchangeReplication, Severity::Warning, &sentence<"non-exchange-replication">.message},
    StatusRule{CopyStatus::Dismounted, Severity::Critical, &sentence<"dismounted">.message},
    StatusRule{CopyStatus::Failed, Severity::Critical, &sentence<"failed">.message},
    StatusRule{CopyStatus::FailedAndSuspended, Severity::Critical, &sentence<"failed-and-suspended">.message},
    StatusRule{CopyStatus::ServiceDown, Severity::Critical, &sentence<"service-down">.message},
    StatusRule{CopyStatus::Misconfigured, Severity::Critical, &sentence<"misconfigured">.message},
};

void assessStatus(const DatabaseCopy& copy, HealthAssessment& assessment)
{
    if (copy.dismountedOnPurpose()) return add(assessment, Severity::Info, sentence<"dismounted-on-purpose">());
    const auto rule = std::find_if(statusRules.begin(), statusRules.end(),
                                   [&](const StatusRule& r) { return r.status == copy.status.value; });
    if (rule == statusRules.end())
        add(assessment, Severity::Unknown, sentence<"status-not-known">(copy.status.text));
    else if (rule->reason)
        add(assessment, rule->severity, {*rule->reason, {}});
}

void assessQueueLengths(const DatabaseCopy& copy, HealthAssessment& assessment)
{
    const auto length = copyQueueLevel(copy);
    const auto replay = replayQueueLevel(copy);
    const auto severityOf = [](QueueLevel level) {
        return level == QueueLevel::TooLong ? Severity::Critical : Severity::Warning;
    };
    if (!copy.active && !copy.lastLogPublished)
        add(assessment, Severity::Critical, sentence<"last-log-not-published">());
    else if (copy.status.value == CopyStatus::Healthy &&
             (length == QueueLevel::Unknown || replay == QueueLevel::Unknown))
        add(assessment, Severity::Unknown, sentence<"queue-lengths-not-reported">());
    if (length > QueueLevel::Good)
        add(assessment, severityOf(length), sentence<"copy-queue-is">(std::to_string(*copy.copyQueueLength)));
    if (replay > QueueLevel::Good)
        add(assessment, severityOf(replay), sentence<"replay-queue-is">(std::to_string(*copy.replayQueueLength)));
}

void assessContentIndex(const DatabaseCopy& copy, HealthAssessment& assessment)
{
    const auto is = [&](std::string_view word) { return equalsIgnoringCase(copy.contentIndexState, word); };
    if (is("AutoSuspended") && copy.lagged()) return; // it is so by itself (exchange.md 5.2)
    if (is("Failed") || is("FailedAndSuspended") || is("Suspended") || is("AutoSuspended"))
        add(assessment, Severity::Warning, sentence<"content-index-is">(copy.contentIndexState));
    else if (is("Unknown"))
        add(assessment, Severity::Unknown, sentence<"content-index-is">(copy.contentIndexState));
    else if (is("Crawling") || is("Seeding"))
        add(assessment, Severity::Info, sentence<"content-index-is">(copy.contentIndexState));
}

LocalizableText heldDown(const RequesterEntry& entry)
{
    if (!entry.since) return sentence<"held-by">(entry.state.text, entry.requester);
    return sentence<"held-by-since">(entry.state.text, entry.requester, toIso(*entry.since));
}

// Without Monitoring the server reports no failures, which is bad in and outside maintenance (exchange.md 5.1).
bool mustAlwaysBeActive(const ComponentState& component)
{
    return equalsIgnoringCase(component.component, component::monitoring) ||
           equalsIgnoringCase(component.component, component::recoveryActionsEnabled);
}

void assessRequesters(const ComponentState& component, HealthAssessment& assessment)
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
    if (copy.recovery) {
        // It has no users, and is dismounted most of its life (exchange.md 4.3).
        if (copy.status.value != CopyStatus::Mounted) add(assessment, Severity::Info, sentence<"recovery-database">());
        return assessment;
    }
    assessStatus(copy, assessment);
    assessQueueLengths(copy, assessment);
    assessContentIndex(copy, assessment);
    if (copy.activationSuspended) add(assessment, Severity::Warning, sentence<"activation-suspended">());
    if (copy.lastLogInfoIsStale) add(assessment, Severity::Warning, sentence<"queue-lengths-stale">());
    if (copy.lagged()) add(assessment, Severity::Info, sentence<"lagged-copy">());
    return assessment;
}

HealthAssessment assess(const ComponentState& component)
{
    HealthAssessment assessment;
    if (component.state.value == ServiceState::Active) return assessment;
    if (component.state.value == ServiceState::Unknown) {
        add(assessment, Severity::Warning, sentence<"state-not-known">(component.state.text));
        return assessment;
    }
    assessRequesters(component, assessment);
    if (!assessment.reasons.empty() || component.inactiveByDefault()) return assessment;
    if (component.becauseServerWideOffline())
        add(assessment, Severity::Maintenance, sentence<"because-server-wide-offline">());
    else if (!component.registry || !component.activeDirectory)
        add(assessment, Severity::Unknown, sentence<"holder-not-read">(component.state.text));
    else
        add(assessment, mustAlwaysBeActive(component) ? Severity::Critical : Severity::Warning,
            sentence<"held-by-nobody">(component.state.text));
    return assessment;
}

HealthAssessment assess(const Queue& queue)
{
    HealthAssessment assessment;
    if (queue.messageCount == 0 || queue.shadow()) return assessment;
    const auto count = std::to_string(queue.messageCount);
    if (queue.poison())
        add(assessment, Severity::Warning, sentence<"poison-messages">(count));
    else if (queue.unreachable())
        add(assessment, Severity::Warning, sentence<"messages-without-route">(count));
    if (equalsIgnoringCase(queue.status, "Suspended"))
        add(assessment, Severity::Warning, sentence<"queue-suspended">());
    if (equalsIgnoringCase(queue.status, "Retry"))
        add(assessment, Severity::Warning,
            queue.lastError.empty() ? sentence<"waiting-to-retry">()
                                    : sentence<"waiting-to-retry-because">(queue.lastError));
    return assessment;
}

} // namespace drydock::domain
