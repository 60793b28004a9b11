// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/maintenance/reboot_conditions.h"

#include "model/maintenance/messages.h"

#include <algorithm>
#include <chrono>

namespace drydock::maintenance {

using namespace domain;

namespace {

// Windows computes the time of its start from the time now, so that it moves a little when the clock is set.
constexpr Duration bootTimeJitter = std::chrono::minutes(1);

// Returns how far a computer is that does not tell when it started.
ConditionResult unreachedStage(const DagSnapshot& snapshot, const ServerName& server)
{
    const auto failed = std::ranges::find_if(snapshot.errors, [&](const ReadingError& error) {
        return error.section == SnapshotSection::OperatingSystem && error.server == server;
    });
    if (failed == snapshot.errors.end()) return unread(snapshot, SnapshotSection::OperatingSystem, server);
    switch (failed->error.kind) {
    case ErrorKind::Unreachable:
    case ErrorKind::TimedOut:
    case ErrorKind::ConnectionLost:
        return unknown(sentence<"computer-does-not-answer">(server.text()));
    case ErrorKind::HttpStatus:
    case ErrorKind::NotWsMan:
    case ErrorKind::Fault:
    case ErrorKind::ShellGone:
        return unknown(sentence<"answers-without-remote-management">(server.text(), failed->error.summary()));
    default:
        return unread(snapshot, SnapshotSection::OperatingSystem, server);
    }
}

} // namespace

bool Rebooted::operator==(const Rebooted&) const = default;

ConditionResult Rebooted::evaluate(const DagSnapshot& snapshot) const
{
    const auto started = snapshot.bootedAt.find(server);
    if (started == snapshot.bootedAt.end()) return unreachedStage(snapshot, server);
    const auto last = fromIso(before);
    if (!last) return unknown(sentence<"started-at">(server.text(), toIso(started->second)));
    if (started->second > *last + bootTimeJitter)
        return met(sentence<"started-at">(server.text(), toIso(started->second)));
    return notMet(sentence<"still-started-at">(server.text(), toIso(started->second)));
}

LocalizableText Rebooted::describe() const { return sentence<"has-been-restarted">(server.text()); }

// The list of servers comes from another member. With it a reading succeeds while this one is away.
Needs Rebooted::needs() const
{
    return {{SnapshotSection::OperatingSystem, server}, {SnapshotSection::Servers, ServerName()}};
}

} // namespace drydock::maintenance
