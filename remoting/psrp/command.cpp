// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/psrp/command.h"

#include "model/domain/names.h"

#include <algorithm>

namespace drydock::psrp {

const clixml::Value& Command::operator[](std::string_view argument) const noexcept
{
    static const clixml::Value nil;
    for (const Argument& each : arguments) {
        if (domain::equalsIgnoringCase(each.name, argument)) return each.value;
    }
    return nil;
}

bool Command::hasSecrets() const noexcept
{
    return std::ranges::any_of(arguments, [](const Argument& argument) { return argument.secret != nullptr; });
}

} // namespace drydock::psrp
