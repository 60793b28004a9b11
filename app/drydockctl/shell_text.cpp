// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "app/drydockctl/shell_text.h"

#include <CLI/CLI.hpp>

#include <utility>

namespace drydock::ctl {

std::string join(const std::vector<std::string>& words, const std::string& between)
{
    return CLI::detail::join(words, between);
}

std::string replaced(std::string text, const std::string& what, const std::string& by)
{
    return CLI::detail::find_and_replace(std::move(text), what, by);
}

std::string quoted(const std::string& text) { return "'" + replaced(text, "'", "'\\''") + "'"; }

} // namespace drydock::ctl
