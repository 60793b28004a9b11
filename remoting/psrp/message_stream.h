// The messages of one stream, which both ends of a pool and of a pipeline read alike: bytes cut anywhere go in,
// messages and their values come out.
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

    // `reader`: the end that reads. A message that is not meant for it is Malformed.
    MessageStream(Destination reader, FragmentLimits limits) : m_reader(reader), m_defragmenter(limits) {}

    // Hands the messages that are complete now to `handle`, in order. Returns the first error, of the Defragmenter, of
    // a message or of `handle`; the rest is discarded then.
    [[nodiscard]] domain::Result<> receive(std::string_view fragments, const Handle& handle);
    // After a reconnect: see Defragmenter.
    void resynchronise() { m_defragmenter.resynchronise(); }

private:
    Destination m_reader;
    Defragmenter m_defragmenter;
};

// The first value of a message's CLIXML; nil for a message without any. Malformed, LimitExceeded.
[[nodiscard]] domain::Result<clixml::Value> valueOf(const Message& message, const clixml::Limits& limits);

} // namespace drydock::psrp
