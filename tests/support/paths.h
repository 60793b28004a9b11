// Where tests find the recordings, the source tree and the built programs. Functions and not macros on every compiler
// command line, so that a compiler cache serves the same test in any checkout.
#pragma once

#include <filesystem>

namespace drydock::tests {

[[nodiscard]] std::filesystem::path
testData(); // shared recordings, read in place; may be absent: skip with the reason then
[[nodiscard]] std::filesystem::path sourceFolder();
[[nodiscard]] std::filesystem::path programFolder();

} // namespace drydock::tests
