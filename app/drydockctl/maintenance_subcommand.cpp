// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "app/drydockctl/maintenance_subcommand.h"

#include "app/drydockctl/console.h"
#include "model/maintenance/step_timeouts.h"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace drydock::ctl {

using controllers::MaintenanceController;
using maintenance::Check;
using maintenance::CheckResult;

namespace {

// Reads "policy=IntrasiteOnly" or "movenow=off" into the options. Returns what is wrong, empty when nothing is.
std::string readRestored(const std::string& text, maintenance::ReinstateOptions& options)
{
    constexpr const char* expected =
        "is policy=Unrestricted, policy=IntrasiteOnly, policy=Blocked, movenow=on or movenow=off";
    const auto at = text.find('=');
    const auto key = text.substr(0, at);
    const auto value = at == std::string::npos ? std::string() : text.substr(at + 1);
    if (domain::equalsIgnoringCase(key, "policy")) {
        const auto policy = domain::autoActivationPolicy(value);
        if (policy.value == domain::AutoActivationPolicy::Unknown) return expected;
        options.policy = policy.value;
        return {};
    }
    const bool on = domain::equalsIgnoringCase(value, "on");
    if (!domain::equalsIgnoringCase(key, "movenow") || (!on && !domain::equalsIgnoringCase(value, "off")))
        return expected;
    options.moveNow = on;
    return {};
}

// Reads "move-databases=40". Returns what is wrong, empty when nothing is.
std::string readTimeout(const std::string& text, std::map<maintenance::StepKind, domain::Duration>& timeouts)
{
    const auto at = text.find('=');
    const auto kind = maintenance::stepKindNamed(text.substr(0, at));
    if (!kind) return "there is no step \"" + text.substr(0, at) + "\"";
    bool isNumber = false;
    const auto minutes = QString::fromStdString(at == std::string::npos ? "" : text.substr(at + 1)).toInt(&isNumber);
    if (!isNumber || minutes < 1 || minutes > maintenance::maxTimeout.count())
        return "is STEP=MIN, with 1 to " + std::to_string(maintenance::maxTimeout.count()) + " minutes";
    timeouts[*kind] = std::chrono::minutes(minutes);
    return {};
}

} // namespace

void MaintenanceSubcommand::addRequest(CLI::App& command, Servers servers)
{
    const auto isNotEmpty = [](const std::string& text) {
        return text.find_first_not_of(" \t") == std::string::npos ? std::string("must not be empty") : std::string();
    };
    const auto isFullyQualified = [](const std::string& name) {
        return name == "-" || name.find('.') != std::string::npos
                   ? std::string()
                   : std::string("must be a fully qualified name, like mail2.contoso.com, or -");
    };
    std::vector<std::string> runKinds{"enter", "leave", "reinstate", "reboot", "rebalance"};
    std::string help =
        "enter puts the server into maintenance; leave, or reinstate, brings it back; reboot restarts its "
        "computer meanwhile; rebalance brings the databases of its group home to their preferred servers.";
    if (servers == Servers::Several) {
        runKinds.emplace_back("rolling");
        help += " rolling does it all with several servers, one after another.";
    }
    command
        .add_option_function<std::string>(
            "DIRECTION",
            [this](const std::string& word) {
                m_request.runKind = maintenance::runKindNamed(word).value_or(maintenance::RunKind::Reinstate);
                m_rolling = word == "rolling";
            },
            help)
        ->required()
        ->check(CLI::IsMember(runKinds))
        ->option_text(CLI::detail::join(runKinds, "|"));
    auto* names = command
                      .add_option_function<std::vector<std::string>>(
                          "SERVER", [this](const std::vector<std::string>& typed) { takeServers(typed); },
                          "The server, by its short or full name.")
                      ->required()
                      ->check(isNotEmpty)
                      ->option_text(servers == Servers::Several ? "..." : " ");
    if (servers == Servers::One) names->expected(1);
    command
        .add_option(
            "--target", m_request.options.redirectTarget,
            "Where queued mail goes first: the full name of a member, or - for nowhere. Default: the suggested one")
        ->check(isFullyQualified)
        ->type_name("FQDN")
        ->take_last();
    command
        .add_option_function<std::vector<std::string>>(
            "--restore",
            [this](const std::vector<std::string>& choices) {
                for (const std::string& choice : choices)
                    if (const auto wrong = readRestored(choice, m_request.reinstate); !wrong.empty())
                        throw CLI::ValidationError("--restore", wrong);
            },
            "What a reinstate sets where no record of the maintenance is found; repeatable: "
            "policy=Unrestricted|IntrasiteOnly|Blocked, movenow=on|off.")
        ->type_name("KEY=VALUE")
        ->allow_extra_args(false);
    command
        .add_option_function<std::vector<std::string>>(
            "--timeout",
            [this](const std::vector<std::string>& choices) {
                for (const std::string& choice : choices)
                    if (const auto wrong = readTimeout(choice, m_request.timeouts); !wrong.empty())
                        throw CLI::ValidationError("--timeout", wrong);
            },
            "How many minutes the step may take before it asks; repeatable. `drydockctl plan` prints the steps.")
        ->type_name("STEP=MIN")
        ->allow_extra_args(false);
}

void MaintenanceSubcommand::takeServers(const std::vector<std::string>& typed)
{
    m_servers.clear();
    for (const std::string& name : typed)
        m_servers.emplace_back(QString::fromStdString(name).trimmed().toStdString());
    const auto first = QString::fromStdString(typed.front()).trimmed().toStdString();
    m_request.server = m_servers.front();
    if (first.find('.') != std::string::npos) m_request.fqdn = first;
}

void MaintenanceSubcommand::makeController(const Context& context)
{
    m_controller =
        std::make_unique<MaintenanceController>(gateway(), context.composition.journals(), context.composition.clock());
}

void MaintenanceSubcommand::prepareThen(const Context& context, Prepared prepared)
{
    connectThen(context, [this, context, prepared = std::move(prepared)](const ports::SessionInfo& connected) {
        m_info = connected;
        makeController(context);
        connect(m_controller.get(), &MaintenanceController::prepareFailed, this,
                [this](const domain::Error& error) { fail(error); });
        connect(m_controller.get(), &MaintenanceController::prepared, this, prepared);
        m_controller->prepare(m_request);
    });
}

ExitCode MaintenanceSubcommand::checksExitCode(const std::set<std::string>& overrides) const
{
    const auto& checks = m_controller->checks();
    const bool notPermitted = std::any_of(checks.begin(), checks.end(), [&](const Check& check) {
        return check.id == "cmdlets-granted" && check.result == CheckResult::Block && !overrides.contains(check.id);
    });
    if (notPermitted) return ExitCode::NotPermitted;
    switch (maintenance::overall(checks, overrides)) {
    case CheckResult::Pass:
        return ExitCode::Done;
    case CheckResult::Warn:
        return ExitCode::Warnings;
    case CheckResult::Block:
        break;
    }
    return ExitCode::Blocked;
}

} // namespace drydock::ctl
