// `run enter|leave SERVER`: checks, plans, and does it.
#pragma once

#include "app/drydockctl/running_subcommand.h"

namespace drydock::ctl {

class RunSubcommand : public RunningSubcommand
{
    Q_OBJECT

public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString synopsis() const override;
    [[nodiscard]] QString summary() const override;
    void addOptions(QCommandLineParser& parser) const override;
    void start(const Context& context) override;

private:
    void begin(const Context& context, RunPrinter::Format format);
    // The checks named, those that exist and may be overridden; a usage error ends the command.
    [[nodiscard]] std::optional<std::set<std::string>> overrides(const QStringList& words);
};

} // namespace drydock::ctl
