// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Numbers of four bytes, the least significant first, as the header of a message and the blobs of keys hold them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace drydock::psrp {

inline void appendLittleEndian(std::string& out, std::uint32_t value)
{
    for (int shift = 0; shift < 32; shift += 8)
        out += static_cast<char>(static_cast<std::uint8_t>(value >> shift));
}

// `bytes` must hold four or more.
[[nodiscard]] inline std::uint32_t littleEndian(std::string_view bytes)
{
    std::uint32_t value = 0;
    for (std::size_t i = 4; i-- > 0;)
        value = value << 8 | static_cast<std::uint8_t>(bytes[i]);
    return value;
}

} // namespace drydock::psrp
