// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// A response envelope as data, which the server writes and the client reads.
#pragma once

#include "model/domain/result.h"
#include "remoting/wsman/fault.h"
#include "remoting/wsman/request.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace drydock::wsman {

// The properties of a shell in CreateResponse and in the answer to Get (protocol.md 1.4). Times are xsd:durations.
struct ShellInfo {
    std::string shellId, resourceUri, owner, clientIp, processId;
    std::string idleTimeOut = "PT7200.000S", inputStreams = "stdin pr", outputStreams = "stdout";
    std::string maxIdleTimeOut = "PT2147483.647S", locale = "en-US", dataLocale = "en-US";
    std::string compressionMode = "NoCompression", profileLoaded = "Yes", encoding = "UTF8", bufferMode = "Block";
    std::string state = "Connected", shellRunTime = "P0DT0H0M0S", shellInactivity = "P0DT0H0M0S";
    std::string memoryUsed, childProcesses; // in an enumeration only
    bool operator==(const ShellInfo&) const = default;
};

struct CreateResponse {
    std::string address; // the URL of the shell, which is the one the request was sent to
    ShellInfo shell;     // its shellId is the one to use, even if another was asked for
    bool operator==(const CreateResponse&) const = default;
};

struct CommandResponse {
    std::string commandId;
    bool operator==(const CommandResponse&) const = default;
};

enum class CommandState { None, Pending, Running, Done };

struct ReceiveResponse {
    std::vector<Stream> streams;
    CommandState state = CommandState::None;
    std::string stateCommandId;
    std::string exitCode; // empty when absent
    bool operator==(const ReceiveResponse&) const = default;
};

// The part of winrm/config that this program asks for.
struct ConfigResponse {
    int maxEnvelopeSizeKb = 500;
    bool operator==(const ConfigResponse&) const = default;
};

struct ConnectResponse {
    std::string inputStreams = "stdin pr", outputStreams = "stdout";
    std::string connectResponseXml; // empty in the answer for a command
    bool operator==(const ConnectResponse&) const = default;
};

// A command of a shell in an EnumerateResponse.
struct CommandInfo {
    std::string commandId, commandLine;
    CommandState state = CommandState::None;
    bool operator==(const CommandInfo&) const = default;
};

// Shells or commands, as was asked for.
struct EnumerateResponse {
    std::vector<ShellInfo> shells;
    std::vector<CommandInfo> commands;
    bool operator==(const EnumerateResponse&) const = default;
};

// monostate: an empty body (Delete, Disconnect, Reconnect) or an empty element (Send, Signal), depending on the action.
using ResponseBody = std::variant<std::monostate, CreateResponse, CommandResponse, ReceiveResponse, ShellInfo,
                                  ConfigResponse, ConnectResponse, EnumerateResponse, Fault>;

struct Response {
    std::string action, messageId, relatesTo;
    std::string activityId; // empty when absent
    ResponseBody body;

    [[nodiscard]] const Fault* fault() const noexcept { return std::get_if<Fault>(&body); }
};

// Returns the answer to a request, with its related id and the action that fits the body. `messageId` includes "uuid:".
[[nodiscard]] Response respondTo(const Request& request, ResponseBody body, std::string messageId);

// Returns the fault for a request with an unknown header that must be understood, a time-out that cannot be read, or an
// unknown action; nothing when the header is in order.
[[nodiscard]] std::optional<Fault> headerFault(const Request& request);

// Finds elements by namespace and local name. A fault is a value and not an error. Errors: Malformed, LimitExceeded
// (see xml::load).
[[nodiscard]] domain::Result<Response> readResponse(std::string_view envelope);

} // namespace drydock::wsman
