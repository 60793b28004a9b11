// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "app/drydockctl/run_subcommand.h"

#include "app/drydockctl/console.h"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace drydock::ctl {

std::string RunSubcommand::name() const { return "run"; }

std::string RunSubcommand::summary() const
{
    return "Puts a server into maintenance, reinstates it, or brings databases home.";
}

void RunSubcommand::addOptions(CLI::App& command)
{
    addRequest(command);
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
    if (context.options.profile.readOnly)
        return fail({domain::ErrorKind::ReadOnly,
                     std::string("run ") + maintenance::toString(request().direction) + " " + request().server.text(),
                     {},
                     0,
                     nullptr});
    if (!prepareNotifier(context)) return;
    request().reason = QString::fromStdString(m_reason);
    request().changeNumber = QString::fromStdString(m_change);
    request().options.moveComment = m_reason;
    if (const auto notBefore = timeOf("--not-before", m_notBefore, context)) connectNotBefore(*notBefore);
    if (ended()) return;
    prepareThen(context, [this, context] { begin(context); });
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
