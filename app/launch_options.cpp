// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "app/launch_options.h"

#include "app/data_folder.h"
#include "model/domain/exchange_address.h"
#include "remoting/exchange/public_suffix.h"

#include <CLI/CLI.hpp>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
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
        return usage(option, scheme == AuthenticationScheme::Certificate
                                 ? QStringLiteral("--auth certificate needs https: ") + text
                                 : QStringLiteral("--auth basic needs https, or a server on this machine: ") + text);
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

// "SHA256" is of the host of the connection's own URL, "HOST=SHA256" of another.
domain::Result<> readPins(const std::vector<std::string>& entries, ports::ConnectionProfile& profile)
{
    static const QRegularExpression sha256(QStringLiteral("^[0-9a-f]{64}$"));
    for (const std::string& one : entries) {
        const QString entry = QString::fromStdString(one);
        const qsizetype at = entry.indexOf(QLatin1Char('='));
        const QString pin = entry.mid(at + 1).remove(QLatin1Char(':')).toLower();
        if (!sha256.match(pin).hasMatch())
            return usage(QStringLiteral("--pin"),
                         QStringLiteral("expected a SHA-256 fingerprint, 64 hexadecimal digits, or HOST=SHA256"));
        if (at > 0)
            profile.pins.insert(entry.left(at).toLower(), pin);
        else
            profile.pinnedCertificate = pin;
    }
    return {};
}

domain::Result<> readTrustedDomains(const std::vector<std::string>& entries, ports::ConnectionProfile& profile)
{
    if (!entries.empty()) profile.trustedDomains.clear();
    for (const auto& one : entries) {
        const auto domain = QString::fromStdString(one);
        if (exchange::isPublicSuffix(domain))
            return usage(QStringLiteral("--trust-domain"),
                         QStringLiteral("anybody may have a host in it, so it cannot be trusted: ") + domain);
        profile.trustedDomains.append(domain);
    }
    return {};
}

// Returns whether the options of the profile fit together.
domain::Result<> checkTogether(const ports::ConnectionProfile& profile)
{
    const bool certificate = domain::takesClientCertificate(profile.scheme);
    if (profile.allowNtlm && !domain::mayUseNtlm(profile.scheme))
        return usage(QStringLiteral("--allow-ntlm"), QStringLiteral("goes with --auth negotiate only"));
    if (certificate != !profile.clientCertificate.isEmpty())
        return usage(QStringLiteral("--client-cert"), QStringLiteral("goes with --auth certificate, which needs it"));
    if (!profile.clientKey.isEmpty() && !certificate)
        return usage(QStringLiteral("--client-key"), QStringLiteral("goes with --client-cert only"));
    if (!profile.keytab.isEmpty() && (!domain::usesContext(profile.scheme) || profile.user.isEmpty()))
        return usage(QStringLiteral("--keytab"), QStringLiteral("goes with --auth kerberos or negotiate, and --user"));
    if (!profile.nodeUser.isEmpty() && !domain::takesUser(profile.scheme))
        return usage(QStringLiteral("--node-user"), QStringLiteral("goes with --auth kerberos, negotiate or basic"));
    for (const auto& [option, file] :
         {std::pair{"--ca", profile.caFile}, std::pair{"--keytab", profile.keytab},
          std::pair{"--client-cert", profile.clientCertificate}, std::pair{"--client-key", profile.clientKey}})
        if (!file.isEmpty() && !QFileInfo(file).isReadable())
            return usage(QString::fromLatin1(option), QStringLiteral("cannot be read: ") + file);
    return {};
}

void set(QString& value, const std::optional<std::string>& given)
{
    if (given) value = QString::fromStdString(*given);
}

// Puts what was given in place of what the profile has.
domain::Result<> readConnection(const LaunchArguments& arguments, ports::ConnectionProfile& profile)
{
    if (arguments.auth) {
        const auto chosen = domain::authenticationSchemeOf(*arguments.auth);
        if (!chosen)
            return usage(QStringLiteral("--auth"),
                         QStringLiteral("kerberos, negotiate, basic, certificate or none, not ") +
                             QString::fromStdString(*arguments.auth));
        // What a saved connection has for another scheme is left out.
        if (!domain::takesClientCertificate(*chosen)) {
            profile.clientCertificate.clear();
            profile.clientKey.clear();
        }
        if (!domain::usesContext(*chosen)) profile.keytab.clear();
        if (!domain::takesUser(*chosen)) profile.nodeUser.clear();
        profile.scheme = *chosen;
        profile.allowNtlm = false; // a consent to another scheme
    }
    profile.allowNtlm = profile.allowNtlm || arguments.allowNtlm;
    set(profile.user, arguments.user);
    set(profile.nodeUser, arguments.nodeUser);
    set(profile.keytab, arguments.keytab);
    set(profile.clientCertificate, arguments.clientCertificate);
    set(profile.clientKey, arguments.clientKey);
    set(profile.spn, arguments.spn);
    set(profile.caFile, arguments.ca);
    set(profile.nodeUrlTemplate, arguments.nodeUrl);
    set(profile.clientUrlTemplate, arguments.clientUrl);
    profile.readOnly = profile.readOnly || arguments.readOnly;
    DRYDOCK_TRY_VOID(readTrustedDomains(arguments.trustedDomains, profile));
    DRYDOCK_TRY_VOID(readPins(arguments.pins, profile));
    DRYDOCK_TRY_VOID(checkTogether(profile));
    if (profile.url.isEmpty()) return {};
    DRYDOCK_TRY_VOID(checkUrl(QStringLiteral("--connect"), profile.url, profile.scheme));
    return readNodes(arguments.nodes, profile);
}

// Returns the first option that describes a connection, of those that were given; empty without any.
QString firstOfConnection(const LaunchArguments& arguments)
{
    for (const auto& [option, given] :
         {std::pair{"--node-url", arguments.nodeUrl.has_value()}, std::pair{"--node", !arguments.nodes.empty()},
          std::pair{"--client-url", arguments.clientUrl.has_value()},
          std::pair{"--trust-domain", !arguments.trustedDomains.empty()},
          std::pair{"--auth", arguments.auth.has_value()}, std::pair{"--allow-ntlm", arguments.allowNtlm},
          std::pair{"--user", arguments.user.has_value()}, std::pair{"--node-user", arguments.nodeUser.has_value()},
          std::pair{"--keytab", arguments.keytab.has_value()},
          std::pair{"--client-cert", arguments.clientCertificate.has_value()},
          std::pair{"--client-key", arguments.clientKey.has_value()}, std::pair{"--spn", arguments.spn.has_value()},
          std::pair{"--pin", !arguments.pins.empty()}, std::pair{"--ca", arguments.ca.has_value()}})
        if (given) return QString::fromLatin1(option);
    return {};
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
    addFlag("--node-password-stdin", arguments.nodePasswordFromStdin,
            "Read the password of --node-user from standard input too, its second line with --password-stdin.");
    // The lab has settings of its own for these. With a saved connection they replace its own for this start.
    group = "With --connect or --profile";
    for (CLI::Option* companion :
         {add("--node-url", arguments.nodeUrl, "TEMPLATE",
              "Node endpoint of a server; {fqdn} and {name} are replaced. Default: http://{fqdn}:5985/wsman"),
          command.add_option("--node", arguments.nodes, "The node endpoint of one server; repeatable.")
              ->type_name("NAME=URL")
              ->option_text("NAME=URL")
              ->group(group)
              ->allow_extra_args(false),
          add("--client-url", arguments.clientUrl, "TEMPLATE",
              "Where clients find a server, for its health checks; {fqdn} and {name} are replaced. Default: "
              "https://{fqdn}"),
          command
              .add_option("--trust-domain", arguments.trustedDomains,
                          "A server may name hosts in this DNS domain too, which get user and password; repeatable. "
                          "Default: the domain of the URL's host only")
              ->type_name("DOMAIN")
              ->option_text("DOMAIN")
              ->group(group)
              ->allow_extra_args(false),
          add("--auth", arguments.auth, "kerberos|negotiate|basic|certificate|none",
              "basic goes over TLS, or to this machine; certificate over TLS; none to this machine only. Default: "
              "kerberos"),
          command
              .add_flag("--allow-ntlm", arguments.allowNtlm,
                        "Let negotiate use NTLM, which does not prove the server, where Kerberos cannot be used.")
              ->group(group),
          add("--user", arguments.user, "NAME", "DOMAIN\\user or user@domain; without it the logon session."),
          add("--node-user", arguments.nodeUser, "NAME", "The user of the node endpoints. Default: that of --user"),
          add("--keytab", arguments.keytab, "FILE", "Kerberos: the key of --user, in place of a password."),
          add("--client-cert", arguments.clientCertificate, "FILE",
              "With --auth certificate, the certificate: PEM, or PKCS#12 with its key."),
          add("--client-key", arguments.clientKey, "FILE",
              "The certificate's key in PEM, where it is in another file."),
          add("--spn", arguments.spn, "SERVICE/HOST", "Service principal name in place of HTTP/HOST."),
          command
              .add_option("--pin", arguments.pins,
                          "Accept exactly the certificate with this fingerprint, of the URL's host or of HOST; "
                          "repeatable.")
              ->type_name("[HOST=]SHA256")
              ->option_text("[HOST=]SHA256")
              ->group(group)
              ->allow_extra_args(false),
          add("--ca", arguments.ca, "FILE", "Extra trust anchors (PEM).")}) {
        companion->excludes(lab);
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
        QDir(arguments.dataDir.empty() ? defaultDataFolder(programFolder()) : QString::fromStdString(arguments.dataDir))
            .absolutePath();
    options.logFile = QString::fromStdString(arguments.logFile);
    if (auto good = readLogLevels(arguments.logLevels, options); !good) return fail(good.error());
    options.profileName = QString::fromStdString(arguments.profile);
    options.labScenario = QString::fromStdString(arguments.lab);
    options.recordFile = QString::fromStdString(arguments.record);
    options.passwordFromStdin = arguments.passwordFromStdin;
    options.nodePasswordFromStdin = arguments.nodePasswordFromStdin;
    options.given = arguments;
    options.profile.readOnly = arguments.readOnly;
    options.explicitConnection = arguments.connect.has_value();
    if (options.explicitConnection) {
        ports::ConnectionProfile& profile = options.profile;
        const auto scheme = domain::authenticationSchemeOf(arguments.auth.value_or(""));
        profile.url = QString::fromStdString(
            domain::completeExchangeAddress(*arguments.connect, scheme.value_or(profile.scheme)));
        profile.name = QUrl(profile.url).host();
        DRYDOCK_TRY_VOID(readConnection(arguments, profile));
    } else if (const auto companion = firstOfConnection(arguments);
               options.profileName.isEmpty() && !companion.isEmpty()) {
        return usage(companion, QStringLiteral("goes with --connect or --profile"));
    }
    return options;
}

domain::Result<ports::ConnectionProfile> LaunchOptions::over(ports::ConnectionProfile saved) const
{
    DRYDOCK_TRY_VOID(readConnection(given, saved));
    return saved;
}

} // namespace drydock::app
