// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/domain/health_rules.h"
#include "model/domain/messages.h"
#include "model/domain/server_state.h"
#include "model/maintenance/journal_replay.h"
#include "model/maintenance/original_settings.h"
#include "model/maintenance/plan_enter.h"
#include "model/maintenance/plan_reinstate.h"
#include "model/maintenance/report.h"
#include "tests/support/runner_driver.h"
#include "tests/support/sample_runs.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

using namespace drydock::domain;
using namespace drydock::maintenance;
using namespace drydock::tests;
using testing::HasSubstr;
using testing::Not;

namespace {

const char* const hostile = "</script>\"'\\\n\r\t\x01\x7f %1 %n \xE2\x80\xA8 \xF0\x9F\x92\xA3";

RunState hostileState()
{
    auto snapshot = seedSnapshot();
    setComponent(snapshot, mail(), "ImapProxy", ServiceState::Inactive, "Functional", at(3));
    componentOf(snapshot, mail(), "OwaProxy").registry.reset();
    serverOf(snapshot, mail()).autoActivationPolicy = autoActivationPolicy("SomethingNew");
    EnterOptions options;
    options.moveComment = hostile;
    RunState state;
    state.plan = *planEnter(snapshot, mail(), options);
    state.id = runId(at(0), mail(), RunKind::Enter);
    state.reason = hostile;
    state.changeNumber = "CHG-1";
    state.operatorName = hostile;
    state.overrides = {"single-copy", hostile};
    state.steps.resize(state.plan.steps.size());
    return state;
}

JournalRecord numbered(RecordBody body, std::uint64_t sequence = 0)
{
    return {sequence, at(1) + std::chrono::milliseconds(123), std::move(body)};
}

// A whole enter run's journal.
std::vector<JournalRecord> wholeJournal()
{
    auto world = seedSnapshot();
    world.queues.front().messageCount = 12;
    RunnerDriver driver(world);
    driver.plan(RunKind::Enter);
    driver.run(event::Start{});
    return driver.journal;
}

} // namespace

TEST(Journal, EveryRecordIsReadBackAsItWasWritten)
{
    const auto state = hostileState();
    const auto line = toJsonLine(numbered(record::RunCreated{state}));
    EXPECT_EQ(line.find('\n'), std::string::npos);
    const auto back = fromJsonLine(line);
    ASSERT_TRUE(back) << back.error().summary();
    EXPECT_EQ(std::get<record::RunCreated>(back->body).state, state);
    EXPECT_EQ(back->at, at(1) + std::chrono::milliseconds(123));

    const Error cause{ErrorKind::ConnectionLost, "post", hostile, 0, nullptr};
    record::CommandReturned returned{
        3,
        1,
        true,
        Error{ErrorKind::Fault, "x", hostile, 2150858843, std::make_shared<const Error>(cause)},
        {hostile, "second"},
        {{DatabaseName("DB01"), mail(), mail2(), "Succeeded", 2, true}},
        {"verbose: " + std::string(hostile)}};
    const auto again = std::get<record::CommandReturned>(fromJsonLine(toJsonLine(numbered(returned, 9)))->body);
    EXPECT_EQ(again.step, 3u);
    EXPECT_EQ(again.command, 1u);
    EXPECT_TRUE(again.undo);
    EXPECT_EQ(again.error, returned.error);
    ASSERT_TRUE(again.error->cause);
    EXPECT_EQ(*again.error->cause, cause);
    EXPECT_EQ(again.warnings, returned.warnings);
    EXPECT_EQ(again.moves, returned.moves);
    EXPECT_EQ(again.remarks, returned.remarks);
}

TEST(Journal, AReportQuotesWhatACommandSaid)
{
    auto journal = wholeJournal(oneStepRun("run", RunKind::Enter, "Unrestricted"));
    std::get<record::CommandReturned>(journal[3].body).remarks = {"verbose: <asked> the directory"};
    const auto state = replay(journal);
    ASSERT_TRUE(state) << state.error().summary();
    EXPECT_EQ(state->steps.at(0).sent.at(0).remarks, std::vector<std::string>{"verbose: <asked> the directory"});
    for (const auto& report : {reportAsText(*state), reportAsJson(*state)})
        EXPECT_THAT(report, HasSubstr("verbose: <asked> the directory"));
    EXPECT_THAT(reportAsHtml(*state), HasSubstr("verbose: &lt;asked&gt; the directory"));
}

TEST(Journal, EveryPlanIsReadBackAsItWasWritten)
{
    auto world = seedSnapshot();
    putInMaintenance(world, mail(), at(0));
    setComponent(world, mail(), component::monitoring, ServiceState::Inactive, "Functional", at(9));
    RunState state;
    state.plan = *planReinstate(world, mail(), readOriginalSettings(seedSnapshot(), mail()));
    state.steps.resize(state.plan.steps.size());
    const auto back = fromJsonLine(toJsonLine(numbered(record::RunCreated{state})));
    ASSERT_TRUE(back) << back.error().summary();
    EXPECT_EQ(std::get<record::RunCreated>(back->body).state.plan, state.plan);
}

TEST(Journal, InvalidUtf8IsWrittenAndReadBack)
{
    const auto line = toJsonLine(numbered(record::Note{"\xff\xfe half \xE2\x80"}));
    ASSERT_TRUE(fromJsonLine(line));
    EXPECT_THAT(std::get<record::Note>(fromJsonLine(line)->body).text, HasSubstr(" half "));
}

TEST(Journal, AnyDamagedLineIsReportedAsCorrupt)
{
    const auto good = toJsonLine(numbered(record::RunCreated{hostileState()}));
    for (std::size_t cut = 0; cut < good.size(); cut += 7)
        EXPECT_EQ(fromJsonLine(good.substr(0, cut)).error().kind, ErrorKind::Corrupt);
    for (const char* line : {"", "{}", "[]", "null", R"({"at":"x","seq":0,"type":"note","text":"a"})",
                             R"({"at":"2020-05-10T14:00:00Z","seq":-1.5e999})",
                             R"({"at":"2020-05-10T14:00:00Z","seq":0,"type":"run-finished","outcome":"perhaps"})",
                             R"({"at":"2020-05-10T14:00:00Z","seq":0,"type":"step-started","step":"one"})",
                             R"({"at":"2020-05-10T14:00:00Z","seq":0,"type":"something"})"})
        EXPECT_EQ(fromJsonLine(line).error().kind, ErrorKind::Corrupt) << line;
    EXPECT_FALSE(fromJsonLine(std::string(100000, '[')));
}

TEST(Replay, RefusesGapsUnknownStepsAndASecondPlan)
{
    auto records = wholeJournal();
    EXPECT_TRUE(replay(records));
    EXPECT_EQ(replay({}).error().kind, ErrorKind::Corrupt);
    auto gap = records;
    gap.erase(gap.begin() + 3);
    EXPECT_EQ(replay(gap).error().kind, ErrorKind::Corrupt);
    auto headless = std::vector(records.begin() + 1, records.end());
    EXPECT_EQ(replay(headless).error().kind, ErrorKind::Corrupt);
    auto twice = records;
    twice.push_back(records.front());
    twice.back().sequence = twice.size() - 1;
    EXPECT_EQ(replay(twice).error().kind, ErrorKind::Corrupt);
    for (RecordBody body : {RecordBody(record::StepStarted{99}), RecordBody(record::CommandSending{1, 7, false}),
                            RecordBody(record::StepFinished{99, {}, {}, {}}),
                            RecordBody(record::CommandReturned{99, 0, false, {}, {}, {}})}) {
        auto strange = std::vector(records.begin(), records.begin() + 5);
        strange.push_back({5, at(1), std::move(body)});
        EXPECT_EQ(replay(strange).error().kind, ErrorKind::Corrupt);
    }
}

TEST(Replay, GivesTheStateOfTheRunner)
{
    auto world = seedSnapshot();
    world.queues.front().messageCount = 12;
    RunnerDriver driver(world);
    driver.plan(RunKind::Enter);
    driver.run(event::Start{});
    const auto replayed = replay(driver.journal);
    ASSERT_TRUE(replayed);
    EXPECT_EQ(replayed->phase, RunPhase::Finished);
    EXPECT_EQ(replayed->outcome, Outcome::Succeeded);
    EXPECT_EQ(replayed->finishedAt, driver.state().finishedAt);
    ASSERT_EQ(replayed->steps.size(), driver.state().steps.size());
    for (std::size_t i = 0; i < replayed->steps.size(); ++i) {
        EXPECT_EQ(replayed->steps[i].status, driver.state().steps[i].status) << i;
        EXPECT_EQ(replayed->steps[i].evidence, driver.state().steps[i].evidence) << i;
    }
}

// The journal is cut after every record, and the command that was being sent has run or not. The resumed run sends
// nothing twice by itself; if the operator decides to send again, every cut ends in a verified maintenance.
TEST(Replay, NoCommandIsSentTwiceAfterACrashAtAnyRecord)
{
    const auto length = wholeJournal().size();
    for (std::size_t cut = 1; cut <= length; ++cut)
        for (const bool ran : {false, true}) {
            SCOPED_TRACE("cut after record " + std::to_string(cut) + (ran ? ", command ran" : ""));
            auto world = seedSnapshot();
            world.queues.front().messageCount = 12;
            RunnerDriver driver(world);
            driver.plan(RunKind::Enter);
            driver.journalTakes = [&](const JournalRecord& r) { return r.sequence < cut; };
            driver.onSend = [&](const Command&) -> std::optional<Error> {
                if (ran || driver.journal.size() < cut) return {};
                return Error{ErrorKind::OutcomeUnknown, "cut", {}, 0, nullptr};
            };
            driver.run(event::Start{});
            ASSERT_EQ(driver.journal.size(), cut);
            driver.onSend = {};
            // The record is on the disk, and its command never left.
            if (!ran && std::holds_alternative<record::CommandSending>(driver.journal.back().body))
                driver.sent.pop_back();
            driver.journalTakes = {};
            driver.restart();
            driver.run(event::Start{});
            if (driver.state().phase != RunPhase::Finished) driver.run(event::ContinueRequested{});
            std::map<std::string, int> times;
            for (const auto& command : driver.sent)
                ++times[command];
            for (const auto& [command, count] : times)
                EXPECT_EQ(count, 1) << command;
            if (driver.state().phase != RunPhase::Finished) driver.run(event::SendAgainRequested{});
            EXPECT_EQ(driver.state().phase, RunPhase::Finished);
            EXPECT_EQ(stateOf(driver.world, mail()), ServerState::InMaintenance);
        }
}

TEST(Replay, ACommandWithoutAnswerMakesItsStepUnknown)
{
    auto records = wholeJournal();
    const auto sending = std::find_if(records.begin(), records.end(), [](const JournalRecord& r) {
        return std::holds_alternative<record::CommandSending>(r.body);
    });
    records.erase(sending + 1, records.end());
    const auto state = replay(records);
    ASSERT_TRUE(state);
    EXPECT_EQ(state->steps[1].status, StepStatus::Unknown);
    EXPECT_EQ(state->outcome, Outcome::Unknown);
    EXPECT_TRUE(state->resumable());
    EXPECT_EQ(state->current, 1u);
}

TEST(Report, ContainsEverythingAndEscapesIt)
{
    auto state = hostileState();
    state.warnings = {drydock::domain::sentence<"verbatim">(hostile)};
    state.notes = {hostile};
    state.steps[1].evidence = {hostile};
    state.steps[1].error = Error{ErrorKind::CommandFailed, hostile, hostile, 0, nullptr};
    state.moves = {{DatabaseName("<DB>"), mail(), {}, hostile, 3, false}};
    const auto html = reportAsHtml(state);
    EXPECT_THAT(html, Not(HasSubstr("</script>")));
    EXPECT_THAT(html, HasSubstr("&lt;/script&gt;&quot;&#39;"));
    EXPECT_THAT(html, Not(HasSubstr("<DB>")));
    EXPECT_EQ(html.find('\x01'), std::string::npos);
    EXPECT_THAT(reportAsText(state),
                HasSubstr("Set-MailboxServer -Identity MAIL -DatabaseCopyAutoActivationPolicy Blocked"));
    EXPECT_THAT(reportAsText(state), HasSubstr("DB-test"));
    EXPECT_THAT(reportAsJson(state), HasSubstr("\"kind\":\"enter\""));
}

TEST(RunId, IsAValidFileNameOnEveryPlatform)
{
    EXPECT_EQ(runId(at(0), mail(), RunKind::Enter), "2020-05-10T14-00-00-MAIL-enter");
    EXPECT_EQ(runId(at(0) + std::chrono::milliseconds(7), ServerName("../x:y"), RunKind::Reinstate),
              "2020-05-10T14-00-00--leave");
    EXPECT_EQ(runId(at(0), ServerName("a/b\\c:d"), RunKind::Reinstate), "2020-05-10T14-00-00-a_b_c_d-leave");
}

TEST(JournalRecords, ANewerFormatIsReported)
{
    auto line = toJsonLine(wholeJournal().front());
    const std::string known = "\"format\":" + std::to_string(journalFormat);
    ASSERT_THAT(line, HasSubstr(known));
    EXPECT_TRUE(fromJsonLine(line));
    line.replace(line.find(known), known.size(), "\"format\":" + std::to_string(journalFormat + 1));
    const auto read = fromJsonLine(line);
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().kind, ErrorKind::Usage);
    EXPECT_THAT(read.error().detail, HasSubstr("written by a newer Drydock"));
}
