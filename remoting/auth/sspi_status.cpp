// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/auth/sspi_status.h"

#include <array>
#include <cstdio>
#include <utility>

namespace drydock::auth::sspi {
namespace {

using domain::ErrorKind;

// Returns the text of Windows in UTF-8, without the end of its line.
std::string systemText(DWORD code)
{
    std::array<wchar_t, 512> wide{};
    const DWORD length = FormatMessageW(FORMAT_MESSAGE_FROM_SYSTEM | FORMAT_MESSAGE_IGNORE_INSERTS, nullptr, code, 0,
                                        wide.data(), static_cast<DWORD>(wide.size()), nullptr);
    std::string text(wide.size() * 3, '\0');
    const int size = WideCharToMultiByte(CP_UTF8, 0, wide.data(), static_cast<int>(length), text.data(),
                                         static_cast<int>(text.size()), nullptr, nullptr);
    text.resize(static_cast<std::size_t>(size));
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r' || text.back() == ' '))
        text.pop_back();
    return text;
}

} // namespace

ErrorKind kindOf(SECURITY_STATUS status) noexcept
{
    switch (status) {
    case SEC_E_NO_CREDENTIALS:
    case SEC_E_UNKNOWN_CREDENTIALS:
        return ErrorKind::NoTicket;
    case SEC_E_CONTEXT_EXPIRED:
        return ErrorKind::TicketExpired;
    case SEC_E_TIME_SKEW:
        return ErrorKind::ClockSkew;
    case SEC_E_TARGET_UNKNOWN:
    case SEC_E_WRONG_PRINCIPAL:
        return ErrorKind::UnknownServicePrincipal;
    case SEC_E_NO_AUTHENTICATING_AUTHORITY:
    case SEC_E_DOWNGRADE_DETECTED: // no domain controller answers, and NTLM would be the weaker way
        return ErrorKind::KdcUnreachable;
    case SEC_E_LOGON_DENIED:
        return ErrorKind::NotAuthenticated;
    case SEC_E_INVALID_TOKEN:
    case SEC_E_MUTUAL_AUTH_FAILED:
    case SEC_E_BAD_BINDINGS:
    case SEC_E_MESSAGE_ALTERED:
    case SEC_E_OUT_OF_SEQUENCE:
        return ErrorKind::ServerNotProven;
    default: // of Windows itself: no password was refused
        return ErrorKind::Internal;
    }
}

std::string describe(SECURITY_STATUS status)
{
    const auto code = static_cast<DWORD>(status);
    std::array<char, 16> number{};
    std::snprintf(number.data(), number.size(), "0x%08lx", static_cast<unsigned long>(code));
    const auto text = systemText(code);
    return text.empty() ? std::string(number.data()) : text + " (" + number.data() + ")";
}

domain::Failure failure(SECURITY_STATUS status, std::string what)
{
    return domain::fail(kindOf(status), std::move(what), describe(status), status);
}

} // namespace drydock::auth::sspi
