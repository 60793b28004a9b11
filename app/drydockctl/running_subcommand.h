// A run under way: prints what it does, ends with its outcome, and answers Ctrl+C.
#pragma once

#include "app/drydockctl/maintenance_subcommand.h"
#include "app/drydockctl/run_printer.h"

#include <QElapsedTimer>

#include <optional>

namespace drydock::ctl {

class RunningSubcommand : public MaintenanceSubcommand
{
    Q_OBJECT

protected:
    // Follows the controller's run from here on; ends this command when it is over, stopped, or asks: nobody is here to
    // answer, and `resume` goes on from there.
    // `before`: what the journal knew of a run that is taken up again.
    void follow(const Context& context, RunPrinter::Format format, const maintenance::RunState* before = nullptr);
    [[nodiscard]] virtual ExitCode exitCode(const maintenance::RunState& run) const { return exitCodeOf(run); }
    // `--format` of a run, and `--yes`, without which nothing is changed.
    static void addRunOptions(CLI::App& command, std::string& format);
    [[nodiscard]] static RunPrinter::Format formatOf(const std::string& word);

private:
    void endRun(const maintenance::RunState& run);
    void interrupted() override;

    std::optional<RunPrinter> m_printer;
    QElapsedTimer m_sinceInterrupt;
    bool m_over = false;
};

} // namespace drydock::ctl
