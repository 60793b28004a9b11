// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/lab/transport.h"

#include "remoting/lab/component_states.h"

#include <algorithm>
#include <array>
#include <limits>

namespace drydock::lab {
namespace {

constexpr Duration queueMaxIdleTime{180'000};

void removeMessages(Queue& queue, int messages, Time now)
{
    const int before = queue.messages;
    queue.messages = std::max(0, queue.messages - messages);
    if (before > 0 && queue.messages == 0) queue.emptySince = now;
}

Queue* submissionOf(World& world, const std::string& target)
{
    const int index = world.findServer(target);
    if (index < 0) return nullptr;
    for (auto& queue : serverAt(world, index).transport.queues)
        if (queue.spec.id == "Submission") return &queue;
    return nullptr;
}

// Only active messages are delivered or redirected (exchange.md 4.2).
bool isMovable(const Queue& queue)
{
    return isDrainable(queue) && queue.spec.status != "Suspended" && queue.spec.status != "Retry";
}

// Returns the targets that accept messages; those that drain or are offline do not.
std::vector<std::string> acceptingTargets(const World& world, const std::vector<std::string>& targets)
{
    std::vector<std::string> accepting;
    for (const auto& target : targets) {
        const int index = world.findServer(target);
        if (index >= 0 && queueAnswer(world, index) == QueueAnswer::Complete &&
            world.servers[static_cast<std::size_t>(index)].transport.mode == ServiceState::Active)
            accepting.push_back(target);
    }
    return accepting;
}

// Adds the redirected messages to the targets' submission queues, where they stay for a moment.
void handOver(World& world, const std::vector<std::string>& targets, int messages)
{
    if (messages == 0) return;
    const auto& target = targets[world.random() % targets.size()];
    if (auto* queue = submissionOf(world, target)) {
        queue->messages = std::min(queue->messages, std::numeric_limits<int>::max() - messages) + messages;
        wakeTransport(world, world.findServer(target));
    }
}

void redirectSome(World& world, Transport& transport)
{
    const auto targets = acceptingTargets(world, transport.redirectTargets);
    if (targets.empty()) return;
    int moved = 0;
    for (auto& queue : transport.queues) {
        if (!isMovable(queue) || queue.messages == 0) continue;
        const int share = std::min(queue.messages, std::max(2, queue.usual / 4));
        removeMessages(queue, share, world.now);
        moved += share;
    }
    if (std::none_of(transport.queues.begin(), transport.queues.end(),
                     [](const Queue& queue) { return isMovable(queue) && queue.messages > 0; }))
        transport.redirectTargets.clear();
    handOver(world, targets, moved);
}

void deliverSome(Transport& transport, Time now)
{
    for (auto& queue : transport.queues)
        if (isMovable(queue)) removeMessages(queue, std::max(1, queue.usual / 12), now);
}

void flow(Transport& transport)
{
    for (auto& queue : transport.queues) {
        if (queue.messages < queue.usual)
            ++queue.messages;
        else if (queue.messages > queue.usual && isDrainable(queue))
            queue.messages -= std::max(1, (queue.messages - queue.usual) / 4);
    }
}

bool hasWork(const Transport& transport)
{
    if (!transport.redirectTargets.empty()) return true;
    return std::any_of(transport.queues.begin(), transport.queues.end(), [&](const Queue& queue) {
        if (transport.mode == ServiceState::Active) return isDrainable(queue) && queue.messages != queue.usual;
        return transport.mode == ServiceState::Draining && isMovable(queue) && queue.messages > 0;
    });
}

} // namespace

bool isDrainable(const Queue& queue)
{
    return queue.spec.id != "Poison" && queue.spec.id != "Unreachable" && queue.spec.deliveryType != "ShadowRedundancy";
}

int drainableMessages(const Server& server)
{
    int sum = 0;
    for (const auto& queue : server.transport.queues)
        if (isDrainable(queue)) sum = std::min(sum, std::numeric_limits<int>::max() - queue.messages) + queue.messages;
    return sum;
}

bool isListed(const World& world, const Queue& queue)
{
    const bool delivery = queue.spec.id.find_first_not_of("0123456789") == std::string::npos;
    return !delivery || queue.messages > 0 || world.now - queue.emptySince < queueMaxIdleTime;
}

QueueAnswer queueAnswer(const World& world, int index)
{
    const auto& transport = world.servers[static_cast<std::size_t>(index)].transport;
    if (!world.serviceRuns(index, "MSExchangeTransport") || world.now < transport.answersFrom) return QueueAnswer::None;
    return world.now < transport.loadedAt ? QueueAnswer::Loading : QueueAnswer::Complete;
}

void startTransport(World& world, int index, Time at)
{
    auto& server = serverAt(world, index);
    if (auto* service = world.findService(index, "MSExchangeTransport")) {
        service->running = true;
        service->started = at;
        service->processId = world.nextProcessId += 4;
    }
    server.transport.redirectTargets.clear();
    // A transport that starts tries every queue in Retry again. Where the failure at the other end has not ended, as of
    // a domain that no longer exists, the queue is in Retry at once again. Suspended queues stay suspended.
    for (auto& queue : server.transport.queues) {
        if (queue.spec.status != "Retry" || !queue.spec.recovers) continue;
        queue.spec.status = "Active";
        queue.spec.lastError.clear();
    }
    server.transport.answersFrom = at + world.scenario.timing.bootLoader / 5;
    server.transport.loadedAt = at + world.scenario.timing.bootLoader;
    server.transport.mode = effectiveState(world, server, "HubTransport", server.spec.site);
    wakeTransport(world, index);
}

void adoptComponentState(World& world, int index)
{
    auto& server = serverAt(world, index);
    if (!world.serviceRuns(index, "MSExchangeTransport")) return;
    server.transport.mode = effectiveState(world, server, "HubTransport", server.spec.site);
    wakeTransport(world, index);
}

void startRedirect(World& world, int index, std::vector<std::string> targets)
{
    auto& transport = serverAt(world, index).transport;
    if (drainableMessages(serverAt(world, index)) > 0) transport.redirectTargets = std::move(targets);
    wakeTransport(world, index);
}

void wakeTransport(World& world, int index)
{
    auto& transport = serverAt(world, index).transport;
    if (transport.ticking) return;
    transport.ticking = true;
    world.events.plan(world.now + world.scenario.timing.transportTick, {EventKind::TransportTick, index});
}

void tickTransport(World& world, int index)
{
    auto& server = serverAt(world, index);
    auto& transport = server.transport;
    transport.ticking = false;
    if (!world.serviceRuns(index, "MSExchangeTransport")) return; // the ticks continue when the service starts
    if (queueAnswer(world, index) == QueueAnswer::Complete) {
        if (!transport.redirectTargets.empty())
            redirectSome(world, transport);
        else if (transport.mode == ServiceState::Active)
            flow(transport);
        // A draining component delivers its queues; an Inactive one stops with its queues full (exchange.md 4.2).
        if (transport.mode == ServiceState::Draining) deliverSome(transport, world.now);
    }
    if (hasWork(transport)) wakeTransport(world, index);
}

void servicesFollowComponents(World& world, int index)
{
    struct Pair {
        const char* component;
        std::array<const char*, 2> services;
    };
    static constexpr std::array pairs{Pair{"ImapProxy", {"MSExchangeImap4", "MSExchangeIMAP4BE"}},
                                      Pair{"PopProxy", {"MSExchangePop3", "MSExchangePOP3BE"}}};
    auto& server = serverAt(world, index);
    for (const auto& pair : pairs) {
        if (effectiveState(world, server, pair.component, server.spec.site) != ServiceState::Inactive) continue;
        for (const char* name : pair.services)
            if (auto* service = world.findService(index, name)) service->running = false;
    }
}

} // namespace drydock::lab
