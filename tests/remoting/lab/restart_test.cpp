// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// A computer of the lab is restarted: it is away for a while, and started anew.
#include "tests/remoting/lab/lab_fixture.h"

namespace drydock::lab {
namespace {

using namespace std::chrono_literals;

class Restart : public Lab
{
protected:
    std::string startedAt()
    {
        const auto answer = node("MAIL", "Get-CimInstance", {arg("ClassName", "Win32_OperatingSystem")});
        return answer.objects.empty() ? std::string() : std::string(answer.objects.front()["LastBootUpTime"].display());
    }
};

TEST_F(Restart, AComputerIsAwayAndComesBackWithANewTimeOfItsStart)
{
    const auto before = startedAt();
    EXPECT_FALSE(before.empty());
    EXPECT_EQ(startedAt(), before);
    node("MAIL", "Restart-Computer", {arg("Force", true)});
    EXPECT_FALSE(m_org.isReachable("MAIL")) << "before its answer is due";
    m_org.advance(m_org.scenario().timing.restart);
    EXPECT_TRUE(m_org.isReachable("MAIL"));
    EXPECT_EQ(m_org.bootCount("MAIL"), 1);
    EXPECT_GT(startedAt(), before);
}

TEST_F(Restart, OnlyItsOwnComputerAndOnlyWithTheRight)
{
    const auto refused = node("MAIL", "Restart-Computer", {arg("Force", true)}, "LAB\\viewer");
    EXPECT_FALSE(refused.succeeded());
    m_org.advance(10s);
    EXPECT_TRUE(m_org.isReachable("MAIL"));
    const auto unknown = node("MAIL", "Get-CimInstance", {arg("ClassName", "Win32_Process")});
    EXPECT_FALSE(unknown.succeeded());
}

} // namespace
} // namespace drydock::lab
