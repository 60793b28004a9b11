// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Writes the script by which zsh completes the command line of drydockctl.
#pragma once

#include "app/drydockctl/command_words.h"

#include <string>
#include <vector>

namespace drydock::ctl {

// `commands` come from commandWords().
[[nodiscard]] std::string zshCompletion(const std::vector<CommandWords>& commands);

} // namespace drydock::ctl
