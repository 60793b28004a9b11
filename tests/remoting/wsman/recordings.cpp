// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "tests/remoting/wsman/recordings.h"

#include "tests/support/paths.h"

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>

namespace drydock::tests {
namespace {

// Plain, 'single-quoted' or "double-quoted" (then JSON) scalars.
std::string scalar(const std::string& text)
{
    if (text == "null") return {};
    if (text.size() >= 2 && text.front() == '"') return nlohmann::json::parse(text).get<std::string>();
    if (text.size() < 2 || text.front() != '\'') return text;
    std::string out;
    for (std::size_t i = 1; i + 1 < text.size(); ++i) {
        out += text[i];
        if (text[i] == '\'' && text[i + 1] == '\'') ++i;
    }
    return out;
}

} // namespace

std::vector<Exchange> readRecording(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    std::vector<Exchange> exchanges;
    std::string* open = nullptr;
    const auto begin = [&](std::string& field, const std::string& line, std::size_t skip) {
        field = line.substr(std::min(line.find_first_not_of(' ', skip), line.size()));
        open = &field;
    };
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with("- request:")) {
            exchanges.emplace_back();
            begin(exchanges.back().request, line, 10);
        } else if (line.starts_with("  response:"))
            begin(exchanges.back().response, line, 11);
        else if (line.starts_with("    code:"))
            exchanges.back().status = std::stoi(line.substr(9));
        else if (line.starts_with("    ") && line.find(": ") == std::string::npos && open != nullptr)
            *open += line.substr(3); // a folded line: one blank instead of the line end and the indent
        else
            open = nullptr;
    }
    for (auto& exchange : exchanges) {
        exchange.request = scalar(exchange.request);
        exchange.response = scalar(exchange.response);
    }
    return exchanges;
}

std::vector<std::filesystem::path> recordings()
{
    std::vector<std::filesystem::path> files;
    const std::filesystem::path folder = testData() / "wire";
    if (!std::filesystem::is_directory(folder)) return files;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().extension() == ".yml") files.push_back(entry.path());
    std::ranges::sort(files);
    return files;
}

} // namespace drydock::tests
