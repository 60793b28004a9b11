// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Prints the progress of a run on standard output: lines for people, or one JSON object per line for programs (cli.md).
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
    // `clock` outlives the printer.
    RunPrinter(Format format, const ports::Clock& clock) : m_format(format), m_clock(clock) {}

    // Sets the earlier state of a resumed run. Only later changes are printed.
    void startFrom(const maintenance::RunState& before) { m_before = before; }
    // Prints what has changed since the last call.
    void show(const maintenance::RunState& run);
    // Prints the outcome.
    void end(const maintenance::RunState& run, int exitCode);

private:
    void begin(const maintenance::RunState& run);
    void step(const maintenance::RunState& run, std::size_t n);
    void commandErrors(const maintenance::RunState& run, std::size_t n, const maintenance::StepState& before);
    void stepLine(const maintenance::RunState& run, std::size_t n);
    void stepObject(const maintenance::RunState& run, std::size_t n);
    void progress(const maintenance::RunState& run);

    Format m_format;
    const ports::Clock& m_clock;
    std::optional<maintenance::RunState> m_before;
    domain::Duration m_printedAt{}; // uptime of the last line on a step
    bool m_begun = false;
};

} // namespace drydock::ctl
