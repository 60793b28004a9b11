// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "app/drydockctl/lab_subcommand.h"

#include "app/drydockctl/console.h"
#include "app/standard_input.h"
#include "model/domain/visible_text.h"

#include <CLI/CLI.hpp>
#include <QHostAddress>

namespace drydock::ctl {

void LabSubcommand::addOptions(CLI::App& command)
{
    command
        .add_option("ACTION", m_action,
                    "serve runs a lab until it is terminated; list prints the scenarios; inject arms a fault in a lab "
                    "that runs, disarm takes all back, faults prints them.")
        ->required()
        ->check(CLI::IsMember({"serve", "list", "inject", "disarm", "faults"}))
        ->option_text("serve|list|inject|disarm|faults");
    command.add_option("KIND", m_fault.kind, "With inject, the fault: drop-before, half-answer, quota, ...")
        ->option_text(" ");
    const auto add = [&command](const char* name, auto& value, const char* kind, const char* text) {
        return command.add_option(name, value, text)->option_text(kind)->take_last();
    };
    add("--scenario", m_scenario, "NAME|FILE", "A built-in scenario, or a JSON file. Default: seed");
    add("--port", m_port, "N", "Port on this machine. Default: the system chooses");
    add("--auth", m_auth, "none|basic|certificate|negotiate|kerberos", "How clients prove who they are. Default: basic")
        ->check(CLI::IsMember({"none", "basic", "certificate", "negotiate", "kerberos"}));
    add("--keytab", m_keytab, "FILE", "With negotiate and kerberos, the key of HTTP/localhost. Default: the system's")
        ->check(CLI::ExistingFile);
    command.add_flag("--allow-ntlm", m_allowNtlm,
                     "With negotiate, accept NTLM too, by the users of the file that NTLM_USER_FILE names.");
    command.add_flag("--password-stdin", m_ownPassword,
                     "Read the users' password from standard input in place of \"practice\".");
    add("--tls", m_tlsFile, "CERT.pem", "Serve over TLS with the certificate and the key that this PEM file holds.")
        ->check(CLI::ExistingFile);
    add("--client-ca", m_clientCaFile, "FILE",
        "With --auth certificate, the authorities (PEM) of clients' certificates. Their common name is the user.")
        ->check(CLI::ExistingFile);
    add("--time-scale", m_timeScale, "X", "How much faster than the clock time goes in the lab. Default: 1");
    add("--control", m_controlPort, "PORT",
        "The port on this machine by which faults are armed. Default: there is none");
    add("--operation", m_fault.operation, "NAME", "With inject, what is struck: Create, Command, Receive, ...");
    add("--cmdlet", m_fault.cmdlet, "NAME", "With inject, the cmdlet that is struck. Default: any");
    add("--server", m_fault.server, "NAME", "With inject, the server that is struck. Default: any");
    add("--database", m_fault.database, "NAME", "With inject, the database that is struck. Default: any");
    add("--skip", m_fault.skip, "N", "With inject, how many are spared first. Default: 0");
    add("--count", m_fault.count, "N", "With inject, how often it strikes. Default: 1");
    command.add_flag("--always", m_fault.always, "With inject, strike until disarmed.");
    add("--delay", m_fault.delay, "SECONDS", "With inject, how late, or for how long. Default: 0");
    add("--at", m_fault.at, "SECONDS", "With inject reboot, how long from now. Default: 0");
    add("--message", m_fault.message, "TEXT", "With inject refuse and beside, the text of the error.");
}

void LabSubcommand::start(const Context& context)
{
    if (m_action == "serve") return serve(context);
    if (m_action == "inject" && m_fault.kind.empty()) return usage("inject needs the kind of the fault");
    if (m_action == "inject") return order(injectOrder(m_fault));
    if (m_action == "disarm") return order(R"({"disarm":true})");
    if (m_action == "faults") return order("{}");
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
    if ((m_auth == "certificate") != !m_clientCaFile.empty() || (m_auth == "certificate" && m_tlsFile.empty()))
        return usage("--auth certificate goes with --client-ca and --tls");
    options.keytab = QString::fromStdString(m_keytab);
    options.allowNtlm = m_allowNtlm;
    if (m_ownPassword) options.password = app::passwordFromStandardInput();
    options.tlsPemFile = QString::fromStdString(m_tlsFile);
    options.controlPort = m_controlPort;
    options.clientCaFile = QString::fromStdString(m_clientCaFile);
    const auto lab = context.composition.startLab(std::move(options));
    if (!lab && lab.error().kind == domain::ErrorKind::TlsFailed) return usage("--tls: " + lab.error().detail);
    if (!lab) return fail(lab.error());

    const bool hasPassword = m_auth == "basic" || m_auth == "none";
    printLine(labEvent(*lab, hasPassword && !m_ownPassword));
    m_interrupt = std::make_unique<Interrupt>();
    connect(m_interrupt.get(), &Interrupt::requested, this, [this] { end(ExitCode::Done); });
}

void LabSubcommand::order(const std::string& line)
{
    if (!m_controlPort.value_or(0)) return usage(m_action + " needs --control PORT of the lab that runs");
    m_control = std::make_unique<QTcpSocket>();
    connect(m_control.get(), &QTcpSocket::connected, this,
            [this, line] { m_control->write(QByteArray::fromStdString(line + "\n")); });
    connect(m_control.get(), &QTcpSocket::readyRead, this, &LabSubcommand::takeAnswer);
    connect(m_control.get(), &QTcpSocket::errorOccurred, this, [this] {
        fail({domain::ErrorKind::Unreachable, "ask 127.0.0.1:" + std::to_string(*m_controlPort),
              m_control->errorString().toStdString(), 0, nullptr});
    });
    m_control->connectToHost(QHostAddress(QHostAddress::LocalHost), *m_controlPort);
}

void LabSubcommand::takeAnswer()
{
    if (!m_control->canReadLine()) return;
    const auto answer = domain::visibleJson(m_control->readLine().trimmed().toStdString());
    if (answer.starts_with(R"({"error")")) return usage(answer);
    printLine(answer);
    end(ExitCode::Done);
}

} // namespace drydock::ctl
