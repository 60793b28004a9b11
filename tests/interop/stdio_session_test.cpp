// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Our client against the real engine's server, restricted as an Exchange endpoint is.
#include "stdio_session.h"

#include "remoting/psrp/engine_errors.h"
#include "remoting/psrp/error_kind.h"
#include "remoting/psrp/server_pipeline.h"

#include <QTemporaryDir>
#include <algorithm>
#include <fstream>

namespace drydock {

namespace {

using clixml::Value;
using domain::ErrorKind;
using namespace psrp;

std::string summaryOf(const ErrorRecord& record)
{
    std::string text = record.message + " | " + record.fullyQualifiedErrorId + " | " + std::to_string(record.category) +
                       " | " + record.activity + " | " + record.reason + " | " + record.targetName + " | " +
                       record.targetType + " |";
    for (const std::string& type : record.exceptionTypes)
        text += ' ' + type;
    return text;
}

constexpr const char* restrictedSession = R"(
function Get-Thing {
    [CmdletBinding()] param([Parameter(Position=0)] [string] $Identity = 'MAIL', [switch] $Loud, [int] $Count = 1, [string[]] $Names)
    if ($Loud) { $PSCmdlet.WriteWarning("careful"); $PSCmdlet.WriteVerbose("hidden") }
    for ($i = 0; $i -lt $Count; $i++) {
        [pscustomobject] @{ Identity = $Identity; Number = $i; Day = [System.DayOfWeek]::Friday; When = [datetime]::SpecifyKind([datetime]::new(2026, 11, 22, 14, 0, 0), 'Utc'); Names = $Names
                            Text = "tab`tand " + [char]0xD83D + [char]0xDE00 + " _x0041_"; Table = @{ k = 1 } }
    }
}
function Set-Thing {
    [CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')] param([Parameter(Position=0)] $Identity)
    if ($PSCmdlet.ShouldProcess($Identity)) { "set $Identity" }
}
function Test-Thing {
    [CmdletBinding()] param($Identity)
    $PSCmdlet.WriteError([System.Management.Automation.ErrorRecord]::new([System.InvalidOperationException]::new("no $Identity"), 'NoThing', 'ObjectNotFound', $Identity))
    $PSCmdlet.WriteProgress([System.Management.Automation.ProgressRecord]::new(7, 'Testing', 'half'))
}
function Wait-Thing {
    [CmdletBinding()] param()
    'waiting'
    while ($true) { [System.Threading.Thread]::Sleep(20) }
}
function Get-Secret {
    [CmdletBinding()] param([securestring] $Password, [switch] $Back)
    if ($Back) { $Password } else { [System.Net.NetworkCredential]::new('', $Password).Password }
}
function Send-Event {
    [CmdletBinding()] param()
    $events = [runspace]::DefaultRunspace.Events
    $null = $events.SubscribeEvent($null, $null, 'Drydock.Test', $null, [scriptblock] $null, $true, $true)
    $null = $events.GenerateEvent('Drydock.Test', 'sender', @('one', 2), 'data')
    'sent'
}
function Measure-Object {
    [CmdletBinding()] param([Parameter(ValueFromPipeline)] $InputObject) begin { $n = 0 } process { $n++ } end { [pscustomobject] @{ Count = $n } }
}
function Select-Object {
    [CmdletBinding()] param([Parameter(ValueFromPipeline)] $InputObject, $Property)
    process { $o = @{}; foreach ($p in $Property) { $o[$p] = $InputObject.$p }; [pscustomobject] $o }
}
$keep = 'Get-Secret', 'Send-Event', 'Get-Thing', 'Set-Thing', 'Test-Thing', 'Wait-Thing', 'Get-Command', 'Select-Object', 'Measure-Object'
foreach ($c in @(Get-Command -CommandType Alias, Function, Cmdlet)) { if ($c.Name -notin $keep) { try { $c.Visibility = 'Private' } catch {} } }
$ExecutionContext.SessionState.Applications.Clear(); $ExecutionContext.SessionState.Scripts.Clear()
$ExecutionContext.SessionState.LanguageMode = 'NoLanguage'
)";

class EngineServer : public testing::Test
{
protected:
    void SetUp() override
    {
        if (const std::string reason = tests::Peer::unavailable(); !reason.empty()) GTEST_SKIP() << reason;
        const QString script = folder.filePath(QStringLiteral("restricted.ps1"));
        std::ofstream(script.toStdString()) << restrictedSession;
        session = std::make_unique<tests::StdioSession>(script, options);
        ASSERT_TRUE(session->open());
    }
    void TearDown() override
    {
        const bool opened = session && session->pool().state() == RunspacePoolState::Opened;
        EXPECT_TRUE(!opened || session->close());
    }

    static std::vector<Value> outputs(const std::vector<PipelineEvent>& events)
    {
        std::vector<Value> values;
        for (const PipelineEvent& event : events) {
            if (const auto* output = std::get_if<OutputEvent>(&event)) values.push_back(output->value);
        }
        return values;
    }
    template <class Event> static std::vector<Event> all(const std::vector<PipelineEvent>& events)
    {
        std::vector<Event> found;
        for (const PipelineEvent& event : events) {
            if (const auto* one = std::get_if<Event>(&event)) found.push_back(*one);
        }
        return found;
    }
    static StateEvent end(const std::vector<PipelineEvent>& events)
    {
        const auto states = all<StateEvent>(events);
        EXPECT_FALSE(states.empty());
        return states.empty() ? StateEvent{PipelineState::NotStarted, std::nullopt} : states.back();
    }
    static ErrorKind refusalOf(const std::vector<PipelineEvent>& events)
    {
        const StateEvent last = end(events);
        EXPECT_EQ(last.state, PipelineState::Failed);
        EXPECT_TRUE(last.reason.has_value());
        return last.reason ? psrp::kindOf(*last.reason) : ErrorKind::Internal;
    }

    QTemporaryDir folder;
    ClientOptions options;
    std::unique_ptr<tests::StdioSession> session;
};

TEST_F(EngineServer, OpensAPoolForOurClient)
{
    EXPECT_EQ(session->pool().negotiated()->protocol, (Version{2, 3}));
    EXPECT_TRUE(session->pool().applicationPrivateData().isA("System.Management.Automation.PSPrimitiveDictionary"));
}

TEST_F(EngineServer, RunsACmdlet)
{
    const auto events = session->run(Command{"Get-Thing", {}}
                                         .with("Identity", Value::string("MAIL2 <&> _x0041_ \xF0\x9F\x98\x80"))
                                         .with("Loud", Value::boolean(true))
                                         .with("Count", Value::int32(3))
                                         .with("Names", Value::list({Value::string("a"), Value::string("b")})));
    EXPECT_EQ(end(events).state, PipelineState::Completed);
    const auto values = outputs(events);
    ASSERT_EQ(values.size(), 3u);
    EXPECT_EQ(values[0]["Identity"].display(), "MAIL2 <&> _x0041_ \xF0\x9F\x98\x80");
    EXPECT_EQ(values[2]["Number"].toInt(), 2);
    EXPECT_EQ(values[0]["Day"].display(), "Friday");
    EXPECT_EQ(values[0]["When"].text(), "2026-11-22T14:00:00Z");
    EXPECT_EQ(values[0]["Text"].display(), "tab\tand \xF0\x9F\x98\x80 _x0041_");
    ASSERT_EQ(values[0]["Names"].items().size(), 2u);
    EXPECT_EQ(values[0]["Names"].items()[1].display(), "b");
    const auto warnings = all<InformationalEvent>(events);
    ASSERT_FALSE(warnings.empty());
    EXPECT_EQ(warnings[0].text, "careful");
}

TEST_F(EngineServer, TakesPositionalArgumentsAndLargeOnes)
{
    const std::string large(200'000, 'x'); // several fragments each way
    const auto values = outputs(session->run(Command{"Get-Thing", {}}.with("", Value::string(large))));
    ASSERT_EQ(values.size(), 1u);
    EXPECT_EQ(values[0]["Identity"].display(), large);
}

TEST_F(EngineServer, ReportsErrorsAndProgress)
{
    const auto events = session->run(Command{"Test-Thing", {}}.with("Identity", Value::string("MAIL9")));
    EXPECT_EQ(end(events).state, PipelineState::Completed);
    const auto errors = all<ErrorEvent>(events);
    ASSERT_EQ(errors.size(), 1u);
    EXPECT_EQ(errors[0].record.message, "no MAIL9");
    EXPECT_EQ(errors[0].record.fullyQualifiedErrorId, "NoThing,Test-Thing");
    EXPECT_EQ(errors[0].record.category, category::ObjectNotFound);
    EXPECT_EQ(psrp::kindOf(errors[0].record), ErrorKind::NotFound);
    const auto progress = all<ProgressEvent>(events);
    ASSERT_FALSE(progress.empty());
    EXPECT_EQ(progress.back().record.activity, "Testing");
}

TEST_F(EngineServer, RefusesAPromptForConfirmation)
{
    const auto refused = session->run(Command{"Set-Thing", {}}.with("Identity", Value::string("MAIL")));
    const auto errors = all<ErrorEvent>(refused);
    const StateEvent last = end(refused);
    if (last.state == PipelineState::Failed) {
        ASSERT_TRUE(last.reason);
        EXPECT_EQ(psrp::kindOf(*last.reason), ErrorKind::PromptRefused) << last.reason->fullyQualifiedErrorId;
    } else {
        ASSERT_FALSE(errors.empty());
        EXPECT_EQ(psrp::kindOf(errors[0].record), ErrorKind::PromptRefused) << errors[0].record.fullyQualifiedErrorId;
    }
    const auto done = session->run(
        Command{"Set-Thing", {}}.with("Identity", Value::string("MAIL")).with("Confirm", Value::boolean(false)));
    EXPECT_EQ(outputs(done).at(0).display(), "set MAIL");
}

TEST_F(EngineServer, RefusesWhatIsNotGranted)
{
    EXPECT_EQ(refusalOf(session->run(Command{"Get-Thing", {}}.with("Nonsense", Value::string("x")))),
              ErrorKind::UnknownParameter);
    EXPECT_EQ(refusalOf(session->run(Command{"Get-Nothing", {}})), ErrorKind::UnknownCommand);
    EXPECT_EQ(refusalOf(session->run(Command{"Get-Process", {}})), ErrorKind::UnknownCommand);
}

// Nothing of ours writes a script; even as a cmdlet's name it stays a name.
TEST_F(EngineServer, RunsNoScriptInAnyForm)
{
    for (const char* text :
         {"Get-Thing; Get-Thing", "Get-Thing | Get-Thing", "$(Get-Thing)", "& { Get-Thing }", "Get-Thing -Count 2"}) {
        const auto events = session->run(Command{text, {}});
        EXPECT_EQ(refusalOf(events), ErrorKind::UnknownCommand) << text;
        EXPECT_TRUE(outputs(events).empty());
    }
    const std::string injection = "x'; Get-Thing -Count 5; '$(Get-Thing)";
    const auto values = outputs(session->run(Command{"Get-Thing", {}}.with("Identity", Value::string(injection))));
    ASSERT_EQ(values.size(), 1u);
    EXPECT_EQ(values[0]["Identity"].display(), injection);
}

TEST_F(EngineServer, StopsAPipeline)
{
    const auto events = session->runAndStop(Command{"Wait-Thing", {}});
    EXPECT_EQ(end(events).state, PipelineState::Stopped);
    ASSERT_TRUE(end(events).reason);
    EXPECT_EQ(*end(events).reason, pipelineStopped());
    EXPECT_EQ(outputs(session->run(Command{"Get-Thing", {}})).size(), 1u); // the session goes on
}

TEST_F(EngineServer, AnswersAsOurServerDoes)
{
    const auto reason = [&](const Command& command) {
        return end(session->run(command)).reason.value_or(ErrorRecord{});
    };
    ErrorRecord notFound = reason(Command{"Get-Nothing", {}});
    notFound.message = commandNotFound("Get-Nothing").message; // another PowerShell words it another way
    EXPECT_EQ(summaryOf(notFound), summaryOf(commandNotFound("Get-Nothing")));
    EXPECT_EQ(summaryOf(reason(Command{"Get-Thing", {}}.with("Nonsense", Value::string("x")))),
              summaryOf(parameterNotFound("Get-Thing", "Nonsense")));
    const auto prompted = session->run(Command{"Set-Thing", {}}.with("Identity", Value::string("MAIL")));
    EXPECT_EQ(end(prompted).reason.value_or(ErrorRecord{}).fullyQualifiedErrorId,
              promptFailed("Set-Thing").fullyQualifiedErrorId);
}

TEST_F(EngineServer, ReadsAndSendsSecrets)
{
    ASSERT_TRUE(session->pool().requestSessionKey());
    ASSERT_TRUE(session->askPool({}, [&] { return session->pool().hasSessionKey(); }));
    const char* const text = "p\xC3\xA4ss \xF0\x9F\x94\x91 <&>";
    const auto asked = [&](Command command) {
        return outputs(session->run(command.withSecret("Password", domain::Secret(std::string(text)))));
    };
    const auto plain = asked(Command{"Get-Secret", {}});
    ASSERT_EQ(plain.size(), 1U);
    EXPECT_EQ(plain[0].display(), text);
    const auto back = asked(Command{"Get-Secret", {}}.with("Back", Value::boolean(true)));
    ASSERT_EQ(back.size(), 1U);
    ASSERT_EQ(back[0].type(), clixml::Type::SecureString);
    const auto decrypted = session->pool().decrypt(back[0]);
    ASSERT_TRUE(decrypted) << decrypted.error().summary();
    EXPECT_EQ(decrypted->reveal(), text);
}

TEST_F(EngineServer, AnswersQuestionsAboutThePoolAndForwardsEvents)
{
    auto& pool = session->pool();
    std::vector<PoolEvent> events;
    const auto ask = [&](const domain::Result<PoolRequest>& request) {
        ASSERT_TRUE(request);
        const auto before = events.size();
        ASSERT_TRUE(session->askPool(request->fragments, [&] {
            for (auto& event : pool.takeEvents())
                events.push_back(std::move(event));
            return events.size() > before;
        }));
    };
    ask(pool.setMaximumRunspaces(3));
    ask(pool.getAvailableRunspaces());
    ask(pool.setMinimumRunspaces(2));
    EXPECT_EQ(events, (std::vector<PoolEvent>{RunspaceAvailability{1, {}, true}, RunspaceAvailability{2, 3, false},
                                              RunspaceAvailability{3, {}, true}}));
    EXPECT_EQ(pool.maximumRunspaces(), 3);
    EXPECT_EQ(outputs(session->run(Command{"Send-Event", {}})).size(), 1U);
    ASSERT_TRUE(session->askPool({}, [&] {
        for (auto& event : pool.takeEvents())
            events.push_back(std::move(event));
        return events.size() > 3;
    }));
    const auto& event = std::get<UserEvent>(events.at(3));
    EXPECT_EQ(event.source, "Drydock.Test");
    EXPECT_EQ(event.sender, "sender");
    EXPECT_EQ(event.arguments, (std::vector<std::string>{"one", "2"}));
    EXPECT_EQ(event.messageData, "data");
}

class EngineServerOfOldProtocol : public EngineServer, public testing::WithParamInterface<int>
{
protected:
    void SetUp() override
    {
        options.versions.protocol = {2, GetParam()};
        EngineServer::SetUp();
    }
};

TEST_P(EngineServerOfOldProtocol, IsUnderstood)
{
    EXPECT_EQ(session->pool().negotiated()->protocol, (Version{2, GetParam()}));
    EXPECT_EQ(outputs(session->run(Command{"Get-Thing", {}})).size(), 1u);
}

INSTANTIATE_TEST_SUITE_P(Protocol2, EngineServerOfOldProtocol, testing::Values(1, 2, 3));

} // namespace

} // namespace drydock
