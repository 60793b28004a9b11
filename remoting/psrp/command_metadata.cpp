// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/psrp/command_metadata.h"

namespace drydock::psrp {

using clixml::Value;

namespace {

std::vector<std::string> textsOf(const Value& value)
{
    std::vector<std::string> texts;
    if (value.object() == nullptr && !value.isNil()) return {std::string(value.display())};
    for (const Value& item : value.items())
        texts.emplace_back(item.display());
    return texts;
}

} // namespace

MetadataRequest metadataRequestFrom(const Value& value)
{
    MetadataRequest request;
    request.names = textsOf(value["Name"]);
    request.commandTypes = static_cast<int>(value["CommandType"].toInt().value_or(511) & 0x1FF);
    return request;
}

} // namespace drydock::psrp
