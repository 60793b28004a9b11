// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// An Exchange organisation in memory with a virtual clock: runs cmdlets and returns objects. The same seed gives the
// same run.
#pragma once

#include "remoting/lab/cmdlet.h"
#include "remoting/lab/fault.h"
#include "remoting/lab/scenario.h"
#include "remoting/lab/state_digest.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::lab {

struct World;

// Not thread-safe: used by one thread at a time.
class Organisation
{
public:
    explicit Organisation(Scenario scenario, std::uint64_t seed = 1, std::optional<Time> start = {});
    ~Organisation();
    Organisation(Organisation&&) noexcept;
    Organisation& operator=(Organisation&&) noexcept;

    [[nodiscard]] Time now() const noexcept;
    void advance(Duration duration);
    // A time before now() has no effect.
    void setNow(Time time);

    // Runs one cmdlet or pipeline. The clock does not move: the answer is due after CmdletResult::duration. Errors are
    // those of the connection: Unreachable (the host is down), ConnectionLost (by a fault; the cmdlet did not run),
    // OutcomeUnknown (by a fault; it ran), NotAuthenticated (there is no such user); Usage for an empty pipeline.
    [[nodiscard]] Result<CmdletResult> invoke(const Caller& caller, const Command& command);
    [[nodiscard]] Result<CmdletResult> invoke(const Caller& caller, const std::vector<Command>& pipeline);
    [[nodiscard]] Result<CmdletResult> invoke(const Caller& caller, const std::string& cmdlet,
                                              std::vector<Argument> arguments = {});
    // Returns the answer to GET_COMMAND_METADATA: a count, then each cmdlet that the caller may see. Errors:
    // Unreachable, NotAuthenticated.
    [[nodiscard]] Result<CmdletResult> commandMetadata(const Caller& caller, const std::vector<std::string>& names);

    void inject(Fault fault);
    void clearFaults();
    // Returns the fault of the wire that applies to this request or its answer, if any. Each question counts as one.
    [[nodiscard]] std::optional<Fault> strikeRequest(FaultKind kind, std::string_view operation,
                                                     std::string_view server);
    [[nodiscard]] std::vector<Fault> faultsArmed() const; // those that have occurrences left
    // Returns how many faults have occurred.
    [[nodiscard]] int faultsStruck() const noexcept;

    [[nodiscard]] StateDigest stateDigest() const;
    [[nodiscard]] const Scenario& scenario() const noexcept;
    [[nodiscard]] std::vector<std::string> serverNames() const;
    [[nodiscard]] bool isServer(std::string_view nameOrFqdn) const;
    [[nodiscard]] bool isReachable(std::string_view server) const;
    // Returns whether the server is neither Exchange 2010 nor Edge.
    [[nodiscard]] bool isManaged(std::string_view server) const;
    [[nodiscard]] bool isUser(std::string_view user) const;
    // Returns a number that rises with every reboot. A connection from before a reboot is dead after it.
    [[nodiscard]] int bootCount(std::string_view server) const;

    // These show the state to tests and simulations, without roles, latency and faults.
    [[nodiscard]] std::string activeServer(std::string_view database) const;
    [[nodiscard]] bool isMounted(std::string_view database) const;
    [[nodiscard]] std::string primaryActiveManager(std::string_view dag = {}) const;
    [[nodiscard]] int queuedMessages(std::string_view server) const; // without shadow, poison and unreachable messages
    [[nodiscard]] std::string componentState(std::string_view server, std::string_view component) const;
    [[nodiscard]] std::string nodeState(std::string_view server) const;
    [[nodiscard]] std::vector<std::string> auditComments() const; // of Write-AdminAuditLog, oldest first

private:
    std::unique_ptr<World> m_world;
};

} // namespace drydock::lab
