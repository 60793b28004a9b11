// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The namespaces, actions and resource URIs of WS-Management as Windows uses them (MS-WSMV, DSP0226).
#pragma once

#include "remoting/limits.h"

#include <string_view>

namespace drydock::wsman {

namespace ns {
inline constexpr std::string_view soap = "http://www.w3.org/2003/05/soap-envelope";
inline constexpr std::string_view addressing = "http://schemas.xmlsoap.org/ws/2004/08/addressing";
inline constexpr std::string_view wsman = "http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd";
inline constexpr std::string_view microsoft = "http://schemas.microsoft.com/wbem/wsman/1/wsman.xsd";
inline constexpr std::string_view shell = "http://schemas.microsoft.com/wbem/wsman/1/windows/shell";
inline constexpr std::string_view transfer = "http://schemas.xmlsoap.org/ws/2004/09/transfer";
inline constexpr std::string_view enumeration = "http://schemas.xmlsoap.org/ws/2004/09/enumeration";
inline constexpr std::string_view fault = "http://schemas.microsoft.com/wbem/wsman/1/wsmanfault";
inline constexpr std::string_view config = "http://schemas.microsoft.com/wbem/wsman/1/config";
inline constexpr std::string_view powershell = "http://schemas.microsoft.com/powershell";
} // namespace ns

namespace uri {
inline constexpr std::string_view anonymous = "http://schemas.xmlsoap.org/ws/2004/08/addressing/role/anonymous";
inline constexpr std::string_view faultAction = "http://schemas.dmtf.org/wbem/wsman/1/wsman/fault";
inline constexpr std::string_view faultDetail = "http://schemas.dmtf.org/wbem/wsman/1/wsman/faultDetail/";
inline constexpr std::string_view config = "http://schemas.microsoft.com/wbem/wsman/1/config";
inline constexpr std::string_view shell = "http://schemas.microsoft.com/wbem/wsman/1/windows/shell";
inline constexpr std::string_view command = "http://schemas.microsoft.com/wbem/wsman/1/windows/shell/Command";
inline constexpr std::string_view selectorFilter = "http://schemas.dmtf.org/wbem/wsman/1/wsman/SelectorFilter";
// The resource URI of an endpoint is this prefix and its configuration name.
inline constexpr std::string_view powershellPrefix = "http://schemas.microsoft.com/powershell/";
inline constexpr std::string_view commandStatePrefix =
    "http://schemas.microsoft.com/wbem/wsman/1/windows/shell/CommandState/";
} // namespace uri

namespace signal_code {
inline constexpr std::string_view terminate =
    "http://schemas.microsoft.com/wbem/wsman/1/windows/shell/signal/terminate";
// Windows misspells this code and compares it byte for byte. Any other code closes the command instead of stopping it
// (protocol.md 1.8).
inline constexpr std::string_view stop = "powershell/signal/crtl_c";
} // namespace signal_code

// Envelope sizes in bytes (protocol.md 1.12): the size that every server accepts, and the one that protocol version 2.2
// and later accepts.
inline constexpr int smallEnvelope = 153600;
inline constexpr int largeEnvelope = limits::envelopeBytes;

} // namespace drydock::wsman
