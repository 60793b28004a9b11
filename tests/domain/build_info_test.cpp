// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// What --version prints: the same for the same sources and compiler, and plain where there is no git.
#include "model/domain/build_info.h"

#include <gtest/gtest.h>

using namespace drydock::domain;

namespace {

const BuildInfo build{"1.2.3", "0123456789ab", "2026-11-28", false, "GNU 12.2.0", "Release"};

} // namespace

TEST(BuildInfo, SaysVersionCommitAndCompiler)
{
    EXPECT_EQ(versionText("drydockctl", build),
              "drydockctl 1.2.3\ncommit 0123456789ab of 2026-11-28\nGNU 12.2.0, Release");
}

TEST(BuildInfo, SaysThatFilesDifferFromTheCommit)
{
    auto changed = build;
    changed.changed = true;
    EXPECT_EQ(commitText(changed), "commit 0123456789ab of 2026-11-28, with changes");
}

TEST(BuildInfo, SaysThatSourcesWithoutGitHaveNoCommit)
{
    auto archive = build;
    archive.commit.clear();
    EXPECT_EQ(commitText(archive), "no commit is known");
}

TEST(BuildInfo, HasAVersionAndACompiler)
{
    EXPECT_FALSE(buildInfo().version.empty());
    EXPECT_FALSE(buildInfo().compiler.empty());
}
