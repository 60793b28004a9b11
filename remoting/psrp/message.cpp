// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/psrp/message.h"

#include "model/domain/enum_names.h"
#include "remoting/psrp/little_endian.h"

#include <array>
#include <cstdio>

namespace drydock::psrp {

namespace {

constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

constexpr domain::EnumName<MessageType> messageTypeNames[] = {
    {MessageType::SessionCapability, "SESSION_CAPABILITY"},
    {MessageType::InitRunspacePool, "INIT_RUNSPACEPOOL"},
    {MessageType::PublicKey, "PUBLIC_KEY"},
    {MessageType::EncryptedSessionKey, "ENCRYPTED_SESSION_KEY"},
    {MessageType::PublicKeyRequest, "PUBLIC_KEY_REQUEST"},
    {MessageType::ConnectRunspacePool, "CONNECT_RUNSPACEPOOL"},
    {MessageType::SetMaxRunspaces, "SET_MAX_RUNSPACES"},
    {MessageType::SetMinRunspaces, "SET_MIN_RUNSPACES"},
    {MessageType::RunspaceAvailability, "RUNSPACE_AVAILABILITY"},
    {MessageType::RunspacePoolState, "RUNSPACEPOOL_STATE"},
    {MessageType::CreatePipeline, "CREATE_PIPELINE"},
    {MessageType::GetAvailableRunspaces, "GET_AVAILABLE_RUNSPACES"},
    {MessageType::UserEvent, "USER_EVENT"},
    {MessageType::ApplicationPrivateData, "APPLICATION_PRIVATE_DATA"},
    {MessageType::GetCommandMetadata, "GET_COMMAND_METADATA"},
    {MessageType::RunspacePoolInitData, "RUNSPACEPOOL_INIT_DATA"},
    {MessageType::ResetRunspaceState, "RESET_RUNSPACE_STATE"},
    {MessageType::RunspacePoolHostCall, "RUNSPACEPOOL_HOST_CALL"},
    {MessageType::RunspacePoolHostResponse, "RUNSPACEPOOL_HOST_RESPONSE"},
    {MessageType::PipelineInput, "PIPELINE_INPUT"},
    {MessageType::EndOfPipelineInput, "END_OF_PIPELINE_INPUT"},
    {MessageType::PipelineOutput, "PIPELINE_OUTPUT"},
    {MessageType::ErrorRecord, "ERROR_RECORD"},
    {MessageType::PipelineState, "PIPELINE_STATE"},
    {MessageType::DebugRecord, "DEBUG_RECORD"},
    {MessageType::VerboseRecord, "VERBOSE_RECORD"},
    {MessageType::WarningRecord, "WARNING_RECORD"},
    {MessageType::ProgressRecord, "PROGRESS_RECORD"},
    {MessageType::InformationRecord, "INFORMATION_RECORD"},
    {MessageType::PipelineHostCall, "PIPELINE_HOST_CALL"},
    {MessageType::PipelineHostResponse, "PIPELINE_HOST_RESPONSE"},
};

} // namespace

std::string toString(MessageType type)
{
    if (const std::string name = domain::nameOf(messageTypeNames, type); !name.empty()) return name;
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "0x%08X", static_cast<unsigned>(type));
    return text.data();
}

std::string encode(const Message& message, bool withMark)
{
    std::string out;
    out.reserve(messageHeaderBytes + byteOrderMark.size() + message.xml.size());
    appendLittleEndian(out, static_cast<std::uint32_t>(message.destination));
    appendLittleEndian(out, static_cast<std::uint32_t>(message.type));
    message.runspacePool.appendTo(out);
    message.pipeline.appendTo(out);
    if (withMark) out += byteOrderMark;
    return out += message.xml;
}

domain::Result<Message> decodeMessage(std::string_view bytes)
{
    constexpr const char* what = "read PSRP message";
    if (bytes.size() < messageHeaderBytes)
        return domain::fail(domain::ErrorKind::Malformed, what, "cut short in the header");
    const std::uint32_t destination = littleEndian(bytes);
    if (destination != 1 && destination != 2)
        return domain::fail(domain::ErrorKind::Malformed, what, "no such destination");
    Message message;
    message.destination = static_cast<Destination>(destination);
    message.type = static_cast<MessageType>(littleEndian(bytes.substr(4)));
    message.runspacePool = Guid::fromWire(bytes.substr(8, 16));
    message.pipeline = Guid::fromWire(bytes.substr(24, 16));
    bytes.remove_prefix(messageHeaderBytes);
    if (bytes.starts_with(byteOrderMark)) bytes.remove_prefix(byteOrderMark.size());
    message.xml = bytes;
    return message;
}

} // namespace drydock::psrp
