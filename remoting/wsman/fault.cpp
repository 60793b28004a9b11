// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/wsman/fault.h"

#include "model/domain/utf8.h"
#include "remoting/wsman/names.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>

namespace drydock::wsman {
namespace {

using domain::ErrorKind;
using Kind = domain::ErrorKind;

struct Row {
    std::uint32_t code;
    Kind kind;
    Remedy remedy;
    const char* subcode;     // the subcode that a server of this program writes
    const char* detail = ""; // the last part of the fault detail URI
};

// The codes of protocol.md 1.11, in its order. A code that is not listed is a Fault that is reported.
constexpr auto rows = std::to_array<Row>({
    {code::operationTimedOut, Kind::TimedOut, Remedy::AskAgain, "w:TimedOut"},
    {code::operationAborted, Kind::OutcomeUnknown, Remedy::AskAgainForLost, "w:InternalError"},
    {code::operationAbortedHr, Kind::OutcomeUnknown, Remedy::AskAgainForLost, "w:InternalError"},
    {code::unexpectedSelectors, Kind::ShellGone, Remedy::NewShell, "w:InvalidSelectors", "UnexpectedSelectors"},
    {code::insufficientSelectors, Kind::Fault, Remedy::Report, "w:InvalidSelectors", "InsufficientSelectors"},
    {code::shellClosed, Kind::ShellGone, Remedy::NewShell, "w:InvalidSelectors"},
    {code::commandClosed, Kind::ShellGone, Remedy::NewShell, "w:InvalidSelectors"},
    {2150858752, Kind::Fault, Remedy::Report, "a:DestinationUnreachable"},
    {code::unknownResource, Kind::NotWsMan, Remedy::Report, "a:DestinationUnreachable", "InvalidResourceURI"},
    {code::accessDenied, Kind::NotPermitted, Remedy::Report, "w:AccessDenied"},
    {2147942405, Kind::NotPermitted, Remedy::Report, "w:AccessDenied"},
    {1311, Kind::NotAuthenticated, Remedy::Report, "w:AccessDenied"},
    {1326, Kind::NotAuthenticated, Remedy::Report, "w:AccessDenied"},
    {2147943726, Kind::NotAuthenticated, Remedy::Report, "w:AccessDenied"},
    {14, Kind::Quota, Remedy::Wait, "w:InternalError"},
    {2147942414, Kind::Quota, Remedy::Wait, "w:InternalError"},
    {87, Kind::Fault, Remedy::Report, "w:InternalError"},
    {2147942402, Kind::Fault, Remedy::Report, "w:InternalError"},
    {code::invalidHeader, Kind::Fault, Remedy::Report, "a:InvalidMessageInformationHeader"},
    {code::actionNotSupported, Kind::Fault, Remedy::Report, "a:ActionNotSupported"},
    {2150858823, Kind::LimitExceeded, Remedy::SmallerEnvelope, "w:EncodingLimit", "MaxEnvelopeSize"},
    {2150858824, Kind::LimitExceeded, Remedy::SmallerEnvelope, "w:EncodingLimit", "MaxEnvelopeSize"},
    {2150858825, Kind::LimitExceeded, Remedy::SmallerEnvelope, "w:EncodingLimit", "MaxEnvelopeSize"},
    {2150858790, Kind::LimitExceeded, Remedy::SmallerEnvelope, "w:EncodingLimit", "MaxEnvelopeSize"},
    {2150858815, Kind::Quota, Remedy::Wait, "w:QuotaLimit"},
    {2150858974, Kind::NotAuthenticated, Remedy::Report, "w:AccessDenied"},
    {2150858975, Kind::NotAuthenticated, Remedy::Report, "w:AccessDenied"},
    {2150858978, Kind::NotAuthenticated, Remedy::Report, "w:AccessDenied"},
    {2150858981, Kind::NotAuthenticated, Remedy::Report, "w:AccessDenied"},
    {2150858806, Kind::NotAuthenticated, Remedy::Report, "w:AccessDenied"},
    {2150858904, Kind::ShellGone, Remedy::NewShell, "w:InternalError"},
    {2150858906, Kind::Fault, Remedy::Report, "w:InternalError"},
    {code::noResponseData, Kind::Fault, Remedy::AskAgain, "w:InternalError"},
    {2150858980, Kind::Fault, Remedy::Report, "w:AccessDenied"},
    {code::notDecrypted, Kind::OutcomeUnknown, Remedy::AskAgainForLost, "w:InternalError"},
    {2150859019, Kind::BadAddress, Remedy::Report, "w:InternalError"},
    {2150859020, Kind::BadAddress, Remedy::Report, "w:InternalError"},
    {code::serviceUnavailable, Kind::Fault, Remedy::Wait, "w:InternalError"},
    {2150859027, Kind::NotWsMan, Remedy::Report, "a:DestinationUnreachable"},
    {2150859046, Kind::OutcomeUnknown, Remedy::AskAgainForLost, "w:InternalError"},
    {code::receiveInProgress, Kind::Fault, Remedy::AskAgainForLost, "w:Concurrency"},
    {2150859161, Kind::BadAddress, Remedy::Report, "w:InternalError"},
    {2150859178, Kind::BadAddress, Remedy::Report, "w:InternalError"},
    {2150859189, Kind::BadAddress, Remedy::Report, "w:InternalError"},
    {2150859190, Kind::BadAddress, Remedy::Report, "w:InternalError"},
    {2150859191, Kind::BadAddress, Remedy::Report, "w:InternalError"},
    {code::tooManyShells, Kind::Quota, Remedy::Wait, "w:QuotaLimit"},
    {2150859174, Kind::Quota, Remedy::Wait, "w:QuotaLimit"},
    {2150859175, Kind::Quota, Remedy::Wait, "w:QuotaLimit"},
    {2150859176, Kind::Quota, Remedy::Wait, "w:QuotaLimit"},
    {2150859177, Kind::NotPermitted, Remedy::Report, "w:AccessDenied"},
    {2150859179, Kind::Quota, Remedy::Wait, "w:QuotaLimit"},
    {2150859180, Kind::NotPermitted, Remedy::Report, "w:AccessDenied"},
    {code::shellDisconnected, Kind::ShellGone, Remedy::Reconnect, "w:InvalidSelectors"},
    {code::disconnectUnsupported, Kind::Fault, Remedy::Report, "a:ActionNotSupported"},
    {code::sessionMismatch, Kind::ShellGone, Remedy::NewShell, "w:InvalidSelectors"},
    {2150859212, Kind::ShellGone, Remedy::NewShell, "w:InvalidSelectors"},
    {code::connectedElsewhere, Kind::ShellGone, Remedy::NewShell, "w:InvalidSelectors"},
    {2150859215, Kind::Fault, Remedy::Report, "w:InvalidSelectors"},
    {code::notNow, Kind::Fault, Remedy::Report, "w:InvalidSelectors"},
    {2150859236, Kind::Quota, Remedy::Wait, "w:QuotaLimit"},
    {2150859237, Kind::Quota, Remedy::Wait, "w:QuotaLimit"},
    {2150859238, Kind::Quota, Remedy::Wait, "w:QuotaLimit"},
    {2150859239, Kind::Quota, Remedy::Wait, "w:QuotaLimit"},
    {2150859240, Kind::Quota, Remedy::Wait, "w:QuotaLimit"},
    {2150859241, Kind::Quota, Remedy::Wait, "w:QuotaLimit"},
    {2150859248, Kind::NotAuthenticated, Remedy::Report, "w:AccessDenied"},
    {2150859250, Kind::Fault, Remedy::Report, "w:InternalError"},
    {1722, Kind::Fault, Remedy::OpenLater, "w:InternalError"},
    {2150858770, Kind::Fault, Remedy::OpenLater, "w:InternalError"},
    {2150859120, Kind::Fault, Remedy::OpenLater, "w:InternalError"},
    {code::pluginException, Kind::Fault, Remedy::Report, "w:InternalError"},
});

const Row* find(std::uint32_t code)
{
    const auto found = std::ranges::find(rows, code, &Row::code);
    return found == rows.end() ? nullptr : &*found;
}

// Removes "[…] " from the front of the text and returns it.
std::string_view takeBracket(std::string_view& text)
{
    const auto close = text.find(']');
    if (!text.starts_with('[') || close == std::string_view::npos) return {};
    const auto inside = text.substr(1, close - 1);
    text.remove_prefix(close + 1);
    text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    return inside;
}

std::string valueOf(std::string_view list, std::string_view key)
{
    while (!list.empty()) {
        const auto comma = std::min(list.find(','), list.size());
        const auto item = list.substr(0, comma);
        if (item.size() > key.size() && item.starts_with(key) && item[key.size()] == '=')
            return std::string(item.substr(key.size() + 1));
        list.remove_prefix(std::min(comma + 1, list.size()));
    }
    return {};
}

} // namespace

Fault makeFault(std::uint32_t code, std::string message)
{
    const Row* row = find(code);
    Fault fault;
    fault.code = code;
    fault.subcode = row != nullptr ? row->subcode : "w:InternalError";
    const bool senderIsWrong =
        fault.subcode.starts_with("a:") || fault.subcode.starts_with("w:Invalid") || fault.subcode == "w:AccessDenied";
    fault.value = senderIsWrong ? "s:Sender" : "s:Receiver";
    if (row != nullptr && *row->detail != 0) fault.detail = std::string(uri::faultDetail) + row->detail;
    fault.message = std::move(message);
    return fault;
}

Fault makeNotUnderstood(std::string_view header)
{
    Fault fault;
    fault.value = "s:MustUnderstand";
    fault.message = "The header " + std::string(header) + " must be understood and is not known.";
    return fault;
}

ErrorKind kindOf(const Fault& fault) noexcept
{
    if (fault.failureCategory == "WSMan-InvalidShellID") return ErrorKind::ShellGone;
    if (fault.failureCategory.starts_with("AuthZ-")) return ErrorKind::NotPermitted;
    const Row* row = find(fault.code);
    return row != nullptr ? row->kind : ErrorKind::Fault;
}

Remedy remedyOf(const Fault& fault) noexcept
{
    if (fault.failureCategory == "WSMan-InvalidShellID") return Remedy::NewShell;
    const Row* row = find(fault.code);
    return row != nullptr ? row->remedy : Remedy::Report;
}

bool isListed(std::uint32_t code) noexcept { return find(code) != nullptr; }

domain::Error toError(const Fault& fault, std::string what)
{
    std::string detail = fault.message;
    if (detail.empty()) detail = fault.subcode;
    // The codes of WS-Management and of the plug-in are known by their hexadecimal form.
    if (std::array<char, 16> hex{}; fault.code >= 0x80000000U) {
        std::snprintf(hex.data(), hex.size(), " [0x%08X]", static_cast<unsigned>(fault.code));
        detail += hex.data();
    }
    if (!fault.failureCategory.empty()) detail += " [" + fault.failureCategory + "]";
    if (!fault.requestId.empty()) detail += " [RequestId=" + fault.requestId + "]";
    return domain::Error{kindOf(fault), std::move(what), std::move(detail), std::int64_t{fault.code}, nullptr};
}

std::uint32_t waitMilliseconds(const Fault& fault) noexcept
{
    constexpr std::string_view before = "at least ";
    const std::string_view text = fault.message;
    const auto at = text.rfind(before);
    if (at == std::string_view::npos) return 0;
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(text.data() + at + before.size(), text.data() + text.size(), number);
    const std::string_view unit(end, static_cast<std::size_t>(text.data() + text.size() - end));
    return error == std::errc() && unit.starts_with(" millisecond") ? number : 0;
}

std::uint32_t codeOfSubcode(std::string_view local) noexcept
{
    if (local == "TimedOut") return code::operationTimedOut;
    if (local == "AccessDenied") return code::accessDenied;
    if (local == "InvalidSelectors") return code::unexpectedSelectors;
    if (local == "ActionNotSupported") return code::actionNotSupported;
    if (local == "QuotaLimit") return 2150858815;
    if (local == "EncodingLimit") return 2150858823;
    return 0;
}

void setMessage(Fault& fault, std::string text)
{
    constexpr std::size_t longest =
        std::size_t{16} * 1024; // the text comes from the server and goes into logs and windows
    if (text.size() > longest) text = domain::toValidUtf8(std::string_view(text).substr(0, longest));
    std::string_view rest = text;
    if (rest.starts_with("[ClientAccessServer=") || rest.starts_with("[Server=")) {
        fault.requestId = valueOf(takeBracket(rest), "RequestId");
        if (rest.starts_with("[FailureCategory="))
            fault.failureCategory = valueOf(takeBracket(rest), "FailureCategory");
    }
    fault.message = std::string(rest);
}

} // namespace drydock::wsman
