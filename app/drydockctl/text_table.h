// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Formats rows of text as aligned columns for a terminal. Widths are counted in characters, not in bytes.
#pragma once

#include <string>
#include <vector>

namespace drydock::ctl {

class TextTable
{
public:
    explicit TextTable(std::vector<std::string> titles) : m_rows{std::move(titles)} {}

    void add(std::vector<std::string> row) { m_rows.push_back(std::move(row)); }
    // Returns the titles, a line of dashes and the rows. All cells are made printable(), see console.h.
    [[nodiscard]] std::string text() const;

private:
    std::vector<std::vector<std::string>> m_rows;
};

} // namespace drydock::ctl
