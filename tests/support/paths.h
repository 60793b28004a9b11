// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The folders of the recordings, the source tree and the built programs. These are functions and not macros on every
// compiler command line, so that a compiler cache serves the same test in any checkout.
#pragma once

#include <filesystem>

namespace drydock::tests {

// Shared recordings, which are read in place. The folder may be absent; a test is skipped with that reason then.
[[nodiscard]] std::filesystem::path testData();
[[nodiscard]] std::filesystem::path sourceFolder();
[[nodiscard]] std::filesystem::path programFolder();

} // namespace drydock::tests
