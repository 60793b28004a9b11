// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/auth/sealed_body.h"

#include "model/domain/names.h"
#include "model/domain/strings.h"

#include <charconv>
#include <cstdint>
#include <optional>

namespace drydock::auth {
namespace {

using domain::equalsIgnoringCase;
using domain::ErrorKind;

constexpr std::string_view boundary = "Encrypted Boundary";
constexpr std::string_view onePart = "multipart/encrypted", severalParts = "multipart/x-multi-encrypted";
constexpr std::size_t lengthWord = 4;

domain::Failure malformed(std::string detail)
{
    return domain::fail(ErrorKind::Malformed, "read a sealed body", std::move(detail));
}

std::string_view mediaType(std::string_view contentType)
{
    return domain::trimmed(contentType.substr(0, contentType.find(';')));
}

// Returns the parameter of that name, without its quotes; empty if there is none. No parameter of these types holds a
// semicolon or a quote.
std::string_view parameterOf(std::string_view value, std::string_view name)
{
    while (!value.empty()) {
        const auto item = domain::trimmed(value.substr(0, value.find(';')));
        const auto equals = item.find('=');
        if (equals != std::string_view::npos && equalsIgnoringCase(item.substr(0, equals), name))
            return domain::trimmed(item.substr(equals + 1), "\" \t");
        value.remove_prefix(std::min(value.size(), value.find(';')));
        value.remove_prefix(value.empty() ? 0 : 1);
    }
    return {};
}

bool take(std::string_view& text, std::string_view expected)
{
    if (!text.starts_with(expected)) return false;
    text.remove_prefix(expected.size());
    return true;
}

// Removes a line of the form "[TAB]Name: value" and returns its value; empty if there is no such line.
std::string_view takeHeader(std::string_view& text, std::string_view name)
{
    const auto end = text.find("\r\n");
    if (end == std::string_view::npos) return {};
    const auto line = domain::trimmed(text.substr(0, end));
    const auto colon = line.find(':');
    if (colon == std::string_view::npos || !equalsIgnoringCase(line.substr(0, colon), name)) return {};
    text.remove_prefix(end + 2);
    return domain::trimmed(line.substr(colon + 1));
}

// Removes the closing boundary. The data before it is binary, so the boundary is taken from the end of the body. Some
// peers leave out its two last hyphens or the end of its line.
bool takeClosing(std::string_view& body, std::string_view delimiter)
{
    if (body.ends_with("\r\n")) body.remove_suffix(2);
    if (body.ends_with("--")) body.remove_suffix(2);
    if (!body.ends_with(delimiter)) return false;
    body.remove_suffix(delimiter.size());
    return true;
}

// Reads "type=application/soap+xml;charset=UTF-8;Length=2964".
std::optional<SealedPart> originalContent(std::string_view value)
{
    if (!take(value, "type=")) return std::nullopt;
    const auto lengthAt = domain::lowered(value).rfind(";length=");
    if (lengthAt == std::string::npos) return std::nullopt;
    SealedPart part;
    part.type = value.substr(0, lengthAt);
    const auto digits = value.substr(lengthAt + std::string_view(";length=").size());
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), part.length);
    if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
    return part;
}

// Reads the header lines of a part and leaves its binary data, which begins after them without an empty line.
domain::Result<SealedPart> takePartHeaders(std::string_view& text, std::string_view delimiter,
                                           std::string_view protocol)
{
    if (!take(text, delimiter) || !take(text, "\r\n")) return malformed("no boundary where a part begins");
    if (!equalsIgnoringCase(takeHeader(text, "Content-Type"), protocol))
        return malformed("a part of another protocol than the body's");
    auto part = originalContent(takeHeader(text, "OriginalContent"));
    if (!part) return malformed("no OriginalContent with a length");
    if (!take(text, delimiter) || !take(text, "\r\n")) return malformed("no boundary before the data");
    if (!equalsIgnoringCase(takeHeader(text, "Content-Type"), "application/octet-stream"))
        return malformed("the data is not application/octet-stream");
    return *std::move(part);
}

domain::Result<> readData(std::string_view bytes, SealedPart& part)
{
    if (bytes.size() < lengthWord) return malformed("no length of the header");
    std::size_t headerSize = 0;
    for (std::size_t i = 0; i < lengthWord; ++i)
        headerSize |= std::size_t{static_cast<unsigned char>(bytes[i])} << (8 * i);
    bytes.remove_prefix(lengthWord);
    if (headerSize > bytes.size()) return malformed("the header is longer than the body");
    part.header = bytes.substr(0, headerSize);
    part.data = bytes.substr(headerSize);
    // Some peers end the line before the closing boundary (protocol.md 4.4).
    if (part.data.size() == part.length + 2 && part.data.ends_with("\r\n")) part.data.resize(part.length);
    return {};
}

} // namespace

std::string_view sealingProtocol(domain::AuthenticationScheme scheme) noexcept
{
    return scheme == domain::AuthenticationScheme::Kerberos ? "application/HTTP-Kerberos-session-encrypted"
                                                            : "application/HTTP-SPNEGO-session-encrypted";
}

std::string sealedContentType(std::string_view protocol)
{
    std::string text(onePart);
    text.append(";protocol=\"").append(protocol).append("\";boundary=\"").append(boundary).append("\"");
    return text;
}

bool isSealed(std::string_view contentType) noexcept
{
    const auto type = mediaType(contentType);
    return equalsIgnoringCase(type, onePart) || equalsIgnoringCase(type, severalParts);
}

std::string printSealed(std::string_view protocol, const std::vector<SealedPart>& parts)
{
    std::string text;
    const auto line = [&text](std::initializer_list<std::string_view> words) {
        for (const auto word : words)
            text.append(word);
        text.append("\r\n");
    };
    for (const auto& part : parts) {
        line({"--", boundary});
        line({"\tContent-Type: ", protocol});
        line({"\tOriginalContent: type=", part.type, ";Length=", std::to_string(part.length)});
        line({"--", boundary});
        line({"\tContent-Type: application/octet-stream"});
        for (std::size_t i = 0; i < lengthWord; ++i)
            text += static_cast<char>((part.header.size() >> (8 * i)) & 0xFF);
        text.append(part.header).append(part.data);
    }
    line({"--", boundary, "--"});
    return text;
}

domain::Result<std::vector<SealedPart>> readSealed(std::string_view contentType, std::string_view body)
{
    const auto protocol = parameterOf(contentType, "protocol"), name = parameterOf(contentType, "boundary");
    if (!isSealed(contentType) || protocol.empty() || name.empty()) return malformed("no protocol or no boundary");
    std::string delimiter = "--" + std::string(name);
    if (!body.starts_with(delimiter)) delimiter.insert(2, 1, ' '); // as Exchange writes it
    if (!takeClosing(body, delimiter)) return malformed("no closing boundary");

    const bool single = equalsIgnoringCase(mediaType(contentType), onePart);
    const auto nextPart = delimiter + "\r\n";
    std::vector<SealedPart> parts;
    do {
        DRYDOCK_TRY(auto part, takePartHeaders(body, delimiter, protocol));
        const auto size = single ? body.size() : std::min(body.size(), body.find(nextPart));
        DRYDOCK_TRY_VOID(readData(body.substr(0, size), part));
        body.remove_prefix(size);
        parts.push_back(std::move(part));
    } while (!body.empty());
    return parts;
}

domain::Result<std::string> sealBody(SecurityContext& context, std::string_view protocol, std::string_view type,
                                     std::string_view text)
{
    DRYDOCK_TRY(auto sealed, context.seal(text));
    const auto length = text.size() + sealed.padding;
    return printSealed(protocol, {{std::string(type), length, std::move(sealed.header), std::move(sealed.data)}});
}

domain::Result<UnsealedBody> unsealBody(SecurityContext& context, std::string_view contentType, std::string_view body)
{
    DRYDOCK_TRY(const auto parts, readSealed(contentType, body));
    UnsealedBody whole{parts.front().type, {}};
    for (const auto& part : parts) {
        DRYDOCK_TRY(const auto text, context.unseal(part.header, part.data));
        // A peer that pads counts the byte of padding, which is not part of the text.
        if (text.size() != part.length && text.size() + 1 != part.length)
            return malformed("the text has " + std::to_string(text.size()) + " bytes, and " +
                             std::to_string(part.length) + " were announced");
        whole.text += text;
    }
    return whole;
}

} // namespace drydock::auth
