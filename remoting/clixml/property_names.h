// Properties that differ by nothing but the case of their names: the later one counts, as in PowerShell.
#pragma once

#include "remoting/clixml/value.h"

#include <vector>

namespace drydock::clixml {

// The later one takes the place of the earlier.
void keepLast(std::vector<Property>& properties);

} // namespace drydock::clixml
