// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/lab/scenario_generator.h"

#include <algorithm>

namespace drydock::lab {
namespace {

std::string numbered(const std::string& stem, int number, std::size_t width)
{
    auto digits = std::to_string(number);
    digits.insert(0, width > digits.size() ? width - digits.size() : 0, '0');
    return stem + digits;
}

std::string memberName(int dag, int member) { return numbered("EX", dag * 100 + member + 1, 4); }

void addDag(Scenario& scenario, int dag, int members, int databases, int copies)
{
    DagSpec spec;
    spec.name = numbered("DAG", dag + 1, 2);
    spec.witnessServer = "fs1." + scenario.domain;
    for (int member = 0; member < members; ++member) {
        ServerSpec server;
        server.name = memberName(dag, member);
        server.site = member % 2 == 0 ? "North" : "South";
        server.version = "15.2.1118.7";
        server.queues = {{"Submission", "Undefined", "Submission", "Ready", member % 3, {}},
                         {std::to_string(10 + member),
                          "SmtpDeliveryToMailbox",
                          "mdb" + std::to_string(member),
                          "Ready",
                          member % 5,
                          {}}};
        spec.members.push_back(server.name);
        scenario.servers.push_back(std::move(server));
    }
    spec.primaryActiveManager = spec.members.front();
    scenario.dags.push_back(std::move(spec));
    for (int number = 0; number < databases; ++number) {
        DatabaseSpec database;
        database.name = numbered("DB", dag * 10'000 + number + 1, 5);
        for (int copy = 0; copy < std::min(copies, members); ++copy) {
            CopySpec place;
            place.server = memberName(dag, (number + copy) % members);
            place.preference = copy + 1;
            database.copies.push_back(std::move(place));
        }
        database.active = database.copies.front().server;
        scenario.databases.push_back(std::move(database));
    }
}

} // namespace

Scenario generateScenario(int members, int databases, int copies, int dags)
{
    Scenario scenario;
    scenario.name = "generated";
    scenario.title = std::to_string(dags) + " × " + std::to_string(members) + " members, " + std::to_string(databases) +
                     " databases";
    scenario.domain = "contoso.com";
    scenario.start = *domain::fromIso("2026-01-12T08:00:00Z");
    scenario.users = {{"LAB\\admin", "OrganizationManagement"}, {"LAB\\viewer", "ViewOnly"}};
    for (int dag = 0; dag < dags; ++dag)
        addDag(scenario, dag, members, databases, copies);
    return scenario;
}

} // namespace drydock::lab
