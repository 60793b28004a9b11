// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Reads the messages of one stream, for both ends of a pool and of a pipeline. The bytes may be divided anywhere.
#pragma once

#include "remoting/clixml/limits.h"
#include "remoting/clixml/value.h"
#include "remoting/psrp/fragment.h"
#include "remoting/psrp/message.h"

#include <functional>

namespace drydock::psrp {

class MessageStream
{
public:
    using Handle = std::function<domain::Result<>(const Message&)>;

    // `reader` is the end that reads the stream.
    MessageStream(Destination reader, FragmentLimits limits) : m_reader(reader), m_defragmenter(limits) {}

    // Calls `handle` for each message that is now complete, in order. Returns the first error: the Defragmenter's,
    // Malformed for a message that cannot be decoded or is meant for the other end, or one of `handle`. The remaining
    // messages are then discarded.
    [[nodiscard]] domain::Result<> receive(std::string_view fragments, const Handle& handle);
    // To be called after a reconnect; see Defragmenter.
    void resynchronise() { m_defragmenter.resynchronise(); }

private:
    Destination m_reader;
    Defragmenter m_defragmenter;
};

// Returns the first value of a message's CLIXML; Nil if it holds none. Errors: Malformed, LimitExceeded.
[[nodiscard]] domain::Result<clixml::Value> valueOf(const Message& message, const clixml::Limits& limits);

} // namespace drydock::psrp
