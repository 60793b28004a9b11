// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "tests/remoting/wsman/recordings.h"

#include "tests/support/paths.h"

#include <algorithm>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>

namespace drydock::tests {

std::vector<wsman::RecordedExchange> readRecording(const std::filesystem::path& file)
{
    std::ostringstream text;
    text << std::ifstream(file, std::ios::binary).rdbuf();
    auto exchanges = wsman::readRecording(text.str());
    EXPECT_TRUE(exchanges) << file << ": " << exchanges.error().summary();
    return exchanges ? *std::move(exchanges) : std::vector<wsman::RecordedExchange>();
}

std::vector<std::filesystem::path> recordings()
{
    std::vector<std::filesystem::path> files;
    const std::filesystem::path folder = testData() / "wire";
    if (!std::filesystem::is_directory(folder)) return files;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().extension() == ".yml") files.push_back(entry.path());
    std::ranges::sort(files);
    return files;
}

} // namespace drydock::tests
