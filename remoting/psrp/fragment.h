// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Cuts messages into fragments and joins fragments to messages (MS-PSRP 2.2.4). A fragment is a big-endian header of 21
// bytes and a part of the message.
#pragma once

#include "model/domain/result.h"

#include <atomic>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::psrp {

struct Fragment {
    std::uint64_t objectId = 0;
    std::uint64_t fragmentId = 0;
    bool start = false;
    bool end = false;
    std::string blob;

    bool operator==(const Fragment&) const = default;
};

inline constexpr std::size_t kFragmentHeader = 21;

struct FragmentHeader {
    std::uint64_t objectId = 0;
    std::uint64_t fragmentId = 0;
    bool start = false;
    bool end = false;
    std::uint32_t length = 0; // of the blob after the header, in bytes
};

// Reads the first `kFragmentHeader` bytes; `bytes` must hold as many.
[[nodiscard]] FragmentHeader readFragmentHeader(std::string_view bytes);

inline constexpr std::size_t kFragmentBytes = 32768; // what Windows sends, header included

[[nodiscard]] std::string encode(const Fragment& fragment);
// Returns every fragment in `bytes`. Malformed: the last one is cut short.
[[nodiscard]] domain::Result<std::vector<Fragment>> decodeFragments(std::string_view bytes);

// Cuts messages, and numbers them 1, 2, 3 … for a pool and all its pipelines. It may be used from several threads.
class Fragmenter
{
public:
    // Returns encoded fragments of at most `fragmentBytes` bytes, header included, in the order of sending.
    [[nodiscard]] std::vector<std::string> cut(std::string_view message, std::size_t fragmentBytes = kFragmentBytes);

private:
    std::atomic<std::uint64_t> m_next{1};
};

struct FragmentLimits {
    std::size_t fragment = 2u << 20; // bytes of one blob
    std::size_t object = 64u << 20;  // bytes of one message
    std::size_t openObjects = 16;    // messages that have begun and not ended; beyond that the oldest is discarded
};

// Joins messages from bytes that may be divided anywhere. Each stream, the pool's and every pipeline's, has its own.
class Defragmenter
{
public:
    explicit Defragmenter(FragmentLimits limits = {}) : m_limits(limits) {}

    // Appends the messages that are now complete. Errors: Malformed for an object id of zero, an empty fragment, a
    // fragment out of order or one of a message that has not begun; LimitExceeded. The stream cannot be read any
    // further after an error.
    [[nodiscard]] domain::Result<void> feed(std::string_view bytes, std::vector<std::string>& messages);
    // To be called after a reconnect. Incomplete messages are discarded, and fragments of a message whose beginning was
    // lost are skipped.
    void resynchronise();

private:
    struct Open {
        std::uint64_t nextFragment = 0;
        std::string data;
    };

    domain::Result<void> consume(const FragmentHeader& head, std::string_view blob, std::vector<std::string>& messages);

    FragmentLimits m_limits;
    std::string m_rest; // an incomplete fragment
    std::map<std::uint64_t, Open> m_open;
    bool m_passOver = false;
};

} // namespace drydock::psrp
