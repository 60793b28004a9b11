// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// `drydockctl test`: tests a connection stage by stage, one line each.
#pragma once

#include "app/drydockctl/connecting_subcommand.h"
#include "model/controllers/connection_diagnosis.h"

#include <memory>
#include <string>

namespace drydock::ctl {

class TestSubcommand final : public ConnectingSubcommand
{
    Q_OBJECT

public:
    [[nodiscard]] std::string name() const override { return "test"; }
    [[nodiscard]] std::string summary() const override { return "Tests a connection stage by stage; changes nothing."; }
    void addOptions(CLI::App& command) override;
    void start(const Context& context) override;

private:
    void show(const controllers::StageReport& report);

    std::string m_format;
    std::unique_ptr<controllers::ConnectionDiagnosis> m_test;
    ExitCode m_code = ExitCode::Done;
};

} // namespace drydock::ctl
