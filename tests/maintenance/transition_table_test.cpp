// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/maintenance/transition_table.h"
#include "tests/support/paths.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <sstream>

using namespace drydock;
using namespace drydock::maintenance;
using testing::HasSubstr;

TEST(TransitionTable, IsTheOneInTheDocuments)
{
    std::ifstream file(tests::sourceFolder() / "model/docs/state-machine.md");
    std::ostringstream text;
    text << file.rdbuf();
    EXPECT_THAT(text.str(), HasSubstr(transitionTableAsMarkdown())) << "print it anew:\n"
                                                                    << transitionTableAsMarkdown();
}

TEST(TransitionTable, HasEachStateAndEventOnce)
{
    std::set<std::pair<std::string_view, std::string_view>> seen;
    for (const auto& row : transitionTable()) {
        EXPECT_FALSE(row.to.empty()) << row.from << " " << row.event;
        EXPECT_TRUE(seen.insert({row.from, row.event}).second) << row.from << " " << row.event;
    }
}

TEST(TransitionTable, LeavesOutNothingButTheStateItself)
{
    EXPECT_TRUE(isListed("NotStarted", "Start", "Recording"));
    EXPECT_TRUE(isListed("Finished", "Start", "Finished"));
    EXPECT_FALSE(isListed("Finished", "Start", "Recording"));
    EXPECT_FALSE(isListed("Recording", "Timer", "Checking"));
}
