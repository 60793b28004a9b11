// A command that needs a session: finds out where to and with which password, opens it, and goes on.
#pragma once

#include "app/drydockctl/subcommand.h"

#include <functional>

namespace drydock::ctl {

class ConnectingSubcommand : public Subcommand
{
    Q_OBJECT

protected:
    using Connected = std::function<void(const ports::ServerInfo&)>;

    // Ends with an error of its own when it fails.
    void connectThen(const Context& context, Connected connected);
    [[nodiscard]] const std::shared_ptr<ports::ExchangeGateway>& gateway() const { return m_gateway; }

private:
    [[nodiscard]] domain::Result<ports::ConnectionProfile> profile(const Context& context);
    void withPassword(const Context& context, const ports::ConnectionProfile& profile,
                      std::function<void(domain::Secret)> go);
    void open(const Context& context, const ports::ConnectionProfile& profile, domain::Secret password,
              Connected connected);

    domain::Secret m_labPassword;
    std::shared_ptr<ports::ExchangeGateway> m_gateway;
};

} // namespace drydock::ctl
