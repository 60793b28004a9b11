// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// GET_COMMAND_METADATA, which PowerShell's Import-PSSession sends and the lab answers; the program itself never asks
// it.
#pragma once

#include "remoting/psrp/client_pool.h"
#include "remoting/psrp/payloads.h"

#include <memory>
#include <string>
#include <vector>

namespace drydock::psrp {

[[nodiscard]] inline clixml::Value metadataQueryPayload(const std::vector<std::string>& names, int commandTypes)
{
    return record({{"Name", stringArray(names)},
                   {"CommandType", clixml::Value::int32(commandTypes)},
                   {"Namespace", clixml::Value()},
                   {"ArgumentList", clixml::Value()}});
}

// Asks for commands of every type with these names.
[[nodiscard]] inline ClientPipeline metadataQuery(const ClientPool& pool, const std::vector<std::string>& names)
{
    auto options = std::make_shared<const ClientOptions>();
    const auto id = options->guids();
    return ClientPipeline(std::move(options), std::make_shared<Fragmenter>(), pool.id(), id,
                          MessageType::GetCommandMetadata, metadataQueryPayload(names, 511));
}

} // namespace drydock::psrp
