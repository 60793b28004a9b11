// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/maintenance/original_settings.h"
#include "model/maintenance/plan_reinstate.h"
#include "tests/support/organisations.h"
#include "tests/support/snapshot_changes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace drydock::domain;
using namespace drydock::maintenance;
using namespace drydock::tests;
using testing::HasSubstr;

// What stopped during an update and starts by itself is started again; what did not run before is left alone.
TEST(ReinstatedServices, AreThoseThatRanBeforeAndStartAutomatically)
{
    auto before = seedSnapshot();
    const auto add = [](DagSnapshot& snapshot, const char* name, const char* status, const char* startType) {
        snapshot.services.push_back({mail(), name, status, startType, {}});
    };
    add(before, "MSExchangeServiceHost", "Running", "Automatic");
    add(before, "MSExchangeIS", "Running", "Automatic");
    add(before, "MSExchangeThrottling", "Stopped", "Automatic");
    add(before, "MSExchangeNotificationsBroker", "Running", "Manual");
    const auto original = readOriginalSettings(before, mail());
    auto now = before;
    putInMaintenance(now, mail(), at(0));
    for (const auto* stopped : {"MSExchangeServiceHost", "MSExchangeNotificationsBroker"})
        serviceOf(now, mail(), stopped).status = "Stopped";
    const auto plan = planReinstate(now, mail(), original);
    ASSERT_TRUE(plan);
    std::string started;
    for (const auto& command : plan->step(StepKind::StartServices)->commands)
        started += command.toPowerShell() + "\n";
    EXPECT_THAT(started, HasSubstr("Start-Service -Name MSExchangeServiceHost\n"));
    for (const auto* other : {"MSExchangeIS\n", "Throttling", "NotificationsBroker"})
        EXPECT_THAT(started, testing::Not(HasSubstr(other)));
}

TEST(ReinstatedServices, AreOnlyThoseThatTheProgramReads)
{
    EXPECT_TRUE(service::isRead("msexchangeServiceHost"));
    EXPECT_TRUE(service::isRead("W3Svc"));
    EXPECT_FALSE(service::isRead("Spooler"));
    EXPECT_FALSE(service::isRead("MSExchang"));
}
