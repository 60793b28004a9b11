// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Reads the messages of one stream, for both ends of a pool and of a pipeline, within limits. The bytes may be divided
// anywhere.
#pragma once

#include "remoting/clixml/limits.h"
#include "remoting/clixml/memory_budget.h"
#include "remoting/clixml/value.h"
#include "remoting/psrp/fragment.h"
#include "remoting/psrp/message.h"

#include <functional>
#include <memory>

namespace drydock::psrp {

class MessageStream
{
public:
    using Handle = std::function<domain::Result<>(const Message&)>;

    struct Limits {
        FragmentLimits fragments = {};
        clixml::Limits xml = {};
        std::size_t bytes = limits::streamBytes;
        std::size_t messages = limits::streamMessages;
    };

    // `reader` is the end that reads the stream. What is read draws on a budget of its own within `memory`.
    MessageStream(Destination reader, const Limits& limits, std::shared_ptr<clixml::MemoryBudget> memory)
        : m_reader(reader), m_limits(limits), m_budget(std::make_shared<clixml::MemoryBudget>(std::move(memory))),
          m_defragmenter(limits.fragments, m_budget)
    {
    }

    // Calls `handle` for each message that is now complete, in order. Returns the first error: the Defragmenter's,
    // Malformed for a message that cannot be decoded or is meant for the other end, LimitExceeded, or one of `handle`.
    // The remaining messages are then discarded.
    [[nodiscard]] domain::Result<> receive(std::string_view fragments, const Handle& handle);
    // To be called after a reconnect; see Defragmenter.
    void resynchronise() { m_defragmenter.resynchronise(); }
    // Returns whether a message has begun and not ended. At the end of the stream it is lost.
    [[nodiscard]] bool hasUnfinished() const noexcept { return m_defragmenter.hasUnfinished(); }
    // Whether the value of a message is kept after it was handled, or the stream's budget is given back at once.
    enum class Use { Kept, Passing };
    // Returns the first value of a message's CLIXML; Nil if it holds none. Errors: Malformed, LimitExceeded.
    [[nodiscard]] domain::Result<clixml::Value> valueOf(const Message& message, Use use);
    // Returns the bytes of the texts of all values that are kept, a reference counted as a copy, and a constant for
    // each message: a bound of what can be made of them.
    [[nodiscard]] std::size_t keptBytes() const noexcept { return m_keptBytes; }
    // What the values that are kept take. It is given back when the budget is no longer held.
    [[nodiscard]] const std::shared_ptr<clixml::MemoryBudget>& budget() const noexcept { return m_budget; }

private:
    Destination m_reader;
    Limits m_limits;
    std::shared_ptr<clixml::MemoryBudget> m_budget;
    Defragmenter m_defragmenter;
    std::size_t m_bytes = 0;
    std::size_t m_messages = 0;
    std::size_t m_keptBytes = 0;
};

} // namespace drydock::psrp
