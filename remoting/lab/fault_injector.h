// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The faults of an organisation, and how many have occurred.
#pragma once

#include "remoting/lab/fault.h"

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

namespace drydock::lab {

class FaultInjector
{
public:
    void add(Fault fault) { m_faults.push_back(std::move(fault)); }
    void clear() { m_faults.clear(); }
    // Returns the fault of this kind that applies to this call, if any. Each question counts as a call.
    [[nodiscard]] std::optional<Fault> strike(FaultKind kind, std::string_view cmdlet, std::string_view server,
                                              std::string_view database);
    // The same for the faults of the wire, and a request of WS-Management or its answer.
    [[nodiscard]] std::optional<Fault> strikeRequest(FaultKind kind, std::string_view operation,
                                                     std::string_view server);
    // Returns the faults that have occurrences left.
    [[nodiscard]] std::vector<Fault> armed() const;
    [[nodiscard]] int struck() const noexcept { return m_struck; }

private:
    [[nodiscard]] std::optional<Fault> strikeFirst(const std::function<bool(const Fault&)>& applies);

    std::vector<Fault> m_faults;
    int m_struck = 0;
};

} // namespace drydock::lab
