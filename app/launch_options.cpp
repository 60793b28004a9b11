#include "app/launch_options.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QUrl>

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

domain::Result<> readNodes(const QCommandLineParser& parser, ports::ConnectionProfile& profile)
{
    for (const QString& entry : parser.values(QStringLiteral("node"))) {
        const qsizetype at = entry.indexOf(QLatin1Char('='));
        if (at < 1) return usage(QStringLiteral("--node"), QStringLiteral("expected NAME=URL: ") + entry);
        const QString url = entry.mid(at + 1);
        if (auto good = checkUrl(QStringLiteral("--node"), url, profile.scheme); !good) return good;
        profile.nodeUrls.insert(entry.left(at), url);
    }
    return {};
}

domain::Result<> readConnection(const QCommandLineParser& parser, LaunchOptions& options)
{
    ports::ConnectionProfile& profile = options.profile;
    const auto chosen = domain::authenticationSchemeOf(parser.value(QStringLiteral("auth")).toStdString());
    if (!chosen)
        return usage(QStringLiteral("--auth"),
                     QStringLiteral("kerberos, negotiate, basic or none, not ") + parser.value(QStringLiteral("auth")));
    profile.scheme = *chosen;
    profile.user = parser.value(QStringLiteral("user"));
    profile.spn = parser.value(QStringLiteral("spn"));
    profile.caFile = parser.value(QStringLiteral("ca"));
    profile.readOnly = parser.isSet(QStringLiteral("read-only"));
    profile.nodeUrlTemplate = parser.value(QStringLiteral("node-url"));
    profile.pinnedCertificate = parser.value(QStringLiteral("pin")).remove(QLatin1Char(':')).toLower();
    static const QRegularExpression sha256(QStringLiteral("^[0-9a-f]{64}$"));
    if (!profile.pinnedCertificate.isEmpty() && !sha256.match(profile.pinnedCertificate).hasMatch())
        return usage(QStringLiteral("--pin"), QStringLiteral("expected a SHA-256 fingerprint, 64 hexadecimal digits"));
    if (!profile.caFile.isEmpty() && !QFileInfo(profile.caFile).isReadable())
        return usage(QStringLiteral("--ca"), QStringLiteral("cannot be read: ") + profile.caFile);
    options.explicitConnection = parser.isSet(QStringLiteral("connect"));
    if (!options.explicitConnection) return {};
    profile.url = parser.value(QStringLiteral("connect"));
    profile.name = QUrl(profile.url).host();
    if (auto good = checkUrl(QStringLiteral("--connect"), profile.url, profile.scheme); !good) return good;
    return readNodes(parser, profile);
}

domain::Result<> readLogging(const QCommandLineParser& parser, LaunchOptions& options)
{
    static const QStringList levels{QStringLiteral("trace"),   QStringLiteral("debug"), QStringLiteral("info"),
                                    QStringLiteral("warning"), QStringLiteral("error"), QStringLiteral("off")};
    for (const QString& entry : parser.values(QStringLiteral("log-level"))) {
        const qsizetype at = entry.indexOf(QLatin1Char('='));
        const QString level = entry.mid(at + 1);
        if (at < 1 || !levels.contains(level))
            return usage(QStringLiteral("--log-level"), QStringLiteral("expected CATEGORY=LEVEL with LEVEL one of ") +
                                                            levels.join(QStringLiteral(", ")) + QStringLiteral(": ") +
                                                            entry);
        options.logLevels.insert(entry.left(at), level);
    }
    options.logFile = parser.value(QStringLiteral("log-file"));
    return {};
}

} // namespace

QStringList withLabValue(const QStringList& arguments, const QStringList& scenarios)
{
    QStringList result;
    for (qsizetype at = 0; at < arguments.size(); ++at) {
        if (arguments[at] != QStringLiteral("--lab")) {
            result.append(arguments[at]);
            continue;
        }
        const QString next = at + 1 < arguments.size() ? arguments[at + 1] : QString();
        const bool isScenario =
            scenarios.contains(next) || (next.endsWith(QStringLiteral(".json")) && QFileInfo::exists(next));
        result.append(QStringLiteral("--lab=") + (isScenario ? next : QStringLiteral("seed")));
        at += isScenario ? 1 : 0;
    }
    return result;
}

void addConnectionOptions(QCommandLineParser& parser)
{
    const auto add = [&parser](const char* name, const char* text, const char* value = "", const char* preset = "") {
        parser.addOption({QString::fromLatin1(name), QString::fromLatin1(text), QString::fromLatin1(value),
                          QString::fromLatin1(preset)});
    };
    add("profile", "A saved connection.", "NAME");
    add("connect", "Exchange endpoint, e.g. http://mail2.contoso.com/PowerShell", "URL");
    add("node-url", "Node endpoint of a server; {fqdn} and {name} are replaced. Default: http://{fqdn}:5985/wsman",
        "TEMPLATE", "http://{fqdn}:5985/wsman");
    add("node", "The node endpoint of one server (repeatable).", "NAME=URL");
    add("auth",
        "kerberos, negotiate, basic (over TLS, or to this machine) or none (to this machine only). Default: kerberos",
        "SCHEME", "kerberos");
    add("user", "DOMAIN\\user or user@domain; without it the logon session.", "NAME");
    add("spn", "Service principal name instead of HTTP/HOST.", "SERVICE/HOST");
    add("pin", "Accept exactly the certificate with this SHA-256 fingerprint.", "SHA256");
    add("ca", "Extra trust anchors (PEM).", "FILE");
    add("read-only", "Send nothing but Get- and Test- cmdlets, whatever the role grants.");
    add("lab", "Start the built-in lab in this process and connect to it. SCENARIO may be left out.", "SCENARIO");
    add("record", "Record the wire, redacted, in the replayable format.", "FILE");
    add("password-stdin", "Read the password from the first line of standard input.");
}

void addLoggingOptions(QCommandLineParser& parser)
{
    parser.addOption({QStringLiteral("data-dir"),
                      QStringLiteral("Settings, journals, logs and reports. Default: the platform's places"),
                      QStringLiteral("DIR")});
    parser.addOption({QStringLiteral("log-level"), QStringLiteral("What is logged; repeatable. Default: *=info"),
                      QStringLiteral("CATEGORY=LEVEL")});
    parser.addOption({QStringLiteral("log-file"), QStringLiteral("Log to this file as well."), QStringLiteral("FILE")});
}

domain::Result<LaunchOptions> readLaunchOptions(const QCommandLineParser& parser, bool connects)
{
    LaunchOptions options;
    const QString dataDir = parser.value(QStringLiteral("data-dir"));
    options.dataDir =
        QDir(dataDir.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) : dataDir)
            .absolutePath();
    if (auto good = readLogging(parser, options); !good) return fail(good.error());
    if (!connects) return options;
    options.profileName = parser.value(QStringLiteral("profile"));
    options.labScenario = parser.value(QStringLiteral("lab"));
    options.recordFile = parser.value(QStringLiteral("record"));
    options.passwordFromStdin = parser.isSet(QStringLiteral("password-stdin"));
    if (auto good = readConnection(parser, options); !good) return fail(good.error());
    if (options.explicitConnection + !options.labScenario.isEmpty() + !options.profileName.isEmpty() > 1)
        return usage(QStringLiteral("--connect, --profile and --lab"), QStringLiteral("only one of them"));
    return options;
}

} // namespace drydock::app
