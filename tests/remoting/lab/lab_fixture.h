// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// What the lab's tests share: an organisation of a built-in scenario, and short ways to call it.
#pragma once

#include "remoting/lab/organisation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace drydock::lab {

inline Scenario scenarioNamed(const char* name)
{
    auto scenario = loadScenario(name);
    EXPECT_TRUE(scenario) << (scenario ? "" : scenario.error().detail);
    return scenario ? *scenario : Scenario{};
}

inline Argument arg(std::string name, std::string text)
{
    return {std::move(name), clixml::Value::string(std::move(text))};
}
inline Argument arg(std::string name, const char* text) { return arg(std::move(name), std::string(text)); }
inline Argument arg(std::string name, bool flag) { return {std::move(name), clixml::Value::boolean(flag)}; }

class Lab : public ::testing::Test
{
protected:
    explicit Lab(const char* scenario = "seed") : m_org(scenarioNamed(scenario)) {}

    CmdletResult exchange(const std::string& cmdlet, std::vector<Argument> arguments = {},
                          const char* user = "LAB\\admin")
    {
        return run({user, domain::EndpointKind::Exchange, {}}, cmdlet, std::move(arguments));
    }
    CmdletResult node(const char* server, const std::string& cmdlet, std::vector<Argument> arguments = {},
                      const char* user = "LAB\\admin")
    {
        return run({user, domain::EndpointKind::Node, server}, cmdlet, std::move(arguments));
    }
    CmdletResult setComponent(const char* server, const char* component, const char* state,
                              const char* requester = "Maintenance")
    {
        return exchange("Set-ServerComponentState", {arg("Identity", server), arg("Component", component),
                                                     arg("State", state), arg("Requester", requester)});
    }
    CmdletResult run(const Caller& caller, const std::string& cmdlet, std::vector<Argument> arguments)
    {
        auto result = m_org.invoke(caller, cmdlet, std::move(arguments));
        if (!result) {
            ADD_FAILURE() << result.error().summary();
            return {};
        }
        m_org.advance(result->duration);
        return std::move(*result);
    }

    Organisation m_org;
};

class TwoSites : public Lab
{
protected:
    TwoSites() : Lab("two-sites") {}
};

} // namespace drydock::lab
