// Good copies of many databases at once: what is the same for all copies of a server is judged once.
#pragma once

#include "model/domain/health_rules.h"

#include <map>
#include <vector>

namespace drydock::domain {

// Keeps pointers into the snapshot, which must outlive it.
class RedundancyIndex
{
public:
    explicit RedundancyIndex(const DagSnapshot& snapshot, const QueueLimits& limits = {});

    [[nodiscard]] const std::vector<const DatabaseCopy*>& copiesOf(const DatabaseName& database) const;
    // As isGoodCopy.
    [[nodiscard]] bool isGood(const DatabaseCopy& copy) const;
    // Good copies on servers other than `except`.
    [[nodiscard]] int goodCopies(const DatabaseName& database, const ServerName& except = {}) const;

private:
    QueueLimits m_limits;
    std::map<ServerName, bool> m_canActivate;
    std::map<DatabaseName, std::vector<const DatabaseCopy*>> m_copies;
};

} // namespace drydock::domain
