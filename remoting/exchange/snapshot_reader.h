// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Reads one snapshot: runs the cmdlets that a scope needs, as few as possible, and combines their results.
#pragma once

#include "model/ports/clock.h"
#include "model/ports/exchange_gateway.h"
#include "remoting/exchange/cmdlet_shell.h"
#include "remoting/exchange/session_cache.h"
#include "remoting/exchange/snapshot_query.h"

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace drydock::exchange {

// Used on one thread. Owned by the callbacks of its outstanding cmdlets.
class SnapshotReader : public std::enable_shared_from_this<SnapshotReader>
{
public:
    using OnReply = std::function<void(domain::Result<session::Output>)>;
    // Sends a cmdlet to the node endpoint of the server, or to the Exchange endpoint if `node` is empty.
    using Ask = std::function<void(const domain::ServerName& node, psrp::Command, OnReply)>;
    using Done = std::function<void(domain::Result<domain::SnapshotPtr>)>;
    // Asks the server as a load balancer does. Without findings nobody could be asked.
    using AskHealthchecks =
        std::function<void(const domain::ServerName&, std::function<void(std::optional<domain::Healthchecks>)>)>;

    SnapshotReader(ports::ReadScope scope, Ask ask, AskHealthchecks askHealthchecks,
                   std::shared_ptr<SessionCache> cache, const ports::Clock& clock);

    using OnPartial = std::function<void(domain::SnapshotPtr)>;
    // `done` is called once, on the caller's thread. It gets an error if nothing could be read; an error of a part is
    // an entry of the snapshot. `onPartial`, if given, is called from time to time with what has been read so far.
    void run(std::string source, Done done, OnPartial onPartial = {});

private:
    // The readings of one shell, which run one after another. Several queues run at the same time.
    struct ReadQueue {
        std::vector<SnapshotQuery> queries;
        std::size_t next = 0;
        std::optional<domain::Error> broken; // the connection failed, so the rest is not tried
        int quotas = 0;                      // consecutive readings that a quota refused
        std::function<void()> ended;
    };
    using ReadQueuePtr = std::shared_ptr<ReadQueue>;
    using Next = std::function<void()>;
    // Stores the objects of an answer. Returns an error if some of them could not be read.
    using Consume = std::function<std::optional<domain::Error>(const std::vector<clixml::Value>&)>;
    struct Asked {
        psrp::Command command;
        std::string what;
        Consume consume;
        bool again = false; // this is the second attempt, after a quota
    };

    void readServers(const ReadQueuePtr& first);
    void step(const ReadQueuePtr& queue);
    void read(const ReadQueuePtr& queue, const SnapshotQuery& query, Next next);
    void readGroups(const ReadQueuePtr& queue, const SnapshotQuery& query, const domain::DagName& name, Next next);
    void readMissingGroups(const ReadQueuePtr& queue, const SnapshotQuery& query, Next next);
    void readServerList(const ReadQueuePtr& queue, const SnapshotQuery& query, Next next);
    void readDatabases(const ReadQueuePtr& queue, const SnapshotQuery& query, Next next);
    void readAuditLog(const ReadQueuePtr& queue, const SnapshotQuery& query, Next next);
    void readAuditPage(const ReadQueuePtr& queue, const SnapshotQuery& query, domain::Time since, int page, Next next);
    void readServices(const ReadQueuePtr& queue, const SnapshotQuery& query, Next next);
    void readHealthchecks(const SnapshotQuery& query, Next next);
    void readPendingReboot(const ReadQueuePtr& queue, const SnapshotQuery& query, Next next);
    void readClientConnections(const ReadQueuePtr& queue, const SnapshotQuery& query, Next next);
    void readMoveRequests(const ReadQueuePtr& queue, const SnapshotQuery& query, std::size_t status, Next next);
    // Runs one cmdlet. Its objects go to `consume`; a failure becomes an error of the query.
    void ask(const ReadQueuePtr& queue, const SnapshotQuery& query, psrp::Command command, Consume consume, Next next);
    void ask(const ReadQueuePtr& queue, const SnapshotQuery& query, Asked asked, Next next);
    void fetch(const domain::ServerName& node, psrp::Command command, OnReply reply);
    void onAnswer(const ReadQueuePtr& queue, const SnapshotQuery& query, const Asked& asked,
                  const domain::Result<session::Output>& answer);
    [[nodiscard]] bool needsOtherDomainController(const psrp::Command& command,
                                                  const domain::Result<session::Output>& answer) const;
    void changeDomainController(const Next& next);
    void refused(const ReadQueuePtr& queue, const domain::Error& error);
    void failed(const ReadQueuePtr& queue, const SnapshotQuery& query, domain::Error error);
    void finish();
    void reportPartial();

    ports::ReadScope m_scope;
    Ask m_ask;
    AskHealthchecks m_askHealthchecks;
    std::shared_ptr<SessionCache> m_cache;
    const ports::Clock& m_clock;
    domain::DagSnapshot m_snapshot;
    std::set<domain::DagName> m_groupsAsked; // groups that were asked for by their names
    bool m_changedDomainController = false;
    std::size_t m_queuesLeft = 0;
    std::size_t m_keptBytes = 0; // a bound of what the snapshot holds
    Done m_done;
    OnPartial m_onPartial;
    std::size_t m_nextPartial = 1; // the number of readings at which the next partial snapshot is reported
};

} // namespace drydock::exchange
