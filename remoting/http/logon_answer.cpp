// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/http/logon_answer.h"

#include "model/domain/names.h"
#include "remoting/auth/authentication.h"
#include "remoting/http/date.h"
#include "remoting/http/status.h"

#include <algorithm>
#include <chrono>

namespace drydock::http {
namespace {

constexpr std::chrono::seconds kerberosSkew{std::chrono::minutes(5)}; // how far clocks may differ for Kerberos

bool offers(const Response& response, std::string_view scheme)
{
    return std::ranges::any_of(response.headers, [scheme](const auto& header) {
        return domain::equalsIgnoringCase(header.first, "WWW-Authenticate") &&
               std::ranges::any_of(auth::offeredSchemes(header.second), [scheme](const std::string& offered) {
                   return domain::equalsIgnoringCase(offered, scheme);
               });
    });
}

} // namespace

std::string tokenOf(const Response& response, domain::AuthenticationScheme scheme)
{
    for (const auto& [name, value] : response.headers)
        if (domain::equalsIgnoringCase(name, "WWW-Authenticate"))
            if (auto token = auth::readToken(value, scheme)) return *std::move(token);
    return {};
}

domain::Error refusedLogon(Response response, domain::AuthenticationScheme scheme, bool byKerberos, std::string what)
{
    const auto date = readDate(find(response.headers, "Date"));
    const auto ahead = std::chrono::round<std::chrono::seconds>(date ? *date - std::chrono::system_clock::now()
                                                                     : std::chrono::system_clock::duration());
    const auto word = auth::tokenHeader(scheme, {});
    const bool isOffered = offers(response, word);
    auto error = accept(std::move(response), std::move(what)).error();
    if (!isOffered)
        error.detail += "; it does not offer " + word;
    else if (byKerberos && std::chrono::abs(ahead) > kerberosSkew) {
        error.kind = domain::ErrorKind::ClockSkew;
        error.detail += "; the server's clock differs by " + std::to_string(ahead.count()) + " s";
    }
    return error;
}

} // namespace drydock::http
