// `check` shows the pre-flight checks, `plan` the steps; neither changes anything.
#pragma once

#include "app/drydockctl/maintenance_subcommand.h"

namespace drydock::ctl {

class CheckSubcommand : public MaintenanceSubcommand
{
    Q_OBJECT

public:
    enum class Mode { Check, Plan };
    explicit CheckSubcommand(Mode mode) : m_mode(mode) {}

    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString synopsis() const override;
    [[nodiscard]] QString summary() const override;
    void addOptions(QCommandLineParser& parser) const override;
    void start(const Context& context) override;

private:
    void showChecks(const QString& format);
    void showPlan(const QString& format);

    Mode m_mode;
};

} // namespace drydock::ctl
