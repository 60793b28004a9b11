// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Real captures of an Exchange 2019 server to domain values.
#include "remoting/clixml/reader.h"
#include "remoting/exchange/map_health.h"
#include "remoting/exchange/map_servers.h"
#include "remoting/exchange/map_states.h"
#include "tests/support/paths.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

using namespace drydock;

namespace {

class Captures : public testing::Test
{
protected:
    void SetUp() override
    {
        if (!std::filesystem::exists(folder())) GTEST_SKIP() << "no recordings at " << folder();
    }

    static std::filesystem::path folder() { return tests::testData() / "exchange-clixml"; }

    static std::vector<clixml::Value> read(const std::string& name)
    {
        std::ifstream file(folder() / name, std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(file), {}};
        auto values = clixml::read(bytes);
        EXPECT_TRUE(values) << name << (values ? "" : values.error().summary());
        return values ? *values : std::vector<clixml::Value>();
    }
};

const domain::ServerName solo("SOLO-E19A");

} // namespace

TEST_F(Captures, ComponentStatesAreMapped)
{
    const auto states = exchange::mapComponents(read("GetServerComponentState.xml"));
    ASSERT_EQ(states.size(), 34u) << "the list of 2019 (exchange.md 5.1)";
    for (const auto& state : states) {
        EXPECT_EQ(state.server, solo);
        EXPECT_TRUE(state.registry.has_value() && state.activeDirectory.has_value()) << state.component;
        EXPECT_NE(state.state.value, domain::ServiceState::Unknown) << state.component;
        const bool inactive = state.state.value == domain::ServiceState::Inactive;
        EXPECT_EQ(inactive, state.component == "ForwardSyncDaemon" || state.component == "ProvisioningRps")
            << state.component;
    }
    const auto offline = std::find_if(states.begin(), states.end(),
                                      [](const auto& state) { return state.component == "ServerWideOffline"; });
    ASSERT_NE(offline, states.end());
    ASSERT_EQ(offline->registry->size(), 1u);
    EXPECT_EQ(offline->registry->front().requester, "Functional");
    EXPECT_EQ(domain::toIso(*offline->registry->front().since), "2021-09-28T17:32:01.927Z");
}

TEST_F(Captures, ServersAreMapped)
{
    const auto identities = exchange::mapExchangeServers(read("GetExchangeServer.xml"));
    const auto servers = exchange::mapMailboxServers(read("GetMailboxServer.xml"), identities);
    ASSERT_EQ(servers.size(), 1u);
    EXPECT_EQ(servers[0].name, solo);
    EXPECT_EQ(servers[0].fqdn, "Solo-E19A.Solo.com");
    EXPECT_EQ(servers[0].site, "Default-First-Site-Name");
    EXPECT_EQ(servers[0].version.major, 15);
    EXPECT_EQ(servers[0].version.minor, 2);
    EXPECT_EQ(servers[0].autoActivationPolicy.value, domain::AutoActivationPolicy::Unrestricted);
    EXPECT_FALSE(servers[0].activationDisabledAndMoveNow);
    EXPECT_TRUE(servers[0].dag.empty());
}

TEST_F(Captures, TheRequiredServicesOfEachRoleAreMapped)
{
    const auto rows = exchange::mapHealth("Test-ServiceHealth", read("TestServiceHealth.xml"));
    EXPECT_EQ(rows.all.size(), 3u);
    for (const auto& row : rows.all)
        EXPECT_NE(row.find("Role: "), std::string::npos) << row;
}
