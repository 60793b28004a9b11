// The four big figures of a DAG, out of a snapshot: each with what it means in words, a share for its bar and a
// severity.
#pragma once

#include "model/domain/dag_snapshot.h"
#include "model/domain/health_rules.h"

#include <QString>

#include <cstdint>
#include <optional>

namespace drydock::ui {

struct DagMetric {
    QString value; // empty: not known
    QString words;
    double share = 0;
    domain::Severity severity = domain::Severity::Ok;
    bool operator==(const DagMetric&) const = default;
};

struct Queued {
    std::int64_t total = 0;
    domain::ServerName most; // empty: none waiting
    bool known = false;      // every member's queues were read
};

[[nodiscard]] DagMetric redundancyMetric(const domain::DagSnapshot& snapshot, const domain::DagName& dag);
[[nodiscard]] DagMetric quorumMetric(const domain::DagSnapshot& snapshot, const domain::DagName& dag);
[[nodiscard]] DagMetric mountedMetric(const domain::DagSnapshot& snapshot, const domain::DagName& dag);
[[nodiscard]] Queued queuedOf(const domain::DagSnapshot& snapshot, const domain::DagName& dag);
// `trend`: > 0 rising, < 0 falling. Of no whole, so it has no share.
[[nodiscard]] DagMetric queuedMetric(const Queued& queued, int trend);

} // namespace drydock::ui
