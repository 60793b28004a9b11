// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The records of a pipeline beside its output: errors, progress and states, written as Windows writes them.
#pragma once

#include "remoting/clixml/value.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace drydock::psrp {

// MS-PSRP 2.2.3.5 and 2.2.3.4: the numbers on the wire.
enum class PipelineState {
    NotStarted = 0,
    Running = 1,
    Stopping = 2,
    Stopped = 3,
    Completed = 4,
    Failed = 5,
    Disconnected = 6
};
enum class RunspacePoolState {
    BeforeOpen = 0,
    Opening = 1,
    Opened = 2,
    Closed = 3,
    Closing = 4,
    Broken = 5,
    NegotiationSent = 6,
    NegotiationSucceeded = 7,
    Connecting = 8,
    Disconnected = 9
};

[[nodiscard]] constexpr bool isFinal(PipelineState state) noexcept
{
    return state == PipelineState::Stopped || state == PipelineState::Completed || state == PipelineState::Failed;
}

// The numbers of System.Management.Automation.ErrorCategory that this program distinguishes.
namespace category {
inline constexpr int NotSpecified = 0, InvalidArgument = 5, InvalidData = 6, InvalidOperation = 7, NotImplemented = 11,
                     ObjectNotFound = 13, OperationStopped = 14, OperationTimeout = 15, ParserError = 17,
                     PermissionDenied = 18, SecurityError = 25, LimitsExceeded = 29, QuotaExceeded = 30;
} // namespace category

// Where in a script a record arose. A cmdlet that was called by itself has no line.
struct InvocationInfo {
    std::string invocationName; // as it was called
    std::string command;
    std::string scriptName;
    std::string line;            // the text
    int lineNumber = 0;          // from 1; 0: none
    int offsetInLine = 0;        // from 1; 0: none
    std::string positionMessage; // "At C:\x.ps1:3 char:5 …"
    int pipelinePosition = 0;    // of the command, from 1
    int pipelineLength = 0;

    bool operator==(const InvocationInfo&) const = default;
};

struct ErrorRecord {
    std::string message; // ErrorDetails_Message, or the exception's message, or ToString
    std::string fullyQualifiedErrorId;
    int category = category::NotSpecified;
    std::string activity; // the cmdlet
    std::string reason;   // the exception's short type name
    std::string targetName;
    std::string targetType;
    std::vector<std::string> exceptionTypes; // most derived first, without "Deserialized."
    std::string exceptionMessage = {};       // where `message` is another text
    std::vector<std::string> causes = {};    // the messages of the inner exceptions, outermost first
    std::string targetObject = {};           // its text, where it is not `targetName`
    std::string categoryMessage = {};        // where the server words it otherwise than categoryMessageOf()
    std::string recommendedAction = {};
    std::string scriptStackTrace = {};
    std::optional<InvocationInfo> invocation = {};

    bool operator==(const ErrorRecord&) const = default;
};

struct ProgressRecord {
    std::string activity;
    int activityId = 0;
    std::string status;
    std::string currentOperation;
    int parentActivityId = -1; // -1: none
    int percentComplete = -1;  // -1: unknown
    int secondsRemaining = -1; // -1: unknown
    bool completed = false;

    bool operator==(const ProgressRecord&) const = default;
};

enum class InformationalKind { Debug, Verbose, Warning };

// What Write-Information and Write-Host write (MS-PSRP 2.2.2.26).
struct InformationRecord {
    std::string message; // the text of MessageData
    std::string source;
    std::string timeGenerated; // ISO 8601
    std::vector<std::string> tags;
    std::string user;
    std::string computer;

    bool operator==(const InformationRecord&) const = default;
};

// An event of the server's runspace that it forwards (MS-PSRP 2.2.2.12).
struct UserEvent {
    std::int64_t identifier = 0;
    std::string source;        // SourceIdentifier
    std::string timeGenerated; // ISO 8601
    std::string sender;        // the texts of the objects
    std::vector<std::string> arguments;
    std::string messageData;
    std::string computer;
    std::string runspaceId;

    bool operator==(const UserEvent&) const = default;
};

// Returns category, target, activity and reason in one line: "ObjectNotFound: (MAIL9:String) [Get-MailboxServer],
// ManagementObjectNotFoundException".
[[nodiscard]] std::string categoryMessageOf(const ErrorRecord& record);

// A part that is missing or has another type keeps its default.
[[nodiscard]] ErrorRecord errorRecordFrom(const clixml::Value& value);
[[nodiscard]] ProgressRecord progressRecordFrom(const clixml::Value& value);
[[nodiscard]] std::string informationalTextFrom(const clixml::Value& value);
[[nodiscard]] InformationRecord informationRecordFrom(const clixml::Value& value);
[[nodiscard]] UserEvent userEventFrom(const clixml::Value& value);
// Of an error record or an informational record; nothing where the server does not say.
[[nodiscard]] std::optional<InvocationInfo> invocationInfoFrom(const clixml::Value& record);

[[nodiscard]] clixml::Value toValue(const ErrorRecord& record);
[[nodiscard]] clixml::Value toValue(const ProgressRecord& record);
[[nodiscard]] clixml::Value toValue(const UserEvent& event);
[[nodiscard]] clixml::Value informational(InformationalKind kind, const std::string& text);

} // namespace drydock::psrp
