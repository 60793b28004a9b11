// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/http/sealed_answer.h"

#include "remoting/auth/sealed_body.h"
#include "remoting/http/status.h"

namespace drydock::http {

using domain::ErrorKind;

domain::Result<Response> unsealed(auth::SecurityContext& context, Response response, const std::string& what)
{
    const std::string type(find(response.headers, "Content-Type"));
    if (!auth::isSealed(type)) {
        auto plain = accept(std::move(response), what);
        if (plain) return domain::fail(ErrorKind::ServerNotProven, what, "an answer that is not sealed");
        auto error = std::move(plain).error();
        const bool refusal = error.kind == ErrorKind::NotAuthenticated || error.kind == ErrorKind::NotPermitted ||
                             error.kind == ErrorKind::HttpStatus;
        if (!refusal) return domain::fail(std::move(error));
        error.kind = ErrorKind::OutcomeUnknown;
        error.detail = "the answer is not sealed and proves nothing: " + error.detail;
        return domain::fail(std::move(error));
    }
    DRYDOCK_TRY(auto body, auth::unsealBody(context, type, response.body));
    setContentType(response.headers, std::move(body.type));
    response.body = std::move(body.text);
    return response;
}

} // namespace drydock::http
