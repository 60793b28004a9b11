// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The certificate of a server, as a person decides about it.
#pragma once

#include "model/domain/localizable_text.h"
#include "model/domain/moment.h"

#include <string>
#include <vector>

namespace drydock::domain {

// All names come from the server.
struct ServerCertificate {
    std::string host; // that was asked
    std::string subject;
    std::string issuer;
    std::vector<std::string> names; // the hosts that it is for
    Time validFrom{};
    Time validUntil{};
    std::string sha256;                    // of the whole certificate: 64 hexadecimal digits
    std::vector<LocalizableText> problems; // why it is not trusted; empty: it is
    bool pinnable = false;                 // all of them are what a pin settles

    bool operator==(const ServerCertificate&) const = default;
};

} // namespace drydock::domain
