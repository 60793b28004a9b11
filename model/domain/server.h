// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// A mailbox server as Get-ExchangeServer and Get-MailboxServer describe it.
#pragma once

#include "model/domain/names.h"
#include "model/domain/open_enum.h"

#include <compare>
#include <optional>
#include <string>

namespace drydock::domain {

// DatabaseCopyAutoActivationPolicy of Set-MailboxServer. The values are the numbers of the wire format.
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
    // Returns "Exchange 2019", for example, or "Exchange" if the version is unknown. Version 15.2 is Subscription
    // Edition from build 2562 on (exchange.md 4.5).
    [[nodiscard]] std::string productName() const;
    // Returns whether its databases are known to have no content index of their own: from Exchange 2019 on.
    [[nodiscard]] bool hasNoContentIndex() const noexcept { return major > 15 || (major == 15 && minor >= 2); }
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
    bool moveNowRead = true;                   // false: the answer did not hold it, which is not the same as False
    std::optional<int> maximumActiveDatabases; // absent: unlimited, as the next one
    std::optional<int> maximumPreferredActiveDatabases; // best-copy selection avoids more while another has room

    bool operator==(const Server&) const;
    // Returns false for Exchange 2010, which has no component states (exchange.md 4.5).
    [[nodiscard]] bool managed() const noexcept { return !version.known() || version.major >= 15; }
};

} // namespace drydock::domain
