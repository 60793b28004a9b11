// The transport service of a server: when it goes by a component state, how its queues drain, fill and answer.
#pragma once

#include "remoting/lab/world.h"

#include <string>
#include <vector>

namespace drydock::lab {

inline constexpr Duration transportRestartTime{8'000};

// Shadow, poison and unreachable messages never drain (exchange.md 4.2).
[[nodiscard]] bool isDrainable(const Queue& queue);
[[nodiscard]] int drainableMessages(const Server& server);
// Empty delivery queues are gone after QueueMaxIdleTime.
[[nodiscard]] bool isListed(const World& world, const Queue& queue);

enum class QueueAnswer { None, Loading, Complete };
[[nodiscard]] QueueAnswer queueAnswer(const World& world, int server);

// The service starts at `at` with the component state of that moment; its queues load for a while, and those in Retry
// are tried anew.
void startTransport(World& world, int server, Time at);
void adoptComponentState(World& world, int server);
void startRedirect(World& world, int server, std::vector<std::string> targets);
void tickTransport(World& world, int server);
void wakeTransport(World& world, int server);
// IMAP and POP services stop when their component goes Inactive, and stay so (exchange.md 4.2).
void servicesFollowComponents(World& world, int server);

} // namespace drydock::lab
