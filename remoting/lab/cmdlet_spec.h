// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The description of a cmdlet: its parameters, the roles that may run it, whether it asks for confirmation, and its
// function.
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

enum class Asks { Never, UnlessConfirmIsFalse }; // asks if ConfirmImpact and ConfirmPreference are High

// The roles that grant the cmdlet beside OrganizationManagement (exchange.md 4.8).
enum class RoleGrant { OrganizationOnly, ServerManagement, ViewOnly, Both };

struct CmdletSpec {
    std::string_view name;
    std::string_view className; // the end of its FullyQualifiedErrorIds
    domain::EndpointKind endpoint = domain::EndpointKind::Exchange;
    Asks asks = Asks::Never;
    RoleGrant grantedTo = RoleGrant::OrganizationOnly;
    bool supportsShouldProcess = false; // has WhatIf and Confirm
    std::vector<ParameterSpec> parameters;
    void (*run)(Invocation&) = nullptr;
};

} // namespace drydock::lab
