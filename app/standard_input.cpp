// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "app/standard_input.h"

#include <cstdio>
#include <string>

namespace drydock::app {

domain::Secret passwordFromStandardInput()
{
    constexpr std::size_t longest = 4096;
    std::string line;
    line.reserve(longest);                   // a reallocation would leave a copy in memory
    std::setvbuf(stdin, nullptr, _IONBF, 0); // and so would a buffer
    int c = 0;
    while (line.size() < longest && (c = std::fgetc(stdin)) != EOF && c != '\n')
        line += static_cast<char>(c);
    if (!line.empty() && line.back() == '\r') line.pop_back();
    return domain::Secret(std::move(line));
}

} // namespace drydock::app
