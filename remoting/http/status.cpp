// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/http/status.h"

#include "model/domain/names.h"
#include "model/domain/strings.h"
#include "remoting/auth/authentication.h"

#include <algorithm>

namespace drydock::http {
namespace {

using domain::ErrorKind;

// Returns the media type without its parameters.
std::string mediaType(const Response& response)
{
    auto type = domain::lowered(find(response.headers, "Content-Type"));
    type.resize(std::min(type.find_first_of("; \t"), type.size()));
    return type;
}

bool isSoap(const Response& response)
{
    return mediaType(response) == "application/soap+xml" && !response.body.empty();
}

std::string offered(const Response& response)
{
    std::string list;
    for (const auto& [name, value] : response.headers) {
        if (!domain::equalsIgnoringCase(name, "www-authenticate")) continue;
        for (const auto& scheme : auth::offeredSchemes(value))
            list += (list.empty() ? "the server offers " : ", ") + scheme;
    }
    return list;
}

// Returns the answer's status line and type. The server's text is cut short, and is only used as plain text in details.
std::string describe(const Response& response)
{
    std::string text = "HTTP " + std::to_string(response.status);
    if (!response.reason.empty()) text += " " + response.reason.substr(0, 200);
    if (const auto type = mediaType(response); !type.empty()) text += ", " + type.substr(0, 100);
    if (response.body.empty()) text += ", empty body";
    return text;
}

} // namespace

domain::Result<Response> accept(Response response, std::string what)
{
    const auto fail = [&](ErrorKind kind, const std::string& more = {}) {
        auto detail = describe(response);
        if (!more.empty()) detail += "; " + more;
        return domain::fail(kind, std::move(what), std::move(detail), response.status);
    };
    switch (response.status) {
    case 401:
        return fail(ErrorKind::NotAuthenticated, offered(response));
    case 403:
        return fail(ErrorKind::NotPermitted);
    case 404:
        return fail(ErrorKind::NotWsMan);
    case 301:
    case 302:
    case 307:
    case 308:
        return fail(ErrorKind::HttpStatus,
                    "it redirects to " + std::string(find(response.headers, "Location")).substr(0, 500) +
                        ", where no credentials are sent by themselves: connect to that address if it is yours");
    case 200:
    case 400:
    case 500:
        break;
    default:
        return fail(ErrorKind::HttpStatus);
    }
    const auto encoding = domain::lowered(find(response.headers, "Content-Encoding"));
    if (!encoding.empty() && encoding != "identity")
        return fail(ErrorKind::Malformed, "Content-Encoding " + encoding.substr(0, 50));
    if (isSoap(response)) return response;
    if (response.status == 500 && response.body.empty())
        return fail(ErrorKind::HttpStatus, "the path is right, and the application pool behind it is not available");
    if (response.status == 400 && response.body.empty())
        return fail(ErrorKind::HttpStatus, "the server may not take what is not encrypted, or could not decrypt it");
    return fail(ErrorKind::NotWsMan);
}

} // namespace drydock::http
