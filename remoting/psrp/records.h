// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The records of a pipeline beside its output: errors, progress and states, written as Windows writes them.
#pragma once

#include "remoting/clixml/value.h"

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

struct ErrorRecord {
    std::string message; // ErrorDetails_Message, or the exception's message, or ToString
    std::string fullyQualifiedErrorId;
    int category = category::NotSpecified;
    std::string activity; // the cmdlet
    std::string reason;   // the exception's short type name
    std::string targetName;
    std::string targetType;
    std::vector<std::string> exceptionTypes; // most derived first, without "Deserialized."

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

// A part that is missing or has another type keeps its default.
[[nodiscard]] ErrorRecord errorRecordFrom(const clixml::Value& value);
[[nodiscard]] ProgressRecord progressRecordFrom(const clixml::Value& value);
[[nodiscard]] std::string informationalTextFrom(const clixml::Value& value);

[[nodiscard]] clixml::Value toValue(const ErrorRecord& record);
[[nodiscard]] clixml::Value toValue(const ProgressRecord& record);
[[nodiscard]] clixml::Value informational(InformationalKind kind, const std::string& text);

} // namespace drydock::psrp
