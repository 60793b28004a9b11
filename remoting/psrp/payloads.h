// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Builds and reads the objects in messages, with one function for each message of MS-PSRP 2.2.2, in the shape that
// Windows writes (protocol.md 2.4).
#pragma once

#include "remoting/psrp/command.h"
#include "remoting/psrp/records.h"
#include "remoting/psrp/versions.h"

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <vector>

namespace drydock::psrp {

// An object without a type that has only extended properties, which is what most messages carry.
[[nodiscard]] clixml::Value record(std::vector<clixml::Property> properties);
[[nodiscard]] clixml::TypeNames typeNames(std::initializer_list<const char*> names);
// A System.Management.Automation.PSPrimitiveDictionary.
[[nodiscard]] clixml::Value primitiveDictionary(std::vector<std::pair<clixml::Value, clixml::Value>> entries);
[[nodiscard]] clixml::Value stringArray(const std::vector<std::string>& texts);

// `applicationArguments` is Nil or a primitive dictionary. No host is announced, since no prompt can be answered.
[[nodiscard]] clixml::Value initRunspacePool(int minimum, int maximum, const clixml::Value& applicationArguments);
// Leaves out what the receiver's protocol does not know: MergeInformation below 2.3, Merge{Error…Debug} below 2.2.
[[nodiscard]] clixml::Value createPipeline(const std::vector<Command>& commands, Version protocol);

[[nodiscard]] clixml::Value applicationPrivateData(const clixml::Value& data);
[[nodiscard]] clixml::Value runspacePoolState(RunspacePoolState state, const std::optional<ErrorRecord>& reason);
[[nodiscard]] clixml::Value pipelineState(PipelineState state, const std::optional<ErrorRecord>& reason);
[[nodiscard]] clixml::Value runspacePoolInitData(int minimum, int maximum);
[[nodiscard]] clixml::Value runspaceAvailability(const clixml::Value& response, std::int64_t callId);

// GET_AVAILABLE_RUNSPACES and RESET_RUNSPACE_STATE; SET_MIN_RUNSPACES and SET_MAX_RUNSPACES with the property that they
// set.
[[nodiscard]] clixml::Value poolRequest(std::int64_t callId);
[[nodiscard]] clixml::Value poolRequest(const char* property, int runspaces, std::int64_t callId);
// What answers one of them.
struct RunspaceAvailability {
    std::int64_t callId = 0;
    std::optional<std::int64_t> available; // runspaces, as the answer to GET_AVAILABLE_RUNSPACES
    bool accepted = false;                 // as the answer to the others

    bool operator==(const RunspaceAvailability&) const = default;
};
[[nodiscard]] RunspaceAvailability runspaceAvailabilityFrom(const clixml::Value& value);

[[nodiscard]] clixml::Value publicKey(std::string text);
[[nodiscard]] clixml::Value encryptedSessionKey(std::string text);

// A call of the host (protocol.md 2.8).
struct HostCall {
    static constexpr std::int64_t voidCallId = -100; // the callId of calls that want no answer

    std::int64_t callId = voidCallId;
    int method = 0;
    std::string methodName; // cut to limits::hostMethodName
    std::vector<clixml::Value> parameters;

    [[nodiscard]] bool wantsAnswer() const noexcept { return callId != voidCallId; }
};
[[nodiscard]] HostCall hostCallFrom(const clixml::Value& value);
// Returns the answer "not implemented", which repeats no more of the call than its id, its method's number and name.
// Without an answer the pipeline would wait forever.
[[nodiscard]] clixml::Value hostRefusal(const HostCall& call);

} // namespace drydock::psrp
