// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/auth/gss_status.h"

#include "remoting/auth/gss_handle.h"

#include <krb5.h>

#include <string_view>

namespace drydock::auth::gss {
namespace {

using domain::ErrorKind;

gss_OID_desc oid(std::string_view bytes) noexcept
{
    return {static_cast<OM_uint32>(bytes.size()), const_cast<char*>(bytes.data())};
}

void append(std::string& text, OM_uint32 status, int type, gss_OID mechanism)
{
    OM_uint32 more = 0, minor = 0;
    do {
        Buffer line;
        if (GSS_ERROR(gss_display_status(&minor, status, type, mechanism, &more, line.out()))) return;
        if (!text.empty() && !line.view().empty()) text += ": ";
        text += line.view();
    } while (more != 0);
}

} // namespace

gss_OID kerberos() noexcept
{
    static gss_OID_desc id = oid("\x2a\x86\x48\x86\xf7\x12\x01\x02\x02");
    return &id;
}

gss_OID spnego() noexcept
{
    static gss_OID_desc id = oid("\x2b\x06\x01\x05\x05\x02");
    return &id;
}

gss_OID ntlm() noexcept
{
    static gss_OID_desc id = oid("\x2b\x06\x01\x04\x01\x82\x37\x02\x02\x0a");
    return &id;
}

bool same(gss_OID a, gss_OID b) noexcept { return gss_oid_equal(a, b) != 0; }

ErrorKind kindOf(std::int64_t kerberosCode) noexcept
{
    switch (kerberosCode) {
    case KRB5_FCC_NOFILE:
    case KRB5_CC_NOTFOUND:
    case KRB5_CC_NOMEM:
    case KRB5_CC_FORMAT:
    case KRB5_NO_TKT_SUPPLIED:
        return ErrorKind::NoTicket;
    case KRB5KRB_AP_ERR_TKT_EXPIRED:
    case KRB5KRB_AP_ERR_TKT_NYV:
        return ErrorKind::TicketExpired;
    case KRB5KRB_AP_ERR_SKEW:
    case KRB5_KDCREP_SKEW:
        return ErrorKind::ClockSkew;
    case KRB5KDC_ERR_S_PRINCIPAL_UNKNOWN:
    case KRB5KRB_AP_ERR_MODIFIED: // the ticket is for another key than the server's: another account holds the name
    case KRB5KRB_AP_WRONG_PRINC:
        return ErrorKind::UnknownServicePrincipal;
    case KRB5_KDC_UNREACH:
    case KRB5_REALM_UNKNOWN:
    case KRB5_REALM_CANT_RESOLVE:
    case KRB5_CONFIG_NODEFREALM:
    case KRB5_CONFIG_CANTOPEN:
    case KRB5_CONFIG_BADFORMAT:
        return ErrorKind::KdcUnreachable;
    case KRB5KDC_ERR_CLIENT_REVOKED:
    case KRB5KDC_ERR_KEY_EXP:
    case KRB5KDC_ERR_NAME_EXP:
    case KRB5KDC_ERR_POLICY:
        return ErrorKind::AccountRefused;
    default:
        return ErrorKind::NotAuthenticated;
    }
}

std::string describe(OM_uint32 major, OM_uint32 minor, gss_OID mechanism)
{
    std::string text;
    // Where the mechanism has words of its own, those of GSSAPI add nothing.
    if (minor != 0) append(text, minor, GSS_C_MECH_CODE, mechanism);
    if (text.empty() || text.find("Unknown code") != std::string::npos)
        append(text, major, GSS_C_GSS_CODE, GSS_C_NO_OID);
    return text;
}

domain::Failure failure(OM_uint32 major, OM_uint32 minor, gss_OID mechanism, std::string what)
{
    // The mechanisms hand on the codes of the Kerberos library, which are negative, as unsigned numbers.
    auto kind = kindOf(static_cast<std::int32_t>(minor));
    if (kind == ErrorKind::NotAuthenticated && GSS_ROUTINE_ERROR(major) == GSS_S_CREDENTIALS_EXPIRED)
        kind = ErrorKind::TicketExpired;
    if (kind == ErrorKind::NotAuthenticated && GSS_ROUTINE_ERROR(major) == GSS_S_NO_CRED) kind = ErrorKind::NoTicket;
    return domain::fail(kind, std::move(what), describe(major, minor, mechanism));
}

} // namespace drydock::auth::gss
