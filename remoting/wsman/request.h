// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// A request envelope as data, which the client writes and the server reads.
#pragma once

#include "model/domain/result.h"

#include <chrono>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace drydock::wsman {

// Unsupported stands for an action that this program does not implement, which is answered with fault 2150858771.
enum class Operation {
    Create,
    Command,
    Send,
    Receive,
    Signal,
    Delete,
    Get,
    Disconnect,
    Reconnect,
    Connect,
    Enumerate,
    Unsupported
};

struct Option {
    std::string name, value;
    bool mustComply = false;
    bool operator==(const Option&) const = default;
};

struct Selector {
    std::string name, value;
    bool operator==(const Selector&) const = default;
};

// Payloads (creationXml, arguments, stream data) are bytes here and base64 only in the envelope.
struct CreateBody {
    std::string shellId, name;
    std::string idleTimeOut; // an xsd:duration; empty: the server's default
    std::string inputStreams = "stdin pr", outputStreams = "stdout";
    std::string creationXml;
    bool operator==(const CreateBody&) const = default;
};

struct CommandBody {
    std::string commandId, command;
    std::vector<std::string> arguments; // exactly one for PowerShell: the first fragment
    bool operator==(const CommandBody&) const = default;
};

struct Stream {
    std::string name;
    std::string commandId; // empty: the runspace pool's
    std::string data;
    bool end = false;
    bool operator==(const Stream&) const = default;
};

struct SendBody {
    std::vector<Stream> streams;
    bool operator==(const SendBody&) const = default;
};

struct ReceiveBody {
    std::string commandId; // empty: the runspace pool's
    std::string desiredStreams = "stdout";
    bool operator==(const ReceiveBody&) const = default;
};

struct SignalBody {
    std::string commandId, code;
    bool operator==(const SignalBody&) const = default;
};

struct DisconnectBody {
    std::string idleTimeOut; // an xsd:duration; empty: as it was
    bool operator==(const DisconnectBody&) const = default;
};

// Takes over a shell, or a command of it, that another client has disconnected.
struct ConnectBody {
    std::string commandId;  // empty: the shell
    std::string connectXml; // of the shell
    bool operator==(const ConnectBody&) const = default;
};

// The resource URI says what is asked for: the shells, or the commands of one.
struct EnumerateBody {
    std::string shellId; // whose commands; empty for shells
    bool operator==(const EnumerateBody&) const = default;
};

// monostate: Delete, Get and Reconnect.
using RequestBody = std::variant<std::monostate, CreateBody, CommandBody, SendBody, ReceiveBody, SignalBody,
                                 DisconnectBody, ConnectBody, EnumerateBody>;

struct Request {
    Operation operation = Operation::Unsupported;
    std::string action;                                // the full URI; written from `operation`, read as received
    std::string to, resourceUri, messageId, sessionId; // the ids include "uuid:"
    int maxEnvelopeSize = 0;
    std::chrono::milliseconds operationTimeout{0};
    std::string locale = "en-US";
    std::vector<Option> options;
    std::vector<Selector> selectors;
    std::vector<std::string> notUnderstood; // unknown headers with mustUnderstand (only set by reading)
    std::string invalidTimeout;             // the text of an OperationTimeout that cannot be read (only set by reading)
    RequestBody body;

    // Returns the selector's value; empty when it is absent.
    [[nodiscard]] std::string_view selector(std::string_view name) const noexcept;
    [[nodiscard]] std::string_view shellId() const noexcept { return selector("ShellId"); }
    // Returns nullptr when the option is absent.
    [[nodiscard]] const Option* option(std::string_view name) const noexcept;
};

// Returns the action's URI; empty for Unsupported.
[[nodiscard]] std::string_view actionUri(Operation operation) noexcept;

// Finds elements by namespace and local name, whatever the prefixes. Errors: Malformed, LimitExceeded (see xml::load).
[[nodiscard]] domain::Result<Request> readRequest(std::string_view envelope);

} // namespace drydock::wsman
