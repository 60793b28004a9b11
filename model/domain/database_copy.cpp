// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/domain/database_copy.h"

#include "model/domain/enum_names.h"

namespace drydock::domain {
namespace {

constexpr EnumName<CopyStatus> copyStatusNames[] = {
    {CopyStatus::Unknown, "Unknown"},
    {CopyStatus::Failed, "Failed"},
    {CopyStatus::Seeding, "Seeding"},
    {CopyStatus::Suspended, "Suspended"},
    {CopyStatus::Healthy, "Healthy"},
    {CopyStatus::ServiceDown, "ServiceDown"},
    {CopyStatus::Initializing, "Initializing"},
    {CopyStatus::Resynchronizing, "Resynchronizing"},
    {CopyStatus::Mounted, "Mounted"},
    {CopyStatus::Dismounted, "Dismounted"},
    {CopyStatus::Mounting, "Mounting"},
    {CopyStatus::Dismounting, "Dismounting"},
    {CopyStatus::DisconnectedAndHealthy, "DisconnectedAndHealthy"},
    {CopyStatus::FailedAndSuspended, "FailedAndSuspended"},
    {CopyStatus::DisconnectedAndResynchronizing, "DisconnectedAndResynchronizing"},
    {CopyStatus::NonExchangeReplication, "NonExchangeReplication"},
    {CopyStatus::SeedingSource, "SeedingSource"},
    {CopyStatus::Misconfigured, "Misconfigured"},
    {CopyStatus::Misconfigured, "NotConfigured"}, // this name appears as text only (exchange.md 5.2)
    {CopyStatus::SinglePageRestore, "SinglePageRestore"},
};

constexpr EnumName<ReplicationType> replicationTypeNames[] = {
    {ReplicationType::None, "None"}, {ReplicationType::Remote, "Remote"}, {ReplicationType::Unknown, "Unknown"}};

} // namespace

bool DatabaseCopy::operator==(const DatabaseCopy&) const = default;
bool Database::operator==(const Database&) const = default;

OpenEnum<CopyStatus> copyStatus(std::string text) { return openValueOf(copyStatusNames, std::move(text)); }
const char* toString(CopyStatus status) noexcept { return nameOf(copyStatusNames, status); }

OpenEnum<ReplicationType> replicationType(std::string text)
{
    return openValueOf(replicationTypeNames, std::move(text));
}
const char* toString(ReplicationType type) noexcept { return nameOf(replicationTypeNames, type); }

} // namespace drydock::domain
