// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// One running cmdlet: the state it acts on, its caller and arguments, and its result.
#pragma once

#include "remoting/lab/binder.h"
#include "remoting/lab/cmdlet_spec.h"
#include "remoting/lab/errors.h"
#include "remoting/lab/object_serializer.h"
#include "remoting/lab/world.h"

namespace drydock::lab {

struct Invocation {
    World& world;
    const Caller& caller;
    const CmdletSpec& cmdlet;
    const BoundArguments& arguments;
    const ObjectSerializer& shapes;
    CmdletResult& result;
    int host = -1;                // the server that runs the cmdlet
    std::string site;             // the AD site whose domain controller is used
    std::string domainController; // its FQDN

    void write(clixml::Value object) { result.objects.push_back(std::move(object)); }
    void report(CmdletError error) { result.errors.push_back(std::move(error)); }
    // Reports an error record of an Exchange cmdlet, with ids like Exchange's.
    void report(const std::string& exception, const std::string& message, int category = 0,
                const std::string& target = {});
    // Reports ManagementObjectNotFoundException.
    void notFound(const std::string& what);

    // Returns the server that the argument names. Reports an error and returns -1 if there is none, and for Exchange
    // 2010 and Edge servers.
    [[nodiscard]] int serverArgument(std::string_view parameter);
    // Returns all servers when the argument is absent or null (exchange.md 4.3), otherwise the server it names, or none
    // after reporting an error.
    [[nodiscard]] std::vector<int> serversFor(std::string_view parameter);
    // Returns all databases that match the argument, or all when it is absent.
    [[nodiscard]] std::vector<int> databasesFor(std::string_view parameter);
};

} // namespace drydock::lab
