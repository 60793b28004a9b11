// The two PowerShell endpoints of a server: what each runs is in model/docs/exchange.md 4.7.
#pragma once

namespace drydock::domain {

// Exchange: configuration Microsoft.Exchange, no-language mode, of any member. Node: configuration
// Microsoft.PowerShell, of one server itself.
enum class EndpointKind { Exchange, Node };

} // namespace drydock::domain
