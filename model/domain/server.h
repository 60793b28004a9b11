// A mailbox server as Get-ExchangeServer and Get-MailboxServer describe it.
#pragma once

#include "model/domain/names.h"
#include "model/domain/open_enum.h"

#include <compare>
#include <optional>
#include <string>

namespace drydock::domain {

// DatabaseCopyAutoActivationPolicy (Set-MailboxServer): 0, 1, 2 on the wire.
enum class AutoActivationPolicy { Unrestricted = 0, IntrasiteOnly = 1, Blocked = 2, Unknown = -1 };
[[nodiscard]] OpenEnum<AutoActivationPolicy> autoActivationPolicy(std::string text);
[[nodiscard]] const char* toString(AutoActivationPolicy policy) noexcept;

struct ServerVersion {
    int major = 0;
    int minor = 0;
    int build = 0;
    int revision = 0;

    auto operator<=>(const ServerVersion&) const = default;
    [[nodiscard]] bool known() const noexcept { return major != 0; }
    [[nodiscard]] std::string text() const; // "15.2.1118.7", empty when unknown
    // "Exchange 2019"; 15.2 from build 2562 on is Subscription Edition (exchange.md 4.5). "Exchange" when unknown.
    [[nodiscard]] std::string productName() const;
};

struct Server {
    ServerName name;
    std::string fqdn;
    ServerVersion version;
    std::string site;
    std::string edition;
    DagName dag; // empty: outside any DAG
    OpenEnum<AutoActivationPolicy> autoActivationPolicy;
    bool activationDisabledAndMoveNow = false;
    std::optional<int> maximumActiveDatabases;

    bool operator==(const Server&) const;
};

} // namespace drydock::domain
