// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// When a run is written into the organisation's record, and that the run goes on without it.
#include "model/maintenance/organisation_record.h"
#include "tests/support/runner_driver.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

using namespace drydock::domain;
using namespace drydock::maintenance;
using namespace drydock::tests;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;

namespace {

bool isComment(const Command& command) { return command.cmdlet == writeAdminAuditLog; }

// A driver of a shared run that keeps the comments, and the changes in order with them.
struct SharingDriver : RunnerDriver {
    explicit SharingDriver(DagSnapshot start = seedSnapshot()) : RunnerDriver(std::move(start))
    {
        onSend = [this](const Command& command) -> std::optional<Error> {
            if (!isComment(command)) {
                ++changes;
                return {};
            }
            const auto text = std::get<std::string>(command.parameters.at(0).value);
            if (refuse) return errorOf(*refuse);
            log.push_back({now, "ADMIN2", text});
            if (changes == 0) ++beforeTheFirstChange;
            return {};
        };
    }
    void planShared(RunKind runKind)
    {
        plan(runKind);
        auto state = runner->state();
        state.plan.shared = true;
        state.computer = "PC7";
        runner.emplace(std::move(state));
    }
    [[nodiscard]] OrganisationRun shared() const { return organisationRuns(log).at(0); }
    [[nodiscard]] long comments() const
    {
        return std::count_if(sent.begin(), sent.end(),
                             [](const auto& line) { return line.starts_with(writeAdminAuditLog); });
    }

    std::vector<AuditComment> log;
    std::optional<ErrorKind> refuse;
    std::size_t beforeTheFirstChange = 0;
    int changes = 0;
};

} // namespace

TEST(Sharing, WritesBeginAndSettingsBeforeTheFirstChangeAndTheEndAfterTheLast)
{
    SharingDriver driver;
    driver.planShared(RunKind::Enter);
    driver.run(event::Start{});
    ASSERT_EQ(driver.state().outcome, Outcome::Succeeded);
    EXPECT_EQ(driver.beforeTheFirstChange, beginComments(driver.state()).size());
    EXPECT_EQ(driver.shared().outcome, Outcome::Succeeded);
    EXPECT_TRUE(driver.shared().original);
    EXPECT_THAT(driver.sent.back(), HasSubstr(" end 1/1 "));
}

TEST(Sharing, ChangesNothingElseOfARun)
{
    RunnerDriver alone(seedSnapshot());
    alone.plan(RunKind::Enter);
    alone.run(event::Start{});
    SharingDriver driver;
    driver.planShared(RunKind::Enter);
    driver.run(event::Start{});
    auto changes = driver.sent;
    std::erase_if(changes, [](const auto& line) { return line.starts_with(writeAdminAuditLog); });
    EXPECT_EQ(changes, alone.sent);
    EXPECT_EQ(driver.journal.size(), alone.journal.size());
    EXPECT_TRUE(std::get<record::RunCreated>(driver.journal.front().body).state.plan.shared);
    EXPECT_EQ(std::get<record::RunCreated>(driver.journal.front().body).state.computer, "PC7");
}

TEST(Sharing, AReinstateSaysThatItIsUnderWay)
{
    SharingDriver driver;
    driver.planShared(RunKind::Reinstate);
    bool seen = false;
    driver.eachStepOfTime = [&seen](RunnerDriver& d) {
        const auto runs = organisationRuns(static_cast<SharingDriver&>(d).log);
        const auto* open = openRun(runs, mail());
        seen = seen || (open && open->runKind == RunKind::Reinstate);
    };
    driver.run(event::Start{});
    EXPECT_TRUE(seen);
    EXPECT_TRUE(driver.shared().outcome);
}

TEST(Sharing, TheRunGoesOnAndSaysSoWhereACommentIsRefused)
{
    SharingDriver driver;
    driver.planShared(RunKind::Enter);
    driver.refuse = ErrorKind::NotPermitted;
    driver.run(event::Start{});
    EXPECT_EQ(driver.state().outcome, Outcome::Succeeded);
    EXPECT_THAT(driver.state().notes, Contains(HasSubstr("not in the organisation's record")));
    EXPECT_THAT(driver.log, IsEmpty());
    EXPECT_EQ(driver.comments(), 2) << "the begin and the end are tried once each";
    EXPECT_TRUE(std::holds_alternative<record::RunFinished>(driver.journal.back().body));
}

TEST(Sharing, ACommentIsWrittenOnceMoreAfterALostAnswer)
{
    SharingDriver driver;
    driver.planShared(RunKind::Enter);
    const auto writes = driver.onSend;
    bool lost = false;
    driver.onSend = [&](const Command& command) -> std::optional<Error> {
        const auto answer = writes(command);
        return isComment(command) && !std::exchange(lost, true) ? errorOf(ErrorKind::OutcomeUnknown) : answer;
    };
    driver.run(event::Start{});
    EXPECT_EQ(driver.state().outcome, Outcome::Succeeded);
    EXPECT_THAT(driver.state().notes, IsEmpty());
    EXPECT_EQ(driver.comments(), static_cast<long>(beginComments(driver.state()).size()) + 2);
    EXPECT_EQ(driver.shared().outcome, Outcome::Succeeded);
}

TEST(Sharing, IsDoneAgainAfterACrashAmongTheComments)
{
    SharingDriver driver;
    driver.planShared(RunKind::Enter);
    driver.run(event::Start{}, 3);
    ASSERT_EQ(driver.comments(), 2);
    driver.restart();
    driver.run(event::ContinueRequested{});
    EXPECT_EQ(driver.state().outcome, Outcome::Succeeded);
    EXPECT_EQ(driver.beforeTheFirstChange, beginComments(driver.state()).size() + 2);
    EXPECT_TRUE(driver.shared().original);
}

TEST(Sharing, ARunThatIsTakenUpLaterDoesNotBeginAgain)
{
    SharingDriver driver;
    driver.planShared(RunKind::Enter);
    const auto writes = driver.onSend;
    driver.onSend = [&](const Command& command) {
        if (command.cmdlet == "Restart-Service") std::ignore = driver.only(event::StopRequested{});
        return writes(command);
    };
    driver.run(event::Start{});
    ASSERT_EQ(driver.state().outcome, Outcome::Stopped);
    EXPECT_FALSE(driver.shared().outcome) << "it may go on";
    const auto before = driver.comments();
    driver.onSend = writes;
    driver.restart();
    driver.run(event::ContinueRequested{});
    EXPECT_EQ(driver.state().outcome, Outcome::Succeeded);
    EXPECT_EQ(driver.comments(), before + 1);
}

TEST(Sharing, SaysThatARunWasUndoneOrAbandoned)
{
    for (const auto& [event, outcome] : {std::pair<Event, Outcome>{event::UndoRequested{0}, Outcome::Undone},
                                         {event::AbandonRequested{}, Outcome::Abandoned}}) {
        SharingDriver driver;
        driver.planShared(RunKind::Enter);
        const auto writes = driver.onSend;
        driver.onSend = [&](const Command& command) {
            if (command.cmdlet == "Restart-Service") std::ignore = driver.only(event::StopRequested{});
            return writes(command);
        };
        driver.run(event::Start{});
        driver.onSend = writes;
        driver.run(event);
        EXPECT_EQ(driver.state().outcome, outcome);
        EXPECT_EQ(driver.shared().outcome, outcome);
    }
}

TEST(Sharing, AnAbandonedRunEndsWithoutANetwork)
{
    SharingDriver driver;
    driver.planShared(RunKind::Enter);
    driver.run(event::Start{}, 4);
    driver.refuse = ErrorKind::Unreachable;
    driver.restart();
    driver.run(event::AbandonRequested{});
    EXPECT_EQ(driver.state().outcome, Outcome::Abandoned);
    EXPECT_EQ(driver.state().phase, RunPhase::Finished);
}
