// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// A damaged recording is read or refused, and what is read of it is no more than what the file can stand for.
#include "remoting/wsman/recording.h"
#include "tests/fuzz/require.h"

#include <cstdint>
#include <string_view>

using namespace drydock;
using drydock::tests::require;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    if (const auto exchanges = wsman::readRecording(text)) {
        std::size_t bytes = 0, line = 0;
        for (const auto& exchange : *exchanges) {
            bytes += exchange.request.size() + exchange.response.size();
            require(exchange.line > line);
            line = exchange.line;
        }
        require(bytes <= 2 * size); // an escape may stand for more bytes than it has
    }
    return 0;
}
