// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Writes values as CLIXML in the form of Windows. Shared objects and type lists are written once.
#pragma once

#include "remoting/clixml/value.h"

#include <string>
#include <vector>

namespace drydock::clixml {

// Returns the bare element of a PSRP message, without declaration and namespace. Nil is <Nil />.
[[nodiscard]] std::string write(const Value& value);

// Returns a document: <Objs Version="1.1.0.1" …> around the values.
[[nodiscard]] std::string writeDocument(const std::vector<Value>& values);

} // namespace drydock::clixml
