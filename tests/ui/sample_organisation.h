// An organisation as in the drawings: DAG1 with four servers, one entering maintenance and one in it, twelve databases;
// DAG2.
#pragma once

#include "model/domain/dag_snapshot.h"
#include "model/maintenance/run_state.h"

namespace drydock::tests {

inline constexpr domain::Time sampleTime{std::chrono::milliseconds(1'795'639'271'000)}; // 2026-11-25T20:41:11Z

[[nodiscard]] domain::DagSnapshot sampleSnapshot();
// The article's: MAIL and MAIL2, DB01 and DB02 on both, DB-test on MAIL alone; everything well.
[[nodiscard]] domain::DagSnapshot articleSnapshot();
// One DAG with so many servers and databases, a copy of each database on four of them.
[[nodiscard]] domain::DagSnapshot largeSnapshot(int servers, int databases);
// A run into maintenance of MAIL, at its fifth of eleven steps.
[[nodiscard]] maintenance::RunState sampleRun();
// The run that took MAIL4 into maintenance, finished.
[[nodiscard]] maintenance::RunState finishedRun();
// One that was cut off.
[[nodiscard]] maintenance::RunState unfinishedRun();

} // namespace drydock::tests
