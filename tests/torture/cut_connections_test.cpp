// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Conversations whose connection ends after any byte, in either direction: the right result or an error of the right
// kind, never a hang, a leak or a change that is sent twice. A sample of the bytes is played;
// DRYDOCK_TORTURE=all plays every byte, a number so many of each conversation and direction.
#include "remoting/http/reader.h"
#include "remoting/lab/lab_thread.h"
#include "tests/remoting/session/recorded_server.h"
#include "tests/remoting/session/shell_fixture.h"
#include "tests/support/paths.h"
#include "tests/torture/cutting_relay.h"
#include "tests/torture/process_state.h"

#include <algorithm>
#include <cstdio>
#include <gmock/gmock.h>
#include <map>
#include <random>

using namespace drydock;
using namespace drydock::session;
using domain::ErrorKind;
using tests::Toward;

namespace {

// Returns how many bytes to let through before each cut: all from 0 to `total`, or a random one of each of `sample`
// equal parts.
std::vector<qint64> cuts(qint64 total, qint64 sample)
{
    const auto asked = qEnvironmentVariable("DRYDOCK_TORTURE");
    if (asked == QLatin1String("all"))
        sample = total;
    else if (!asked.isEmpty())
        sample = asked.toLongLong();
    sample = std::min(sample, total);
    std::mt19937_64 random(7);
    std::vector<qint64> places;
    for (qint64 i = 0; i < sample; ++i) {
        const auto first = total * i / sample, behind = total * (i + 1) / sample;
        places.push_back(first + static_cast<qint64>(random() % static_cast<std::uint64_t>(behind - first)));
    }
    return places;
}

// How often a conversation ended in what, for a person to see.
class Tally
{
public:
    void count(const std::string& end) { ++m_ends[end]; }
    void print(const std::string& title) const
    {
        std::printf("%s:", title.c_str());
        for (const auto& [end, times] : m_ends)
            std::printf(" %d %s,", times, end.c_str());
        std::printf("\n");
    }

private:
    std::map<std::string, int> m_ends;
};

std::string endOf(const domain::Result<Output>& result) { return result ? "succeeded" : toString(result.error().kind); }

class CutConnection : public tests::ShellTest
{
protected:
    void connectTo(quint16 port) { relay = std::make_unique<tests::CuttingRelay>(port); }
    [[nodiscard]] QUrl throughRelay(QUrl url) const
    {
        url.setPort(relay->serverPort());
        return url;
    }

    std::unique_ptr<tests::CuttingRelay> relay;
};

class CutLab : public CutConnection
{
protected:
    void SetUp() override
    {
        lab::LabOptions options;
        options.scenario = *lab::loadScenario("seed");
        options.timeScale = 1000; // its cmdlets take their time
        const auto listening = m_lab.start(std::move(options));
        ASSERT_TRUE(listening) << listening.error().summary();
        connectTo(listening->port);
        m_endpoint.url = throughRelay(QUrl(QString::fromStdString(listening->exchangeUrl)));
        m_endpoint.configuration = "Microsoft.Exchange";
        m_endpoint.scheme = domain::AuthenticationScheme::Basic;
        m_endpoint.user = "LAB\\admin";
    }

    struct Conversation {
        domain::Result<Output> reading, change, last;
        int changes = 0;           // that the lab carried out
        bool cutBeforeEnd = false; // before the last reading
    };

    Conversation converse()
    {
        const auto before = changes();
        shellAt(m_endpoint, lab::defaultLabPassword);
        Conversation made;
        made.reading = invoke("Get-MailboxServer");
        psrp::Command write{"Write-AdminAuditLog", {}};
        write.with("Comment", clixml::Value::string("cut"));
        made.change = wait(m_shell->invoke(write));
        made.cutBeforeEnd = relay->hasCut();
        made.last = invoke("Get-MailboxServer");
        close();
        made.changes = changes() - before;
        return made;
    }

    int changes()
    {
        int count = 0;
        m_lab.with([&](lab::Organisation& org) { count = static_cast<int>(org.auditComments().size()); });
        return count;
    }

    // A change that succeeded ran once, one that failed never, and one of unknown outcome at most once.
    static void expectRight(const Conversation& made)
    {
        for (const auto& reading : {made.reading, made.last}) {
            EXPECT_TRUE(reading) << reading.error().summary();
            if (reading) {
                EXPECT_EQ(reading->objects.size(), 2U);
            }
        }
        if (made.change) {
            EXPECT_EQ(made.changes, 1);
        } else if (made.change.error().kind == ErrorKind::OutcomeUnknown) {
            EXPECT_LE(made.changes, 1);
        } else {
            EXPECT_EQ(made.changes, 0) << made.change.error().summary();
        }
    }

    void cutEverywhere(Toward direction)
    {
        relay->cutNothing();
        expectRight(converse());
        const auto total = relay->passed(direction);
        const auto files = tests::openFiles();
        Tally tally;
        const auto places = cuts(total, 25);
        for (const auto place : places) {
            SCOPED_TRACE("after byte " + std::to_string(place));
            relay->cutAfter(direction, place);
            const auto made = converse();
            expectRight(made);
            tally.count("change " + endOf(made.change) + (made.changes > 0 ? " and ran" : ""));
            if (made.cutBeforeEnd) { // else the Delete may be what was lost; that shell ends when it is idle
                EXPECT_TRUE(tests::waitUntil([&] { return m_lab.shellCount() == 0; })) << "a shell is left";
            }
            if (HasFailure() && ++m_failures > 5) return;
        }
        tally.print(std::to_string(places.size()) + " cuts of " + std::to_string(total) + " bytes toward the " +
                    (direction == Toward::Server ? "server" : "client"));
        EXPECT_TRUE(tests::waitUntil([&] { return tests::openFiles() <= files; }))
            << tests::openFiles() << " of " << files;
    }

    lab::LabThread m_lab;
    ShellEndpoint m_endpoint;
    int m_failures = 0;
};

class CutRecording : public CutConnection, public ::testing::WithParamInterface<std::tuple<const char*, Toward>>
{
};

std::string bytesOf(const std::string& body, bool chunked)
{
    if (!chunked)
        return "HTTP/1.1 200 OK\r\nContent-Type: application/soap+xml\r\nContent-Length: " +
               std::to_string(body.size()) + "\r\n\r\n" + body;
    char size[32];
    std::snprintf(size, sizeof size, "%zx", body.size());
    return "HTTP/1.1 200 OK\r\nContent-Type: application/soap+xml\r\nTransfer-Encoding: chunked\r\n\r\n" +
           std::string(size) + "\r\n" + body + "\r\n0\r\n\r\n";
}

// Returns after how many bytes the reader has a message; 0: it has none, or refuses them.
template <class Reader> std::size_t bytesUntilRead(Reader reader, std::string_view bytes)
{
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const auto fed = reader.feed(bytes.substr(i, 1));
        if (!fed) return 0;
        if (*fed) return i + 1;
    }
    return 0;
}

} // namespace

TEST_F(CutLab, TowardTheServerLosesNothingAndRepeatsNoChange) { cutEverywhere(Toward::Server); }
TEST_F(CutLab, TowardTheClientLosesNothingAndRepeatsNoChange) { cutEverywhere(Toward::Client); }

TEST_P(CutRecording, EndsInAResultOrAnErrorAndSendsTheCommandOnce)
{
    const auto [name, direction] = GetParam();
    const auto file = tests::testData() / "wire" / name;
    if (!std::filesystem::exists(file)) GTEST_SKIP() << "no recording " << file;
    tests::RecordedServer recorded;
    connectTo(recorded.server().port());
    Tally tally;
    const auto converse = [&] {
        recorded.play(file);
        ShellEndpoint endpoint;
        endpoint.url = throughRelay(recorded.server().url());
        endpoint.configuration = "Microsoft.PowerShell";
        ShellSetup setup{tests::shortTimeouts(), {}, {}};
        setup.pool.guids = [ids = recorded.ids(), at = std::size_t{0}]() mutable {
            return ids.at(std::min(at++, ids.size() - 1));
        };
        shellAt(endpoint, {}, setup);
        auto changed = invoke("Set-Something");
        close();
        EXPECT_LE(recorded.commands(), 1);
        return changed;
    };
    relay->cutNothing();
    const auto whole = converse();
    ASSERT_TRUE(whole) << whole.error().summary();
    const auto total = relay->passed(direction);
    const auto places = cuts(total, 8);
    for (const auto place : places) {
        SCOPED_TRACE("after byte " + std::to_string(place));
        relay->cutAfter(direction, place);
        const auto cut = converse();
        tally.count(endOf(cut));
        if (cut && !cut->possiblyIncomplete) {
            EXPECT_EQ(cut->objects, whole->objects);
        }
        if (!cut) {
            EXPECT_THAT(cut.error().kind,
                        ::testing::AnyOf(ErrorKind::OutcomeUnknown, ErrorKind::ConnectionLost, ErrorKind::ShellGone))
                << cut.error().summary();
        }
        if (HasFailure()) return;
    }
    tally.print(std::to_string(places.size()) + " cuts of " + std::to_string(total) + " bytes of " + name);
}

INSTANTIATE_TEST_SUITE_P(Windows, CutRecording,
                         ::testing::Combine(::testing::Values("test_psrp_run_protocol_version_2.1.yml",
                                                              "test_psrp_run_protocol_version_2.3.yml",
                                                              "test_psrp_long_running_cmdlet.yml"),
                                            ::testing::Values(Toward::Server, Toward::Client)));

// Messages of the recordings as HTTP, of both forms, byte by byte: none is taken for whole before its last byte, and
// none that ends too soon. A sample takes some of them.
TEST(CutMessage, NoBeginningOfARecordedMessageIsTakenForTheWhole)
{
    const auto files = tests::recordings();
    if (files.empty()) GTEST_SKIP() << "the shared recordings are absent";
    std::vector<wsman::RecordedExchange> exchanges;
    for (const auto& file : files)
        std::ranges::copy_if(tests::readRecording(file), std::back_inserter(exchanges),
                             [](const auto& exchange) { return !exchange.response.empty(); });
    const auto played = cuts(static_cast<qint64>(exchanges.size()), 10);
    std::size_t bytes = 0;
    for (const auto number : played) {
        const auto& exchange = exchanges.at(static_cast<std::size_t>(number));
        for (const bool chunked : {false, true}) {
            const auto answer = bytesOf(exchange.response, chunked);
            bytes += answer.size();
            ASSERT_EQ(bytesUntilRead(http::ResponseReader(http::Limits()), answer), answer.size()) << number;
            http::ResponseReader ended{http::Limits()};
            ASSERT_TRUE(ended.feed(std::string_view(answer).substr(0, answer.size() - 1)));
            ASSERT_FALSE(ended.end().has_value()) << number;
        }
        const auto request =
            "POST /wsman HTTP/1.1\r\nHost: x\r\nContent-Length: " + std::to_string(exchange.request.size()) +
            "\r\n\r\n" + exchange.request;
        bytes += request.size();
        ASSERT_EQ(bytesUntilRead(http::RequestReader(http::Limits()), request), request.size()) << number;
    }
    std::printf("%zu messages, %zu bytes\n", 3 * played.size(), bytes);
}
