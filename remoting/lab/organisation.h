// An Exchange organisation in memory with a virtual clock: cmdlets in, objects out; the same seed gives the same run.
#pragma once

#include "remoting/lab/cmdlet.h"
#include "remoting/lab/fault.h"
#include "remoting/lab/scenario.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::lab {

struct World;

// What maintenance may change, one line a fact: activation policy, MoveNow, component states by requester, node states,
// services, suspended copies. Where databases are active and what is queued are not part of it.
struct StateDigest {
    std::vector<std::string> lines;

    bool operator==(const StateDigest&) const = default;
    // "-" a line only this one has, "+" a line only the other one has.
    [[nodiscard]] std::vector<std::string> difference(const StateDigest& other) const;
};

class Organisation
{
public:
    explicit Organisation(Scenario scenario, std::uint64_t seed = 1, std::optional<Time> start = {});
    ~Organisation();
    Organisation(Organisation&&) noexcept;
    Organisation& operator=(Organisation&&) noexcept;

    [[nodiscard]] Time now() const noexcept;
    void advance(Duration duration);
    void setNow(Time time); // never backwards

    // Runs one cmdlet, or a pipeline as the endpoint allows it. The clock does not move: the answer is due after
    // CmdletResult::duration. Errors are those of the connection alone: Unreachable (the host is down), ConnectionLost
    // (a fault, nothing ran), OutcomeUnknown (a fault, it ran), NotAuthenticated (no such user).
    [[nodiscard]] Result<CmdletResult> invoke(const Caller& caller, const Command& command);
    [[nodiscard]] Result<CmdletResult> invoke(const Caller& caller, const std::vector<Command>& pipeline);
    [[nodiscard]] Result<CmdletResult> invoke(const Caller& caller, const std::string& cmdlet,
                                              std::vector<Argument> arguments = {});
    // The answer to GET_COMMAND_METADATA: a count, then a cmdlet each, as far as the caller may see them.
    [[nodiscard]] Result<CmdletResult> commandMetadata(const Caller& caller, const std::vector<std::string>& names);

    void inject(Fault fault);
    void clearFaults();
    // How many faults have struck so far.
    [[nodiscard]] int faultsStruck() const noexcept;

    [[nodiscard]] StateDigest stateDigest() const;
    [[nodiscard]] const Scenario& scenario() const noexcept;
    [[nodiscard]] std::vector<std::string> serverNames() const;
    [[nodiscard]] bool isServer(std::string_view nameOrFqdn) const;
    [[nodiscard]] bool isReachable(std::string_view server) const;
    [[nodiscard]] bool isUser(std::string_view user) const;
    // Rises with every reboot of a server: a connection made before it is dead after it.
    [[nodiscard]] int bootCount(std::string_view server) const;

    // Looking in from outside, for tests and simulations: no role, no latency, no fault.
    [[nodiscard]] std::string activeServer(std::string_view database) const;
    [[nodiscard]] bool isMounted(std::string_view database) const;
    [[nodiscard]] std::string primaryActiveManager(std::string_view dag = {}) const;
    [[nodiscard]] int queuedMessages(std::string_view server) const; // without shadow, poison and unreachable
    [[nodiscard]] std::string componentState(std::string_view server, std::string_view component) const;
    [[nodiscard]] std::string nodeState(std::string_view server) const;
    [[nodiscard]] const std::vector<std::string>& auditLog() const noexcept; // Write-AdminAuditLog comments

private:
    std::unique_ptr<World> m_world;
};

} // namespace drydock::lab
