// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "app/drydockctl/completion_subcommand.h"

#include "app/drydockctl/bash_completion.h"
#include "app/drydockctl/command_words.h"
#include "app/drydockctl/console.h"
#include "app/drydockctl/powershell_completion.h"
#include "app/drydockctl/zsh_completion.h"

#include <CLI/CLI.hpp>

namespace drydock::ctl {

void CompletionSubcommand::addOptions(CLI::App& command)
{
    m_program = command.get_parent();
    command.add_option("SHELL", m_shell, "The shell.")
        ->required()
        ->check(CLI::IsMember({"bash", "zsh", "powershell"}))
        ->option_text("bash|zsh|powershell");
}

void CompletionSubcommand::start(const Context&)
{
    const auto commands = commandWords(*m_program);
    print(m_shell == "bash"  ? bashCompletion(commands)
          : m_shell == "zsh" ? zshCompletion(commands)
                             : powershellCompletion(commands));
    end(ExitCode::Done);
}

} // namespace drydock::ctl
