// One command of drydockctl: declares its options, then does its work by the event loop and says how it ended.
#pragma once

#include "app/composition.h"
#include "app/drydockctl/exit_code.h"
#include "app/drydockctl/interrupt.h"
#include "app/launch_options.h"

#include <QCommandLineParser>
#include <QObject>
#include <QStringList>

#include <memory>
#include <vector>

namespace drydock::ctl {

class Subcommand : public QObject
{
    Q_OBJECT

public:
    struct Context {
        app::LaunchOptions options;
        const QCommandLineParser& parser;
        QStringList arguments; // behind the verb
        app::Composition& composition;
    };

    // `words` as on the command line ("run", "enter|leave SERVER"), one line for the list of commands.
    [[nodiscard]] virtual QString name() const = 0;
    [[nodiscard]] virtual QString synopsis() const = 0;
    [[nodiscard]] virtual QString summary() const = 0;
    // Whether it opens a session; others accept the connection options and leave them alone.
    [[nodiscard]] virtual bool connects() const { return true; }
    [[nodiscard]] virtual bool hasConnectionOptions() const { return true; }
    virtual void addOptions(QCommandLineParser& parser) const { Q_UNUSED(parser) }
    // Called once, from the event loop; `finished` is emitted once.
    virtual void start(const Context& context) = 0;

signals:
    void finished(drydock::ctl::ExitCode code);

protected:
    // Prints the error in three parts on standard error and ends with its exit code.
    void fail(const domain::Error& error);
    void end(ExitCode code); // the first one counts
    void usage(const QString& text);
    [[nodiscard]] bool ended() const { return m_ended; }
    // From here on Ctrl+C and termination call `interrupted` instead of ending the process, which would leave sessions
    // behind. Not before a password was typed: that waits for nothing else.
    void catchInterrupts();
    virtual void interrupted();

private:
    std::unique_ptr<Interrupt> m_interrupt;
    bool m_ended = false;
};

[[nodiscard]] std::vector<std::unique_ptr<Subcommand>> allVerbs();

} // namespace drydock::ctl
