// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Removes properties whose names differ only in case from a later one, as PowerShell does.
#pragma once

#include "remoting/clixml/value.h"

#include <vector>

namespace drydock::clixml {

// The later property takes the place of the earlier one.
void keepLast(std::vector<Property>& properties);

} // namespace drydock::clixml
