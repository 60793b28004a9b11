// What a cmdlet is: its parameters, who may run it, whether it asks first, and the function that does it.
#pragma once

#include "remoting/lab/cmdlet.h"
#include "remoting/lab/scenario.h"

#include <string>
#include <string_view>
#include <vector>

namespace drydock::lab {

struct Invocation;

enum class ParameterType { Text, Texts, Switch, Boolean, Number, Enumeration, Any };

struct ParameterSpec {
    std::string_view name;
    ParameterType type = ParameterType::Text;
    int position = -1;
    bool mandatory = false;
    std::string_view values = {}; // Enumeration: "Inactive,Active,Best=12", numbered from 0
    Generation since = Generation::Exchange2013;
};

enum class Asks { Never, UnlessToldNot }; // ConfirmImpact High at a ConfirmPreference of High

// Roles that grant the cmdlet besides OrganizationManagement (exchange.md 4.8).
enum class RoleGrant { OrganizationOnly, ServerManagement, ViewOnly, Both };

struct CmdletSpec {
    std::string_view name;
    std::string_view className; // as FullyQualifiedErrorId ends
    domain::EndpointKind endpoint = domain::EndpointKind::Exchange;
    Asks asks = Asks::Never;
    RoleGrant granted = RoleGrant::OrganizationOnly;
    bool changes = false; // has WhatIf and Confirm
    std::vector<ParameterSpec> parameters;
    void (*run)(Invocation&) = nullptr;
};

[[nodiscard]] const std::vector<CmdletSpec>& cmdlets();
// The cmdlet of this endpoint that the caller's role shows, or none.
[[nodiscard]] const CmdletSpec* findCmdlet(const Scenario& scenario, const Caller& caller, std::string_view name);
[[nodiscard]] bool isGranted(const Scenario& scenario, const Caller& caller, const CmdletSpec& cmdlet);
// Its own parameters in this generation, then WhatIf and Confirm where it changes something.
[[nodiscard]] std::vector<ParameterSpec> parametersOf(const Scenario& scenario, const CmdletSpec& cmdlet);

} // namespace drydock::lab
