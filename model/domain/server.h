// A mailbox server as Get-ExchangeServer and Get-MailboxServer describe it, and the states an operator calls it by.
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
    // 2013 and 2016 have the UMCallRouter component.
    [[nodiscard]] bool hasUMCallRouter() const noexcept { return major == 15 && minor < 2; }
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

// What an operator calls the server; the same words in tables, tray, report and `status --format json`. Unknown is a
// server whose component states were not read: nothing can be said of it, not even that it does not answer.
enum class ServerState { Serving, Blocked, Entering, InMaintenance, Leaving, Inconsistent, Unreachable, Unknown };
[[nodiscard]] const char* toString(ServerState state) noexcept;

} // namespace drydock::domain
