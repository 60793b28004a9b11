// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/auth/authentication.h"

#include "model/domain/base64.h"
#include "model/domain/names.h"
#include "model/domain/strings.h"
#include "remoting/auth/logon.h"

#include <algorithm>

namespace drydock::auth {
namespace {

using Scheme = domain::AuthenticationScheme;

// Removes the text up to the next comma outside quotes, and the comma, and returns that text.
std::string_view takeItem(std::string_view& text)
{
    bool quoted = false;
    std::size_t at = 0;
    for (; at < text.size() && (quoted || text[at] != ','); ++at)
        if (text[at] == '"') quoted = !quoted;
    const auto item = text.substr(0, at);
    text.remove_prefix(std::min(at + 1, text.size()));
    return domain::trimmed(item);
}

} // namespace

bool isImplemented(Scheme scheme) noexcept { return !domain::usesContext(scheme) || implementsContexts(); }

domain::Result<> checkAllowed(Scheme scheme, std::string_view host, bool tls)
{
    const auto refused = [&](domain::ErrorKind kind, std::string detail) {
        return domain::fail(kind, "authenticate to " + std::string(host), std::move(detail));
    };
    if (!isImplemented(scheme))
        return refused(domain::ErrorKind::NotAuthenticated,
                       std::string("this version does not speak ") + domain::toString(scheme));
    switch (domain::schemeUse(scheme, host, tls)) {
    case domain::SchemeUse::Allowed:
        return {};
    case domain::SchemeUse::NeedsTls:
        return refused(domain::ErrorKind::BadAddress, scheme == Scheme::Basic ? "Basic authentication needs https"
                                                                              : "a client certificate needs https");
    case domain::SchemeUse::NeedsLoopback:
        break;
    }
    return refused(domain::ErrorKind::BadAddress, "authentication is required");
}

domain::Secret authorization(const Credentials& credentials)
{
    if (credentials.scheme == Scheme::Certificate)
        return domain::Secret("http://schemas.dmtf.org/wbem/wsman/1/wsman/secprofile/https/mutual");
    if (credentials.scheme != Scheme::Basic) return {};
    std::string pair = credentials.user + ":";
    pair += credentials.password.reveal();
    std::string encoded = domain::toBase64(pair);
    domain::wipe(pair);
    std::string header = "Basic " + encoded;
    domain::wipe(encoded);
    return domain::Secret(std::move(header));
}

std::optional<Credentials> readAuthorization(std::string_view header)
{
    const auto blank = header.find(' ');
    if (blank == std::string_view::npos || !domain::equalsIgnoringCase(header.substr(0, blank), "Basic"))
        return std::nullopt;
    auto pair = domain::fromBase64(domain::trimmed(header.substr(blank)));
    if (!pair) return std::nullopt;
    const auto colon = pair->find(':');
    std::optional<Credentials> credentials;
    if (colon != std::string::npos)
        credentials.emplace(
            Credentials{Scheme::Basic, pair->substr(0, colon), domain::Secret(pair->substr(colon + 1))});
    domain::wipe(*pair);
    return credentials;
}

std::string tokenHeader(Scheme scheme, std::string_view token)
{
    std::string header = scheme == Scheme::Kerberos ? "Kerberos" : "Negotiate";
    if (!token.empty()) header += " " + domain::toBase64(token);
    return header;
}

std::optional<std::string> readToken(std::string_view header, Scheme scheme)
{
    const auto word = tokenHeader(scheme, {});
    while (!header.empty()) {
        const auto item = takeItem(header);
        const auto blank = item.find_first_of(" \t");
        if (blank == std::string_view::npos || !domain::equalsIgnoringCase(item.substr(0, blank), word)) continue;
        if (auto token = domain::fromBase64(domain::trimmed(item.substr(blank))); token && !token->empty())
            return token;
    }
    return std::nullopt;
}

std::vector<std::string> offeredSchemes(std::string_view header)
{
    std::vector<std::string> schemes;
    while (!header.empty()) {
        const auto item = takeItem(header);
        const auto word = item.substr(0, item.find_first_of(" \t"));
        // "realm=..." is a parameter of the scheme before it; a scheme stands alone or before a space.
        if (!word.empty() && word.find('=') == std::string_view::npos) schemes.emplace_back(word);
    }
    return schemes;
}

} // namespace drydock::auth
