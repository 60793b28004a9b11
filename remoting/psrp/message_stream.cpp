// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/psrp/message_stream.h"

#include "remoting/clixml/reader.h"

namespace drydock::psrp {

using domain::ErrorKind;

domain::Result<> MessageStream::receive(std::string_view fragments, const Handle& handle)
{
    m_bytes += fragments.size();
    if (m_bytes > m_limits.bytes)
        return domain::fail(ErrorKind::LimitExceeded, "read PSRP messages", "more bytes than accepted");
    std::vector<std::string> messages;
    DRYDOCK_TRY_VOID(m_defragmenter.feed(fragments, messages));
    for (const std::string& bytes : messages) {
        if (++m_messages > m_limits.messages)
            return domain::fail(ErrorKind::LimitExceeded, "read PSRP messages", "more messages than accepted");
        DRYDOCK_TRY(const Message message, decodeMessage(bytes));
        if (message.destination != m_reader)
            return domain::fail(ErrorKind::Malformed, "read " + toString(message.type),
                                m_reader == Destination::Client ? "not meant for a client" : "not meant for a server");
        DRYDOCK_TRY_VOID(handle(message));
    }
    return {};
}

domain::Result<clixml::Value> MessageStream::valueOf(const Message& message, Use use)
{
    clixml::Footprint footprint;
    auto values = clixml::read(message.xml, m_limits.xml, &footprint);
    if (!values) return domain::fail(values.error().within("read " + toString(message.type)));
    const std::size_t memory = footprint.memory + limits::messageMemory;
    if (!m_budget->take(memory))
        return domain::fail(ErrorKind::LimitExceeded, "read " + toString(message.type), "more memory than accepted");
    if (use == Use::Passing)
        m_budget->giveBack(memory);
    else
        m_keptBytes += footprint.text + limits::messageMemory;
    return values->empty() ? clixml::Value() : std::move(values->front());
}

} // namespace drydock::psrp
