// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/maintenance/service_conditions.h"

#include "model/domain/messages.h"
#include "model/domain/strings.h"
#include "model/domain/utf8.h"
#include "model/maintenance/messages.h"
#include "model/maintenance/step_timeouts.h"

#include <algorithm>

namespace drydock::maintenance {

using namespace domain;

namespace {

bool startsService(const Command& command, const std::string& name)
{
    return (command.cmdlet == "Start-Service" || command.cmdlet == "Restart-Service") && command.sets("Name", name);
}

// Messages in a suspended queue, or in one that waits to try again, do not leave by themselves. A redirect does not
// move them either.
bool isStuck(const Queue& queue)
{
    return queue.drains() && queue.messageCount > 0 &&
           (equalsIgnoringCase(queue.status, "Suspended") || equalsIgnoringCase(queue.status, "Retry"));
}

bool onlyStuck(const DagSnapshot& snapshot, const ServerName& server)
{
    const auto queues = snapshot.queuesOf(server);
    return std::all_of(queues.begin(), queues.end(), [](const Queue* queue) {
        return !queue->drains() || queue->messageCount == 0 || isStuck(*queue);
    });
}

// A refusal in a run that was planned with the services says nothing about transport, which may be restarting.
ConditionResult transportRuns(const DagSnapshot& snapshot, const ServerName& server, bool queuesAlone)
{
    if (queuesAlone) return met(sentence<"queues-read">(server.text()));
    return ServiceRunning{server, service::transport}.evaluate(snapshot);
}

Needs needsOfQueues(const ServerName& server, bool queuesAlone)
{
    Needs all{{SnapshotSection::Queues, server}};
    if (!queuesAlone) all.insert({SnapshotSection::Services, server});
    return all;
}

// A few of them, each with its count and the beginning of its last error.
std::vector<std::string> stuckQueues(const DagSnapshot& snapshot, const ServerName& server)
{
    constexpr std::size_t mostQueues = 5;
    constexpr std::size_t mostOfError = 120;
    std::vector<std::string> lines;
    for (const auto* queue : snapshot.queuesOf(server)) {
        if (!isStuck(*queue)) continue;
        if (lines.size() == mostQueues) {
            lines.emplace_back("…");
            break;
        }
        auto line = queue->identity + " " + queue->status + " " + std::to_string(queue->messageCount);
        if (!queue->lastError.empty()) line += " (" + toValidUtf8(queue->lastError.substr(0, mostOfError)) + ")";
        lines.push_back(std::move(line));
    }
    return lines;
}

} // namespace

// --- ServiceRunning -----------------------------------------------------------------------------------------------

bool ServiceRunning::operator==(const ServiceRunning&) const = default;

ConditionResult ServiceRunning::evaluate(const DagSnapshot& snapshot) const
{
    const auto* found = snapshot.service(server, service);
    if (!found) return unread(snapshot, SnapshotSection::Services, server);
    auto result = metIf(found->running(), domain::sentence<"service-is">(service, found->status));
    result.inProgress = found->status == "StartPending" || found->status == "StopPending";
    return result;
}

LocalizableText ServiceRunning::describe() const { return domain::sentence<"service-is">(service, "Running"); }
Needs ServiceRunning::needs() const { return {{SnapshotSection::Services, server}}; }
bool ServiceRunning::isAbout(const Command& command) const { return startsService(command, service); }

// --- ServiceNoticed -----------------------------------------------------------------------------------------------

bool ServiceNoticed::operator==(const ServiceNoticed&) const = default;

ConditionResult ServiceNoticed::evaluate(const DagSnapshot& snapshot) const
{
    const auto* process = snapshot.service(server, service);
    if (!process) return unread(snapshot, SnapshotSection::Services, server);
    const auto* changed = snapshot.component(server, component);
    if (!changed) return unread(snapshot, SnapshotSection::Components, server);
    const auto entry = changed->newestEntry(requester);
    if (!entry) return met(sentence<"never-changed-by">(component, requester));
    if (!process->processStart) return unknown(sentence<"start-not-read">(service));
    if (!entry->since) return unknown(sentence<"change-time-not-read">(component, requester));
    auto result =
        metIf(*process->processStart >= *entry->since, sentence<"runs-since">(service, toIso(*process->processStart)));
    // The entry has the time of the server that wrote it.
    result.withinSkew =
        result.status == ConditionStatus::NotMet && *entry->since - *process->processStart <= maxClockSkew;
    return result;
}

LocalizableText ServiceNoticed::describe() const { return sentence<"started-after-change">(service, component); }
Needs ServiceNoticed::needs() const
{
    return {{SnapshotSection::Services, server}, {SnapshotSection::Components, server}};
}
bool ServiceNoticed::isAbout(const Command& command) const { return startsService(command, service); }

// --- SetupNotRunning ----------------------------------------------------------------------------------------------

bool SetupNotRunning::operator==(const SetupNotRunning&) const = default;

ConditionResult SetupNotRunning::evaluate(const DagSnapshot& snapshot) const
{
    if (snapshot.setupRunning.contains(server)) return notMet(sentence<"setup-runs-on">(server.text()));
    if (!snapshot.covers(SnapshotSection::Services, server)) return unread(snapshot, SnapshotSection::Services, server);
    return met(describe());
}

LocalizableText SetupNotRunning::describe() const { return sentence<"setup-does-not-run-on">(server.text()); }
Needs SetupNotRunning::needs() const { return {{SnapshotSection::Services, server}}; }

// --- QueuesRead ---------------------------------------------------------------------------------------------------

bool QueuesRead::operator==(const QueuesRead&) const = default;

ConditionResult QueuesRead::evaluate(const DagSnapshot& snapshot) const
{
    if (!snapshot.covers(SnapshotSection::Queues, server)) return unread(snapshot, SnapshotSection::Queues, server);
    auto transport = transportRuns(snapshot, server, queuesAlone);
    return transport.status == ConditionStatus::Met ? met(describe()) : transport;
}

LocalizableText QueuesRead::describe() const { return sentence<"queues-read">(server.text()); }
Needs QueuesRead::needs() const { return needsOfQueues(server, queuesAlone); }

// --- QueuesDrained ------------------------------------------------------------------------------------------------

bool QueuesDrained::operator==(const QueuesDrained&) const = default;

ConditionResult QueuesDrained::evaluate(const DagSnapshot& snapshot) const
{
    if (!snapshot.covers(SnapshotSection::Queues, server)) return unread(snapshot, SnapshotSection::Queues, server);
    // Without a running transport service an empty list proves nothing (exchange.md 4.2).
    if (auto transport = transportRuns(snapshot, server, queuesAlone); transport.status != ConditionStatus::Met)
        return transport;
    const auto count = snapshot.queuedMessages(server);
    auto result = metIf(count == 0, sentence<"messages-queued-on">(server.text(), std::to_string(count)));
    if (const auto stuck = stuckQueues(snapshot, server); !stuck.empty() && onlyStuck(snapshot, server)) {
        result.found = sentence<"messages-stay-on">(server.text(), joined(stuck));
        result.needsGoOnWithout = true;
    }
    const auto* transport = snapshot.service(server, service::transport);
    const bool startKnown = transport && transport->processStart;
    result.early = !startKnown || snapshot.timeOn(server) - *transport->processStart < queueLoadTime;
    return result;
}

LocalizableText QueuesDrained::describe() const { return sentence<"queues-drained">(server.text()); }
Needs QueuesDrained::needs() const { return needsOfQueues(server, queuesAlone); }
bool QueuesDrained::isAbout(const Command& command) const { return command.cmdlet == "Redirect-Message"; }

} // namespace drydock::maintenance
