// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "app/drydockctl/connecting_subcommand.h"

#include "app/drydockctl/console.h"
#include "app/drydockctl/password_prompt.h"
#include "app/logging.h"
#include "app/standard_input.h"
#include "model/ports/on_finished.h"
#include "model/services/settings.h"

#include <QUrl>

#include <utility>

namespace drydock::ctl {

domain::Result<ports::ConnectionProfile> ConnectingSubcommand::profile(const Context& context)
{
    const app::LaunchOptions& options = context.options;
    if (!options.labScenario.isEmpty()) {
        app::LabOptions lab;
        lab.scenario = options.labScenario;
        auto connection = context.composition.startLab(std::move(lab));
        if (!connection) return domain::fail(connection.error());
        m_labPassword = std::move(connection->password);
        connection->profile.readOnly = options.profile.readOnly;
        return connection->profile;
    }
    if (!options.profileName.isEmpty()) {
        const services::Settings settings(options.dataDir);
        auto saved = settings.profile(options.profileName);
        if (!saved)
            return domain::fail(domain::ErrorKind::Usage, "--profile",
                                "no saved connection is called " + options.profileName.toStdString());
        saved->readOnly = saved->readOnly || options.profile.readOnly;
        return *saved;
    }
    if (options.explicitConnection) return options.profile;
    return domain::fail(domain::ErrorKind::Usage, "connect", "one of --connect, --profile and --lab is needed");
}

// The password comes from standard input with --password-stdin, else from the keychain, else from the terminal.
void ConnectingSubcommand::withPassword(const Context& context, const ports::ConnectionProfile& profile,
                                        std::function<void(domain::Secret)> then)
{
    if (!m_labPassword.empty() || profile.scheme == ports::AuthenticationScheme::None)
        return then(std::move(m_labPassword));
    if (profile.scheme == ports::AuthenticationScheme::Basic && profile.user.isEmpty())
        return usage("--auth basic needs --user");
    if (context.options.passwordFromStdin) return then(app::passwordFromStandardInput());
    if (profile.user.isEmpty()) return then({});
    using Read = std::shared_ptr<domain::Result<domain::Secret>>;
    ports::onFinished(this, context.composition.credentials().read(app::credentialKey(profile)),
                      [this, profile, then = std::move(then)](const Read& stored) {
                          if (stored && *stored) return then(std::move(**stored));
                          auto typed =
                              passwordFromTerminal("Password of " + printable(profile.user.toStdString()) + ": ");
                          if (!typed) return fail(typed.error());
                          then(std::move(*typed));
                      });
}

void ConnectingSubcommand::connectThen(const Context& context, Connected connected)
{
    auto chosen = profile(context);
    if (!chosen) return fail(chosen.error());
    withPassword(context, *chosen,
                 [this, context, profile = *chosen, connected = std::move(connected)](domain::Secret password) {
                     open(context, profile, std::move(password), connected);
                 });
}

void ConnectingSubcommand::open(const Context& context, const ports::ConnectionProfile& profile,
                                domain::Secret password, Connected connected)
{
    auto made = context.composition.gatewayFactory()(profile, password);
    if (!made) return fail(made.error());
    m_gateway = std::move(*made);
    catchInterrupts();
    using Info = domain::Result<ports::ServerInfo>;
    ports::onFinished(this, m_gateway->open(), [this, connected = std::move(connected)](const Info& info) {
        if (!info) {
            app::logError("drydockctl", info.error());
            printError(info.error());
            // An error of the role while connecting ends with "not permitted", any other with "could not connect".
            const ExitCode code = exitCodeOf(info.error());
            return end(code == ExitCode::NotPermitted ? code : ExitCode::NotConnected);
        }
        connected(*info);
    });
}

} // namespace drydock::ctl
