// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The group that a health issue belongs to, in the output of `status`.
#include "app/drydockctl/json_output.h"
#include "app/drydockctl/status_text.h"
#include "tests/support/organisation_comments.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

using namespace drydock;
using namespace drydock::domain;

namespace {

AvailabilityGroup group(const char* name, bool up)
{
    tests::SnapshotBuilder builder;
    for (const char* member : {"A", "B", "C"})
        builder.server(name + std::string(member), name);
    auto made = builder.build().groups.front();
    if (!up) made.operationalServers.clear();
    return made;
}

} // namespace

TEST(Status, ALostQuorumIsReportedForItsOwnGroup)
{
    DagSnapshot snapshot;
    snapshot.groups = {group("DAG1", true), group("DAG2", false)};
    EXPECT_FALSE(ctl::hasWarnings(snapshot, DagName("DAG1")));
    EXPECT_TRUE(ctl::hasWarnings(snapshot, DagName("DAG2")));
    const auto json = nlohmann::json::parse(ctl::statusAsJson(snapshot, {}, true));
    EXPECT_TRUE(json["dags"][0]["attention"].empty()) << json.dump(1);
    ASSERT_EQ(json["dags"][1]["attention"].size(), 1u) << json.dump(1);
    EXPECT_EQ(json["dags"][1]["attention"][0]["subject"], "DAG2");
    EXPECT_EQ(ctl::statusAsTable(snapshot, DagName("DAG1")).find("votes"), std::string::npos);
}

TEST(Status, AServerOutsideAnyGroupIsReported)
{
    DagSnapshot snapshot;
    snapshot.groups = {group("DAG1", true)};
    Server server;
    server.name = ServerName("ALONE");
    snapshot.servers = {server};
    Service transport;
    transport.server = server.name;
    transport.name = "MSExchangeTransport";
    transport.status = "Stopped";
    snapshot.services = {transport};
    const auto json = nlohmann::json::parse(ctl::statusAsJson(snapshot, {}, true));
    ASSERT_FALSE(json["attention"].empty()) << json.dump(1);
    EXPECT_EQ(json["attention"][0]["subject"], "ALONE");
    EXPECT_TRUE(json["dags"][0]["attention"].empty());
}

TEST(Status, SaysWhoIsAtWorkOnAServer)
{
    auto snapshot = tests::SnapshotBuilder().server("MAIL", "DAG1").server("MAIL2", "DAG1").build();
    snapshot.auditComments = tests::begunElsewhere(ServerName("MAIL2"));
    EXPECT_NE(ctl::statusAsTable(snapshot, {}).find("MAIL2 is being put into maintenance by ADMIN2 from PC7 since"),
              std::string::npos);
    EXPECT_EQ(ctl::statusAsTable(snapshot, DagName("DAG2")).find("PC7"), std::string::npos);
    const auto json = nlohmann::json::parse(ctl::statusAsJson(snapshot, {}, true));
    EXPECT_TRUE(json["dags"][0]["servers"][0]["run"].is_null());
    EXPECT_EQ(json["dags"][0]["servers"][1]["run"]["operator"], "ADMIN2");
    EXPECT_EQ(json["dags"][0]["servers"][1]["run"]["computer"], "PC7");
}
