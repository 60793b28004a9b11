// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Bytes of a hostile other end, for both ends of the protocol. The first byte says how they are cut on their way.
#include "remoting/psrp/client_pool.h"
#include "remoting/psrp/server_pool.h"

#include <algorithm>
#include <cstdint>

using namespace drydock::psrp;

namespace {

template <class Receive> void deliver(std::string_view bytes, std::size_t step, Receive receive)
{
    for (std::size_t at = 0; at < bytes.size(); at += step) {
        if (!receive(bytes.substr(at, step))) return;
    }
}

std::string joined(const std::vector<std::string>& fragments)
{
    std::string all;
    for (const std::string& fragment : fragments)
        all += fragment;
    return all;
}

// A valid envelope around the hostile text: the message layer is reached at once.
std::string wrapped(MessageType type, Destination destination, const Guid& pipeline, std::string_view text)
{
    return joined(Fragmenter().cut(encode(Message{destination, type, Guid{}, pipeline, std::string(text)})));
}

void client(std::string_view bytes, std::size_t step, MessageType type)
{
    ClientOptions options;
    options.guids = [] { return Guid{{1, 2, 3}}; };
    ClientPool pool(options);
    ServerPool server;
    if (!server.receive(pool.creationXml()) || !pool.receivePool(joined(server.takeOutgoing()))) std::abort();
    auto pipeline = pool.createPipeline({Command{"Get-Date", {}}});
    if (!pipeline) std::abort();
    (void)pipeline->receive(wrapped(type, Destination::Client, pipeline->id(), bytes));
    deliver(bytes, step, [&](std::string_view piece) { return pipeline->receive(piece).has_value(); });
    (void)pool.receivePool(wrapped(type, Destination::Client, Guid{}, bytes));
    deliver(bytes, step, [&](std::string_view piece) { return pool.receivePool(piece).has_value(); });
}

void server(std::string_view bytes, std::size_t step, MessageType type)
{
    ServerPool pool;
    (void)pool.receive(wrapped(type, Destination::Server, Guid{}, bytes));
    deliver(bytes, step, [&](std::string_view piece) { return pool.receive(piece).has_value(); });
    ServerPipeline pipeline = pool.createPipeline();
    (void)pipeline.receive(wrapped(type, Destination::Server, Guid{}, bytes));
    deliver(bytes, step, [&](std::string_view piece) { return pipeline.receive(piece).has_value(); });
    (void)pipeline.takeOutgoing();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static constexpr MessageType types[]{MessageType::SessionCapability,
                                         MessageType::InitRunspacePool,
                                         MessageType::RunspacePoolState,
                                         MessageType::CreatePipeline,
                                         MessageType::GetCommandMetadata,
                                         MessageType::PipelineOutput,
                                         MessageType::ErrorRecord,
                                         MessageType::PipelineState,
                                         MessageType::WarningRecord,
                                         MessageType::ProgressRecord,
                                         MessageType::PipelineHostCall,
                                         MessageType::RunspacePoolHostCall,
                                         MessageType::ApplicationPrivateData,
                                         MessageType::SetMaxRunspaces,
                                         MessageType::InformationRecord,
                                         MessageType::VerboseRecord,
                                         MessageType::PipelineInput};
    if (size < 2) return 0;
    const std::string bytes(data + 2, data + size);
    const std::size_t step = std::max<std::size_t>(1, data[0]);
    const MessageType type = types[data[1] % std::size(types)];
    client(bytes, step, type);
    server(bytes, step, type);
    (void)decodeFragments(bytes);
    (void)decodeMessage(bytes);
    return 0;
}
