// Rows of text in aligned columns, for a terminal; widths count characters, not bytes.
#pragma once

#include <string>
#include <vector>

namespace drydock::ctl {

class TextTable
{
public:
    explicit TextTable(std::vector<std::string> titles) : m_rows{std::move(titles)} {}

    void add(std::vector<std::string> row) { m_rows.push_back(std::move(row)); }
    [[nodiscard]] bool empty() const { return m_rows.size() < 2; }
    // Title line, a line of dashes, the rows; remote text made printable.
    [[nodiscard]] std::string text() const;

private:
    std::vector<std::vector<std::string>> m_rows;
};

// A cell for CSV: quoted where needed, and never a formula to a spreadsheet.
[[nodiscard]] std::string csvCell(std::string_view text);

} // namespace drydock::ctl
