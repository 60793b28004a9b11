// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// A run as JSON lines: the words of cli.md, in the order in which things happened.
#include "app/drydockctl/run_printer.h"

#include "model/domain/messages.h"
#include "tests/support/clocks.h"
#include "tests/support/snapshot_builder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <sstream>

using namespace drydock;
using namespace drydock::maintenance;
using ctl::RunPrinter;
using ::testing::ElementsAre;
using ::testing::internal::CaptureStdout;
using ::testing::internal::GetCapturedStdout;

namespace {

RunState threeSteps()
{
    RunState run;
    run.id = "r1";
    for (const char* cmdlet : {"Set-A", "Set-B", "Set-C"}) {
        Step step;
        step.commands.emplace_back();
        step.commands.back().cmdlet = cmdlet;
        step.undo.emplace_back();
        step.undo.back().cmdlet = std::string("Undo-") + cmdlet;
        run.plan.steps.push_back(std::move(step));
    }
    run.steps.resize(3);
    return run;
}

// "2 undone Undo-Set-B" for each step, "end undone 0".
std::vector<std::string> printed(const std::string& out)
{
    std::vector<std::string> lines;
    std::istringstream in(out);
    for (std::string line; std::getline(in, line);) {
        const auto event = nlohmann::json::parse(line);
        if (event["event"] == "step")
            lines.push_back(std::to_string(event["n"].get<int>()) + " " + event["state"].get<std::string>() + " " +
                            event["command"].get<std::string>());
        else if (event["event"] == "end")
            lines.push_back("end " + event["outcome"].get<std::string>() + " " +
                            std::to_string(event["exit"].get<int>()));
    }
    return lines;
}

} // namespace

TEST(RunPrinter, PrintsAnUndoBackwardsWithItsOwnCommands)
{
    const ports::SystemClock clock;
    RunPrinter printer(RunPrinter::Format::JsonLines, clock);
    auto run = threeSteps();
    for (auto& step : run.steps)
        step.status = StepStatus::Done;
    printer.startFrom(run);
    CaptureStdout();
    printer.show(run); // nothing that happened before
    run.steps[2].status = StepStatus::Undone;
    run.steps[1].status = StepStatus::Undoing;
    printer.show(run);
    run.steps[1].status = run.steps[0].status = StepStatus::Undone;
    run.outcome = Outcome::Undone;
    printer.show(run);
    printer.end(run, 0);
    EXPECT_THAT(printed(GetCapturedStdout()),
                ElementsAre("3 undone Undo-Set-C", "2 started Undo-Set-B", "2 undone Undo-Set-B", "1 undone Undo-Set-A",
                            "end undone 0"));
}

TEST(RunPrinter, AStepThatWaitsIsPrintedAgainAndAnErrorAtOnce)
{
    tests::ManualClock clock(tests::at(0));
    RunPrinter printer(RunPrinter::Format::Text, clock);
    auto run = threeSteps();
    run.steps[0].status = StepStatus::Waiting;
    run.steps[0].waitingFor = domain::sentence<"verbatim">("a copy");
    run.steps[0].sent = {{0, false, tests::at(0), tests::at(1),
                          domain::Error{domain::ErrorKind::CommandFailed, "Set-A", "refused", 0, nullptr}}};
    CaptureStdout();
    printer.show(run);
    for (int i = 0; i < 7; ++i) {
        clock.advance(std::chrono::seconds(5));
        printer.show(run);
    }
    const auto out = GetCapturedStdout();
    const auto count = [&out](const std::string& text) {
        int found = 0;
        for (auto at = out.find(text); at != std::string::npos; at = out.find(text, at + 1))
            ++found;
        return found;
    };
    EXPECT_EQ(count("waiting, a copy"), 2) << out;
    EXPECT_EQ(count("refused"), 1) << out;
}

TEST(RunPrinter, PrintsTheStepsThatANewRunHasDoneAlready)
{
    const ports::SystemClock clock;
    RunPrinter printer(RunPrinter::Format::JsonLines, clock);
    auto run = threeSteps();
    run.steps[0].status = StepStatus::Done;
    run.steps[1].status = StepStatus::Running;
    CaptureStdout();
    printer.show(run);
    EXPECT_THAT(printed(GetCapturedStdout()), ElementsAre("1 done Set-A", "2 started Set-B"));
}
