// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "app/drydockctl/run_subcommand.h"

#include "app/drydockctl/console.h"

#include <CLI/CLI.hpp>
#include <QProcess>

#include <algorithm>

namespace drydock::ctl {

std::string RunSubcommand::name() const { return "run"; }

std::string RunSubcommand::summary() const
{
    return "Puts a server into maintenance, reinstates it, or brings databases home.";
}

void RunSubcommand::addOptions(CLI::App& command)
{
    addRequest(command, Servers::Several);
    command.add_option("--order", m_order, "rolling: in which order. Default: given")
        ->check(CLI::IsMember({"given", "suggested"}))
        ->option_text("given|suggested")
        ->take_last();
    command
        .add_option(
            "--between", m_between,
            "rolling: what happens while a server is in maintenance. wait: the command ends, and `resume` goes "
            "on; reboot: its computer is restarted; own-reboot: the operator restarts it; command: this program "
            "is started on this computer, with the server and the run as last arguments. Default: wait")
        ->option_text("wait|reboot|own-reboot|command:PROGRAM")
        ->take_last();
    command
        .add_option("--health-steady", m_healthSteady,
                    "rolling: how many minutes the group must be healthy before the next server. Default: 5")
        ->check(CLI::Range(0, static_cast<int>(maintenance::CampaignPlan::longestSteady.count())))
        ->type_name("MIN")
        ->take_last();
    command
        .add_option("--on-failure", m_onFailure, "rolling: stop, or bring the server back and skip it. Default: stop")
        ->check(CLI::IsMember({"stop", "skip"}))
        ->option_text("stop|skip")
        ->take_last();
    command.add_option("--reason", m_reason, "Why; kept in the journal and the report.")
        ->type_name("TEXT")
        ->take_last();
    command.add_option("--change", m_change, "Change number; kept in the journal and the report.")
        ->type_name("NUMBER")
        ->take_last();
    command.add_option("--override", m_override, "Go on although this check blocks; repeatable, recorded.")
        ->type_name("CHECK")
        ->allow_extra_args(false);
    command.add_option("--not-before", m_notBefore, "Wait until this time, then check and begin.")
        ->type_name("TIME")
        ->take_last();
    addRunOptions(command, m_format);
}

void RunSubcommand::start(const Context& context)
{
    const std::string verb = rolling() ? "rolling" : maintenance::toString(request().runKind);
    if (context.options.profile.readOnly)
        return fail({domain::ErrorKind::ReadOnly, "run " + verb + " " + request().server.text(), {}, 0, nullptr});
    const auto notBefore = timeOf("--not-before", m_notBefore, context.composition.clock().now());
    if (ended() || !prepareNotifier(context, notBefore.value_or(domain::Time()))) return;
    if (notBefore) connectNotBefore(*notBefore);
    if (rolling()) return startCampaign(context);
    if (servers().size() > 1) return usage("run " + verb + " takes one server");
    if (!m_order.empty() || !m_between.empty() || !m_onFailure.empty() || m_healthSteady)
        return usage("--order, --between, --health-steady and --on-failure are for run rolling");
    request().reason = QString::fromStdString(m_reason);
    request().changeNumber = QString::fromStdString(m_change);
    request().options.moveComment = m_reason;
    prepareThen(context, [this, context] { begin(context); });
}

std::optional<maintenance::CampaignPlan> RunSubcommand::campaignPlan()
{
    const auto refuse = [this](const std::string& why) {
        usage(why);
        return std::optional<maintenance::CampaignPlan>();
    };
    if (!request().options.redirectTarget.empty() || request().reinstate.policy || request().reinstate.moveNow ||
        !request().timeouts.empty())
        return refuse("--target, --restore and --timeout are for a single server");
    maintenance::CampaignPlan plan;
    plan.servers = servers();
    if (m_healthSteady) plan.healthSteady = std::chrono::minutes(*m_healthSteady);
    plan.skipsFailed = m_onFailure == "skip";
    plan.reason = m_reason;
    plan.changeNumber = m_change;
    const auto known = [](const std::string& id) {
        return maintenance::checkIds(maintenance::RunKind::Enter).contains(id) ||
               maintenance::checkIds(maintenance::RunKind::Reinstate).contains(id);
    };
    for (const std::string& id : m_override) {
        if (!known(id)) return refuse("there is no check \"" + id + "\"; `drydockctl check` prints their ids");
        plan.overrides.insert(id);
    }
    constexpr std::string_view command = "command:";
    if (m_between.starts_with(command)) {
        plan.between = maintenance::BetweenKind::Command;
        for (const QString& word : QProcess::splitCommand(QString::fromStdString(m_between.substr(command.size()))))
            plan.program.push_back(word.toStdString());
        if (plan.program.empty()) return refuse("--between command: needs a program");
        return plan;
    }
    const auto between = m_between.empty() ? maintenance::BetweenKind::Wait : maintenance::betweenKindNamed(m_between);
    if (!between || between == maintenance::BetweenKind::Command)
        return refuse("--between is wait, reboot, own-reboot or command:PROGRAM");
    plan.between = *between;
    return plan;
}

void RunSubcommand::startCampaign(const Context& context)
{
    auto plan = campaignPlan();
    if (!plan) return;
    connectThen(context, [this, context, plan = std::move(*plan)](const ports::SessionInfo&) {
        using controllers::CampaignController;
        followCampaign(context, formatOf(m_format));
        connect(&campaign(), &CampaignController::prepareFailed, this,
                [this](const domain::Error& error) { fail(error); });
        connect(&campaign(), &CampaignController::prepared, this, [this] {
            if (ended()) return; // interrupted meanwhile
            if (const auto started = campaign().start(); !started) fail(started.error());
        });
        const bool suggested = m_order == "suggested";
        campaign().prepare(plan, suggested ? CampaignController::Order::Suggested : CampaignController::Order::Given);
    });
}

std::optional<std::set<std::string>> RunSubcommand::overrides()
{
    std::set<std::string> result;
    for (const std::string& id : m_override) {
        const auto& checks = controller().checks();
        const auto check =
            std::find_if(checks.begin(), checks.end(), [&id](const maintenance::Check& one) { return one.id == id; });
        if (check == checks.end()) {
            usage("there is no check \"" + id + "\"; `drydockctl check` prints their ids");
            return {};
        }
        if (!check->overridable && check->result == maintenance::CheckResult::Block) {
            usage("the check \"" + id + "\" cannot be overridden");
            return {};
        }
        if (check->result == maintenance::CheckResult::Block)
            result.insert(check->id);
        else
            printMessage("drydockctl: the check " + check->id + " does not block; there is nothing to override");
    }
    return result;
}

void RunSubcommand::begin(const Context& context)
{
    if (ended()) // interrupted while the plan was made
        return;
    const auto overridden = overrides();
    if (!overridden) return;
    const ExitCode checked = checksExitCode(*overridden);
    if (checked != ExitCode::Done) {
        for (const maintenance::Check& check : controller().checks()) {
            if (check.result == maintenance::CheckResult::Pass) continue;
            const bool ignored = overridden->contains(check.id);
            printMessage(std::string(maintenance::toString(check.result)) + (ignored ? " (overridden)" : "") + ": " +
                         check.id + ": " + printable(check.found.english()));
        }
    }
    if (checked == ExitCode::Blocked || checked == ExitCode::NotPermitted) {
        printMessage("drydockctl: blocked by a pre-flight check; nothing was changed");
        return end(checked);
    }
    follow(context, formatOf(m_format));
    if (const auto started = controller().start(*overridden); !started) fail(started.error());
}

} // namespace drydock::ctl
