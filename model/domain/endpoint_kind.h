// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The two PowerShell endpoints of a server. What each of them runs is described in model/docs/exchange.md 4.7.
#pragma once

namespace drydock::domain {

// Exchange is the configuration Microsoft.Exchange of any member, in no-language mode. Node is the configuration
// Microsoft.PowerShell of the server itself.
enum class EndpointKind { Exchange, Node };

} // namespace drydock::domain
