// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Reads recordings of request/response pairs (a `messages:` list in YAML): only as much YAML as recordings use.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace drydock::tests {

struct Exchange {
    std::string request;
    std::string response; // empty where the connection failed instead
    int status = 200;     // the HTTP status the response came with
};

[[nodiscard]] std::vector<Exchange> readRecording(const std::filesystem::path& file);
// Every recording of the test data, sorted by name; empty where the data is absent.
[[nodiscard]] std::vector<std::filesystem::path> recordings();

} // namespace drydock::tests
