// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The catalogue of what is wrong with a server's certificate.
#pragma once

#include "model/domain/message_catalogue.h"

namespace drydock::domain {

inline constexpr Message certificateMessages[] = {
    {"issuer-not-known", DRYDOCK_TEXT("model", "the certificate of its issuer is not known: %1")},
    {"no-issuer-sent",
     DRYDOCK_TEXT("model", "the server sent no certificate of its issuer, so that nothing leads to an "
                           "authority")},
    {"self-signed", DRYDOCK_TEXT("model", "it is self-signed: no authority has issued it")},
    {"authority-not-trusted", DRYDOCK_TEXT("model", "its authority is not one that this computer trusts: %1")},
    {"not-for-host", DRYDOCK_TEXT("model", "it is not for %1")},
    {"expired-on", DRYDOCK_TEXT("model", "it expired on %1")},
    {"not-valid-before", DRYDOCK_TEXT("model", "it is not valid before %1")},
    {"other-purpose", DRYDOCK_TEXT("model", "it is for another purpose than to prove a server")},
    {"no-authority", DRYDOCK_TEXT("model", "it must not issue certificates, and has issued one")},
    {"path-too-long", DRYDOCK_TEXT("model", "more authorities stand between it and its root than the root allows")},
    {"wrong-signature", DRYDOCK_TEXT("model", "its signature is not that of its issuer")},
    {"revoked", DRYDOCK_TEXT("model", "it was revoked")},
    {"weak-key", DRYDOCK_TEXT("model", "its key is weak: %1 bits, and %2 are needed")},
    {"signed-with-md5", DRYDOCK_TEXT("model", "it is signed with MD5, which can be forged")},
    {"signed-with-sha1", DRYDOCK_TEXT("model", "it is signed with SHA-1, which can be forged")},
    {"outside-constraints", DRYDOCK_TEXT("model", "its names are outside of those that its issuer may certify (name "
                                                  "constraints of %1)")},
    {"rule-not-told", DRYDOCK_TEXT("model", "it breaks a rule of the TLS library, which does not say which one")},
    {"in-words-of-the-library", DRYDOCK_TEXT("model", "%1")},
    {"problem-of-issuer", DRYDOCK_TEXT("model", "%1 (%2)")},
};

template <MessageId id> inline constexpr Sentence<certificateMessages, id> certificateSentence;

} // namespace drydock::domain
