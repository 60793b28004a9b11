// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Cuts messages into fragments and joins fragments to messages (MS-PSRP 2.2.4). A fragment is a big-endian header of 21
// bytes and a part of the message.
#pragma once

#include "model/domain/result.h"
#include "remoting/clixml/memory_budget.h"
#include "remoting/limits.h"

#include <atomic>
#include <cstdint>
#include <map>
#include <memory>
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

inline constexpr std::size_t fragmentHeaderBytes = 21;

struct FragmentHeader {
    std::uint64_t objectId = 0;
    std::uint64_t fragmentId = 0;
    bool start = false;
    bool end = false;
    std::uint32_t length = 0; // of the blob after the header, in bytes
};

// Reads the first `fragmentHeaderBytes` bytes; `bytes` must hold as many.
[[nodiscard]] FragmentHeader readFragmentHeader(std::string_view bytes);

inline constexpr std::size_t defaultFragmentBytes = 32768; // what Windows sends, header included

[[nodiscard]] std::string encode(const Fragment& fragment);
// Returns every fragment in `bytes`. Malformed: the last one is cut short.
[[nodiscard]] domain::Result<std::vector<Fragment>> decodeFragments(std::string_view bytes);

// Cuts messages, and numbers them 1, 2, 3 … for a pool and all its pipelines. It may be used from several threads.
class Fragmenter
{
public:
    // Returns encoded fragments of at most `fragmentBytes` bytes, header included, in the order of sending.
    [[nodiscard]] std::vector<std::string> cut(std::string_view message,
                                               std::size_t fragmentBytes = defaultFragmentBytes);

private:
    std::atomic<std::uint64_t> m_next{1};
};

struct FragmentLimits {
    std::size_t fragment = limits::fragmentBytes; // bytes of one blob
    std::size_t object = limits::messageBytes;    // bytes of one message, and of all that have begun and not ended
    std::size_t openObjects =
        limits::openMessages; // that have begun and not ended; beyond that the oldest is discarded
};

// Joins messages from bytes that may be divided anywhere. Each stream, the pool's and every pipeline's, has its own.
class Defragmenter
{
public:
    // Unfinished messages draw on the budget, where there is one.
    explicit Defragmenter(FragmentLimits limits = {}, std::shared_ptr<clixml::MemoryBudget> budget = nullptr)
        : m_limits(limits), m_budget(std::move(budget))
    {
    }

    // Appends the messages that are now complete. Errors: Malformed for an object id of zero, an empty fragment, a
    // fragment out of order or one of a message that has not begun; LimitExceeded. The stream cannot be read any
    // further after an error. Each byte is copied once, however small the pieces are.
    [[nodiscard]] domain::Result<void> feed(std::string_view bytes, std::vector<std::string>& messages);
    // To be called after a reconnect. Incomplete messages are discarded, and fragments of a message whose beginning was
    // lost are skipped.
    void resynchronise();
    // Returns whether a message, or a fragment's header, has begun and not ended.
    [[nodiscard]] bool hasUnfinished() const noexcept { return !m_head.empty() || m_left > 0 || !m_open.empty(); }

private:
    struct Open {
        std::uint64_t nextFragment = 0;
        std::string data;
    };
    using Messages = std::map<std::uint64_t, Open>;

    // Reads a fragment's header. The bytes that follow belong to it.
    domain::Result<void> begin(const FragmentHeader& head);
    domain::Result<void> append(std::string_view blob);
    // Forgets a message and returns its data.
    std::string close(Messages::iterator open);

    FragmentLimits m_limits;
    std::shared_ptr<clixml::MemoryBudget> m_budget;
    std::string m_head;         // of the header that is being read
    std::uint64_t m_object = 0; // that the bytes of the current fragment belong to; 0: they are skipped
    std::size_t m_left = 0;     // of these bytes
    bool m_last = false;        // they end the message
    std::size_t m_unfinishedBytes = 0;
    Messages m_open;
    bool m_passOver = false;
};

} // namespace drydock::psrp
