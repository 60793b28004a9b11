// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The transport service of a server: when it adopts a component state, and how its queues drain, fill and answer.
#pragma once

#include "remoting/lab/world.h"

#include <string>
#include <vector>

namespace drydock::lab {

inline constexpr Duration transportRestartTime{8'000};

// Returns whether a queue can drain. Shadow, poison and unreachable messages never drain (exchange.md 4.2).
[[nodiscard]] bool isDrainable(const Queue& queue);
[[nodiscard]] int drainableMessages(const Server& server);
// Returns whether Get-Queue lists the queue. Empty delivery queues are removed after QueueMaxIdleTime.
[[nodiscard]] bool isListed(const World& world, const Queue& queue);

enum class QueueAnswer { None, Loading, Complete };
[[nodiscard]] QueueAnswer queueAnswer(const World& world, int server);

// Starts the service at `at` with the component state of that time. Its queues load for a while, and those in Retry are
// tried again (QueueSpec::recovers).
void startTransport(World& world, int server, Time at);
// The running service adopts the current component state.
void adoptComponentState(World& world, int server);
void startRedirect(World& world, int server, std::vector<std::string> targets);
void tickTransport(World& world, int server);
void wakeTransport(World& world, int server);
// Stops the IMAP and POP services whose components are Inactive. They do not start again by themselves (exchange.md
// 4.2).
void servicesFollowComponents(World& world, int server);

} // namespace drydock::lab
