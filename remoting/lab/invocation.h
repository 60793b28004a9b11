// One running cmdlet: the world it acts on, who called it with what, and where its answer goes.
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
    int host = -1;    // the server that runs it
    std::string site; // the AD site whose domain controller it asks

    void write(clixml::Value object) { result.objects.push_back(std::move(object)); }
    void report(CmdletError error) { result.errors.push_back(std::move(error)); }
    // An error record of an Exchange cmdlet, with the ids that Exchange gives.
    void report(const std::string& exception, const std::string& message, int category = 0,
                const std::string& target = {});
    void notFound(const std::string& what);

    // The server, database … that an argument names. Reports and gives -1 when there is none.
    [[nodiscard]] int serverArgument(std::string_view parameter);
    // All servers when the argument is absent or null (exchange.md 4.3), else the one named or none.
    [[nodiscard]] std::vector<int> serversFor(std::string_view parameter);
    [[nodiscard]] std::vector<int> databasesFor(std::string_view parameter);
};

} // namespace drydock::lab
