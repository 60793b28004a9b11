// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// What must hold of every input of a fuzzer.
#pragma once

#include <cstdlib>

namespace drydock::tests {

// Ends the process where it does not, which libFuzzer and the replay report with the input.
inline void require(bool condition)
{
    if (!condition) std::abort();
}

} // namespace drydock::tests
