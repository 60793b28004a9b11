// A response envelope as data: what the server writes and the client reads.
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

// What a server tells of a shell, in CreateResponse and in the answer to Get (protocol.md 1.4).
struct ShellInfo {
    std::string shellId, resourceUri, owner, clientIp, processId;
    std::string idleTimeOut = "PT7200.000S", inputStreams = "stdin pr", outputStreams = "stdout";
    std::string maxIdleTimeOut = "PT2147483.647S", locale = "en-US", dataLocale = "en-US";
    std::string compressionMode = "NoCompression", profileLoaded = "Yes", encoding = "UTF8", bufferMode = "Block";
    std::string state = "Connected", shellRunTime = "P0DT0H0M0S", shellInactivity = "P0DT0H0M0S";
    bool operator==(const ShellInfo&) const = default;
};

struct CreateResponse {
    std::string address; // where the shell lives: the URL that was asked
    ShellInfo shell;     // shellId is authoritative, whatever was asked for
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

// The part of winrm/config that clients ask for.
struct ConfigResponse {
    int maxEnvelopeSizeKb = 500;
    bool operator==(const ConfigResponse&) const = default;
};

// monostate: an empty body (Delete) or an empty element (Send, Signal), by the action.
using ResponseBody =
    std::variant<std::monostate, CreateResponse, CommandResponse, ReceiveResponse, ShellInfo, ConfigResponse, Fault>;

struct Response {
    std::string action, messageId, relatesTo;
    std::string activityId; // empty when absent
    ResponseBody body;

    [[nodiscard]] const Fault* fault() const noexcept { return std::get_if<Fault>(&body); }
};

// The answer to a request: addressed, related, with the action that fits the body. `messageId` with its "uuid:".
[[nodiscard]] Response respondTo(const Request& request, ResponseBody body, std::string messageId);

// The fault every server answers to a request whose header is at fault: a header it must understand, a time-out that is
// none, an action it does not have. Empty when the header is in order.
[[nodiscard]] std::optional<Fault> headerFault(const Request& request);

[[nodiscard]] std::string write(const Response& response);
// By namespace and local name. Errors are of kind Malformed; a fault is a value, not an error.
[[nodiscard]] domain::Result<Response> readResponse(std::string_view envelope);

} // namespace drydock::wsman
