// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The PSRP bytes in recorded envelopes, and what is known of them.
#pragma once

#include "remoting/psrp/message.h"

#include <filesystem>
#include <string>
#include <vector>

namespace drydock::psrp::recordings {

struct Stream {
    std::string element;   // creationXml, Arguments, Stream, connectXml, connectResponseXml
    std::string commandId; // upper case; empty = of the pool
    std::string bytes;
};

struct Side {
    bool request = false;
    std::string action;
    std::vector<Stream> streams;
};

// A message as the split recording has it.
struct Known {
    bool request = false;
    Message message;
    bool mark = false;
};

[[nodiscard]] std::vector<Side> sides(const std::filesystem::path& yml);
[[nodiscard]] std::vector<Known> known(const std::filesystem::path& jsonl);
// Recordings that have a split twin.
[[nodiscard]] std::vector<std::filesystem::path> files();

} // namespace drydock::psrp::recordings
