// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The files of the source tree, for rules that hold of their text and their names. Paths are relative to its root and
// written with '/'.
#pragma once

#include <set>
#include <string>
#include <vector>

namespace drydock::tests {

inline const std::set<std::string> productFolders{"app", "model", "remoting", "ui"};
inline const std::set<std::string> allFolders{"app", "installer", "model", "remoting", "resources", "tests", "ui"};

// Files below the top folders whose names end with one of the endings, in the order of their paths.
[[nodiscard]] std::vector<std::string> filesIn(const std::set<std::string>& topFolders,
                                               const std::set<std::string>& endings = {".h", ".cpp"});
[[nodiscard]] bool exists(const std::string& path);
[[nodiscard]] std::string contentOf(const std::string& path);

// "ui/theme/icons.h" -> "ui/theme", "icons.h", "icons".
[[nodiscard]] std::string folderOf(const std::string& path);
[[nodiscard]] std::string nameOf(const std::string& path);
[[nodiscard]] std::string stemOf(const std::string& path);

} // namespace drydock::tests
