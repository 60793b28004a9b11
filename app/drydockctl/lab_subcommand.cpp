// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "app/drydockctl/lab_subcommand.h"

#include "app/drydockctl/console.h"
#include "app/drydockctl/json_output.h"
#include "app/standard_input.h"

#include <CLI/CLI.hpp>

namespace drydock::ctl {

void LabSubcommand::addOptions(CLI::App& command)
{
    command.add_option("ACTION", m_action, "serve runs a lab until it is terminated; list prints the scenarios.")
        ->required()
        ->check(CLI::IsMember({"serve", "list"}))
        ->option_text("serve|list");
    const auto add = [&command](const char* name, auto& value, const char* kind, const char* text) {
        return command.add_option(name, value, text)->option_text(kind)->take_last();
    };
    add("--scenario", m_scenario, "NAME|FILE", "A built-in scenario, or a JSON file. Default: seed");
    add("--port", m_port, "N", "Port on this machine. Default: the system chooses");
    add("--auth", m_auth, "none|basic|negotiate|kerberos", "How clients prove who they are. Default: basic")
        ->check(CLI::IsMember({"none", "basic", "negotiate", "kerberos"}));
    add("--keytab", m_keytab, "FILE", "With negotiate and kerberos, the key of HTTP/localhost. Default: the system's")
        ->check(CLI::ExistingFile);
    command.add_flag("--allow-ntlm", m_allowNtlm,
                     "With negotiate, accept NTLM too, by the users of the file that NTLM_USER_FILE names.");
    command.add_flag("--password-stdin", m_ownPassword,
                     "Read the users' password from standard input in place of \"practice\".");
    add("--tls", m_tlsFile, "CERT.pem", "Serve over TLS with the certificate and the key that this PEM file holds.")
        ->check(CLI::ExistingFile);
    add("--time-scale", m_timeScale, "X", "How much faster than the clock time goes in the lab. Default: 1");
}

void LabSubcommand::start(const Context& context)
{
    if (m_action == "serve") return serve(context);
    for (const QString& scenario : app::labScenarios())
        printLine(scenario.toStdString());
    end(ExitCode::Done);
}

void LabSubcommand::serve(const Context& context)
{
    app::LabOptions options;
    options.scenario = QString::fromStdString(m_scenario);
    options.port = m_port;
    options.timeScale = QString::fromStdString(m_timeScale).toDouble(); // 0 if it is not a number
    if (!(options.timeScale > 0 && options.timeScale <= 100'000))
        return usage("--time-scale is a number above 0, at most 100000");
    options.scheme = domain::authenticationSchemeOf(m_auth).value_or(ports::AuthenticationScheme::Basic);
    options.keytab = QString::fromStdString(m_keytab);
    options.allowNtlm = m_allowNtlm;
    if (m_ownPassword) options.password = app::passwordFromStandardInput();
    options.tlsPemFile = QString::fromStdString(m_tlsFile);
    const auto lab = context.composition.startLab(std::move(options));
    if (!lab && lab.error().kind == domain::ErrorKind::TlsFailed) return usage("--tls: " + lab.error().detail);
    if (!lab) return fail(lab.error());

    const bool hasPassword = m_auth == "basic" || m_auth == "none";
    printLine(labEvent(*lab, hasPassword && !m_ownPassword));
    m_interrupt = std::make_unique<Interrupt>();
    connect(m_interrupt.get(), &Interrupt::requested, this, [this] { end(ExitCode::Done); });
}

} // namespace drydock::ctl
