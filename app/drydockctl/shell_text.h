// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Words as a shell takes them in a script.
#pragma once

#include <string>
#include <vector>

namespace drydock::ctl {

[[nodiscard]] std::string join(const std::vector<std::string>& words, const std::string& between);
[[nodiscard]] std::string replaced(std::string text, const std::string& what, const std::string& by);
// Returns the text in single quotes, for bash and zsh.
[[nodiscard]] std::string quoted(const std::string& text);

} // namespace drydock::ctl
