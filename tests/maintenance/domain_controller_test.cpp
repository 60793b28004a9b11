// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// A run reads from the domain controller that it writes to, and says so when it has to use another one.
#include "model/maintenance/domain_controller.h"
#include "model/maintenance/report.h"
#include "tests/support/runner_driver.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

using namespace drydock::domain;
using namespace drydock::maintenance;
using namespace drydock::tests;
using testing::Each;
using testing::HasSubstr;
using testing::IsEmpty;

namespace {

const std::string chosen = "dc1.contoso.com";
const std::string another = "dc2.contoso.com";

CmdletPermissions everything()
{
    CmdletPermissions permissions{{"Get-Queue", {"Server"}}};
    for (const auto cmdlet : directoryCmdlets())
        permissions[std::string(cmdlet)] = {"Identity", "DomainController"};
    return permissions;
}

class DomainController : public testing::Test
{
protected:
    void SetUp() override
    {
        driver.world.domainController = chosen;
        driver.plan(RunKind::Enter);
    }

    RunnerDriver driver{busySeed()};
};

} // namespace

TEST(DomainControllerChoice, NeedsTheParameterWithEveryCmdletOfTheDirectory)
{
    EXPECT_TRUE(mayChooseDomainController(everything()));
    EXPECT_FALSE(mayChooseDomainController({})) << "nothing is known";
    for (const auto cmdlet : directoryCmdlets()) {
        auto fewer = everything();
        fewer[std::string(cmdlet)].erase("DomainController");
        EXPECT_FALSE(mayChooseDomainController(fewer)) << cmdlet;
    }
}

TEST_F(DomainController, IsTheSameForEveryReadingAndEveryCommandThatTakesOne)
{
    driver.run(event::Start{});
    ASSERT_EQ(driver.state().outcome, Outcome::Succeeded) << reportAsText(driver.state());
    EXPECT_THAT(driver.readAt, Each(chosen));
    for (const auto& line : driver.sent) {
        const auto cmdlet = line.substr(0, line.find(' '));
        EXPECT_EQ(line.find("-DomainController " + chosen) != std::string::npos, takesDomainController(cmdlet)) << line;
    }
    EXPECT_THAT(reportAsText(driver.state()), HasSubstr(chosen));
    EXPECT_THAT(driver.state().plan.toPowerShell(), HasSubstr(":DomainController\"] = '" + chosen + "'"));
}

TEST_F(DomainController, IsNotNamedWhereExchangeChooses)
{
    driver.world.domainController.clear();
    driver.plan(RunKind::Enter);
    driver.domainController = another; // what the reading tells is not taken up
    driver.run(event::Start{});
    ASSERT_EQ(driver.state().outcome, Outcome::Succeeded) << reportAsText(driver.state());
    EXPECT_THAT(driver.readAt, Each(IsEmpty()));
    EXPECT_THAT(driver.sent, Each(testing::Not(HasSubstr("DomainController"))));
}

TEST_F(DomainController, ThatDoesNotAnswerIsReplacedAloudAndForGood)
{
    driver.onSend = [&](const Command& command) -> std::optional<Error> {
        if (command.cmdlet != "Set-ServerComponentState" || !driver.domainController.empty()) return {};
        driver.domainController = another;
        return errorOf(ErrorKind::DomainControllerDown);
    };
    driver.run(event::Start{});
    ASSERT_EQ(driver.state().outcome, Outcome::SucceededWithWarnings) << reportAsText(driver.state());
    EXPECT_EQ(driver.state().domainController, another);
    ASSERT_EQ(driver.state().warnings.size(), 1u);
    EXPECT_THAT(driver.state().warnings[0].english(), HasSubstr(chosen + " does not answer: " + another));
    EXPECT_EQ(driver.readAt.back(), another);
    EXPECT_THAT(driver.sent.back(), HasSubstr(another));
    EXPECT_EQ(std::ranges::count_if(driver.sent,
                                    [](const auto& line) {
                                        return line.find("Component HubTransport -State Draining") != std::string::npos;
                                    }),
              2)
        << "the command that did nothing was sent again, without the operator's word";

    const auto before = driver.state();
    driver.restart();
    EXPECT_EQ(driver.state().domainController, before.domainController) << "the journal keeps it";
    EXPECT_EQ(driver.state().warnings, before.warnings);
}

TEST_F(DomainController, AnotherOneDoesNotShowThatAStepWasUndone)
{
    driver.onSend = [&](const Command& command) -> std::optional<Error> {
        if (command.cmdlet == "Restart-Service") std::ignore = driver.only(event::StopRequested{});
        return {};
    };
    driver.run(event::Start{});
    ASSERT_EQ(driver.state().outcome, Outcome::Stopped);
    driver.restart();
    driver.onSend = {};
    driver.sent.clear();
    driver.domainController = another;
    driver.eachStepOfTime = [](RunnerDriver& d) { // what was written at the chosen one has not reached the other yet
        const bool late = d.sent.empty();
        setPolicy(d.world, mail(), late ? AutoActivationPolicy::Unrestricted : AutoActivationPolicy::Blocked);
    };
    driver.run(event::Start{});
    ASSERT_EQ(driver.state().outcome, Outcome::SucceededWithWarnings) << reportAsText(driver.state());
    EXPECT_THAT(driver.sent, Each(testing::Not(HasSubstr("Blocked")))) << "nothing was sent again";
}

TEST_F(DomainController, ThatDoesNotAnswerWhereNoOtherIsNamedIsLeftAloud)
{
    driver.onSend = [&](const Command& command) -> std::optional<Error> {
        const bool pinned = std::ranges::any_of(
            command.parameters, [](const auto& parameter) { return parameter.name == domainControllerParameter; });
        if (!pinned || driver.sent.size() < 2) return {};
        driver.domainControllerLost = true;
        return errorOf(ErrorKind::DomainControllerDown);
    };
    driver.run(event::Start{});
    ASSERT_EQ(driver.state().outcome, Outcome::SucceededWithWarnings) << reportAsText(driver.state());
    ASSERT_EQ(driver.state().warnings.size(), 1u) << "said once";
    EXPECT_THAT(driver.state().warnings[0].english(),
                HasSubstr(chosen + " does not answer, and Exchange names no other"));
    EXPECT_EQ(driver.state().domainController, "");
    EXPECT_EQ(driver.readAt.front(), chosen);
    EXPECT_EQ(driver.readAt.back(), "");
    EXPECT_THAT(driver.sent.back(), testing::Not(HasSubstr("DomainController")));
    const auto before = driver.state();
    driver.restart();
    EXPECT_EQ(driver.state().domainController, "") << "the journal keeps it";
    EXPECT_EQ(driver.state().warnings, before.warnings);
}
