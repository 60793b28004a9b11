// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Parses the bytes of CLIXML as XML: converts them to UTF-8, checks the limits before anything is built, and gives
// positions as line and column.
#pragma once

#include "model/domain/result.h"
#include "remoting/clixml/limits.h"

#include <memory>
#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace drydock::clixml {

class Document
{
public:
    // Errors: Malformed, with the position; LimitExceeded. `xml` must outlive the document, which reads it again to
    // compute positions.
    [[nodiscard]] static domain::Result<Document> parse(std::string_view xml, const Limits& limits);

    [[nodiscard]] pugi::xml_node root() const { return m_tree->root(); }
    // Returns an upper bound of the number of elements.
    [[nodiscard]] std::size_t elementBound() const noexcept { return m_elements; }
    // Returns the byte offset of the node in the UTF-8 text.
    [[nodiscard]] std::size_t offsetOf(pugi::xml_node node) const;
    // Returns the text behind the node's position: "line 3, column 7: text".
    [[nodiscard]] std::string located(pugi::xml_node node, std::string_view text) const;

private:
    explicit Document(std::string_view source) : m_source(source), m_tree(std::make_unique<pugi::xml_document>()) {}

    [[nodiscard]] std::string located(std::size_t offset, std::string_view text) const;
    [[nodiscard]] domain::Failure malformed(std::size_t offset, std::string_view text) const;

    std::string_view m_source;
    std::unique_ptr<char[]> m_buffer; // the text, which pugixml parses in place
    std::unique_ptr<pugi::xml_document> m_tree;
    std::size_t m_elements = 0;
};

} // namespace drydock::clixml
