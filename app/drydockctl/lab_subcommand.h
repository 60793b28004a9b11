// `lab serve` runs the built-in lab for others to connect to; `lab list` tells its scenarios.
#pragma once

#include "app/drydockctl/interrupt.h"
#include "app/drydockctl/subcommand.h"

namespace drydock::ctl {

class LabSubcommand : public Subcommand
{
    Q_OBJECT

public:
    [[nodiscard]] QString name() const override { return QStringLiteral("lab"); }
    [[nodiscard]] QString synopsis() const override;
    [[nodiscard]] QString summary() const override
    {
        return QStringLiteral("The built-in lab, for practice and tests.");
    }
    [[nodiscard]] bool connects() const override { return false; }
    [[nodiscard]] bool hasConnectionOptions() const override { return false; }
    void addOptions(QCommandLineParser& parser) const override;
    void start(const Context& context) override;

private:
    void serve(const Context& context);

    std::unique_ptr<Interrupt> m_interrupt;
};

} // namespace drydock::ctl
