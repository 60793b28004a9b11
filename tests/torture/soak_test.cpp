// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Many cmdlets over many shells, with faults armed on the wire all the time: each ends right, no change runs twice, no
// shell and no file is left, and memory stays flat. DRYDOCK_SOAK says how many cmdlets; every hundred of them have a
// shell of their own.
#include "remoting/lab/lab_thread.h"
#include "tests/remoting/session/shell_fixture.h"
#include "tests/torture/process_state.h"

#include <cstdio>
#include <map>
#include <random>

using namespace drydock;
using namespace drydock::session;
using domain::ErrorKind;
using lab::FaultKind;

namespace {

constexpr int cmdletsOfAShell = 100;

class Soak : public tests::ShellTest
{
protected:
    void SetUp() override
    {
        lab::LabOptions options;
        options.scenario = *lab::loadScenario("seed");
        options.timeScale = 1000;
        const auto listening = m_lab.start(std::move(options));
        ASSERT_TRUE(listening) << listening.error().summary();
        m_endpoint.url = QUrl(QString::fromStdString(listening->exchangeUrl));
        m_endpoint.configuration = "Microsoft.Exchange";
        m_endpoint.scheme = domain::AuthenticationScheme::Basic;
        m_endpoint.user = "LAB\\admin";
    }

    // Not 401, behind which nothing is sent until a person connects again.
    void armFaults()
    {
        constexpr FaultKind kinds[] = {
            FaultKind::DropBefore,    FaultKind::DropAfter,       FaultKind::HalfAnswer, FaultKind::Late,
            FaultKind::Quota,         FaultKind::Unavailable,     FaultKind::HtmlPage,   FaultKind::WrongRelatesTo,
            FaultKind::GarbageBase64, FaultKind::WrongFragmentIds};
        constexpr const char* operations[] = {"Create", "Command", "Receive", "Signal"};
        m_lab.with([&](lab::Organisation& organisation) {
            m_struck = organisation.faultsStruck();
            organisation.clearFaults();
            for (int i = 0; i < 12; ++i) {
                lab::Fault fault;
                fault.kind = kinds[m_random() % std::size(kinds)];
                fault.operation = operations[m_random() % std::size(operations)];
                fault.skip = static_cast<int>(m_random() % cmdletsOfAShell);
                fault.delay = std::chrono::milliseconds(5);
                organisation.inject(fault);
            }
        });
    }

    int changesOfTheLab()
    {
        int count = 0;
        m_lab.with([&](lab::Organisation& org) { count = static_cast<int>(org.auditComments().size()); });
        return count;
    }

    void read()
    {
        const auto result = invoke("Get-MailboxServer");
        ++m_ends[result ? "read" : std::string("read: ") + toString(result.error().kind)];
        if (result) {
            EXPECT_EQ(result->objects.size(), 2U);
        }
    }

    void change()
    {
        const auto before = changesOfTheLab();
        psrp::Command write{"Write-AdminAuditLog", {}};
        write.with("Comment", clixml::Value::string("soak"));
        const auto result = wait(m_shell->invoke(write));
        const auto ran = changesOfTheLab() - before;
        ++m_ends[result ? "changed" : std::string("changed: ") + toString(result.error().kind)];
        if (result) {
            EXPECT_EQ(ran, 1);
        } else {
            EXPECT_LE(ran, result.error().kind == ErrorKind::OutcomeUnknown ? 1 : 0) << result.error().summary();
        }
    }

    lab::LabThread m_lab;
    ShellEndpoint m_endpoint;
    std::mt19937_64 m_random{11};
    std::map<std::string, int> m_ends;
    int m_struck = 0;
};

} // namespace

TEST_F(Soak, ManyCmdletsWithFaultsLeaveNothingBehind)
{
    const int cmdlets = qEnvironmentVariableIsSet("DRYDOCK_SOAK") ? qEnvironmentVariableIntValue("DRYDOCK_SOAK") : 200;
    long settled = 0;
    qsizetype files = 0;
    for (int done = 0; done < cmdlets; ++done) {
        if (done % cmdletsOfAShell == 0) {
            if (done > 0) {
                close();
                EXPECT_TRUE(tests::waitUntil([&] { return m_lab.shellCount() == 0; })) << m_lab.shellCount();
            }
            if (done >= cmdlets / 10 && settled == 0) {
                settled = tests::residentMemory();
                files = tests::openFiles();
            }
            armFaults();
            shellAt(m_endpoint, lab::defaultLabPassword);
        }
        if (m_random() % 5 == 0)
            change();
        else
            read();
        if (HasFailure()) return;
    }
    close();
    EXPECT_TRUE(tests::waitUntil([&] { return m_lab.shellCount() == 0; })) << m_lab.shellCount();
    EXPECT_TRUE(tests::waitUntil([&] { return tests::openFiles() <= files; }));
    armFaults(); // counts
    const auto grown = tests::residentMemory() - settled;
    std::printf("%d cmdlets, %d faults struck, memory %ld KiB after a tenth and %+ld KiB since\n", cmdlets, m_struck,
                settled, grown);
    for (const auto& [end, count] : m_ends)
        std::printf("  %6d %s\n", count, end.c_str());
    EXPECT_GT(m_struck, cmdlets / 20);
#ifndef __SANITIZE_ADDRESS__ // which keeps what was freed
    EXPECT_LE(grown, 8 * 1024);
#endif
}
