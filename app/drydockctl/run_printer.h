// Prints what a run does as it does it: lines for a person, or one JSON object a line for a program (cli.md).
#pragma once

#include "model/maintenance/run_state.h"
#include "model/ports/clock.h"

#include <optional>
#include <string>

namespace drydock::ctl {

class RunPrinter
{
public:
    enum class Format { Text, JsonLines };
    RunPrinter(Format format, const ports::Clock& clock) : m_format(format), m_clock(clock) {}

    // A run that is taken up again: what it had done by then is not printed as if it happened now.
    void startFrom(const maintenance::RunState& before) { m_before = before; }
    // What has changed since the last call.
    void show(const maintenance::RunState& run);
    void end(const maintenance::RunState& run, int exitCode);

private:
    void begin(const maintenance::RunState& run);
    void step(const maintenance::RunState& run, std::size_t n);
    void stepLine(const maintenance::RunState& run, std::size_t n);
    void stepObject(const maintenance::RunState& run, std::size_t n);
    void progress(const maintenance::RunState& run);

    Format m_format;
    const ports::Clock& m_clock;
    std::optional<maintenance::RunState> m_before;
    bool m_begun = false;
};

} // namespace drydock::ctl
