#include "model/domain/database_copy.h"

#include "model/domain/enum_words.h"

namespace drydock::domain {
namespace {

constexpr EnumWords<CopyStatus, 20> statusWords{{
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
    {CopyStatus::Misconfigured, "NotConfigured"}, // appears as text only (exchange.md 5.2)
    {CopyStatus::SinglePageRestore, "SinglePageRestore"},
}};

} // namespace

bool DatabaseCopy::operator==(const DatabaseCopy&) const = default;
bool Database::operator==(const Database&) const = default;

OpenEnum<CopyStatus> copyStatus(std::string text) { return fromWord(statusWords, std::move(text)); }

} // namespace drydock::domain
