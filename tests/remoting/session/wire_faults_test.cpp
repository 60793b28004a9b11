// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Every fault that can be armed on the wire of the lab, once at each operation of a reading and of a change: what it
// ends in, and that nothing runs twice or is claimed that is not so.
#include "remoting/lab/lab_thread.h"
#include "tests/remoting/session/shell_fixture.h"

#include <ostream>

using namespace drydock;
using namespace drydock::session;
using domain::ErrorKind;
using lab::FaultKind;
using namespace std::chrono_literals;

namespace {

// What a cmdlet ends in; nothing: it succeeds.
struct Row {
    FaultKind fault;
    const char* operation;
    std::optional<ErrorKind> reading, change;

    friend void PrintTo(const Row& row, std::ostream* out) { *out << toString(row.fault) << " at " << row.operation; }
};

class WireFault : public tests::ShellTest, public ::testing::WithParamInterface<Row>
{
protected:
    void SetUp() override
    {
        lab::LabOptions options;
        options.scenario = *lab::loadScenario("seed");
        const auto listening = m_lab.start(std::move(options));
        ASSERT_TRUE(listening) << listening.error().summary();
        ShellEndpoint endpoint;
        endpoint.url = QUrl(QString::fromStdString(listening->exchangeUrl));
        endpoint.configuration = "Microsoft.Exchange";
        endpoint.scheme = domain::AuthenticationScheme::Basic;
        endpoint.user = "LAB\\admin";
        shellAt(endpoint, lab::defaultLabPassword);
    }

    domain::Result<Output> invokeStruck(const psrp::Command& command)
    {
        if (std::string_view(GetParam().operation) != "Create") {
            EXPECT_TRUE(wait(m_shell->open()));
        }
        lab::Fault fault;
        fault.kind = GetParam().fault;
        fault.operation = GetParam().operation;
        fault.delay = 20ms;
        m_lab.inject(fault);
        auto result = wait(m_shell->invoke(command));
        m_lab.with([](lab::Organisation& organisation) {
            EXPECT_EQ(organisation.faultsStruck(), 1);
            organisation.clearFaults();
        });
        return result;
    }
    std::size_t changes()
    {
        std::size_t count = 0;
        m_lab.with([&](lab::Organisation& organisation) { count = organisation.auditComments().size(); });
        return count;
    }
    static std::optional<ErrorKind> endOf(const domain::Result<Output>& result)
    {
        return result ? std::nullopt : std::optional(result.error().kind);
    }
    static std::string textOf(const domain::Result<Output>& result)
    {
        return result ? "succeeded" : result.error().summary();
    }

    lab::LabThread m_lab;
};

} // namespace

TEST_P(WireFault, EndsAReadingAsTheTableSays)
{
    const auto read = invokeStruck({"Get-MailboxServer", {}});
    EXPECT_EQ(endOf(read), GetParam().reading) << textOf(read);
    if (read) {
        EXPECT_EQ(read->objects.size(), 2U);
    }
}

TEST_P(WireFault, EndsAChangeAsTheTableSaysAndRunsItOnceAtMost)
{
    psrp::Command write{"Write-AdminAuditLog", {}};
    write.with("Comment", clixml::Value::string("once"));
    const auto changed = invokeStruck(write);
    EXPECT_EQ(endOf(changed), GetParam().change) << textOf(changed);
    const auto ran = changes();
    EXPECT_LE(ran, 1U);
    if (changed) {
        EXPECT_EQ(ran, 1U);
    } else if (changed.error().kind != ErrorKind::OutcomeUnknown) {
        EXPECT_EQ(ran, 0U) << textOf(changed);
    }
}

constexpr auto none = std::nullopt;

INSTANTIATE_TEST_SUITE_P(
    All, WireFault,
    ::testing::Values(Row{FaultKind::DropBefore, "Create", none, none},
                      Row{FaultKind::DropBefore, "Command", none, ErrorKind::OutcomeUnknown},
                      Row{FaultKind::DropBefore, "Receive", none, none},
                      Row{FaultKind::DropAfter, "Create", none, none}, Row{FaultKind::DropAfter, "Command", none, none},
                      Row{FaultKind::DropAfter, "Receive", none, ErrorKind::OutcomeUnknown},
                      Row{FaultKind::HalfAnswer, "Create", none, none},
                      Row{FaultKind::HalfAnswer, "Command", none, none},
                      Row{FaultKind::HalfAnswer, "Receive", none, ErrorKind::OutcomeUnknown},
                      Row{FaultKind::Late, "Create", none, none}, Row{FaultKind::Late, "Command", none, none},
                      Row{FaultKind::Late, "Receive", none, none}, Row{FaultKind::Quota, "Create", none, none},
                      Row{FaultKind::Quota, "Command", none, none}, Row{FaultKind::Quota, "Receive", none, none},
                      Row{FaultKind::Unauthorized, "Create", ErrorKind::NotAuthenticated, ErrorKind::NotAuthenticated},
                      Row{FaultKind::Unauthorized, "Command", ErrorKind::NotAuthenticated, ErrorKind::NotAuthenticated},
                      Row{FaultKind::Unauthorized, "Receive", ErrorKind::NotAuthenticated, ErrorKind::OutcomeUnknown},
                      Row{FaultKind::Unavailable, "Create", none, none},
                      Row{FaultKind::Unavailable, "Command", ErrorKind::HttpStatus, ErrorKind::HttpStatus},
                      Row{FaultKind::Unavailable, "Receive", none, none},
                      Row{FaultKind::HtmlPage, "Create", ErrorKind::NotWsMan, ErrorKind::NotWsMan},
                      Row{FaultKind::HtmlPage, "Command", none, ErrorKind::OutcomeUnknown},
                      Row{FaultKind::HtmlPage, "Receive", ErrorKind::NotWsMan, ErrorKind::OutcomeUnknown},
                      Row{FaultKind::WrongRelatesTo, "Create", none, none},
                      Row{FaultKind::WrongRelatesTo, "Command", none, none},
                      Row{FaultKind::WrongRelatesTo, "Receive", none, ErrorKind::OutcomeUnknown},
                      Row{FaultKind::GarbageBase64, "Receive", ErrorKind::Malformed, ErrorKind::OutcomeUnknown},
                      Row{FaultKind::WrongFragmentIds, "Receive", ErrorKind::Malformed, ErrorKind::OutcomeUnknown}));
