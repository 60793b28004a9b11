// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/maintenance/recorded_settings.h"

#include "tests/support/organisations.h"
#include "tests/support/sample_runs.h"
#include "tests/support/snapshot_changes.h"

#include <gtest/gtest.h>

#include <map>

using namespace drydock::domain;
using namespace drydock::maintenance;
using namespace drydock::tests;

namespace {

JournaledRun run(RunKind runKind, Outcome outcome, const char* policy = "Unrestricted")
{
    JournaledRun made;
    made.state.id = runId(at(0), mail(), runKind);
    made.state.plan.runKind = runKind;
    made.state.plan.server = mail();
    made.state.plan.serverFqdn = "MAIL.contoso.com";
    made.state.plan.original.policy = autoActivationPolicy(policy);
    made.state.plan.steps.resize(1); // records the settings
    made.state.steps.resize(1);
    made.state.steps[0].status = StepStatus::Done;
    made.state.steps[0].sent.resize(1);
    made.state.format = 0; // from before settings were taken over
    made.state.phase = RunPhase::Finished;
    made.state.outcome = outcome;
    return made;
}

std::vector<RunListing> ordered(const std::vector<JournaledRun>& runs)
{
    auto listings = listingsOf(runs);
    sortAndMarkSuperseded(listings);
    return listings;
}

Result<std::optional<RecordedSettings>> settingsIn(const std::vector<JournaledRun>& runs, const ServerName& server,
                                                   const std::string& fqdn)
{
    return originalSettings(listingsOf(runs), readerOf(runs), server, fqdn);
}

std::string policyIn(const std::vector<JournaledRun>& runs, const char* fqdn = "mail.CONTOSO.com")
{
    const auto found = settingsIn(runs, mail(), fqdn);
    if (!found) return toString(found.error().kind);
    return *found ? (*found)->settings.policy.text : "none";
}

} // namespace

TEST(RunListings, FindTheSettingsFromBeforeTheOpenMaintenance)
{
    const auto enter = run(RunKind::Enter, Outcome::Succeeded, "IntrasiteOnly");
    EXPECT_EQ(policyIn({}), "none");
    EXPECT_EQ(policyIn({enter}), "IntrasiteOnly");
    EXPECT_EQ(policyIn({run(RunKind::Reinstate, Outcome::Stopped), enter}), "IntrasiteOnly")
        << "the way back was cut off";
    EXPECT_EQ(policyIn({run(RunKind::Reinstate, Outcome::Succeeded), enter}), "none");
    EXPECT_EQ(policyIn({run(RunKind::Enter, Outcome::Undone), enter}), "IntrasiteOnly");
    EXPECT_FALSE((*settingsIn({enter}, mail(), {}))->unfinished);
    EXPECT_TRUE((*settingsIn({run(RunKind::Reinstate, Outcome::Stopped), enter}, mail(), {}))->unfinished)
        << "a new maintenance takes over what was there before the first";
    EXPECT_FALSE(*settingsIn({enter}, mail2(), {}));
}

TEST(RunListings, ASecondEnterRunDoesNotHideTheSettingsOfTheFirst)
{
    const auto first = run(RunKind::Enter, Outcome::Stopped, "IntrasiteOnly");
    EXPECT_EQ(policyIn({run(RunKind::Enter, Outcome::Succeeded, "Blocked"), first}), "IntrasiteOnly");
    auto drained = run(RunKind::Enter, Outcome::Succeeded, "Unrestricted");
    ComponentState row;
    row.server = mail();
    row.component = component::hubTransport;
    row.registry = std::vector<RequesterEntry>{{requester::maintenance, serviceState("Draining"), at(1)}};
    drained.state.plan.original.components.push_back(row);
    EXPECT_EQ(policyIn({drained, first}), "IntrasiteOnly");
}

TEST(RunListings, ARunThatInheritedSettingsIsTrusted)
{
    const auto first = run(RunKind::Enter, Outcome::Stopped, "IntrasiteOnly");
    auto second = run(RunKind::Enter, Outcome::Succeeded, "Blocked");
    second.state.format = journalFormat;
    EXPECT_EQ(policyIn({second, first}), "Blocked") << "somebody else had blocked it before both";
    EXPECT_TRUE((*settingsIn({first}, mail(), {}))->unfinished);
    EXPECT_EQ((*settingsIn({second, first}, mail(), {}))->runId, second.state.id);
}

TEST(RunListings, ARunOfAServerOfTheSameNameInAnotherDomainIsIgnored)
{
    EXPECT_EQ(policyIn({run(RunKind::Enter, Outcome::Succeeded)}, "MAIL.elsewhere.example"), "none");
    EXPECT_EQ(policyIn({run(RunKind::Enter, Outcome::Succeeded)}, ""), "Unrestricted");
}

TEST(RunListings, ADamagedJournalIsNotReplacedByAnOlderOne)
{
    const auto older = run(RunKind::Enter, Outcome::Succeeded, "IntrasiteOnly");
    auto damaged = run(RunKind::Enter, Outcome::None, "Blocked");
    damaged.error = Error{ErrorKind::Corrupt, "journal", {}, 0, nullptr};
    damaged.state.plan.original.policy = autoActivationPolicy("Unrestricted");
    EXPECT_EQ(policyIn({damaged, older}), "Unrestricted") << "its first line is whole";
    damaged.state.plan = {};
    EXPECT_EQ(policyIn({damaged, older}), "corrupt");
    damaged.state.id = runId(at(0), mail2(), RunKind::Enter);
    EXPECT_EQ(policyIn({damaged, older}), "IntrasiteOnly") << "of another server";
}

TEST(RunListings, ADamagedJournalIsOfTheServerInItsNameAlone)
{
    auto damaged = run(RunKind::Enter, Outcome::None);
    damaged.error = Error{ErrorKind::Corrupt, "journal", {}, 0, nullptr};
    damaged.state.plan = {};
    damaged.state.id = runId(at(0), ServerName("NY-A1"), RunKind::Enter);
    EXPECT_TRUE(settingsIn({damaged}, ServerName("A1"), {}));
    EXPECT_EQ(settingsIn({damaged}, ServerName("NY-A1"), {}).error().kind, ErrorKind::Corrupt);
}

TEST(RunListings, OnlyARunThatRecordedAndSentSomethingHoldsSettings)
{
    const auto older = run(RunKind::Enter, Outcome::Succeeded, "IntrasiteOnly");
    auto newer = run(RunKind::Enter, Outcome::Failed, "Blocked");
    newer.state.format = journalFormat;
    EXPECT_EQ(policyIn({newer, older}), "Blocked");
    auto silent = newer;
    silent.state.steps[0].sent.clear();
    EXPECT_EQ(policyIn({silent, older}), "IntrasiteOnly");
    EXPECT_EQ(policyIn({silent}), "none");
    auto unrecorded = newer;
    unrecorded.state.steps[0].status = StepStatus::Failed;
    EXPECT_EQ(policyIn({unrecorded, older}), "IntrasiteOnly");
}

TEST(RunListings, ANewerRunThatSentSomethingSupersedesThoseOfTheSameServer)
{
    const auto numbered = [](JournaledRun listing, std::uint64_t number, const char* id) {
        listing.state.number = number;
        listing.state.id = id;
        return listing;
    };
    auto silent = run(RunKind::Reinstate, Outcome::Failed);
    silent.state.steps[0].sent.clear();
    auto other = run(RunKind::Enter, Outcome::Stopped);
    other.state.plan.server = mail2();
    auto elsewhere = run(RunKind::Enter, Outcome::Stopped);
    elsewhere.state.plan.serverFqdn = "MAIL.elsewhere.example";
    const auto runs =
        ordered({numbered(run(RunKind::Enter, Outcome::Stopped), 1, "first"),
                 numbered(run(RunKind::Reinstate, Outcome::Stopped), 2, "second"), numbered(silent, 3, "silent"),
                 numbered(other, 4, "other"), numbered(elsewhere, 5, "elsewhere")});
    std::map<std::string, std::string> by;
    for (const auto& listing : runs)
        by[listing.run.id] = listing.supersededBy;
    const std::map<std::string, std::string> expected{
        {"first", "second"}, {"second", ""}, {"silent", ""}, {"other", ""}, {"elsewhere", ""}};
    EXPECT_EQ(by, expected);
    EXPECT_EQ(runs.front().run.id, "elsewhere");
}

TEST(RunListings, ARunWhoseFirstRecordIsLostIsOrderedByItsTime)
{
    auto older = run(RunKind::Enter, Outcome::Succeeded, "IntrasiteOnly");
    older.state.number = 7;
    JournaledRun lost;
    lost.state.id = runId(at(60), mail(), RunKind::Enter);
    lost.error = Error{ErrorKind::Corrupt, "journal", {}, 0, nullptr};
    auto runs = ordered({older, lost});
    EXPECT_EQ(runs.front().run.id, lost.state.id);
    EXPECT_EQ(runs.back().supersededBy, lost.state.id);
    EXPECT_EQ(originalSettings(runs, readerOf({older, lost}), mail(), {}).error().kind, ErrorKind::Corrupt)
        << "the older ones may be of other times";
    lost.state.id = runId(at(60), ServerName("NY-MAIL"), RunKind::Enter);
    runs = ordered({older, lost});
    EXPECT_EQ(runs.back().supersededBy, "") << "another server";
}

TEST(RunListings, ADamagedRunSupersedesToo)
{
    auto older = run(RunKind::Enter, Outcome::Stopped);
    older.state.number = 1;
    auto damaged = run(RunKind::Reinstate, Outcome::None);
    damaged.state.number = 2;
    damaged.state.id = "damaged";
    damaged.state.steps[0].sent.clear();
    damaged.error = Error{ErrorKind::Corrupt, "journal", {}, 0, nullptr};
    EXPECT_EQ(ordered({older, damaged}).back().supersededBy, "damaged");
}
