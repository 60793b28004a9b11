// Reading XML by namespace and local name on top of pugixml, and writing it: what both sides of an envelope share.
#pragma once

#include "model/domain/result.h"

#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace drydock::wsman::xml {

// Parses a whole envelope. Refused (Malformed): anything not well formed, a document type declaration, an embedded NUL;
// (LimitExceeded): more than 64 attributes of an element, 20,000 elements, 100 elements within each other.
[[nodiscard]] domain::Result<> load(pugi::xml_document& document, std::string_view text);

// The namespace a node's prefix stands for where it stands; empty when it is bound to none.
[[nodiscard]] std::string_view namespaceOf(pugi::xml_node node);
[[nodiscard]] std::string_view localName(pugi::xml_node node);
[[nodiscard]] bool is(pugi::xml_node node, std::string_view ns, std::string_view local);
// The first child element of that name, a null node when there is none.
[[nodiscard]] pugi::xml_node child(pugi::xml_node parent, std::string_view ns, std::string_view local);
// The text of that child with white space trimmed; empty when it is absent.
[[nodiscard]] std::string childText(pugi::xml_node parent, std::string_view ns, std::string_view local);
[[nodiscard]] std::string text(pugi::xml_node node);
// All text between a node's tags as it came; a comment or a CDATA section cuts it into several nodes.
[[nodiscard]] std::string content(pugi::xml_node node);

// Appends <name>text</name>.
pugi::xml_node append(pugi::xml_node parent, const char* name, std::string_view text = {});
void attribute(pugi::xml_node node, const char* name, std::string_view value);
// The document without declaration, without added white space.
[[nodiscard]] std::string print(const pugi::xml_document& document);

} // namespace drydock::wsman::xml
