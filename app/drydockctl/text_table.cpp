// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "app/drydockctl/text_table.h"

#include "app/drydockctl/console.h"

#include <algorithm>

namespace drydock::ctl {
namespace {

// Counts the characters of UTF-8 text, which are the bytes that do not continue a character.
std::size_t width(const std::string& text)
{
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

} // namespace

std::string TextTable::text() const
{
    std::vector<std::size_t> widths;
    for (const auto& row : m_rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (std::size_t column = 0; column < row.size(); ++column)
            widths[column] = std::max(widths[column], width(printable(row[column])));
    }
    const auto line = [&widths](const std::vector<std::string>& row) {
        std::string made;
        for (std::size_t column = 0; column < row.size(); ++column) {
            const std::string cell = printable(row[column]);
            made += cell;
            if (column + 1 < row.size()) made += std::string(widths[column] - width(cell) + 2, ' ');
        }
        return made.substr(0, made.find_last_not_of(' ') + 1) + "\n";
    };
    std::vector<std::string> dashes;
    for (const std::string& title : m_rows.front())
        dashes.push_back(std::string(width(title), '-'));
    std::string result = line(m_rows.front()) + line(dashes);
    for (std::size_t row = 1; row < m_rows.size(); ++row)
        result += line(m_rows[row]);
    return result;
}

} // namespace drydock::ctl
