// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Reads CLIXML within limits: a document (<Objs>, UTF-8 or UTF-16) or the bare elements of a PSRP message.
#pragma once

#include "model/domain/result.h"
#include "remoting/clixml/footprint.h"
#include "remoting/clixml/limits.h"
#include "remoting/clixml/value.h"

#include <string_view>
#include <vector>

namespace drydock::clixml {

// Returns the top-level values in order; none for empty input. Errors: Malformed (also for XML that is not CLIXML) and
// LimitExceeded. The error's `detail` names line and column, its `code` is the byte offset in the UTF-8 text.
// SerializationData is skipped, and no type is ever made from a type name.
// `footprint` receives what the values take.
[[nodiscard]] domain::Result<std::vector<Value>> read(std::string_view xml, const Limits& limits = {},
                                                      Footprint* footprint = nullptr);

} // namespace drydock::clixml
