// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/maintenance/organisation_record.h"
#include "model/maintenance/plan_enter.h"
#include "model/maintenance/plan_reinstate.h"
#include "tests/support/organisations.h"
#include "tests/support/sample_runs.h"
#include "tests/support/snapshot_changes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

using namespace drydock::domain;
using namespace drydock::maintenance;
using namespace drydock::tests;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

namespace {

RunState enterRun(const DagSnapshot& snapshot = seedSnapshot(), Time start = at(0))
{
    RunState run;
    run.plan = *planEnter(snapshot, mail());
    run.id = runId(start, mail(), RunKind::Enter);
    run.operatorName = "LAB\\admin2";
    run.computer = "PC7";
    run.startedAt = start;
    return run;
}

RunState reinstateRun(Time start)
{
    RunState run;
    run.plan = *planReinstate(seedSnapshot(), mail());
    run.id = runId(start, mail(), RunKind::Reinstate);
    run.operatorName = "LAB\\admin2";
    run.computer = "PC7";
    run.startedAt = start;
    return run;
}

// The comments as the log returns them, a second apart.
std::vector<AuditComment> logged(const std::vector<std::string>& texts, Time first = at(0),
                                 const std::string& caller = "lab.local/Users/ADMIN2")
{
    std::vector<AuditComment> comments;
    for (const auto& text : texts)
        comments.push_back({first + std::chrono::seconds(comments.size()), caller, text});
    return comments;
}

void append(std::vector<AuditComment>& all, const std::vector<AuditComment>& more)
{
    all.insert(all.end(), more.begin(), more.end());
}

// Everything of a run that has ended.
std::vector<AuditComment> wholeRun(const RunState& run, Outcome outcome)
{
    auto comments = logged(beginComments(run), *run.startedAt);
    append(comments, logged(endComments(run, outcome), *run.startedAt + std::chrono::minutes(10)));
    return comments;
}

JournaledRun listed(RunState run, Outcome outcome)
{
    run.outcome = outcome;
    run.phase = RunPhase::Finished;
    run.steps.resize(run.plan.steps.size());
    for (auto& step : run.steps)
        step.status = StepStatus::Done;
    if (run.steps.size() > 1) run.steps[1].sent.push_back({});
    return {std::move(run), {}};
}

Result<std::optional<RecordedSettings>> settingsIn(const std::vector<JournaledRun>& runs,
                                                   const std::vector<OrganisationRun>& organisation,
                                                   const ServerName& server, const std::string& fqdn)
{
    return originalSettings(listingsOf(runs), readerOf(runs), organisation, server, fqdn);
}

// A server as it may be found: with entries, policies, services and copies of every kind.
DagSnapshot randomSnapshot(std::mt19937_64& random)
{
    const auto oneIn = [&](int n) { return std::uniform_int_distribution<int>(1, n)(random) == 1; };
    auto snapshot = oneIn(2) ? seedSnapshot() : threeMemberSnapshot();
    for (auto& row : snapshot.components) {
        if (!oneIn(4)) continue;
        const auto state = oneIn(3) ? ServiceState::Draining : oneIn(2) ? ServiceState::Inactive : ServiceState::Active;
        const char* by = oneIn(2) ? "Functional" : oneIn(2) ? "HealthAPI" : "Maintenance";
        setComponent(snapshot, row.server, row.component.c_str(), state, by, at(-int(random() % 1000)));
    }
    for (auto& row : snapshot.services)
        if (oneIn(4)) row.status = oneIn(2) ? "Stopped" : "StartPending";
    for (auto& copy : snapshot.copies)
        if (oneIn(4)) copy.status = copyStatus(oneIn(2) ? "Suspended" : "Failed");
    if (oneIn(3)) setPolicy(snapshot, mail(), AutoActivationPolicy::IntrasiteOnly);
    if (oneIn(3)) serverOf(snapshot, mail()).activationDisabledAndMoveNow = true;
    if (oneIn(3)) pauseNode(snapshot, mail());
    return snapshot;
}

} // namespace

TEST(OrganisationRecord, TellsAnotherComputerWhoDoesWhatFromWhere)
{
    const auto run = enterRun();
    const auto runs = organisationRuns(logged(beginComments(run)));
    ASSERT_THAT(runs, SizeIs(1));
    EXPECT_EQ(runs[0].id, run.id);
    EXPECT_EQ(runs[0].group, "DAG1");
    EXPECT_EQ(runs[0].fqdn, run.plan.serverFqdn);
    ASSERT_NE(openRun(runs, mail()), nullptr);
    EXPECT_EQ(openRun(runs, mail2()), nullptr);
    EXPECT_EQ(sentenceAbout(runs[0]).english(),
              "MAIL is being put into maintenance by ADMIN2 from PC7 since " + toIso(at(0)));
}

TEST(OrganisationRecord, KnowsThatARunHasEnded)
{
    const auto runs = organisationRuns(wholeRun(enterRun(), Outcome::SucceededWithWarnings));
    ASSERT_THAT(runs, SizeIs(1));
    EXPECT_EQ(runs[0].outcome, Outcome::SucceededWithWarnings);
    EXPECT_EQ(openRun(runs, mail()), nullptr);
}

TEST(OrganisationRecord, WritesFewCommentsThatExchangeTakes)
{
    auto large = largeSnapshot(1, 16, 100, 16);
    RunState run;
    run.plan = *planEnter(large, large.servers.front().name);
    run.id = runId(at(0), large.servers.front().name, RunKind::Enter);
    run.operatorName = "Zoë \xF0\x9F\x9A\xA2 \n\"]\xff"; // with a byte that is not UTF-8
    run.computer = std::string(250, 'c');
    const auto comments = beginComments(run);
    EXPECT_LE(comments.size(), 20U) << "of the largest server";
    for (const auto& text : comments) {
        EXPECT_LE(text.size(), longestAuditComment);
        EXPECT_TRUE(std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; })) << text;
    }
    const auto runs = organisationRuns(logged(comments, at(0), ""));
    ASSERT_THAT(runs, SizeIs(1));
    EXPECT_EQ(runs[0].computer, run.computer);
    EXPECT_EQ(runs[0].operatorName, "Zoë \xF0\x9F\x9A\xA2 \n\"]\xEF\xBF\xBD");
    EXPECT_TRUE(runs[0].original);
    EXPECT_LE(beginComments(enterRun()).size(), 5U) << "of a usual server";
}

TEST(OrganisationRecord, RestoresFromTheCommentsWhatTheJournalWouldRestore)
{
    std::mt19937_64 random(7);
    constexpr int cases = 200;
    for (int i = 0; i < cases; ++i) {
        SCOPED_TRACE(i);
        const auto before = randomSnapshot(random);
        auto run = enterRun(before);
        const auto runs = organisationRuns(logged(beginComments(run)));
        ASSERT_THAT(runs, SizeIs(1));
        ASSERT_TRUE(runs[0].original);
        const auto now = randomSnapshot(random);
        auto fromJournal = *planReinstate(now, mail(), run.plan.original);
        auto fromComments = *planReinstate(now, mail(), runs[0].original);
        EXPECT_EQ(fromComments.original.policy, fromJournal.original.policy);
        EXPECT_EQ(heldDown(fromComments.original), heldDown(fromJournal.original));
        EXPECT_EQ(wasServing(fromComments.original), wasServing(fromJournal.original));
        const auto inherited = inheritedSettings(readOriginalSettings(now, mail()), run.plan.original);
        const auto inheritedFromComments = inheritedSettings(readOriginalSettings(now, mail()), *runs[0].original);
        EXPECT_EQ(heldDown(inheritedFromComments), heldDown(inherited));
        EXPECT_EQ(inheritedFromComments.policy, inherited.policy);
        for (auto* plan : {&fromJournal, &fromComments})
            for (auto& step : plan->steps) // the names of components are grouped by their state
                for (auto& condition : step.verification)
                    if (auto* serve = std::get_if<ComponentsServe>(&condition))
                        std::sort(serve->except.begin(), serve->except.end());
        for (auto* plan : {&fromJournal, &fromComments})
            for (auto& step : plan->steps)
                step.goOnWithout.clear();
        EXPECT_EQ(fromComments.steps, fromJournal.steps);
    }
}

TEST(OrganisationRecord, TakesCommentsInAnyOrderTwiceAndAmongOthers)
{
    const auto run = enterRun();
    auto comments = wholeRun(run, Outcome::Succeeded);
    const auto expected = organisationRuns(comments);
    append(comments, comments);
    append(comments, logged({"", "Ran custom script.", "Drydock", "Drydock/1", "Drydock/1 x begin 1/1 0 []",
                             "Drydock/2 " + run.id + " begin 1/1 00000000 [{}]", std::string(100'000, 'x'),
                             "Drydock/1 " + run.id + " begin 99/99 00000000 [", "Drydock/1 a begin 1/1 0 []]",
                             "Drydock/1 " + run.id + " begin 999999999999/1 00000000 [{}]"}));
    std::mt19937_64 random(3);
    for (int i = 0; i < 20; ++i) {
        std::shuffle(comments.begin(), comments.end(), random);
        EXPECT_EQ(organisationRuns(comments), expected);
    }
}

TEST(OrganisationRecord, HasNoSettingsWhileACommentOfThemIsMissing)
{
    auto comments = logged(beginComments(enterRun()));
    ASSERT_GE(comments.size(), 3U);
    comments.pop_back();
    const auto runs = organisationRuns(comments);
    ASSERT_THAT(runs, SizeIs(1)) << "that it has begun is known";
    EXPECT_FALSE(runs[0].original);
}

TEST(OrganisationRecord, MixesNoCommentsOfTwoAccounts)
{
    auto comments = logged(beginComments(enterRun()));
    comments.back().caller = "lab.local/Users/Mallory";
    EXPECT_FALSE(organisationRuns(comments).front().original);
}

// Whatever an accident does to a comment: a run is as it was written, or less is known of it.
TEST(OrganisationRecord, IsNeverWrongAfterAnAccident)
{
    const auto whole = wholeRun(enterRun(), Outcome::Succeeded);
    const auto expected = organisationRuns(whole).front();
    int played = 0;
    const auto check = [&](const std::vector<AuditComment>& comments) {
        ++played;
        const auto runs = organisationRuns(comments);
        ASSERT_LE(runs.size(), 1U);
        if (runs.empty()) return;
        auto run = runs.front();
        if (!run.original) run.original = expected.original;
        if (!run.outcome) {
            run.outcome = expected.outcome;
            run.endedAt = expected.endedAt;
        }
        ASSERT_EQ(run, expected);
    };
    for (std::size_t i = 0; i < whole.size(); ++i) {
        const auto length = whole[i].text.size();
        for (std::size_t cut = 0; cut < length; ++cut) {
            auto comments = whole;
            comments[i].text.resize(cut);
            check(comments);
            comments[i].text = whole[i].text.substr(cut + 1);
            check(comments);
            for (const int bit : {0, 3, 5}) {
                comments[i].text = whole[i].text;
                comments[i].text[cut] = static_cast<char>(comments[i].text[cut] ^ (1 << bit));
                check(comments);
            }
        }
    }
    std::mt19937_64 random(11);
    for (int i = 0; i < 2000; ++i) {
        auto comments = whole;
        for (int change = 0; change < 4; ++change) {
            auto& text = comments[random() % comments.size()].text;
            if (text.empty()) continue;
            if (random() % 2 == 0)
                text.erase(random() % text.size(), random() % 8 + 1);
            else
                text.insert(random() % text.size(), 1, static_cast<char>(random()));
        }
        check(comments);
    }
    std::printf("accidents played: %d\n", played);
}

TEST(OrganisationRecord, RefusesWhatIsNoRunAlthoughItsChecksumFits)
{
    auto run = enterRun();
    run.computer = std::string(300, 'x'); // a name that no window can show
    EXPECT_THAT(organisationRuns(logged(beginComments(run))), IsEmpty());
    run = enterRun();
    run.plan.server = ServerName();
    EXPECT_THAT(organisationRuns(logged(beginComments(run))), IsEmpty());
    run.id = "a run";
    EXPECT_THAT(beginComments(run), IsEmpty());
}

TEST(OriginalSettings, OfARunOfSomebodyElseAreFoundInTheOrganisationsRecord)
{
    auto world = seedSnapshot();
    setPolicy(world, mail(), AutoActivationPolicy::IntrasiteOnly);
    const auto run = enterRun(world);
    const auto runs = organisationRuns(wholeRun(run, Outcome::Succeeded));
    const auto found = settingsIn({}, runs, mail(), run.plan.serverFqdn);
    ASSERT_TRUE(found && *found);
    EXPECT_EQ((*found)->settings.policy, AutoActivationPolicy::IntrasiteOnly);
    EXPECT_EQ((*found)->runId, run.id);
    EXPECT_EQ((*found)->writtenBy, "ADMIN2");
    EXPECT_EQ((*found)->writtenFrom, "PC7");
    EXPECT_FALSE((*found)->unfinished);
    EXPECT_FALSE(*settingsIn({}, runs, mail2(), ""));
    EXPECT_FALSE(*settingsIn({}, runs, mail(), "mail.other.domain"));
}

TEST(OriginalSettings, OfACrashedComputerAreUnfinished)
{
    const auto runs = organisationRuns(logged(beginComments(enterRun())));
    EXPECT_TRUE((*settingsIn({}, runs, mail(), ""))->unfinished);
}

TEST(OriginalSettings, OfThisComputersJournalsCountWhereTheyAreNewest)
{
    const auto theirs = enterRun(seedSnapshot(), at(0));
    auto ours = enterRun(seedSnapshot(), at(9000));
    ours.computer = "PC1";
    auto comments = wholeRun(theirs, Outcome::Succeeded);
    append(comments, wholeRun(ours, Outcome::Succeeded));
    const auto runs = organisationRuns(comments);
    const auto found = settingsIn({listed(ours, Outcome::Succeeded)}, runs, mail(), "");
    ASSERT_TRUE(found && *found);
    EXPECT_EQ((*found)->runId, ours.id);
    EXPECT_EQ((*found)->writtenBy, "");
}

TEST(OriginalSettings, AreOfNoUseAfterSomebodyElseHasReinstatedTheServer)
{
    const auto ours = enterRun(seedSnapshot(), at(0));
    auto comments = wholeRun(ours, Outcome::Succeeded);
    append(comments, wholeRun(reinstateRun(at(9000)), Outcome::Succeeded));
    const std::vector<JournaledRun> journals{listed(ours, Outcome::Succeeded)};
    EXPECT_FALSE(*settingsIn(journals, organisationRuns(comments), mail(), ""));
    EXPECT_TRUE(*settingsIn(journals, {}, mail(), "")) << "which the journals alone do not know";
}

TEST(OriginalSettings, OfSomebodyElseAreOfNoUseAfterWeHaveReinstatedTheServer)
{
    auto theirs = enterRun(seedSnapshot(), at(0));
    auto ours = reinstateRun(at(9000));
    theirs.number = 1;
    ours.number = 2;
    const auto runs = organisationRuns(wholeRun(theirs, Outcome::Succeeded));
    EXPECT_FALSE(*settingsIn({listed(ours, Outcome::Succeeded)}, runs, mail(), ""));
}

// Another computer that does not see our record takes what our maintenance has set for what was there before.
TEST(OriginalSettings, AreNotThoseThatAMaintenanceHadSetAlready)
{
    const auto ours = enterRun();
    auto down = seedSnapshot();
    putInMaintenance(down, mail(), at(10));
    auto theirs = enterRun(down, at(20));
    ASSERT_EQ(theirs.plan.original.policy, AutoActivationPolicy::Blocked);
    auto comments = wholeRun(ours, Outcome::Failed);
    append(comments, wholeRun(theirs, Outcome::Succeeded));
    const auto found = settingsIn({listed(ours, Outcome::Failed)}, organisationRuns(comments), mail(), "");
    ASSERT_TRUE(found && *found);
    EXPECT_EQ((*found)->runId, ours.id);
    EXPECT_EQ((*found)->settings.policy, AutoActivationPolicy::Unrestricted);
    EXPECT_TRUE((*found)->unfinished);
    const auto alone = settingsIn({}, organisationRuns(wholeRun(theirs, Outcome::Succeeded)), mail(), "");
    ASSERT_TRUE(alone && *alone) << "where it is all that is known, it is said";
    EXPECT_EQ((*alone)->runId, theirs.id);
}

TEST(OriginalSettings, AreNotThoseOfAnOlderMaintenanceWhereTheNewestLackItsOwn)
{
    const auto old = enterRun();
    auto comments = wholeRun(old, Outcome::Succeeded);
    const auto newest = beginComments(enterRun(seedSnapshot(), at(60)));
    append(comments, logged({newest.front()}, at(60))); // its settings were refused
    EXPECT_FALSE(*settingsIn({}, organisationRuns(comments), mail(), ""));
}

TEST(OriginalSettings, AreThoseFromBeforeThatWereNotUndone)
{
    auto comments = wholeRun(enterRun(), Outcome::Undone);
    EXPECT_FALSE(*settingsIn({}, organisationRuns(comments), mail(), ""));
}

// The clock of this computer is hours ahead, or behind; those of the servers differ, too.
TEST(OriginalSettings, DoNotDependOnTwoComputersClocks)
{
    for (const int offset : {-9000, 9000}) {
        auto ours = enterRun(seedSnapshot(), at(offset));
        auto theirs = reinstateRun(at(0));
        ours.number = 7;
        theirs.number = 8; // begun by somebody who knew of ours
        EXPECT_FALSE(*settingsIn({listed(ours, Outcome::Succeeded)},
                                 organisationRuns(wholeRun(theirs, Outcome::Succeeded)), mail(), ""))
            << "they have reinstated the server since, " << offset;
        theirs.number = 6;
        const auto found = settingsIn({listed(ours, Outcome::Succeeded)},
                                      organisationRuns(wholeRun(theirs, Outcome::Succeeded)), mail(), "");
        ASSERT_TRUE(found && *found) << "before ours, " << offset;
        EXPECT_EQ((*found)->runId, ours.id);
    }
}

// Its operator may write into the audit log and not read it, so its number is the first of its computer.
TEST(OriginalSettings, OfARunThatKnewNoOtherAreFoundByTheServersClocks)
{
    auto ours = reinstateRun(at(3600));
    auto theirs = enterRun(seedSnapshot(), at(9000));
    ours.number = 42;
    theirs.number = 4;
    auto comments = wholeRun(ours, Outcome::Succeeded);
    append(comments, logged(beginComments(theirs), *theirs.startedAt));
    const auto runs = organisationRuns(comments);
    const auto found = settingsIn({listed(ours, Outcome::Succeeded)}, runs, mail(), "");
    ASSERT_TRUE(found && *found);
    EXPECT_EQ((*found)->runId, theirs.id);
    const auto* open = openRun(runs, mail());
    ASSERT_NE(open, nullptr);
    EXPECT_EQ(open->id, theirs.id);
}

TEST(OrganisationRuns, AreOrderedByNumberAndThoseWithoutByTime)
{
    auto first = enterRun(seedSnapshot(), at(600)); // at a server whose clock is ahead
    auto second = enterRun(seedSnapshot(), at(0));
    auto old = enterRun(seedSnapshot(), at(700)); // by a program that writes no number
    first.number = 3;
    second.number = 4;
    auto comments = wholeRun(first, Outcome::Succeeded);
    append(comments, wholeRun(second, Outcome::Succeeded));
    auto runs = organisationRuns(comments);
    ASSERT_EQ(runs.size(), 2u);
    EXPECT_EQ(runs[0].id, second.id);
    EXPECT_EQ(greatestNumber(runs), 4u);
    append(comments, wholeRun(old, Outcome::Succeeded));
    runs = organisationRuns(comments);
    ASSERT_EQ(runs.size(), 3u);
    EXPECT_EQ(runs[0].id, old.id);
    EXPECT_EQ(runs[0].number, 0u);
}

TEST(OrganisationRuns, AnAbsurdNumberCountsAsNone)
{
    auto run = enterRun();
    run.number = std::uint64_t{1} << 60;
    const auto runs = organisationRuns(logged(beginComments(run)));
    ASSERT_EQ(runs.size(), 1u);
    EXPECT_EQ(runs[0].number, 0u);
}
