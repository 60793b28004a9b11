#include "remoting/psrp/message.h"

#include <array>
#include <cstdio>

namespace drydock::psrp {

namespace {

constexpr std::string_view kMark = "\xEF\xBB\xBF";

void appendLittleEndian(std::string& out, std::uint32_t value)
{
    for (int shift = 0; shift < 32; shift += 8)
        out += static_cast<char>(static_cast<std::uint8_t>(value >> shift));
}

std::uint32_t littleEndian(std::string_view bytes)
{
    std::uint32_t value = 0;
    for (std::size_t i = 4; i-- > 0;)
        value = value << 8 | static_cast<std::uint8_t>(bytes[i]);
    return value;
}

const char* knownName(MessageType type)
{
    switch (type) {
    case MessageType::SessionCapability:
        return "SESSION_CAPABILITY";
    case MessageType::InitRunspacePool:
        return "INIT_RUNSPACEPOOL";
    case MessageType::PublicKey:
        return "PUBLIC_KEY";
    case MessageType::EncryptedSessionKey:
        return "ENCRYPTED_SESSION_KEY";
    case MessageType::PublicKeyRequest:
        return "PUBLIC_KEY_REQUEST";
    case MessageType::ConnectRunspacePool:
        return "CONNECT_RUNSPACEPOOL";
    case MessageType::SetMaxRunspaces:
        return "SET_MAX_RUNSPACES";
    case MessageType::SetMinRunspaces:
        return "SET_MIN_RUNSPACES";
    case MessageType::RunspaceAvailability:
        return "RUNSPACE_AVAILABILITY";
    case MessageType::RunspacePoolState:
        return "RUNSPACEPOOL_STATE";
    case MessageType::CreatePipeline:
        return "CREATE_PIPELINE";
    case MessageType::GetAvailableRunspaces:
        return "GET_AVAILABLE_RUNSPACES";
    case MessageType::UserEvent:
        return "USER_EVENT";
    case MessageType::ApplicationPrivateData:
        return "APPLICATION_PRIVATE_DATA";
    case MessageType::GetCommandMetadata:
        return "GET_COMMAND_METADATA";
    case MessageType::RunspacePoolInitData:
        return "RUNSPACEPOOL_INIT_DATA";
    case MessageType::ResetRunspaceState:
        return "RESET_RUNSPACE_STATE";
    case MessageType::RunspacePoolHostCall:
        return "RUNSPACEPOOL_HOST_CALL";
    case MessageType::RunspacePoolHostResponse:
        return "RUNSPACEPOOL_HOST_RESPONSE";
    case MessageType::PipelineInput:
        return "PIPELINE_INPUT";
    case MessageType::EndOfPipelineInput:
        return "END_OF_PIPELINE_INPUT";
    case MessageType::PipelineOutput:
        return "PIPELINE_OUTPUT";
    case MessageType::ErrorRecord:
        return "ERROR_RECORD";
    case MessageType::PipelineState:
        return "PIPELINE_STATE";
    case MessageType::DebugRecord:
        return "DEBUG_RECORD";
    case MessageType::VerboseRecord:
        return "VERBOSE_RECORD";
    case MessageType::WarningRecord:
        return "WARNING_RECORD";
    case MessageType::ProgressRecord:
        return "PROGRESS_RECORD";
    case MessageType::InformationRecord:
        return "INFORMATION_RECORD";
    case MessageType::PipelineHostCall:
        return "PIPELINE_HOST_CALL";
    case MessageType::PipelineHostResponse:
        return "PIPELINE_HOST_RESPONSE";
    }
    return nullptr;
}

} // namespace

std::string toString(MessageType type)
{
    if (const char* name = knownName(type)) return name;
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "0x%08X", static_cast<unsigned>(type));
    return text.data();
}

std::string encode(const Message& message, bool withMark)
{
    std::string out;
    out.reserve(kMessageHeader + kMark.size() + message.xml.size());
    appendLittleEndian(out, static_cast<std::uint32_t>(message.destination));
    appendLittleEndian(out, static_cast<std::uint32_t>(message.type));
    message.runspacePool.appendTo(out);
    message.pipeline.appendTo(out);
    if (withMark) out += kMark;
    return out += message.xml;
}

domain::Result<Message> decodeMessage(std::string_view bytes)
{
    constexpr const char* what = "read PSRP message";
    if (bytes.size() < kMessageHeader)
        return domain::fail(domain::ErrorKind::Malformed, what, "cut short in the header");
    const std::uint32_t destination = littleEndian(bytes);
    if (destination != 1 && destination != 2)
        return domain::fail(domain::ErrorKind::Malformed, what, "no such destination");
    Message message;
    message.destination = static_cast<Destination>(destination);
    message.type = static_cast<MessageType>(littleEndian(bytes.substr(4)));
    message.runspacePool = Guid::fromWire(bytes.substr(8, 16));
    message.pipeline = Guid::fromWire(bytes.substr(24, 16));
    bytes.remove_prefix(kMessageHeader);
    if (bytes.starts_with(kMark)) bytes.remove_prefix(kMark.size());
    message.xml = bytes;
    return message;
}

} // namespace drydock::psrp
