// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// A WS-Management fault, the error kind it stands for, and the faults that a server of this program sends.
#pragma once

#include "model/domain/error.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace drydock::wsman {

// The codes that the session handles itself (protocol.md 1.11). All others only become an Error.
namespace code {
inline constexpr std::uint32_t operationAborted = 995;
inline constexpr std::uint32_t operationAbortedHr = 2147943395;
inline constexpr std::uint32_t accessDenied = 5;
inline constexpr std::uint32_t operationTimedOut = 2150858793;
inline constexpr std::uint32_t insufficientSelectors = 2150858842;
inline constexpr std::uint32_t unexpectedSelectors = 2150858843; // there is no such shell or command
inline constexpr std::uint32_t actionNotSupported = 2150858771;
inline constexpr std::uint32_t invalidHeader = 2150858767;
inline constexpr std::uint32_t unknownResource = 2150858811;
inline constexpr std::uint32_t shellClosed = 2150859082;
inline constexpr std::uint32_t commandClosed = 2150859087;
inline constexpr std::uint32_t receiveInProgress = 2150859047;
inline constexpr std::uint32_t shellDisconnected = 2150859204;
inline constexpr std::uint32_t disconnectUnsupported = 2150859205;
inline constexpr std::uint32_t sessionMismatch = 2150859206;    // the shell is another client session's
inline constexpr std::uint32_t connectedElsewhere = 2150859213; // the shell is connected to another client
inline constexpr std::uint32_t notNow = 2150859216;             // disconnecting or reconnecting is invalid now
inline constexpr std::uint32_t noResponseData = 2150858997;
inline constexpr std::uint32_t notDecrypted = 2150859001; // the server cannot read what was sealed
inline constexpr std::uint32_t serviceUnavailable = 2150859026;
inline constexpr std::uint32_t tooManyShells = 2150859173;
inline constexpr std::uint32_t pluginException = 0x80540FA0;
inline constexpr std::uint32_t pluginArguments = 0x80540BC4;
inline constexpr std::uint32_t pluginVersion = 0x80540BC5;
inline constexpr std::uint32_t pluginOption = 0x80540BC6;
inline constexpr std::uint32_t pluginNoVersion = 0x80540BC7;
inline constexpr std::uint32_t pluginCreationXml = 0x80540BB8;
inline constexpr std::uint32_t pluginStream = 0x80540BBE;
inline constexpr std::uint32_t pluginNoNegotiation = 0x80540FA2;
inline constexpr std::uint32_t pluginConnect = 0x80540FA3;
} // namespace code

struct Fault {
    std::uint32_t code = 0;      // the WSManFault's Code, or the code of the subcode if there is no WSManFault
    std::string value;           // "s:Sender", "s:Receiver", "s:MustUnderstand"
    std::string subcode;         // "w:TimedOut", with the prefix that the sender chose
    std::string detail;          // the fault detail URI, mostly empty
    std::string message;         // the innermost text, without the prefix that Exchange writes
    std::string failureCategory; // of Exchange's prefix: "WSMan-InvalidShellID"
    std::string requestId;       // of Exchange's prefix, for its logs
    bool operator==(const Fault&) const = default;
};

// What a client does about a fault, where it does more than report it.
enum class Remedy {
    Report,
    AskAgain,        // a Receive is posted again, and nothing is lost
    AskAgainForLost, // the same, and an answer may be lost
    Wait,            // refused for now: asked for again after a while
    OpenLater,       // the same for a Create only, as Windows' client does
    NewShell,        // the shell, or the command in it, is gone
    Reconnect,       // the shell is disconnected
    SmallerEnvelope,
};

// Returns the fault that a server of this program sends: code and subcode from the table, and the given text.
[[nodiscard]] Fault makeFault(std::uint32_t code, std::string message);
// Returns the fault for a header with mustUnderstand that the server does not know.
[[nodiscard]] Fault makeNotUnderstood(std::string_view header);

// Returns the kind that the table has for the code, and Fault for an unknown code.
[[nodiscard]] domain::ErrorKind kindOf(const Fault& fault) noexcept;
// Returns what the table has for the code, and Report for an unknown code.
[[nodiscard]] Remedy remedyOf(const Fault& fault) noexcept;
[[nodiscard]] bool isListed(std::uint32_t code) noexcept;
// The detail holds the text, and in brackets the code in hexadecimal, Exchange's category and its request id.
[[nodiscard]] domain::Error toError(const Fault& fault, std::string what);
// Returns how many milliseconds a load quota asks the client to wait ("at least Z milliseconds"); 0 if it does not say.
[[nodiscard]] std::uint32_t waitMilliseconds(const Fault& fault) noexcept;

// Returns the code that a subcode without WSManFault stands for, as OMI sends it; 0 for any other. `local` is the name
// without prefix.
[[nodiscard]] std::uint32_t codeOfSubcode(std::string_view local) noexcept;
// Divides "[ClientAccessServer=…,RequestId=…] [FailureCategory=…] text" into the parts of the fault (protocol.md 5.5).
void setMessage(Fault& fault, std::string text);

} // namespace drydock::wsman
