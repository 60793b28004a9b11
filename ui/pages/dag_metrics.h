// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The four metrics of a DAG, computed from a snapshot: redundancy, quorum, mounted databases, queued messages.
#pragma once

#include "model/domain/dag_snapshot.h"
#include "model/domain/health_rules.h"

#include <QString>

#include <cstdint>
#include <optional>

namespace drydock::ui {

struct DagMetric {
    QString value;    // empty when unknown
    QString words;    // explains the value, or says why it is unknown
    double share = 0; // from 0 to 1
    domain::Severity severity = domain::Severity::Ok;
    bool operator==(const DagMetric&) const = default;
};

struct QueuedMessages {
    std::int64_t total = 0;
    domain::ServerName longestQueue; // the server with the most messages; empty when no message waits
    bool known = false;              // the queues of every member were read
};

// Pure functions.
[[nodiscard]] DagMetric redundancyMetric(const domain::DagSnapshot& snapshot, const domain::DagName& dag);
[[nodiscard]] DagMetric quorumMetric(const domain::DagSnapshot& snapshot, const domain::DagName& dag);
[[nodiscard]] DagMetric mountedMetric(const domain::DagSnapshot& snapshot, const domain::DagName& dag);
[[nodiscard]] QueuedMessages queuedOf(const domain::DagSnapshot& snapshot, const domain::DagName& dag);
// `trend` is positive when the number rises and negative when it falls. The share is always 0.
[[nodiscard]] DagMetric queuedMetric(const QueuedMessages& queued, int trend);

} // namespace drydock::ui
