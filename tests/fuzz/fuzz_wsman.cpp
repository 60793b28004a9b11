// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Envelopes of strangers, as a client and as a server read them: whatever is read is written and read back the same.
#include "model/domain/base64.h"
#include "model/domain/iso_duration.h"
#include "model/domain/utf8.h"
#include "remoting/wsman/request.h"
#include "remoting/wsman/request_writer.h"
#include "remoting/wsman/response.h"
#include "remoting/wsman/response_writer.h"
#include "remoting/wsman/xml.h"
#include "tests/fuzz/require.h"

#include <cstdint>
#include <string_view>

using namespace drydock;
using drydock::tests::require;

namespace {

void readAsServer(std::string_view text)
{
    const auto request = wsman::readRequest(text);
    if (!request) return;
    static_cast<void>(wsman::headerFault(*request));
    const auto again = wsman::readRequest(wsman::write(*request));
    require(again.has_value());
    require(again->operation == request->operation && again->messageId == request->messageId);
    require(again->body == request->body);
}

void readAsClient(std::string_view text)
{
    const auto response = wsman::readResponse(text);
    if (!response) return;
    if (const auto* fault = response->fault()) {
        static_cast<void>(wsman::toError(*fault, "fuzz"));
        static_cast<void>(wsman::waitMilliseconds(*fault));
    }
    const auto again = wsman::readResponse(wsman::write(*response));
    require(again.has_value());
    if (const auto* received = std::get_if<wsman::ReceiveResponse>(&response->body))
        require(std::get<wsman::ReceiveResponse>(again->body).streams == received->streams);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    readAsServer(text);
    readAsClient(text);
    if (const auto duration = domain::fromIsoDuration(text, domain::CalendarUnits::AsDotNet))
        require(domain::fromIsoDuration(domain::toIsoDuration(*duration)) == duration);
    const auto valid = domain::toValidUtf8(text);
    require(domain::toValidUtf8(valid) == valid);
    if (const auto bytes = domain::fromBase64(text)) require(domain::fromBase64(domain::toBase64(*bytes)) == *bytes);
    return 0;
}
