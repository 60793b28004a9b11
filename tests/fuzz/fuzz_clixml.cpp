// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Whatever is read must survive being written, read again, printed and looked at.
#include "remoting/clixml/json.h"
#include "remoting/clixml/reader.h"
#include "remoting/clixml/writer.h"

#include <cstdint>
#include <cstdlib>

using namespace drydock::clixml;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string text(data, data + size);
    (void)read(text, Limits::asPowerShell());
    const auto values = read(text);
    if (!values) return 0;
    (void)toJson(*values);
    for (const Value& value : *values) {
        (void)value.display();
        (void)value["State"].toInt();
        (void)value.toDouble();
        (void)value.isA("System.Enum");
    }
    const std::string written = writeDocument(*values);
    const auto again = read(written);
    if (!again || again->size() != values->size()) std::abort();
    // What is cut for its depth, or stands in a cycle met elsewhere, is written in full once; from then on it is
    // stable.
    const auto third = read(writeDocument(*again));
    if (!third || third->size() != again->size()) std::abort();
    return 0;
}
