// One PSRP message (MS-PSRP 2.2.1): 40 bytes of header, little-endian, then CLIXML.
#pragma once

#include "model/domain/result.h"
#include "remoting/psrp/guid.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace drydock::psrp {

enum class Destination : std::uint32_t { Client = 1, Server = 2 };

// Numbers of MS-PSRP 2.2.1; one that is not here is kept as it came, and ignored by who reads it.
enum class MessageType : std::uint32_t {
    SessionCapability = 0x00010002,
    InitRunspacePool = 0x00010004,
    PublicKey = 0x00010005,
    EncryptedSessionKey = 0x00010006,
    PublicKeyRequest = 0x00010007,
    ConnectRunspacePool = 0x00010008,
    SetMaxRunspaces = 0x00021002,
    SetMinRunspaces = 0x00021003,
    RunspaceAvailability = 0x00021004,
    RunspacePoolState = 0x00021005,
    CreatePipeline = 0x00021006,
    GetAvailableRunspaces = 0x00021007,
    UserEvent = 0x00021008,
    ApplicationPrivateData = 0x00021009,
    GetCommandMetadata = 0x0002100A,
    RunspacePoolInitData = 0x0002100B,
    ResetRunspaceState = 0x0002100C,
    RunspacePoolHostCall = 0x00021100,
    RunspacePoolHostResponse = 0x00021101,
    PipelineInput = 0x00041002,
    EndOfPipelineInput = 0x00041003,
    PipelineOutput = 0x00041004,
    ErrorRecord = 0x00041005,
    PipelineState = 0x00041006,
    DebugRecord = 0x00041007,
    VerboseRecord = 0x00041008,
    WarningRecord = 0x00041009,
    ProgressRecord = 0x00041010,
    InformationRecord = 0x00041011,
    PipelineHostCall = 0x00041100,
    PipelineHostResponse = 0x00041101,
};

// "PIPELINE_OUTPUT"; "0x00099999" where there is no name.
[[nodiscard]] std::string toString(MessageType type);

struct Message {
    Destination destination = Destination::Server;
    MessageType type{};
    Guid runspacePool;
    Guid pipeline; // nil for messages of the pool
    std::string xml;

    bool operator==(const Message&) const = default;
};

inline constexpr std::size_t kMessageHeader = 40;

// `withMark` puts a byte order mark before the XML, as Windows' server does.
[[nodiscard]] std::string encode(const Message& message, bool withMark = false);
// Malformed where the header is cut short or names no destination. A byte order mark is taken off.
[[nodiscard]] domain::Result<Message> decodeMessage(std::string_view bytes);

} // namespace drydock::psrp
