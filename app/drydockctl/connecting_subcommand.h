// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The base of all subcommands that need a session: it finds the connection and the password, and opens the session.
#pragma once

#include "app/drydockctl/subcommand.h"

#include <functional>

namespace drydock::ctl {

class ConnectingSubcommand : public Subcommand
{
    Q_OBJECT

protected:
    using Connected = std::function<void(const ports::SessionInfo&)>;

    // Calls `connected` once the session is open. An error is printed and ends the command: with NotPermitted or
    // NotConnected if the session could not be opened, else with the exit code of its kind. Deleting this object drops
    // the call.
    void connectThen(const Context& context, Connected connected);
    // Lets connectThen() wait until this time. Passwords are asked for before, while somebody is there.
    void connectNotBefore(domain::Time time) { m_notBefore = time; }
    // Calls `then` with the connection that the options name and its passwords, without opening a session. An error is
    // printed and ends the command.
    using Chosen = std::function<void(const ports::ConnectionProfile&, ports::Passwords)>;
    void withProfile(const Context& context, Chosen then);
    [[nodiscard]] const std::shared_ptr<ports::ExchangeGateway>& gateway() const { return m_gateway; } // null before

private:
    [[nodiscard]] domain::Result<ports::ConnectionProfile> profile(const Context& context);
    using Ready = std::function<void(ports::Passwords)>;
    void withPasswords(const Context& context, const ports::ConnectionProfile& profile, Ready then);
    // `whose` is empty where a password is not needed.
    void password(const Context& context, bool fromStdin, const std::string& whose, const QString& key,
                  std::function<void(domain::Secret)> then);
    void open(const Context& context, const ports::ConnectionProfile& profile, const ports::Passwords& passwords,
              Connected connected);

    void waitThen(const Context& context, std::function<void()> then);

    std::optional<domain::Time> m_notBefore;
    domain::Secret m_labPassword;
    std::shared_ptr<ports::ExchangeGateway> m_gateway;
};

} // namespace drydock::ctl
