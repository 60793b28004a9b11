// One command of drydockctl: declares its options, then does its work by the event loop and says how it ended.
#pragma once

#include "app/composition.h"
#include "app/drydockctl/exit_code.h"
#include "app/drydockctl/interrupt.h"
#include "app/launch_options.h"

#include <QObject>

#include <memory>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace drydock::ctl {

class Subcommand : public QObject
{
    Q_OBJECT

public:
    struct Context {
        app::LaunchOptions options;
        app::Composition& composition;
    };

    // As on the command line, and one line for the list of commands.
    [[nodiscard]] virtual std::string name() const = 0;
    [[nodiscard]] virtual std::string summary() const = 0;
    [[nodiscard]] virtual bool hasConnectionOptions() const { return true; }
    // The command's own options and arguments; they are read into this object.
    virtual void addOptions(CLI::App& command) = 0;
    // Called once, from the event loop; `finished` is emitted once.
    virtual void start(const Context& context) = 0;

signals:
    void finished(drydock::ctl::ExitCode code);

protected:
    // Prints the error in three parts on standard error and ends with its exit code.
    void fail(const domain::Error& error);
    void end(ExitCode code);             // the first one counts
    void usage(const std::string& text); // ends with a message about the command line
    [[nodiscard]] bool ended() const { return m_ended; }
    // From here on Ctrl+C and termination call `interrupted` instead of ending the process, which would leave sessions
    // behind. Not before a password was typed: that waits for nothing else.
    void catchInterrupts();
    virtual void interrupted();

private:
    std::unique_ptr<Interrupt> m_interrupt;
    bool m_ended = false;
};

[[nodiscard]] std::vector<std::unique_ptr<Subcommand>> allSubcommands();

// `--format`, one of these words; the first one is the default.
void addFormat(CLI::App& command, std::string& format, const std::vector<std::string>& words);

} // namespace drydock::ctl
