// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Exchange's own tests of a server, and when databases go home, in both forms in which Exchange serializes them.
#include "fixtures.h"
#include "remoting/exchange/map_health.h"
#include "remoting/exchange/map_servers.h"
#include "remoting/exchange/value_conversion.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace drydock;
using namespace drydock::exchange;
using namespace fixtures;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

TEST(MapHealth, NamesTheRequiredServicesThatDoNotRun)
{
    const auto role = [](const char* name, bool runs, std::vector<Value> stopped) {
        return object({{"Role", s(name)},
                       {"RequiredServicesRunning", b(runs)},
                       {"ServicesNotRunning", list(std::move(stopped))}});
    };
    const auto rows = mapHealth("Test-ServiceHealth",
                                {role("Mailbox Server Role", true, {}),
                                 role("Hub Transport Server Role", false, {s("MSExchangeTransport"), s("W3Svc")})});
    EXPECT_THAT(rows.all, SizeIs(2));
    EXPECT_THAT(rows.poor, ElementsAre("Hub Transport Server Role: not running: MSExchangeTransport, W3Svc"));
}

TEST(MapHealth, TakesTheNumberOfAReplicationResultBeforeItsLocalisedText)
{
    const auto check = [](const char* name, Value result, const char* error = "") {
        return object({{"Server", s("MAIL")}, {"Check", s(name)}, {"Result", std::move(result)}, {"Error", s(error)}});
    };
    const auto rows =
        mapHealth("test-replicationhealth",
                  {check("ClusterService", object({{"Value", enumeration("Passed", 1)}}, "Bestanden")),
                   check("DBCopyFailed", object({{"Value", enumeration("Failed", 3)}}, "*FEHLER*"), "DB01"),
                   check("ReplayService", s("Passed")), check("QuorumGroup", s("*FAILED*")),
                   check("DBInitializing", object({{"Value", i(2)}}, "Warnung"))});
    EXPECT_THAT(rows.all, SizeIs(5));
    EXPECT_THAT(rows.poor, ElementsAre("DBCopyFailed: Failed: DB01", "QuorumGroup: Failed", "DBInitializing: Warning"));
}

TEST(MapHealth, OfHundredsOfMonitorsNamesThoseThatAreIll)
{
    std::vector<Value> monitors;
    const auto add = [&](const char* alert) {
        monitors.push_back(object({{"Name", s("AMonitor")}, {"HealthSetName", s("ECP")}, {"AlertValue", s(alert)}}));
    };
    for (const char* alert : {"Healthy", "Disabled", "Repairing", "Unknown", "Degraded"})
        add(alert);
    auto rows = mapHealth("Get-ServerHealth", monitors);
    EXPECT_THAT(rows.poor, ElementsAre("ECP AMonitor: Degraded"));
    EXPECT_EQ(rows.all.back(), "monitors that are not ill: 4");
    for (int n = 0; n < 400; ++n)
        add("Unhealthy");
    rows = mapHealth("Get-ServerHealth", monitors);
    EXPECT_THAT(rows.poor, SizeIs(50));
    EXPECT_THAT(rows.all, testing::Contains("further monitors that are not well: 351"));
}

TEST(MapHealth, SaysNothingOfOtherCmdletsAndOfRowsWithoutAName)
{
    EXPECT_THAT(mapHealth("Set-MailboxServer", {object({{"Check", s("x")}})}).all, IsEmpty());
    EXPECT_THAT(mapHealth("Test-ReplicationHealth", {object({}), s("text")}).all, IsEmpty());
}

TEST(MapGroups, ReadsHowOftenDatabasesGoHome)
{
    const auto period = [](Value value) {
        return mapGroups({object({{"Name", s("DAG1")}, {"PreferenceMoveFrequency", std::move(value)}})})
            .at(0)
            .preferenceMoveFrequency;
    };
    using namespace std::chrono_literals;
    EXPECT_EQ(period(s("01:00:00")), domain::Duration(1h));
    EXPECT_EQ(period(object({{"Ticks", Value::int64(36'000'000'000)}}, "01:00:00")), domain::Duration(1h));
    EXPECT_EQ(period(Value(Type::TimeSpan, "PT1H")), domain::Duration(1h));
    EXPECT_EQ(period(Value()), std::nullopt) << "Exchange 2013";
    // InfiniteTimeSpan, which switches it off.
    EXPECT_EQ(period(s("-00:00:00.0010000")), domain::Duration(-1));
    EXPECT_EQ(period(Value(Type::TimeSpan, "-PT0.001S")), domain::Duration(-1));
    EXPECT_EQ(period(object({{"Ticks", Value::int64(-10'000)}}, "-00:00:00.0010000")), domain::Duration(-1));
}
