// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The catalogue of what the test of a connection finds.
#pragma once

#include "model/domain/message_catalogue.h"

namespace drydock::controllers {

inline constexpr domain::Message connectionMessages[] = {
    {"test-name", DRYDOCK_TEXT("model", "%1 is %2")},
    {"test-port", DRYDOCK_TEXT("model", "%1 answers")},
    {"test-tls", DRYDOCK_TEXT("model", "%1, the certificate is valid until %2")},
    {"test-no-tls-sealed", DRYDOCK_TEXT("model", "the address is http: every message is sealed by the authentication")},
    {"test-no-tls", DRYDOCK_TEXT("model", "the address is http: nothing is encrypted")},
    {"test-authenticated", DRYDOCK_TEXT("model", "accepted")},
    {"test-authenticated-by", DRYDOCK_TEXT("model", "%1")},
    {"test-shell", DRYDOCK_TEXT("model", "Exchange answers on %1")},
    {"test-roles-unknown", DRYDOCK_TEXT("model", "the server does not tell what is granted")},
    {"test-roles", DRYDOCK_TEXT("model", "all that a maintenance needs is granted (cmdlets: %1)")},
    {"test-roles-missing", DRYDOCK_TEXT("model", "not granted, so that no maintenance can run: %1")},
    {"test-read-only", DRYDOCK_TEXT("model", "the connection is read-only (cmdlets granted: %1)")},
    {"test-member", DRYDOCK_TEXT("model", "%1 is a member's own name")},
    {"test-not-a-member",
     DRYDOCK_TEXT("model", "%1 is none of the servers: a load balancer may choose another one at any "
                           "time. Their own names: %2")},
    {"test-node", DRYDOCK_TEXT("model", "its services were read")},
};

template <domain::MessageId id> inline constexpr domain::Sentence<connectionMessages, id> sentence;

} // namespace drydock::controllers
