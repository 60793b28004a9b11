// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/exchange/map_permissions.h"

#include "remoting/exchange/value_conversion.h"

namespace drydock::exchange {

maintenance::CmdletPermissions mapPermissions(const std::vector<clixml::Value>& objects)
{
    maintenance::CmdletPermissions result;
    for (const clixml::Value& object : objects) {
        const std::string name = text(object["Name"]);
        if (name.empty()) continue;
        auto& parameters = result[name];
        const clixml::Value& told = object["Parameters"];
        if (told.isObject()) {
            for (const auto& entry : told.object()->entries)
                parameters.insert(text(entry.first));
        }
        for (const clixml::Value& parameter : elements(told)) {
            if (const std::string word = objectName(parameter); !word.empty()) parameters.insert(word);
        }
    }
    return result;
}

} // namespace drydock::exchange
