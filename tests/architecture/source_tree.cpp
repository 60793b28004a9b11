// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "tests/architecture/source_tree.h"

#include "tests/support/paths.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace fs = std::filesystem;

namespace drydock::tests {

std::vector<std::string> filesIn(const std::set<std::string>& topFolders, const std::set<std::string>& endings)
{
    std::vector<std::string> found;
    const auto root = sourceFolder();
    for (const auto& top : topFolders) {
        if (!fs::exists(root / top)) continue;
        for (const auto& entry : fs::recursive_directory_iterator(root / top)) {
            const auto path = fs::relative(entry.path(), root).generic_string();
            const auto fits = [&](const std::string& ending) { return path.ends_with(ending); };
            if (entry.is_regular_file() && std::any_of(endings.begin(), endings.end(), fits)) found.push_back(path);
        }
    }
    std::sort(found.begin(), found.end());
    return found;
}

bool exists(const std::string& path) { return fs::exists(sourceFolder() / path); }

std::string contentOf(const std::string& path)
{
    std::ifstream file(sourceFolder() / path);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::string folderOf(const std::string& path) { return fs::path(path).parent_path().generic_string(); }
std::string nameOf(const std::string& path) { return fs::path(path).filename().generic_string(); }
std::string stemOf(const std::string& path) { return fs::path(path).stem().generic_string(); }

} // namespace drydock::tests
