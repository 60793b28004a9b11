// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The recordings the tests read in place.
#pragma once

#include "tests/support/paths.h"

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

namespace drydock::clixml::recordings {

inline std::filesystem::path folder(const std::string& name) { return tests::testData() / name; }

inline std::string contents(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    std::ostringstream out;
    out << file.rdbuf();
    return std::move(out).str();
}

inline std::vector<nlohmann::json> lines(const std::filesystem::path& path)
{
    std::vector<nlohmann::json> result;
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);)
        result.push_back(nlohmann::json::parse(line));
    return result;
}

inline std::vector<std::filesystem::path> files(const std::filesystem::path& path, const std::string& extension)
{
    std::vector<std::filesystem::path> result;
    if (!std::filesystem::exists(path)) return result;
    for (const auto& entry : std::filesystem::directory_iterator(path)) {
        if (entry.path().extension() == extension) result.push_back(entry.path());
    }
    std::sort(result.begin(), result.end());
    return result;
}

} // namespace drydock::clixml::recordings
