// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "app/drydockctl/console.h"

#include "model/domain/error_help.h"

#include <cstdio>

namespace drydock::ctl {

void print(std::string_view text)
{
    std::fwrite(text.data(), 1, text.size(), stdout);
    std::fflush(stdout);
}

void printLine(std::string_view line) { print(std::string(line) + "\n"); }

void printMessage(std::string_view line)
{
    const std::string text = printable(line) + "\n";
    std::fwrite(text.data(), 1, text.size(), stderr);
}

void printError(const domain::Error& error)
{
    const auto& help = domain::errorHelpOf(error.kind);
    printMessage("drydockctl: " + error.what + ": " + help.heading + ". " + help.meaning);
    if (!error.detail.empty() || error.code != 0)
        printMessage("  detail: " + error.detail + (error.code != 0 ? " (" + std::to_string(error.code) + ")" : ""));
    for (const domain::Error* cause = error.cause.get(); cause; cause = cause->cause.get()) {
        if (cause->what != error.what) printMessage("  while: " + cause->what);
    }
    printMessage(std::string("  what to do: ") + help.advice);
    printMessage(std::string("  kind: ") + domain::toString(error.kind));
}

} // namespace drydock::ctl
