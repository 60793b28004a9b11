// A WS-Management fault, what it means to us, and the faults a server of ours sends: one table for both directions.
#pragma once

#include "model/domain/error.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace drydock::wsman {

// The codes that the session reacts to itself (protocol.md 1.11); all others only become an Error.
namespace code {
inline constexpr std::uint32_t operationAborted = 995;
inline constexpr std::uint32_t operationAbortedHr = 2147943395;
inline constexpr std::uint32_t accessDenied = 5;
inline constexpr std::uint32_t operationTimedOut = 2150858793;
inline constexpr std::uint32_t insufficientSelectors = 2150858842;
inline constexpr std::uint32_t unexpectedSelectors = 2150858843; // the shell or the command is not there
inline constexpr std::uint32_t actionNotSupported = 2150858771;
inline constexpr std::uint32_t invalidHeader = 2150858767;
inline constexpr std::uint32_t unknownResource = 2150858811;
inline constexpr std::uint32_t shellClosed = 2150859082;
inline constexpr std::uint32_t commandClosed = 2150859087;
inline constexpr std::uint32_t receiveInProgress = 2150859047;
inline constexpr std::uint32_t noResponseData = 2150858997;
inline constexpr std::uint32_t tooManyShells = 2150859173;
inline constexpr std::uint32_t pluginException = 0x80540FA0;
inline constexpr std::uint32_t pluginArguments = 0x80540BC4;
inline constexpr std::uint32_t pluginVersion = 0x80540BC5;
inline constexpr std::uint32_t pluginOption = 0x80540BC6;
inline constexpr std::uint32_t pluginNoVersion = 0x80540BC7;
inline constexpr std::uint32_t pluginCreationXml = 0x80540BB8;
inline constexpr std::uint32_t pluginStream = 0x80540BBE;
} // namespace code

struct Fault {
    std::uint32_t code = 0;      // WSManFault Code, or what the subcode stands for where there is no WSManFault
    std::string value;           // "s:Sender", "s:Receiver", "s:MustUnderstand"
    std::string subcode;         // "w:TimedOut"; the prefix is the sender's
    std::string detail;          // the fault detail URI, mostly empty
    std::string message;         // the innermost text, without Exchange's prefix
    std::string failureCategory; // Exchange's, from the prefix: "WSMan-InvalidShellID"
    std::string requestId;       // Exchange's, for its logs
    bool operator==(const Fault&) const = default;
};

// What a server of ours says: code and subcode by the table, the text as given.
[[nodiscard]] Fault makeFault(std::uint32_t code, std::string message);
// A header with mustUnderstand that is not understood.
[[nodiscard]] Fault makeNotUnderstood(std::string_view header);

[[nodiscard]] domain::ErrorKind kindOf(const Fault& fault) noexcept;
[[nodiscard]] domain::Error toError(const Fault& fault, std::string what);
// How long a load quota asks to wait ("at least Z milliseconds"), 0 when it does not say.
[[nodiscard]] std::uint32_t waitMilliseconds(const Fault& fault) noexcept;

// The code a bare subcode stands for (OMI sends no WSManFault), 0 when none. Local name, without prefix.
[[nodiscard]] std::uint32_t codeOfSubcode(std::string_view local) noexcept;
// Takes "[ClientAccessServer=…,RequestId=…] [FailureCategory=…] text" apart into the fault (protocol.md 5.5).
void setMessage(Fault& fault, std::string text);

} // namespace drydock::wsman
