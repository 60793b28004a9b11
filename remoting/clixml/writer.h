// Values to CLIXML, as Windows writes it: TN, ToString, value or Props, container, MS; shared objects and type lists
// once.
#pragma once

#include "remoting/clixml/value.h"

#include <string>
#include <vector>

namespace drydock::clixml {

// The bare element of a PSRP message: no declaration, no namespace. Nil is <Nil />.
[[nodiscard]] std::string write(const Value& value);

// A document: <Objs Version="1.1.0.1" …> around the values.
[[nodiscard]] std::string writeDocument(const std::vector<Value>& values);

} // namespace drydock::clixml
