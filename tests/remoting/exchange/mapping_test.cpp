// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Each cmdlet's objects to domain values, in both forms in which Exchange serializes them.
#include "fixtures.h"
#include "remoting/exchange/map_databases.h"
#include "remoting/exchange/map_servers.h"
#include "remoting/exchange/map_states.h"
#include "remoting/exchange/value_conversion.h"
#include "tests/support/work_meter.h"

using namespace drydock;
using namespace drydock::exchange;
using namespace fixtures;

TEST(ValueConversion, ReadsAVersionFromObjectAndString)
{
    const domain::ServerVersion expected{15, 2, 1118, 7};
    EXPECT_EQ(version(s("Version 15.2 (Build 1118.7)")), expected);
    EXPECT_EQ(version(object({{"Major", i(15)}, {"Minor", i(2)}, {"Build", i(1118)}, {"Revision", i(7)}},
                             "Version 15.2 (Build 1118.7)")),
              expected);
    EXPECT_FALSE(version(s("latest")).known());
    EXPECT_FALSE(version(Value()).known());
}

TEST(ValueConversion, ReadsTimeSpansInEveryForm)
{
    using std::chrono::hours;
    EXPECT_EQ(timeSpan(s("7.00:00:00")), domain::Duration(hours(168)));
    EXPECT_EQ(timeSpan(s("01:30:00.5000000")), domain::Duration(90 * 60'000 + 500));
    EXPECT_EQ(timeSpan(Value(Type::TimeSpan, "P7DT1H2M3.25S")),
              domain::Duration(hours(169)) + std::chrono::milliseconds(123'250));
    EXPECT_EQ(timeSpan(object({{"Ticks", Value::int64(6'048'000'000'000)}}, "7.00:00:00")),
              domain::Duration(hours(168)));
    EXPECT_EQ(timeSpan(s("00:00:00")), domain::Duration(0));
    for (const char* bad :
         {"", "soon", "25:00:00", "00:61:00", "1:2", "P", "P5", "P1.", "99999999999999999999D", "PT99999999999H"})
        EXPECT_FALSE(timeSpan(s(bad)).has_value() && timeSpan(s(bad))->count() > 0) << bad;
}

TEST(ValueConversion, ReadsNumbersInEveryForm)
{
    EXPECT_EQ(number(Value::int64(7)), 7);
    EXPECT_EQ(number(s(" 7 ")), 7);
    EXPECT_FALSE(number(s("Unlimited")).has_value());
    EXPECT_FALSE(number(Value()).has_value());
    EXPECT_EQ(number(object({{"IsUnlimited", b(false)}, {"Value", i(100)}}, "100")), 100);
    EXPECT_FALSE(number(object({{"IsUnlimited", b(true)}, {"Value", Value()}}, "Unlimited")).has_value());
}

TEST(ValueConversion, ReadsTheNamesOfDirectoryObjects)
{
    EXPECT_EQ(objectName(adObject("MAIL")), "MAIL");
    EXPECT_EQ(objectName(s("contoso.com/Configuration/Sites/Berlin")), "Berlin");
    EXPECT_EQ(objectName(s("CN=MAIL,CN=Servers,DC=contoso,DC=com")), "MAIL");
    EXPECT_EQ(serverName(s("Mail.contoso.com")), domain::ServerName("MAIL"));
}

TEST(ValueConversion, ReadsKeyedValuesFromObjectsAndStrings)
{
    const auto objects = keyedValues(list({pair("MAIL", i(1)), pair("MAIL2", i(2))}));
    const auto strings = keyedValues(list({s("[MAIL, 1]"), s("[MAIL2, 2]"), s("nonsense"), s("[]")}));
    ASSERT_EQ(objects.size(), 2u);
    ASSERT_EQ(strings.size(), 2u);
    for (std::size_t n = 0; n < 2; ++n) {
        EXPECT_EQ(objects[n].first, strings[n].first);
        EXPECT_EQ(number(objects[n].second), number(strings[n].second));
    }
}

TEST(ValueConversion, TheYearOneMeansNever)
{
    EXPECT_FALSE(time(dt("0001-01-01T00:00:00")).has_value());
    EXPECT_EQ(domain::toIso(*time(dt("2021-09-28T17:32:01.8071985Z"))), "2021-09-28T17:32:01.807Z");
}

TEST(Mapping, MapsAComponentWithItsRequesters)
{
    const Value details = object({{"Requester", s("Maintenance")},
                                  {"State", s("Draining")},
                                  {"Timestamp", dt("2026-11-22T14:00:00Z")},
                                  {"Component", s("HubTransport")}},
                                 "Requestor:Maintenance; State:Draining; Timestamp:22.11.2026 15:00:00");
    const auto states = mapComponents({object({{"ServerFqdn", s("Mail.contoso.com")},
                                               {"Component", s("HubTransport")},
                                               {"State", enumeration("Draining", 2)},
                                               {"LocalStates", list({details})},
                                               {"RemoteStates", list({})}})});
    ASSERT_EQ(states.size(), 1u);
    EXPECT_EQ(states[0].server, domain::ServerName("MAIL"));
    EXPECT_EQ(states[0].state.value, domain::ServiceState::Draining);
    ASSERT_TRUE(states[0].registry.has_value());
    ASSERT_EQ(states[0].registry->size(), 1u);
    EXPECT_EQ(states[0].registry->front().requester, "Maintenance");
    EXPECT_EQ(states[0].registry->front().state.value, domain::ServiceState::Draining);
    EXPECT_EQ(domain::toIso(*states[0].registry->front().since), "2026-11-22T14:00:00Z");
    ASSERT_TRUE(states[0].activeDirectory.has_value());
    EXPECT_TRUE(states[0].activeDirectory->empty());
}

TEST(Mapping, AStoreThatCouldNotBeReadIsUnknownAndNotEmpty)
{
    const auto unread =
        mapComponents({object({{"ServerFqdn", s("MAIL")},
                               {"Component", s("Lsass")},
                               {"State", s("Active")},
                               {"LocalStates", Value()},
                               {"RemoteStates", list({s("Microsoft.Exchange.Data.RequesterDetails")})}})});
    ASSERT_EQ(unread.size(), 1u);
    EXPECT_FALSE(unread[0].registry.has_value());
    EXPECT_FALSE(unread[0].activeDirectory.has_value()) << "the name of a type says nothing";
}

TEST(Mapping, RequestersThatArriveAsTextHaveNoTime)
{
    const auto read = mapComponents(
        {object({{"ServerFqdn", s("MAIL")},
                 {"Component", s("HubTransport")},
                 {"State", s("Draining")},
                 {"LocalStates", list({s("Requestor:Maintenance; State:Draining; Timestamp:22.11.2026 15:00:00"),
                                       s("Requestor:HealthApi; State:Active; Timestamp:11/22/2026 3:00:00 PM")})},
                 {"RemoteStates", list({s("Requestor:; State:Active; Timestamp:1")})}})});
    ASSERT_EQ(read.size(), 1u);
    const std::vector<domain::RequesterEntry> expected{{"Maintenance", domain::serviceState("Draining"), {}},
                                                       {"HealthApi", domain::serviceState("Active"), {}}};
    EXPECT_EQ(read[0].registry, expected);
    EXPECT_FALSE(read[0].activeDirectory.has_value());
}

TEST(Mapping, AnUnknownStateKeepsItsWord)
{
    const auto states = mapComponents(
        {object({{"ServerFqdn", s("MAIL")}, {"Component", s("NewThing")}, {"State", enumeration("Hibernating", 7)}})});
    ASSERT_EQ(states.size(), 1u);
    EXPECT_EQ(states[0].state.value, domain::ServiceState::Unknown);
    EXPECT_EQ(states[0].state.text, "Hibernating");
}

TEST(Mapping, MapsCopiesInBothForms)
{
    const std::vector<Property> common{{"Name", s("DB01\\MAIL2")},
                                       {"ActiveCopy", b(false)},
                                       {"CopyQueueLength", Value(Type::UInt64, "3")},
                                       {"ReplayQueueLength", Value()},
                                       {"LastInspectedLogTime", dt("2020-05-10T13:48:13Z")},
                                       {"ActivationPreference", i(2)},
                                       {"DiskFreeSpacePercent", i(41)}};
    auto objects = common;
    objects.insert(objects.end(), {{"Status", enumeration("Healthy", 6)},
                                   {"ContentIndexState", enumeration("NotApplicable", 11)},
                                   {"AutoActivationPolicy", enumeration("Blocked", 2)},
                                   {"DatabaseName", s("DB01")},
                                   {"MailboxServer", s("MAIL2")}});
    auto strings = common;
    strings.insert(
        strings.end(),
        {{"Status", s("Healthy")}, {"ContentIndexState", s("NotApplicable")}, {"AutoActivationPolicy", s("Blocked")}});

    const DatabaseTraits lags{
        {domain::DatabaseName("db01"), {{{domain::ServerName("mail2"), std::chrono::hours(24)}}, false, true}}};
    const auto first = mapCopies({object(objects)}, lags).rows;
    EXPECT_EQ(first, mapCopies({object(strings)}, lags).rows);
    ASSERT_EQ(first.size(), 1u);
    EXPECT_EQ(first[0].name(), "DB01\\MAIL2");
    EXPECT_EQ(first[0].status.value, domain::CopyStatus::Healthy);
    EXPECT_EQ(first[0].copyQueueLength, 3);
    EXPECT_FALSE(first[0].replayQueueLength.has_value());
    EXPECT_EQ(first[0].activationPreference, 2);
    EXPECT_EQ(first[0].autoActivationPolicy.value, domain::AutoActivationPolicy::Blocked);
    EXPECT_TRUE(first[0].lagged());

    for (auto& [name, value] : strings)
        if (name == "ActivationPreference" || name == "DiskFreeSpacePercent")
            value = Value(Type::Int64, "4294967297"); // 1, where the upper half is lost
    const auto huge = mapCopies({object(strings)}, lags).rows;
    EXPECT_NE(huge.at(0).activationPreference, 1);
    EXPECT_NE(huge.at(0).diskFreeSpacePercent, 1);
}

TEST(Mapping, ALengthThatNoDiskHoldsIsNotKnown)
{
    const auto copyWith = [](Value copyQueue, Value replayQueue) {
        return mapCopies({object({{"Name", s("DB01\\MAIL2")},
                                  {"ActiveCopy", b(false)},
                                  {"CopyQueueLength", std::move(copyQueue)},
                                  {"ReplayQueueLength", std::move(replayQueue)}})},
                         {})
            .rows.at(0);
    };
    for (const char* sentinel : {"9223372036854775766", "9223372036854775807", "18446744073709551574"}) {
        const auto copy = copyWith(Value(Type::Int64, sentinel), Value::int64(150));
        EXPECT_FALSE(copy.copyQueueLength.has_value()) << sentinel;
        EXPECT_FALSE(copy.lastLogPublished) << sentinel;
        EXPECT_EQ(copy.replayQueueLength, 150) << sentinel;
        EXPECT_FALSE(copyWith(Value::int64(0), Value(Type::Int64, sentinel)).lastLogPublished) << sentinel;
    }
    const auto negative = copyWith(Value::int64(-1), Value::int64(-1));
    EXPECT_FALSE(negative.copyQueueLength.has_value() || negative.replayQueueLength.has_value());
    EXPECT_TRUE(negative.lastLogPublished) << "absent, and no fault of the active copy";
    EXPECT_TRUE(copyWith(Value::int64(48'211), Value::int64(0)).lastLogPublished);
}

TEST(Mapping, TheContentIndexOfANewerServerComesAsANumber)
{
    for (const auto& value : {enumeration("11", 11), i(11), s("11"), enumeration("NotApplicable", 11)}) {
        const auto copies =
            mapCopies({object({{"Name", s("DB01\\MAIL")}, {"ActiveCopy", b(true)}, {"ContentIndexState", value}})}, {});
        EXPECT_EQ(copies.rows.at(0).contentIndexState, "NotApplicable");
    }
}

TEST(Mapping, ACopyKnowsWhetherItsDatabaseMayBeLeftDismounted)
{
    const auto traits =
        mapDatabaseTraits({object({{"Name", s("RDB01")}, {"Recovery", b(true)}}),
                           object({{"Name", s("Old")}, {"MountAtStartup", b(false)}}), object({{"Name", s("DB01")}})});
    const auto copyOf = [&](const char* name) {
        return mapCopies({object({{"Name", s(std::string(name) + "\\MAIL")},
                                  {"ActiveCopy", b(true)},
                                  {"Status", enumeration("Dismounted", 12)}})},
                         traits)
            .rows.at(0);
    };
    EXPECT_TRUE(copyOf("RDB01").recovery && copyOf("RDB01").dismountedOnPurpose());
    EXPECT_TRUE(copyOf("Old").dismountedOnPurpose());
    EXPECT_FALSE(copyOf("DB01").dismountedOnPurpose());
}

TEST(Mapping, ADatabaseWhoseServersAreNotToldIsNoSingleCopy)
{
    const auto one = [](const std::vector<Property>& more) {
        auto properties = more;
        properties.insert(properties.end(), {{"Name", s("DB01")}, {"MasterServerOrAvailabilityGroup", s("DAG1")}});
        return mapDatabases({object(properties)}).at(0);
    };
    EXPECT_FALSE(one({}).serversRead);
    EXPECT_FALSE(one({}).singleCopy());
    EXPECT_TRUE(one({{"ReplicationType", enumeration("None", 0)}}).singleCopy());
    const auto preferred = one({{"ActivationPreference", list({s("[MAIL, 1]"), s("[MAIL2, 2]")})}});
    EXPECT_EQ(preferred.servers, (std::vector{domain::ServerName("MAIL"), domain::ServerName("MAIL2")}));
}

TEST(Mapping, AnEdgeServerIsNoMailboxServer)
{
    const std::vector<Value> rows{object({{"Name", s("MAIL")}}), object({{"Name", s("EDGE1")}})};
    const auto identities = mapExchangeServers({object({{"Name", s("EDGE1")}, {"IsEdgeServer", b(true)}}),
                                                object({{"Name", s("MAIL")}, {"IsEdgeServer", b(false)}})});
    const auto servers = mapMailboxServers(rows, identities);
    ASSERT_EQ(servers.size(), 1u);
    EXPECT_EQ(servers[0].name, domain::ServerName("MAIL"));
}

TEST(Mapping, AHostNameOfMoreThanFifteenCharactersIsFoundByItsFqdn)
{
    const auto identities = mapExchangeServers(
        {object({{"Name", s("EXCHANGE-BERLIN")}, {"Fqdn", s("exchange-berlin-01.contoso.com")}}),
         object({{"Name", s("EXCHANGE-LONDON-02")}, {"Fqdn", s("exchange-london-02.contoso.com")}})});
    const auto known = [&](const char* name) { return knownName(identities, domain::ServerName(name)).text(); };
    EXPECT_EQ(known("exchange-berlin-01.contoso.com"), "EXCHANGE-BERLIN");
    EXPECT_EQ(known("EXCHANGE-BERLIN"), "EXCHANGE-BERLIN");
    EXPECT_EQ(known("EXCHANGE-LONDON-02"), "EXCHANGE-LONDON-02");
    EXPECT_EQ(known("another-long-name-03"), "another-long-name-03");
}

// Each row of a snapshot asks for its server's name.
TEST(Mapping, TheNameOfAServerIsFoundWithoutLookingAtAllServers)
{
    const auto workOf = [](int servers) {
        ServerIdentities identities;
        for (int i = 0; i < servers; ++i) {
            const auto name = "LONG-NAME-" + std::to_string(10'000 + i);
            identities[domain::ServerName(name)].fqdn = name + "-01.contoso.com";
        }
        return tests::workOf([&] {
            for (const auto& [name, identity] : identities)
                ASSERT_EQ(knownName(identities, domain::ServerName(identity.fqdn)), name);
        });
    };
    EXPECT_TRUE(workOf(400).isLinearTo(workOf(200)));
}

TEST(Mapping, TheNumberOfAnEnumDecidesAndNotItsText)
{
    const auto copies =
        mapCopies(
            {object({{"Name", s("DB01\\MAIL")}, {"ActiveCopy", b(true)}, {"Status", enumeration("Eingebunden", 11)}})},
            {})
            .rows;
    ASSERT_EQ(copies.size(), 1u);
    EXPECT_EQ(copies[0].status.value, domain::CopyStatus::Mounted);
    EXPECT_EQ(copies[0].status.text, "Eingebunden");
    const auto bare =
        mapCopies({object({{"Name", s("DB01\\MAIL")}, {"ActiveCopy", s("True")}, {"Status", i(11)}})}, {}).rows;
    EXPECT_EQ(bare[0].status.text, "Mounted");
}

TEST(Mapping, MapsDatabasesInBothForms)
{
    const std::vector<Property> common{
        {"Name", s("DB01")}, {"Mounted", b(true)}, {"MountedOnServer", s("mail.contoso.com")}, {"Recovery", b(false)}};
    auto objects = common;
    objects.insert(
        objects.end(),
        {{"Server", adObject("MAIL")},
         {"MasterServerOrAvailabilityGroup", adObject("DAG1")},
         {"Servers", list({adObject("MAIL"), adObject("MAIL2")})},
         {"ReplicationType", enumeration("Remote", 2)},
         {"ActivationPreference", list({pair("MAIL", i(1)), pair("MAIL2", i(2))})},
         {"ReplayLagTimes", list({pair("MAIL", s("00:00:00")),
                                  pair("MAIL2", object({{"Ticks", Value::int64(36'000'000'000)}}, "01:00:00"))})}});
    auto strings = common;
    strings.insert(strings.end(), {{"Server", s("MAIL")},
                                   {"MasterServerOrAvailabilityGroup", s("DAG1")},
                                   {"Servers", list({s("MAIL"), s("MAIL2")})},
                                   {"ReplicationType", s("Remote")},
                                   {"ActivationPreference", list({s("[MAIL, 1]"), s("[MAIL2, 2]")})},
                                   {"ReplayLagTimes", list({s("[MAIL, 00:00:00]"), s("[MAIL2, 01:00:00]")})}});
    const auto databases = mapDatabases({object(objects)});
    EXPECT_EQ(databases, mapDatabases({object(strings)}));
    EXPECT_EQ(mapDatabaseTraits({object(objects)}), mapDatabaseTraits({object(strings)}));
    ASSERT_EQ(databases.size(), 1u);
    EXPECT_EQ(databases[0].dag, domain::DagName("DAG1"));
    EXPECT_EQ(databases[0].servers, (std::vector{domain::ServerName("MAIL"), domain::ServerName("MAIL2")}));
    EXPECT_EQ(databases[0].activationPreference.at(domain::ServerName("mail2")), 2);
    EXPECT_EQ(databases[0].replicationType.value, domain::ReplicationType::Remote);
    EXPECT_EQ(databases[0].mountedOn, domain::ServerName("MAIL"));
    EXPECT_FALSE(databases[0].backupInProgress.has_value());
    EXPECT_EQ(mapDatabaseTraits({object(strings)})
                  .at(domain::DatabaseName("DB01"))
                  .replayLags.at(domain::ServerName("MAIL2")),
              domain::Duration(3'600'000));
}

TEST(Mapping, ADatabaseOutsideADagHasNoDag)
{
    const auto databases = mapDatabases(
        {object({{"Name", s("Solo")}, {"Server", s("MAIL")}, {"MasterServerOrAvailabilityGroup", s("MAIL")}})});
    ASSERT_EQ(databases.size(), 1u);
    EXPECT_TRUE(databases[0].dag.empty());
    EXPECT_TRUE(databases[0].singleCopy());
}

TEST(Mapping, TheGroupRecordsWhetherTheClusterAnswered)
{
    const Value withStatus = object({{"Name", s("DAG1")},
                                     {"Servers", list({adObject("MAIL"), adObject("MAIL2")})},
                                     {"WitnessServer", s("fs1.contoso.com")},
                                     {"WitnessShareInUse", enumeration("Primary", 1)},
                                     {"PrimaryActiveManager", adObject("MAIL2")},
                                     {"OperationalServers", list({adObject("MAIL"), adObject("MAIL2")})},
                                     {"ServersInMaintenance", list({adObject("MAIL")})},
                                     {"DatacenterActivationMode", s("DagOnly")}});
    const Value without =
        object({{"Name", s("DAG1")}, {"Servers", list({s("MAIL"), s("MAIL2")})}, {"PrimaryActiveManager", Value()}});
    const auto groups = mapGroups({withStatus, without});
    ASSERT_EQ(groups.size(), 2u);
    EXPECT_TRUE(groups[0].statusKnown);
    EXPECT_EQ(groups[0].primaryActiveManager, domain::ServerName("MAIL2"));
    EXPECT_EQ(groups[0].serversInMaintenance, std::vector{domain::ServerName("MAIL")});
    EXPECT_EQ(groups[0].witnessInUse.value, domain::WitnessShareInUse::Primary);
    EXPECT_TRUE(groups[0].datacenterActivationCoordination);
    EXPECT_FALSE(groups[1].statusKnown);
    EXPECT_TRUE(groups[1].primaryActiveManager.empty());
}

TEST(Mapping, ServersAreCompletedByGetExchangeServer)
{
    const auto identities = mapExchangeServers({object({{"Name", s("MAIL")},
                                                        {"Fqdn", s("mail.contoso.com")},
                                                        {"Site", s("contoso.com/Configuration/Sites/Berlin")},
                                                        {"Edition", s("Enterprise")},
                                                        {"AdminDisplayVersion", s("Version 15.1 (Build 2375.7)")}})});
    const auto servers = mapMailboxServers({object({{"Name", s("Mail")},
                                                    {"DatabaseAvailabilityGroup", adObject("DAG1")},
                                                    {"DatabaseCopyAutoActivationPolicy", s("IntrasiteOnly")},
                                                    {"DatabaseCopyActivationDisabledAndMoveNow", b(true)},
                                                    {"MaximumActiveDatabases", Value()}})},
                                           identities);
    ASSERT_EQ(servers.size(), 1u);
    EXPECT_EQ(servers[0].fqdn, "mail.contoso.com");
    EXPECT_EQ(servers[0].site, "Berlin");
    EXPECT_EQ(servers[0].version.text(), "15.1.2375.7");
    EXPECT_EQ(servers[0].autoActivationPolicy.value, domain::AutoActivationPolicy::IntrasiteOnly);
    EXPECT_TRUE(servers[0].activationDisabledAndMoveNow);
    EXPECT_FALSE(servers[0].maximumActiveDatabases.has_value());
}

TEST(Mapping, QueuesHaveTheirServer)
{
    const auto queues = mapQueues({object({{"Identity", s("MAIL\\Shadow\\3")},
                                           {"DeliveryType", enumeration("ShadowRedundancy", 10)},
                                           {"Status", s("Ready")},
                                           {"MessageCount", i(4)},
                                           {"NextHopDomain", s("mail2")},
                                           {"Velocity", Value(Type::Double, "-0.5")}})})
                            .rows;
    ASSERT_EQ(queues.size(), 1u);
    EXPECT_EQ(queues[0].server, domain::ServerName("MAIL"));
    EXPECT_EQ(queues[0].deliveryType, "ShadowRedundancy");
    EXPECT_EQ(queues[0].messageCount, 4);
    EXPECT_DOUBLE_EQ(queues[0].velocity, -0.5);
}

TEST(Mapping, AnUnreadableRowIsNeitherADrainedQueueNorAPassiveCopy)
{
    const auto queues = mapQueues({object({{"Identity", s("MAIL\\7")}, {"MessageCount", Value()}}),
                                   object({{"Identity", s("MAIL\\9")}, {"MessageCount", i(0)}})});
    ASSERT_EQ(queues.rows.size(), 1u);
    EXPECT_EQ(queues.rows[0].identity, "MAIL\\9");
    ASSERT_TRUE(queues.unreadable.has_value());
    EXPECT_EQ(queues.unreadable->kind, domain::ErrorKind::Malformed);
    EXPECT_EQ(queues.unreadable->what, "MAIL\\7");
    for (const auto& told : {Value(), s("perhaps")}) {
        const auto copies = mapCopies({object({{"Name", s("DB01\\MAIL")}, {"ActiveCopy", told}})}, {});
        EXPECT_TRUE(copies.rows.empty());
        EXPECT_TRUE(copies.unreadable.has_value());
    }
}

TEST(Mapping, MapsNodesAndServices)
{
    const auto nodes = mapNodes(
        {object({{"Name", s("MAIL")},
                 {"State", Value::enumeration("Microsoft.FailoverClusters.PowerShell.ClusterNodeState", "Paused", 2)},
                 {"NodeWeight", i(1)},
                 {"DynamicWeight", i(0)}})});
    ASSERT_EQ(nodes.size(), 1u);
    EXPECT_EQ(nodes[0].state.value, domain::NodeState::Paused);
    EXPECT_EQ(nodes[0].dynamicWeight, 0);
    const auto services = mapServices(
        {object(
            {{"Name", s("MSExchangeFrontEndTransport")}, {"Status", enumeration("Running", 4)}, {"StartType", i(2)}})},
        {object({{"ProcessName", s("MSExchangeFrontendTransport")}, {"StartTime", dt("2026-11-22T14:00:00+01:00")}})},
        domain::ServerName("MAIL"));
    ASSERT_EQ(services.size(), 1u);
    EXPECT_TRUE(services[0].running());
    EXPECT_EQ(services[0].startType, "Automatic");
    ASSERT_TRUE(services[0].processStart.has_value());
    EXPECT_EQ(domain::toIso(*services[0].processStart), "2026-11-22T13:00:00Z");
}

TEST(Mapping, MapsTheResultOfEachDatabaseMove)
{
    const auto moves = mapMoves({object({{"Identity", s("DB01")},
                                         {"ActiveServerAtStart", s("mail")},
                                         {"ActiveServerAtEnd", s("mail2")},
                                         {"Status", enumeration("Succeeded", 1)},
                                         {"NumberOfLogsLost", Value::int64(0)},
                                         {"MountStatusAtMoveEnd", s("Mounted")}}),
                                 object({{"Identity", adObject("DB02")},
                                         {"ActiveServerAtStart", s("mail")},
                                         {"Status", s("Failed")},
                                         {"ErrorMessage", s("The copy is not healthy.")}})});
    ASSERT_EQ(moves.size(), 2u);
    EXPECT_TRUE(moves[0].done);
    EXPECT_EQ(moves[0].to, domain::ServerName("MAIL2"));
    EXPECT_EQ(moves[0].logsLost, 0);
    EXPECT_EQ(moves[0].mountStatus, "Mounted");
    EXPECT_FALSE(moves[1].done);
    EXPECT_EQ(moves[1].error, "The copy is not healthy.");
    EXPECT_EQ(moves[1].database, domain::DatabaseName("DB02"));
}

TEST(Mapping, NilObjectsMakeNoRows)
{
    const std::vector<Value> junk{Value(), s("text"), object({}), list({})};
    EXPECT_TRUE(mapComponents(junk).empty());
    EXPECT_TRUE(mapCopies({Value(), object({}), list({})}, {}).rows.empty());
    EXPECT_TRUE(mapQueues({Value(), object({})}).rows.empty());
    EXPECT_TRUE(mapNodes({Value(), object({})}).empty());
    EXPECT_TRUE(mapGroups({Value(), object({})}).empty());
    EXPECT_TRUE(mapServices(junk, {}, domain::ServerName("MAIL")).empty());
}
