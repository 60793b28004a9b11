// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Reads XML by namespace and local name, and writes it, on top of pugixml.
#pragma once

#include "model/domain/result.h"

#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace drydock::wsman::xml {

// Parses a whole envelope. Errors: Malformed for anything not well formed, a document type declaration or a NUL
// character; LimitExceeded beyond the limits of an envelope (remoting/limits.h).
[[nodiscard]] domain::Result<> load(pugi::xml_document& document, std::string_view text);

// Returns the namespace to which the node's prefix is bound; empty when it is bound to none.
[[nodiscard]] std::string_view namespaceOf(pugi::xml_node node);
[[nodiscard]] std::string_view localName(pugi::xml_node node);
[[nodiscard]] bool is(pugi::xml_node node, std::string_view ns, std::string_view local);
// Returns the first child element of that name; a null node when there is none.
[[nodiscard]] pugi::xml_node child(pugi::xml_node parent, std::string_view ns, std::string_view local);
// Returns the text of that child, trimmed; empty when the child is absent.
[[nodiscard]] std::string childText(pugi::xml_node parent, std::string_view ns, std::string_view local);
[[nodiscard]] std::string text(pugi::xml_node node);
// Returns all text between the node's tags, untrimmed. Comments and CDATA sections divide it into several nodes.
[[nodiscard]] std::string content(pugi::xml_node node);

// Appends <name>text</name>.
pugi::xml_node append(pugi::xml_node parent, const char* name, std::string_view text = {});
void attribute(pugi::xml_node node, const char* name, std::string_view value);
// Returns the document without a declaration and without added white space.
[[nodiscard]] std::string print(const pugi::xml_document& document);

} // namespace drydock::wsman::xml
