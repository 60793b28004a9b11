#include "app/drydockctl/lab_subcommand.h"

#include "app/drydockctl/console.h"
#include "app/drydockctl/json_output.h"
#include "app/drydockctl/password_prompt.h"

namespace drydock::ctl {

QString LabSubcommand::synopsis() const
{
    return QStringLiteral(
        "serve [--scenario NAME|FILE] [--port N] [--auth none|basic] [--tls CERT.pem] [--time-scale X] | list");
}

void LabSubcommand::addOptions(QCommandLineParser& parser) const
{
    parser.addOption({QStringLiteral("scenario"), QStringLiteral("A built-in scenario, or a JSON file. Default: seed"),
                      QStringLiteral("NAME|FILE"), QStringLiteral("seed")});
    parser.addOption({QStringLiteral("port"), QStringLiteral("Port on this machine. Default: the system chooses"),
                      QStringLiteral("N"), QStringLiteral("0")});
    parser.addOption({QStringLiteral("auth"), QStringLiteral("none or basic. Default: basic"), QStringLiteral("SCHEME"),
                      QStringLiteral("basic")});
    parser.addOption({QStringLiteral("password-stdin"),
                      QStringLiteral("Read the users' password from standard input instead of \"practice\".")});
    parser.addOption({QStringLiteral("tls"),
                      QStringLiteral("Serve over TLS with the certificate and the key that this PEM file holds."),
                      QStringLiteral("CERT.pem")});
    parser.addOption({QStringLiteral("time-scale"),
                      QStringLiteral("How much faster than the clock time goes in the lab. Default: 1"),
                      QStringLiteral("X"), QStringLiteral("1")});
}

void LabSubcommand::start(const Context& context)
{
    if (context.arguments == QStringList{QStringLiteral("list")}) {
        for (const QString& scenario : app::labScenarios())
            printLine(scenario.toStdString());
        return end(ExitCode::Done);
    }
    if (context.arguments != QStringList{QStringLiteral("serve")})
        return usage(QStringLiteral("expected serve or list"));
    serve(context);
}

void LabSubcommand::serve(const Context& context)
{
    const auto value = [&context](const char* name) { return context.parser.value(QString::fromLatin1(name)); };
    bool isPort = false, isScale = false;
    app::LabOptions options;
    options.scenario = value("scenario");
    options.port = value("port").toUShort(&isPort);
    options.timeScale = value("time-scale").toDouble(&isScale);
    const QString auth = value("auth");
    if (!isPort || !isScale || options.timeScale <= 0 || options.timeScale > 100'000)
        return usage(QStringLiteral("--port and --time-scale are numbers"));
    if (auth != QStringLiteral("basic") && auth != QStringLiteral("none"))
        return usage(QStringLiteral("--auth is none or basic in this version, not ") + auth);
    options.scheme =
        auth == QStringLiteral("basic") ? ports::AuthenticationScheme::Basic : ports::AuthenticationScheme::None;
    const bool ownPassword = context.parser.isSet(QStringLiteral("password-stdin"));
    if (ownPassword) options.password = passwordFromStandardInput();
    options.tlsPemFile = value("tls");
    if (context.parser.isSet(QStringLiteral("tls")) && options.tlsPemFile.isEmpty())
        return usage(QStringLiteral("--tls needs a file"));
    const auto access = context.composition.startLab(std::move(options));
    if (!access && access.error().kind == domain::ErrorKind::TlsFailed)
        return usage(QStringLiteral("--tls: ") + QString::fromStdString(access.error().detail));
    if (!access) return fail(access.error());

    printLine(labEvent(*access, !ownPassword));
    m_interrupt = std::make_unique<Interrupt>();
    connect(m_interrupt.get(), &Interrupt::requested, this, [this] { end(ExitCode::Done); });
}

} // namespace drydock::ctl
