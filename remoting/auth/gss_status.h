// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The mechanisms that are used, and the errors of GSSAPI and Kerberos as errors of this program.
#pragma once

#include "model/domain/result.h"

#include <gssapi/gssapi.h>

#include <cstdint>
#include <string>

namespace drydock::auth::gss {

// The object identifiers of the mechanisms: Kerberos 1.2.840.113554.1.2.2, SPNEGO 1.3.6.1.5.5.2 and NTLM
// 1.3.6.1.4.1.311.2.2.10.
[[nodiscard]] gss_OID kerberos() noexcept;
[[nodiscard]] gss_OID spnego() noexcept;
[[nodiscard]] gss_OID ntlm() noexcept;
[[nodiscard]] bool same(gss_OID a, gss_OID b) noexcept;

// Returns the kind of an error code of the Kerberos library; NotAuthenticated for one that says nothing more.
[[nodiscard]] domain::ErrorKind kindOf(std::int64_t kerberosCode) noexcept;
// Returns what GSSAPI says about the status, in one line.
[[nodiscard]] std::string describe(OM_uint32 major, OM_uint32 minor, gss_OID mechanism);
// Returns the error of a step that failed, of the kind that the minor status tells.
[[nodiscard]] domain::Failure failure(OM_uint32 major, OM_uint32 minor, gss_OID mechanism, std::string what);

} // namespace drydock::auth::gss
