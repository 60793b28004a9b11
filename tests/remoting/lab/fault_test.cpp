// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Injected faults affect the requests that they name, as often as they say.
#include "tests/remoting/lab/lab_fixture.h"

namespace drydock::lab {
namespace {

using namespace std::chrono_literals;
using domain::ErrorKind;

using Faults = Lab;
const Caller exchangeAdmin{"LAB\\admin", domain::EndpointKind::Exchange, {}};

std::vector<Argument> blockMail()
{
    return {arg("Identity", "MAIL"), arg("DatabaseCopyAutoActivationPolicy", "Blocked")};
}

std::string policyOf(Organisation& org)
{
    const auto result = org.invoke(exchangeAdmin, "Get-MailboxServer", {arg("Identity", "MAIL")});
    return std::string(result->objects.at(0)["DatabaseCopyAutoActivationPolicy"].display());
}

TEST_F(Faults, AConnectionCanDropBeforeOrAfterTheCmdlet)
{
    m_org.inject({FaultKind::DropBefore, "Set-MailboxServer", {}, {}, 0, 1, {}, {}, {}});
    EXPECT_EQ(m_org.invoke(exchangeAdmin, "Set-MailboxServer", blockMail()).error().kind, ErrorKind::ConnectionLost);
    EXPECT_EQ(policyOf(m_org), "Unrestricted");
    m_org.inject({FaultKind::DropAfter, "Set-MailboxServer", {}, {}, 0, 1, {}, {}, {}});
    EXPECT_EQ(m_org.invoke(exchangeAdmin, "Set-MailboxServer", blockMail()).error().kind, ErrorKind::OutcomeUnknown);
    EXPECT_EQ(policyOf(m_org), "Blocked");
    EXPECT_EQ(m_org.faultsStruck(), 2);
}

TEST_F(Faults, ApplyToTheirCmdletServerAndCountOnly)
{
    m_org.inject({FaultKind::Refuse, "Set-MailboxServer", "MAIL2", {}, 1, 1, {}, {}, "The disk is full."});
    EXPECT_TRUE(exchange("Set-MailboxServer", blockMail()).succeeded());
    EXPECT_TRUE(
        exchange("Set-MailboxServer", {arg("Identity", "MAIL2"), arg("DatabaseCopyAutoActivationPolicy", "Blocked")})
            .succeeded());
    const auto second = exchange("Set-MailboxServer",
                                 {arg("Identity", "MAIL2"), arg("DatabaseCopyAutoActivationPolicy", "Unrestricted")});
    EXPECT_EQ(second.errors.at(0).message, "The disk is full.");
    EXPECT_TRUE(exchange("Set-MailboxServer",
                         {arg("Identity", "MAIL2"), arg("DatabaseCopyAutoActivationPolicy", "Unrestricted")})
                    .succeeded());
}

TEST_F(Faults, AnAnswerCanBeLate)
{
    m_org.inject({FaultKind::Late, "Get-MailboxServer", {}, {}, 0, 1, 90s, {}, {}});
    EXPECT_EQ(exchange("Get-MailboxServer").duration, 90s);
}

TEST_F(Faults, ARegistryWriteCanBeIgnoredSilently)
{
    m_org.inject({FaultKind::IgnoreRegistryWrite, {}, "MAIL", {}, 0, 1, {}, {}, {}});
    EXPECT_TRUE(setComponent("MAIL", "HubTransport", "Draining").succeeded());
    const auto hub =
        exchange("Get-ServerComponentState", {arg("Identity", "MAIL"), arg("Component", "HubTransport")}).objects.at(0);
    EXPECT_EQ(hub["LocalStates"].items().size(), 0u);
    EXPECT_EQ(hub["RemoteStates"].items().size(), 1u);
}

TEST_F(Faults, AMountCanFail)
{
    m_org.inject({FaultKind::FailMount, {}, {}, "DB01", 0, 1, {}, {}, {}});
    const auto result = exchange("Move-ActiveMailboxDatabase", {arg("Identity", "DB01"), arg("Confirm", false)});
    ASSERT_EQ(result.objects.size(), 1u);
    EXPECT_EQ(result.objects[0]["Status"].display(), "Failed");
    EXPECT_FALSE(result.objects[0]["ErrorMessage"].isNil());
    EXPECT_EQ(m_org.activeServer("DB01"), "MAIL");
    EXPECT_TRUE(m_org.isMounted("DB01"));
}

TEST_F(Faults, AMoveCanBeStuck)
{
    m_org.inject({FaultKind::StuckMove, {}, {}, "DB01", 0, 1, {}, {}, {}});
    exchange("Set-MailboxServer", {arg("Identity", "MAIL"), arg("DatabaseCopyActivationDisabledAndMoveNow", true)});
    m_org.advance(10h);
    EXPECT_EQ(m_org.activeServer("DB01"), "MAIL");
    EXPECT_EQ(m_org.activeServer("DB02"), "MAIL2");
    EXPECT_EQ(
        exchange("Get-MailboxDatabaseCopyStatus", {arg("Identity", "DB01\\MAIL")}).objects.at(0)["Status"].display(),
        "Mounted");
}

TEST_F(Faults, TheSameSeedGivesTheSameRun)
{
    const auto play = [] {
        Organisation org(scenarioNamed("two-sites"), 7);
        std::string story;
        (void)org.invoke(exchangeAdmin, "Set-MailboxServer",
                         {arg("Identity", "LON1"), arg("DatabaseCopyActivationDisabledAndMoveNow", true)});
        for (int i = 0; i < 100; ++i) {
            org.advance(3s);
            for (int database = 1; database <= 9; ++database)
                story += org.activeServer("NW-DB0" + std::to_string(database));
            story += std::to_string(org.queuedMessages("LON1"));
        }
        return story;
    };
    EXPECT_EQ(play(), play());
}

TEST_F(Faults, OfTheWireAreBoundToOperationsAndLeaveCmdletsAlone)
{
    const auto fault = readFault(R"({"kind":"drop-after","operation":"Receive","skip":1})", m_org.scenario());
    ASSERT_TRUE(fault) << fault.error().summary();
    m_org.inject(*fault);
    EXPECT_TRUE(m_org.invoke(exchangeAdmin, "Get-MailboxServer"));
    EXPECT_FALSE(m_org.strikeRequest(FaultKind::DropAfter, "Command", {}));
    EXPECT_FALSE(m_org.strikeRequest(FaultKind::DropAfter, "Receive", {})) << "the first one is spared";
    EXPECT_TRUE(m_org.strikeRequest(FaultKind::DropAfter, "Receive", {}));
    EXPECT_FALSE(m_org.strikeRequest(FaultKind::DropAfter, "Receive", {}));
    EXPECT_EQ(m_org.faultsStruck(), 1);
}

TEST_F(Faults, SayWhereTheyAreWrong)
{
    const auto why = [&](const char* json) {
        const auto fault = readFault(json, m_org.scenario());
        return fault ? std::string() : fault.error().detail;
    };
    EXPECT_EQ(why(R"({"kind":"nonsense"})"), "kind \"nonsense\" is no fault");
    EXPECT_EQ(why(R"({"kind":"refuse","operation":"Receive"})"), "operation does not go with this kind");
    EXPECT_EQ(why(R"({"kind":"quota","cmdlet":"Get-Queue"})"), "cmdlet does not go with a fault of the wire");
    EXPECT_EQ(why(R"({"kind":"reboot","server":"MAIL9"})"), "server must name a server");
    EXPECT_NE(why(R"({"kind":"late","operation":"Sleep"})"), "");
    EXPECT_NE(why("half-answer"), "");
}

class SilentDomainController : public TwoSites
{
protected:
    std::string policyAt(const char* domainController)
    {
        const auto result =
            exchange("Get-MailboxServer", {arg("Identity", "LON1"), arg("DomainController", domainController)});
        return result.objects.empty() ? result.errors.at(0).reason
                                      : std::string(result.objects.at(0)["DatabaseCopyAutoActivationPolicy"].display());
    }
};

TEST_F(SilentDomainController, RefusesWhatNamesItAndIsReplacedElsewhere)
{
    const std::string domain = m_org.scenario().domain;
    const auto originating = [&] {
        return std::string(
            exchange("Get-MailboxServer", {arg("Identity", "LON1")}).objects.at(0)["OriginatingServer"].display());
    };
    EXPECT_EQ(originating(), "DC1." + domain);
    exchange("Set-MailboxServer", {arg("Identity", "LON1"), arg("DatabaseCopyAutoActivationPolicy", "Blocked"),
                                   arg("DomainController", "DC1." + domain)});
    EXPECT_EQ(policyAt("DC1"), "Blocked");
    EXPECT_EQ(policyAt("DC2"), "IntrasiteOnly") << "the sites replicate later";

    Fault silent;
    silent.kind = FaultKind::DomainControllerDown;
    silent.server = "DC1";
    silent.count = -1;
    m_org.inject(silent);
    EXPECT_EQ(policyAt("DC1"), "SuitabilityDirectoryException");
    EXPECT_EQ(originating(), "DC2." + domain) << "Exchange chooses another one";
    EXPECT_EQ(policyAt("DC7"), "SuitabilityDirectoryException") << "there is none of that name";
    m_org.advance(3h);
    EXPECT_EQ(policyAt("DC2"), "Blocked");
}

} // namespace
} // namespace drydock::lab
