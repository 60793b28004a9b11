// CLIXML bytes to values, within limits: a document (<Objs>, UTF-8 or UTF-16) or the bare elements of a PSRP message.
#pragma once

#include "model/domain/result.h"
#include "remoting/clixml/limits.h"
#include "remoting/clixml/value.h"

#include <string_view>
#include <vector>

namespace drydock::clixml {

// The top-level values, in order; none for empty input. Errors: Malformed (also for XML that is no CLIXML) and
// LimitExceeded; `detail` says line and column, `code` holds the byte's offset in the UTF-8 text.
// SerializationData is skipped unread; nothing is ever made from a type name.
[[nodiscard]] domain::Result<std::vector<Value>> read(std::string_view xml, const Limits& limits = {});

} // namespace drydock::clixml
