#include "model/maintenance/run_listing.h"

#include "tests/support/organisations.h"
#include "tests/support/snapshot_changes.h"

#include <gtest/gtest.h>

using namespace drydock::domain;
using namespace drydock::maintenance;
using namespace drydock::tests;

namespace {

RunListing run(Direction direction, Outcome outcome, const char* policy = "Unrestricted")
{
    RunListing listing;
    listing.state.id = runId(at(0), mail(), direction);
    listing.state.plan.direction = direction;
    listing.state.plan.server = mail();
    listing.state.plan.serverFqdn = "MAIL.contoso.com";
    listing.state.plan.original.policy = autoActivationPolicy(policy);
    listing.state.plan.steps.resize(1);
    listing.state.format = 0; // from before settings were taken over
    listing.state.phase = RunPhase::Finished;
    listing.state.outcome = outcome;
    return listing;
}

std::string policyIn(const std::vector<RunListing>& runs, const char* fqdn = "mail.CONTOSO.com")
{
    const auto found = originalSettings(runs, mail(), fqdn);
    if (!found) return toString(found.error().kind);
    return *found ? (*found)->settings.policy.text : "none";
}

} // namespace

TEST(RunListings, FindTheSettingsFromBeforeTheOpenMaintenance)
{
    const auto enter = run(Direction::Enter, Outcome::Succeeded, "IntrasiteOnly");
    EXPECT_EQ(policyIn({}), "none");
    EXPECT_EQ(policyIn({enter}), "IntrasiteOnly");
    EXPECT_EQ(policyIn({run(Direction::Reinstate, Outcome::Stopped), enter}), "IntrasiteOnly")
        << "the way back was cut off";
    EXPECT_EQ(policyIn({run(Direction::Reinstate, Outcome::Succeeded), enter}), "none");
    EXPECT_EQ(policyIn({run(Direction::Enter, Outcome::Undone), enter}), "IntrasiteOnly");
    EXPECT_FALSE((*originalSettings({enter}, mail(), {}))->unfinished);
    EXPECT_TRUE((*originalSettings({run(Direction::Reinstate, Outcome::Stopped), enter}, mail(), {}))->unfinished)
        << "a new maintenance takes over what was there before the first";
    EXPECT_FALSE(*originalSettings({enter}, mail2(), {}));
}

TEST(RunListings, ASecondEnterRunDoesNotHideTheSettingsOfTheFirst)
{
    const auto first = run(Direction::Enter, Outcome::Stopped, "IntrasiteOnly");
    EXPECT_EQ(policyIn({run(Direction::Enter, Outcome::Succeeded, "Blocked"), first}), "IntrasiteOnly");
    auto drained = run(Direction::Enter, Outcome::Succeeded, "Unrestricted");
    ComponentState row;
    row.server = mail();
    row.component = component::hubTransport;
    row.registry = std::vector<RequesterEntry>{{requester::maintenance, serviceState("Draining"), at(1)}};
    drained.state.plan.original.components.push_back(row);
    EXPECT_EQ(policyIn({drained, first}), "IntrasiteOnly");
}

TEST(RunListings, ARunThatInheritedSettingsIsTrusted)
{
    const auto first = run(Direction::Enter, Outcome::Stopped, "IntrasiteOnly");
    auto second = run(Direction::Enter, Outcome::Succeeded, "Blocked");
    second.state.format = journalFormat;
    EXPECT_EQ(policyIn({second, first}), "Blocked") << "somebody else had blocked it before both";
    EXPECT_TRUE((*originalSettings({first}, mail(), {}))->unfinished);
    EXPECT_EQ((*originalSettings({second, first}, mail(), {}))->runId, second.state.id);
}

TEST(RunListings, ARunOfAServerOfTheSameNameInAnotherDomainIsIgnored)
{
    EXPECT_EQ(policyIn({run(Direction::Enter, Outcome::Succeeded)}, "MAIL.elsewhere.example"), "none");
    EXPECT_EQ(policyIn({run(Direction::Enter, Outcome::Succeeded)}, ""), "Unrestricted");
}

TEST(RunListings, ADamagedJournalIsNotReplacedByAnOlderOne)
{
    const auto older = run(Direction::Enter, Outcome::Succeeded, "IntrasiteOnly");
    auto damaged = run(Direction::Enter, Outcome::None, "Blocked");
    damaged.error = Error{ErrorKind::Corrupt, "journal", {}, 0, nullptr};
    damaged.state.plan.original.policy = autoActivationPolicy("Unrestricted");
    EXPECT_EQ(policyIn({damaged, older}), "Unrestricted") << "its first line is whole";
    damaged.state.plan = {};
    EXPECT_EQ(policyIn({damaged, older}), "corrupt");
    damaged.state.id = runId(at(0), mail2(), Direction::Enter);
    EXPECT_EQ(policyIn({damaged, older}), "IntrasiteOnly") << "of another server";
}
