// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// One PSRP message (MS-PSRP 2.2.1): a little-endian header of 40 bytes, then CLIXML.
#pragma once

#include "model/domain/result.h"
#include "remoting/psrp/guid.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace drydock::psrp {

enum class Destination : std::uint32_t { Client = 1, Server = 2 };

// The numbers of MS-PSRP 2.2.1. An unknown number is kept, and the reader ignores the message.
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

// Returns "PIPELINE_OUTPUT"; "0x00099999" for an unknown type.
[[nodiscard]] std::string toString(MessageType type);

struct Message {
    Destination destination = Destination::Server;
    MessageType type{};
    Guid runspacePool;
    Guid pipeline; // nil for messages of the pool
    std::string xml;

    bool operator==(const Message&) const = default;
};

inline constexpr std::size_t messageHeaderBytes = 40;

// `withMark`: whether a byte order mark comes before the XML, as Windows' server writes it.
[[nodiscard]] std::string encode(const Message& message, bool withMark = false);
// Malformed: the header is cut short or names no known destination. A byte order mark is removed.
[[nodiscard]] domain::Result<Message> decodeMessage(std::string_view bytes);

} // namespace drydock::psrp
