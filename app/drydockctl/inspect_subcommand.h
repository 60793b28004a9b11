// `inspect clixml`: any CLIXML as JSON, as PowerShell itself reads it.
#pragma once

#include "app/drydockctl/subcommand.h"

namespace drydock::ctl {

class InspectSubcommand : public Subcommand
{
    Q_OBJECT

public:
    [[nodiscard]] QString name() const override { return QStringLiteral("inspect"); }
    [[nodiscard]] QString synopsis() const override { return QStringLiteral("clixml FILE|-"); }
    [[nodiscard]] QString summary() const override { return QStringLiteral("Any CLIXML as JSON."); }
    [[nodiscard]] bool connects() const override { return false; }
    void start(const Context& context) override;
};

} // namespace drydock::ctl
