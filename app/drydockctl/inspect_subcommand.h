// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The subcommand `inspect`: `inspect clixml` prints a CLIXML document as JSON, the way PowerShell reads it, and
// `inspect wire` the messages of a recording.
#pragma once

#include "app/drydockctl/subcommand.h"

namespace drydock::ctl {

class InspectSubcommand : public Subcommand
{
    Q_OBJECT

public:
    [[nodiscard]] std::string name() const override { return "inspect"; }
    [[nodiscard]] std::string summary() const override { return "Any CLIXML as JSON, or the messages of a recording."; }
    void addOptions(CLI::App& command) override;
    void start(const Context& context) override;

private:
    void inspectClixml(const std::string& path, std::string_view bytes);
    void inspectWire(const std::string& path, std::string_view bytes);
    void refuse(const std::string& path, const domain::Error& error);

    std::string m_kind;
    std::string m_file;
};

} // namespace drydock::ctl
