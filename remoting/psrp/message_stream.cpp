// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/psrp/message_stream.h"

#include "remoting/clixml/reader.h"

namespace drydock::psrp {

domain::Result<> MessageStream::receive(std::string_view fragments, const Handle& handle)
{
    std::vector<std::string> messages;
    DRYDOCK_TRY_VOID(m_defragmenter.feed(fragments, messages));
    for (const std::string& bytes : messages) {
        DRYDOCK_TRY(const Message message, decodeMessage(bytes));
        if (message.destination != m_reader)
            return domain::fail(domain::ErrorKind::Malformed, "read " + toString(message.type),
                                m_reader == Destination::Client ? "not meant for a client" : "not meant for a server");
        DRYDOCK_TRY_VOID(handle(message));
    }
    return {};
}

domain::Result<clixml::Value> valueOf(const Message& message, const clixml::Limits& limits)
{
    auto values = clixml::read(message.xml, limits);
    if (!values) return domain::fail(values.error().within("read " + toString(message.type)));
    return values->empty() ? clixml::Value() : std::move(values->front());
}

} // namespace drydock::psrp
