// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "app/drydockctl/connecting_subcommand.h"

#include "app/drydockctl/console.h"
#include "app/drydockctl/password_prompt.h"
#include "app/logging.h"
#include "app/standard_input.h"
#include "model/ports/on_finished.h"
#include "model/services/settings.h"

#include <QTimer>
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
        return options.over(*std::move(saved));
    }
    if (options.explicitConnection) return options.profile;
    return domain::fail(domain::ErrorKind::Usage, "connect", "one of --connect, --profile and --lab is needed");
}

void ConnectingSubcommand::withPasswords(const Context& context, const ports::ConnectionProfile& profile, Ready then)
{
    if (!m_labPassword.empty() || !domain::takesPassword(profile.scheme))
        return then(ports::Passwords{std::move(m_labPassword)});
    if (domain::needsUser(profile.scheme) && profile.user.isEmpty())
        return usage(std::string("--auth ") + domain::toString(profile.scheme) + " needs --user");
    const app::LaunchOptions& options = context.options;
    const auto name = printable(profile.user.toStdString());
    const auto nodeName = printable(profile.nodeUser.toStdString()) + " for the nodes";
    password(context, options.passwordFromStdin, app::needsPassword(profile) ? name : std::string(),
             app::credentialKey(profile), [=, this, then = std::move(then)](domain::Secret ofUser) {
                 auto passwords = std::make_shared<ports::Passwords>(ports::Passwords{std::move(ofUser)});
                 if (profile.nodeUser.isEmpty()) return then(std::move(*passwords));
                 password(context, context.options.nodePasswordFromStdin, nodeName, app::nodeCredentialKey(profile),
                          [passwords, then](domain::Secret ofNode) {
                              passwords->node = std::move(ofNode);
                              then(std::move(*passwords));
                          });
             });
}

// A password comes from standard input where that was asked for, else from the keychain, else from the terminal.
void ConnectingSubcommand::password(const Context& context, bool fromStdin, const std::string& whose,
                                    const QString& key, std::function<void(domain::Secret)> then)
{
    if (fromStdin) return then(app::passwordFromStandardInput());
    if (whose.empty()) return then({});
    using Read = std::shared_ptr<domain::Result<domain::Secret>>;
    ports::onFinished(this, context.composition.credentials().read(key),
                      [this, whose, then = std::move(then)](const Read& stored) {
                          if (stored && *stored) return then(std::move(**stored));
                          auto typed = passwordFromTerminal("Password of " + whose + ": ");
                          if (!typed) return fail(typed.error());
                          then(std::move(*typed));
                      });
}

void ConnectingSubcommand::connectThen(const Context& context, Connected connected)
{
    withProfile(context, [this, context, connected = std::move(connected)](const ports::ConnectionProfile& profile,
                                                                           ports::Passwords passwords) {
        const auto kept = std::make_shared<ports::Passwords>(std::move(passwords));
        waitThen(context, [=, this] { open(context, profile, *kept, connected); });
    });
}

// Looks at the clock again and again: a computer that sleeps meanwhile would sleep through a long timer.
void ConnectingSubcommand::waitThen(const Context& context, std::function<void()> then)
{
    if (!m_notBefore) return then();
    catchInterrupts();
    printMessage("drydockctl: waiting until " + domain::toIso(*m_notBefore));
    auto* timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, [this, timer, context, then = std::move(then)] {
        if (ended() || context.composition.clock().now() < *m_notBefore) return;
        timer->stop();
        timer->deleteLater();
        then();
    });
    timer->start(std::chrono::seconds(1));
}

void ConnectingSubcommand::withProfile(const Context& context, Chosen then)
{
    auto chosen = profile(context);
    if (!chosen) return fail(chosen.error());
    withPasswords(context, *chosen, [profile = *chosen, then = std::move(then)](ports::Passwords passwords) {
        then(profile, std::move(passwords));
    });
}

void ConnectingSubcommand::open(const Context& context, const ports::ConnectionProfile& profile,
                                const ports::Passwords& passwords, Connected connected)
{
    auto made = context.composition.gatewayFactory()(profile, passwords);
    if (!made) return fail(made.error());
    m_gateway = std::move(*made);
    catchInterrupts();
    using Info = domain::Result<ports::SessionInfo>;
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
