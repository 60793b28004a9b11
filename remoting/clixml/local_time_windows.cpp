// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/clixml/local_time.h"

namespace drydock::clixml {

std::optional<std::tm> localTime(std::time_t moment)
{
    std::tm local{};
    if (localtime_s(&local, &moment) != 0) return {};
    return local;
}

} // namespace drydock::clixml
