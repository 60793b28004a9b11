// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "app/launch_options.h"

#include "model/domain/exchange_address.h"

#include <CLI/CLI.hpp>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QStringList>
#include <QUrl>

#include <utility>

namespace drydock::app {
namespace {

using domain::ErrorKind;
using domain::fail;
using ports::AuthenticationScheme;

domain::Failure usage(const QString& what, const QString& detail)
{
    return fail(ErrorKind::Usage, what.toStdString(), detail.toStdString());
}

domain::Result<> checkUrl(const QString& option, const QString& text, AuthenticationScheme scheme)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool web = url.scheme() == QStringLiteral("http") || url.scheme() == QStringLiteral("https");
    if (!url.isValid() || !web || url.host().isEmpty())
        return usage(option, QStringLiteral("not an http or https URL: ") + text);
    if (!url.userInfo().isEmpty())
        return usage(option, QStringLiteral("a URL holds no user and no password: use --user"));
    switch (domain::schemeUse(scheme, url.host().toStdString(), url.scheme() == QStringLiteral("https"))) {
    case domain::SchemeUse::NeedsTls:
        return usage(option, QStringLiteral("--auth basic needs https, or a server on this machine: ") + text);
    case domain::SchemeUse::NeedsLoopback:
        return usage(option, QStringLiteral("--auth none is for a server on this machine only: ") + text);
    case domain::SchemeUse::Allowed:
        break;
    }
    return {};
}

domain::Result<> readNodes(const std::vector<std::string>& entries, ports::ConnectionProfile& profile)
{
    for (const std::string& one : entries) {
        const QString entry = QString::fromStdString(one);
        const qsizetype at = entry.indexOf(QLatin1Char('='));
        if (at < 1) return usage(QStringLiteral("--node"), QStringLiteral("expected NAME=URL: ") + entry);
        const QString url = entry.mid(at + 1);
        if (auto good = checkUrl(QStringLiteral("--node"), url, profile.scheme); !good) return good;
        profile.nodeUrls.insert(entry.left(at), url);
    }
    return {};
}

domain::Result<> readConnection(const LaunchArguments& arguments, LaunchOptions& options)
{
    ports::ConnectionProfile& profile = options.profile;
    const auto chosen = domain::authenticationSchemeOf(arguments.auth);
    if (!chosen)
        return usage(QStringLiteral("--auth"), QStringLiteral("kerberos, negotiate, basic or none, not ") +
                                                   QString::fromStdString(arguments.auth));
    profile.scheme = *chosen;
    profile.allowNtlm = arguments.allowNtlm;
    if (profile.allowNtlm && profile.scheme != AuthenticationScheme::Negotiate)
        return usage(QStringLiteral("--allow-ntlm"), QStringLiteral("goes with --auth negotiate only"));
    profile.user = QString::fromStdString(arguments.user);
    profile.spn = QString::fromStdString(arguments.spn);
    profile.caFile = QString::fromStdString(arguments.ca);
    for (const auto& domain : arguments.trustedDomains)
        profile.trustedDomains.append(QString::fromStdString(domain));
    profile.readOnly = arguments.readOnly;
    profile.nodeUrlTemplate = QString::fromStdString(arguments.nodeUrl);
    profile.pinnedCertificate = QString::fromStdString(arguments.pin).remove(QLatin1Char(':')).toLower();
    static const QRegularExpression sha256(QStringLiteral("^[0-9a-f]{64}$"));
    if (!profile.pinnedCertificate.isEmpty() && !sha256.match(profile.pinnedCertificate).hasMatch())
        return usage(QStringLiteral("--pin"), QStringLiteral("expected a SHA-256 fingerprint, 64 hexadecimal digits"));
    if (!profile.caFile.isEmpty() && !QFileInfo(profile.caFile).isReadable())
        return usage(QStringLiteral("--ca"), QStringLiteral("cannot be read: ") + profile.caFile);
    options.explicitConnection = arguments.connect.has_value();
    if (!options.explicitConnection) return {};
    profile.url = QString::fromStdString(domain::completeExchangeAddress(*arguments.connect, profile.scheme));
    profile.name = QUrl(profile.url).host();
    if (auto good = checkUrl(QStringLiteral("--connect"), profile.url, profile.scheme); !good) return good;
    return readNodes(arguments.nodes, profile);
}

domain::Result<> readLogLevels(const std::vector<std::string>& entries, LaunchOptions& options)
{
    static const QStringList levels{QStringLiteral("trace"),   QStringLiteral("debug"), QStringLiteral("info"),
                                    QStringLiteral("warning"), QStringLiteral("error"), QStringLiteral("off")};
    for (const std::string& one : entries) {
        const QString entry = QString::fromStdString(one);
        const qsizetype at = entry.indexOf(QLatin1Char('='));
        const QString level = entry.mid(at + 1);
        if (at < 1 || !levels.contains(level))
            return usage(QStringLiteral("--log-level"), QStringLiteral("expected CATEGORY=LEVEL with LEVEL one of ") +
                                                            levels.join(QStringLiteral(", ")) + QStringLiteral(": ") +
                                                            entry);
        options.logLevels.insert(entry.left(at), level);
    }
    return {};
}

} // namespace

void addConnectionOptions(CLI::App& command, LaunchArguments& arguments)
{
    std::string group = "Connection";
    const auto add = [&](const char* name, auto& value, const std::string& kind, const char* text) {
        return command.add_option(name, value, text)->type_name(kind)->option_text(kind)->group(group)->take_last();
    };
    const auto addFlag = [&](const char* name, bool& value, const char* text) {
        command.add_flag(name, value, text)->group(group);
    };
    auto* profile = add("--profile", arguments.profile, "NAME", "A saved connection.");
    auto* lab = add("--lab", arguments.lab, "[SCENARIO]",
                    "Start the built-in lab in this process and connect to it. Default: seed")
                    ->expected(0, 1)
                    ->default_str(defaultScenario);
    auto* connect = add("--connect", arguments.connect, "URL|NAME",
                        "Exchange endpoint; mail2.contoso.com stands for http://mail2.contoso.com/PowerShell/");
    profile->excludes(lab, connect);
    lab->excludes(connect);
    addFlag("--read-only", arguments.readOnly,
            "Send nothing but Get- and Test- cmdlets and Search-AdminAuditLog, whatever the role grants.");
    add("--record", arguments.record, "FILE", "Record the wire, redacted, in the replayable format.");
    addFlag("--password-stdin", arguments.passwordFromStdin,
            "Read the password from the first line of standard input.");
    // A saved connection and the lab have settings of their own for these.
    group = "With --connect only";
    for (CLI::Option* companion :
         {add("--node-url", arguments.nodeUrl, "TEMPLATE",
              "Node endpoint of a server; {fqdn} and {name} are replaced. Default: http://{fqdn}:5985/wsman"),
          command.add_option("--node", arguments.nodes, "The node endpoint of one server; repeatable.")
              ->type_name("NAME=URL")
              ->option_text("NAME=URL")
              ->group(group)
              ->allow_extra_args(false),
          command
              .add_option("--trust-domain", arguments.trustedDomains,
                          "A server may name hosts in this DNS domain too, which get user and password; repeatable. "
                          "Default: the domain of the URL's host only")
              ->type_name("DOMAIN")
              ->option_text("DOMAIN")
              ->group(group)
              ->allow_extra_args(false),
          add("--auth", arguments.auth, "kerberos|negotiate|basic|none",
              "basic goes over TLS, or to this machine; none to this machine only. Default: kerberos"),
          command
              .add_flag("--allow-ntlm", arguments.allowNtlm,
                        "Let negotiate use NTLM, which does not prove the server, where Kerberos cannot be used.")
              ->group(group),
          add("--user", arguments.user, "NAME", "DOMAIN\\user or user@domain; without it the logon session."),
          add("--spn", arguments.spn, "SERVICE/HOST", "Service principal name in place of HTTP/HOST."),
          add("--pin", arguments.pin, "SHA256", "Accept exactly the certificate with this fingerprint."),
          add("--ca", arguments.ca, "FILE", "Extra trust anchors (PEM).")}) {
        companion->excludes(profile, lab);
        companion->needs(connect);
    }
}

void addLoggingOptions(CLI::App& command, LaunchArguments& arguments)
{
    const char* group = "Logging and data";
    command.add_option("--data-dir", arguments.dataDir, "Settings and journals. Default: the platform's place")
        ->type_name("DIR")
        ->group(group)
        ->take_last();
    command.add_option("--log-level", arguments.logLevels, "What is logged; repeatable. Default: *=info")
        ->type_name("CATEGORY=LEVEL")
        ->option_text("CATEGORY=LEVEL")
        ->group(group)
        ->allow_extra_args(false);
    command.add_option("--log-file", arguments.logFile, "Log to this file as well.")
        ->type_name("FILE")
        ->group(group)
        ->take_last();
}

domain::Result<LaunchOptions> launchOptions(const LaunchArguments& arguments)
{
    LaunchOptions options;
    options.dataDir =
        QDir(arguments.dataDir.empty() ? QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation)
                                       : QString::fromStdString(arguments.dataDir))
            .absolutePath();
    options.logFile = QString::fromStdString(arguments.logFile);
    if (auto good = readLogLevels(arguments.logLevels, options); !good) return fail(good.error());
    options.profileName = QString::fromStdString(arguments.profile);
    options.labScenario = QString::fromStdString(arguments.lab);
    options.recordFile = QString::fromStdString(arguments.record);
    options.passwordFromStdin = arguments.passwordFromStdin;
    if (auto good = readConnection(arguments, options); !good) return fail(good.error());
    return options;
}

} // namespace drydock::app
