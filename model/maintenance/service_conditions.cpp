#include "model/maintenance/service_conditions.h"

#include "model/domain/messages.h"
#include "model/maintenance/messages.h"
#include "model/maintenance/step_timeouts.h"

namespace drydock::maintenance {

using namespace domain;

namespace {

bool startsService(const Command& command, const std::string& name)
{
    return (command.cmdlet == "Start-Service" || command.cmdlet == "Restart-Service") && command.sets("Name", name);
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
    if (!process->processStart || !entry->since) return unknown(sentence<"start-not-read">(service));
    return metIf(*process->processStart >= *entry->since,
                 sentence<"runs-since">(service, toIso(*process->processStart)));
}

LocalizableText ServiceNoticed::describe() const { return sentence<"started-after-change">(service, component); }
Needs ServiceNoticed::needs() const
{
    return {{SnapshotSection::Services, server}, {SnapshotSection::Components, server}};
}
bool ServiceNoticed::isAbout(const Command& command) const { return startsService(command, service); }

// --- QueuesDrained ------------------------------------------------------------------------------------------------

bool QueuesDrained::operator==(const QueuesDrained&) const = default;

ConditionResult QueuesDrained::evaluate(const DagSnapshot& snapshot) const
{
    if (!snapshot.covers(SnapshotSection::Queues, server)) return unread(snapshot, SnapshotSection::Queues, server);
    // Without a running transport service an empty list proves nothing (exchange.md 4.2).
    if (auto transport = ServiceRunning{server, service::transport}.evaluate(snapshot);
        transport.status != ConditionStatus::Met)
        return transport;
    const auto count = snapshot.queuedMessages(server);
    auto result = metIf(count == 0, sentence<"messages-queued-on">(server.text(), std::to_string(count)));
    const auto& started = snapshot.service(server, service::transport)->processStart;
    result.early = !started || snapshot.takenAt - *started < queueLoadTime;
    return result;
}

LocalizableText QueuesDrained::describe() const { return sentence<"queues-drained">(server.text()); }
Needs QueuesDrained::needs() const { return {{SnapshotSection::Queues, server}, {SnapshotSection::Services, server}}; }
bool QueuesDrained::isAbout(const Command& command) const { return command.cmdlet == "Redirect-Message"; }

} // namespace drydock::maintenance
