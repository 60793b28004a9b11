// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/psrp/session_crypto.h"

namespace drydock::psrp::crypto {
namespace {

domain::Failure noLibrary()
{
    return domain::fail(domain::ErrorKind::Internal, "encrypt a string", "this build has no library for it");
}

} // namespace

domain::Result<std::unique_ptr<RsaKeyPair>> RsaKeyPair::make() { return noLibrary(); }
domain::Result<std::string> encryptFor(const RsaPublicKey&, const domain::Secret&) { return noLibrary(); }
domain::Result<std::string> aesEncrypt(const domain::Secret&, const domain::Secret&) { return noLibrary(); }
domain::Result<domain::Secret> aesDecrypt(const domain::Secret&, std::string_view) { return noLibrary(); }
domain::Result<domain::Secret> randomBytes(std::size_t) { return noLibrary(); }

} // namespace drydock::psrp::crypto
