// Everything drydockctl prints as JSON, made in one place: what a program reads is a contract (cli.md), and the library
// that makes it is dear to compile. Fields are added, never renamed.
#pragma once

#include "app/composition.h"
#include "model/domain/dag_snapshot.h"
#include "model/maintenance/dry_run.h"
#include "model/maintenance/preflight.h"

#include <string>
#include <vector>

namespace drydock::ctl {

// `dag` empty: all of them.
[[nodiscard]] std::string statusAsJson(const domain::DagSnapshot& snapshot, const domain::DagName& dag, bool oneLine);
[[nodiscard]] std::string checksAsJson(const std::vector<maintenance::Check>& checks);
[[nodiscard]] std::string planAsJson(const maintenance::Plan& plan, const std::vector<maintenance::DryRunLine>& dryRun);
[[nodiscard]] std::string runsAsJson(const std::vector<maintenance::RunListing>& runs);
// What can be done with a run, in a word.
[[nodiscard]] std::string runStateWord(const maintenance::RunListing& run);

// Events of `--format jsonl`, one object and no line end.
[[nodiscard]] std::string labEvent(const app::LabConnection& access, bool withPassword);
[[nodiscard]] std::string runEvent(const maintenance::RunState& run);
[[nodiscard]] std::string progressEvent(const maintenance::RunState& run);
[[nodiscard]] std::string endEvent(const std::string& outcome, int exitCode);
struct StepWords {
    std::string state;
    std::string command;
    std::int64_t elapsedMs = 0;
};
[[nodiscard]] std::string stepEvent(const maintenance::RunState& run, std::size_t n, const StepWords& words);

} // namespace drydock::ctl
