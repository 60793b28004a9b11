// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// What a look at the way to an endpoint found, step by step.
#pragma once

#include "model/domain/result.h"
#include "model/domain/server_certificate.h"

#include <optional>
#include <string>
#include <vector>

namespace drydock::domain {

// A step that was not come to has no value.
struct EndpointFindings {
    std::optional<Result<std::vector<std::string>>> addresses{}; // of the host. Unreachable: the name is unknown
    std::optional<Result<std::string>> port{};                   // the address that answers. Unreachable
    // "TLS 1.3"; empty without TLS. TlsFailed and the kinds of certificates, as a session would meet them.
    std::optional<Result<std::string>> tls{};
    std::optional<ServerCertificate> certificate{}; // of the server, trusted or not
};

} // namespace drydock::domain
