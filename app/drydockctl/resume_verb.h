// `resume RUN`: continues a run that was stopped, failed or cut off; or undoes it, or leaves it as it is for good.
#pragma once

#include "app/drydockctl/running_verb.h"

namespace drydock::ctl {

class ResumeVerb : public RunningVerb
{
    Q_OBJECT

public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString synopsis() const override;
    [[nodiscard]] QString summary() const override;
    void addOptions(QCommandLineParser& parser) const override;
    void start(const Context& context) override;

protected:
    [[nodiscard]] bool answered(const maintenance::RunState& run) override;
    [[nodiscard]] ExitCode exitCode(const maintenance::RunState& run) const override;

private:
    enum class Choice { Continue, Undo, Abandon };

    Choice m_choice = Choice::Continue;
    bool m_answered = false;
};

} // namespace drydock::ctl
