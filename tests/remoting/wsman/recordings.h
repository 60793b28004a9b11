// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The recordings of the test data, read as `drydockctl inspect wire` reads them.
#pragma once

#include "remoting/wsman/recording.h"

#include <filesystem>
#include <vector>

namespace drydock::tests {

[[nodiscard]] std::vector<wsman::RecordedExchange> readRecording(const std::filesystem::path& file);
// Every recording of the test data, sorted by name; empty where the data is absent.
[[nodiscard]] std::vector<std::filesystem::path> recordings();

} // namespace drydock::tests
