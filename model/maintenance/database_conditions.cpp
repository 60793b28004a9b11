// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/maintenance/database_conditions.h"

#include "model/domain/copy_queues.h"
#include "model/domain/messages.h"
#include "model/domain/redundancy.h"
#include "model/domain/strings.h"
#include "model/maintenance/messages.h"

#include <algorithm>

namespace drydock::maintenance {

using namespace domain;

namespace {

bool sameWord(const OpenEnum<AutoActivationPolicy>& a, const OpenEnum<AutoActivationPolicy>& b)
{
    return a.value == b.value && (a.value != AutoActivationPolicy::Unknown || equalsIgnoringCase(a.text, b.text));
}

bool isReplicated(const DagSnapshot& snapshot, const DatabaseName& name)
{
    const auto* database = snapshot.database(name);
    return database ? !database->singleCopy() : snapshot.copiesOf(name).size() > 1;
}

// Returns whether the copy is active, mounting or dismounting. The status counts even if `active` is false.
bool isInUse(const DatabaseCopy& copy)
{
    const auto status = copy.status.value;
    return copy.active || status == CopyStatus::Mounted || status == CopyStatus::Mounting ||
           status == CopyStatus::Dismounting;
}

bool isMoving(const DatabaseCopy& copy)
{
    return copy.status.value == CopyStatus::Mounting || copy.status.value == CopyStatus::Dismounting;
}

// A server without its replication service does not report the state of its copies.
bool isReported(const DatabaseCopy& copy)
{
    return copy.status.value != CopyStatus::ServiceDown && copy.status.value != CopyStatus::Unknown;
}

bool isMountedElsewhere(const DagSnapshot& snapshot, const DatabaseCopy& copy)
{
    const auto* database = snapshot.database(copy.database);
    return database && !database->mountedOn.empty() && database->mountedOn != copy.server;
}

bool hasCaughtUp(const DatabaseCopy& copy)
{
    if (copy.active) return copy.status.value == CopyStatus::Mounted;
    if (copy.status.value != CopyStatus::Healthy) return false;
    return copy.lagged() || hasGoodQueues(copy);
}

// Returns "DB01\\MAIL2: content index is Failed".
LocalizableText reasonAgainst(const Database& database, const ActivationCandidate& candidate)
{
    return domain::sentence<"detail-of">(database.name.text() + '\\' + candidate.server.text(), candidate.refusal);
}

LocalizableText moveNowText(const ServerName& server, bool value)
{
    return value ? sentence<"move-now-is-set">(server.text()) : sentence<"move-now-is-not-set">(server.text());
}

} // namespace

// --- PolicyIs -----------------------------------------------------------------------------------------------------

bool PolicyIs::operator==(const PolicyIs&) const = default;

ConditionResult PolicyIs::evaluate(const DagSnapshot& snapshot) const
{
    const auto* found = snapshot.server(server);
    if (!found) return unread(snapshot, SnapshotSection::Servers, server);
    return metIf(sameWord(found->autoActivationPolicy, policy),
                 sentence<"policy-is">(server.text(), found->autoActivationPolicy.text));
}

LocalizableText PolicyIs::describe() const { return sentence<"policy-is">(server.text(), policy.text); }
Needs PolicyIs::needs() const { return {{SnapshotSection::Servers, ServerName()}}; }
bool PolicyIs::isAbout(const Command& command) const { return command.sets("DatabaseCopyAutoActivationPolicy"); }

// --- MoveNowIs ----------------------------------------------------------------------------------------------------

bool MoveNowIs::operator==(const MoveNowIs&) const = default;

ConditionResult MoveNowIs::evaluate(const DagSnapshot& snapshot) const
{
    const auto* found = snapshot.server(server);
    if (!found) return unread(snapshot, SnapshotSection::Servers, server);
    if (!found->moveNowRead) return unknown(sentence<"move-now-not-read">(server.text()));
    return metIf(found->activationDisabledAndMoveNow == value,
                 moveNowText(server, found->activationDisabledAndMoveNow));
}

LocalizableText MoveNowIs::describe() const { return moveNowText(server, value); }
Needs MoveNowIs::needs() const { return {{SnapshotSection::Servers, ServerName()}}; }
bool MoveNowIs::isAbout(const Command& command) const
{
    return command.sets("DatabaseCopyActivationDisabledAndMoveNow");
}

// --- NoActiveDatabases --------------------------------------------------------------------------------------------

bool NoActiveDatabases::operator==(const NoActiveDatabases&) const = default;

ConditionResult NoActiveDatabases::evaluate(const DagSnapshot& snapshot) const
{
    if (!snapshot.covers(SnapshotSection::Copies, server)) return unread(snapshot, SnapshotSection::Copies, server);
    if (!snapshot.covers(SnapshotSection::Databases)) return unread(snapshot, SnapshotSection::Databases, server);
    std::vector<std::string> left;
    std::vector<std::string> unreported;
    bool moving = false;
    for (const auto* copy : snapshot.copiesOn(server)) {
        if (!isReplicated(snapshot, copy->database)) continue;
        if (isInUse(*copy)) {
            left.push_back(copy->database.text());
            moving = moving || isMoving(*copy);
        } else if (!isReported(*copy) && !isMountedElsewhere(snapshot, *copy))
            unreported.push_back(copy->database.text());
    }
    if (left.empty() && !unreported.empty())
        return unknown(sentence<"activity-not-reported">(server.text(), joined(unreported)));
    if (left.empty()) return met(sentence<"no-active-databases">(server.text()));
    auto result = notMet(sentence<"still-active">(server.text(), joined(left)));
    result.inProgress = moving;
    return result;
}

LocalizableText NoActiveDatabases::describe() const { return sentence<"no-active-databases">(server.text()); }
Needs NoActiveDatabases::needs() const
{
    return {{SnapshotSection::Copies, server}, {SnapshotSection::Databases, ServerName()}};
}
bool NoActiveDatabases::isAbout(const Command& command) const { return command.cmdlet == "Move-ActiveMailboxDatabase"; }

// --- MountedElsewhere ---------------------------------------------------------------------------------------------

bool MountedElsewhere::operator==(const MountedElsewhere&) const = default;

ConditionResult MountedElsewhere::evaluate(const DagSnapshot& snapshot) const
{
    std::vector<std::string> left;
    bool moving = false;
    for (const auto& name : databases) {
        const auto* database = snapshot.database(name);
        if (!database || !database->mounted) return unread(snapshot, SnapshotSection::Databases, {});
        const bool elsewhere = !database->mountedOn.empty() && database->mountedOn != server;
        if (*database->mounted && elsewhere) continue;
        left.push_back(name.text());
        for (const auto* copy : snapshot.copiesOf(name))
            moving = moving || isMoving(*copy);
    }
    if (left.empty()) return met(sentence<"databases-mounted-elsewhere">(std::to_string(databases.size())));
    auto result = notMet(sentence<"databases-not-mounted-elsewhere">(joined(left)));
    result.inProgress = moving;
    return result;
}

LocalizableText MountedElsewhere::describe() const
{
    return sentence<"databases-mounted-elsewhere">(std::to_string(databases.size()));
}
Needs MountedElsewhere::needs() const { return {{SnapshotSection::Databases, ServerName()}}; }

// --- CopiesHealthy ------------------------------------------------------------------------------------------------

bool CopiesHealthy::operator==(const CopiesHealthy&) const = default;

ConditionResult CopiesHealthy::evaluate(const DagSnapshot& snapshot) const
{
    if (!snapshot.covers(SnapshotSection::Copies, server)) return unread(snapshot, SnapshotSection::Copies, server);
    std::vector<std::string> behind;
    const auto copies = snapshot.copiesOn(server);
    for (const auto* copy : copies)
        if (!hasCaughtUp(*copy) && !copy->recovery && !copy->dismountedOnPurpose() &&
            std::find(except.begin(), except.end(), copy->database) == except.end())
            behind.push_back(copy->database.text() + " " + copy->status.text);
    if (behind.empty()) return met(sentence<"copies-healthy">(server.text(), std::to_string(copies.size())));
    return notMet(sentence<"copies-not-caught-up">(server.text(), joined(behind)));
}

LocalizableText CopiesHealthy::describe() const { return sentence<"every-copy-healthy">(server.text()); }
Needs CopiesHealthy::needs() const { return {{SnapshotSection::Copies, server}}; }

// --- GoodCopyElsewhere --------------------------------------------------------------------------------------------

bool GoodCopyElsewhere::operator==(const GoodCopyElsewhere&) const = default;

// Returns the databases that have no good copy elsewhere, accepted or not.
std::vector<DatabaseName> GoodCopyElsewhere::without(const DagSnapshot& snapshot) const
{
    std::vector<DatabaseName> names;
    for (const auto& outlook : outlookWithout(snapshot, RedundancyIndex(snapshot), server))
        if (!outlook.keepsService()) names.push_back(outlook.database->name);
    return names;
}

ConditionResult GoodCopyElsewhere::evaluate(const DagSnapshot& snapshot) const
{
    if (!snapshot.covers(SnapshotSection::Databases)) return unread(snapshot, SnapshotSection::Databases, server);
    const RedundancyIndex index(snapshot);
    std::vector<std::string> names;
    LocalizableText why;
    for (const auto& outlook : outlookWithout(snapshot, index, server)) {
        const auto& name = outlook.database->name;
        if (outlook.keepsService() || std::find(except.begin(), except.end(), name) != except.end()) continue;
        names.push_back(name.text());
        if (why.empty() && !outlook.destination.candidates.empty())
            why = reasonAgainst(*outlook.database, outlook.destination.candidates.front());
    }
    if (names.empty()) return met(sentence<"good-copies-elsewhere">());
    for (const auto& other : others)
        if (!snapshot.covers(SnapshotSection::Copies, other)) return unread(snapshot, SnapshotSection::Copies, other);
    return notMet(why.empty() ? sentence<"no-good-copy-elsewhere">(joined(names))
                              : sentence<"no-good-copy-elsewhere-because">(joined(names), why));
}

LocalizableText GoodCopyElsewhere::describe() const { return sentence<"every-database-has-good-copy">(server.text()); }
Needs GoodCopyElsewhere::needs() const
{
    Needs all{{SnapshotSection::Servers, ServerName()},
              {SnapshotSection::Groups, ServerName()},
              {SnapshotSection::Databases, ServerName()}};
    for (const auto& other : others) {
        all.insert({SnapshotSection::Copies, other});
        all.insert({SnapshotSection::Components, other});
    }
    return all;
}

} // namespace drydock::maintenance
