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
    using Connected = std::function<void(const ports::ServerInfo&)>;

    // Calls `connected` once the session is open. An error is printed and ends the command: with NotPermitted or
    // NotConnected if the session could not be opened, else with the exit code of its kind. Deleting this object drops
    // the call.
    void connectThen(const Context& context, Connected connected);
    [[nodiscard]] const std::shared_ptr<ports::ExchangeGateway>& gateway() const { return m_gateway; } // null before

private:
    [[nodiscard]] domain::Result<ports::ConnectionProfile> profile(const Context& context);
    void withPassword(const Context& context, const ports::ConnectionProfile& profile,
                      std::function<void(domain::Secret)> then);
    void open(const Context& context, const ports::ConnectionProfile& profile, domain::Secret password,
              Connected connected);

    domain::Secret m_labPassword;
    std::shared_ptr<ports::ExchangeGateway> m_gateway;
};

} // namespace drydock::ctl
