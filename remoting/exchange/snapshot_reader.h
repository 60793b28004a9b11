// One reading of the world: asks for what a scope needs, with as few cmdlets as it takes, and makes a snapshot of the
// answers.
#pragma once

#include "model/ports/clock.h"
#include "model/ports/exchange_gateway.h"
#include "remoting/exchange/cmdlet_shell.h"
#include "remoting/exchange/session_cache.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace drydock::exchange {

class SnapshotReader : public std::enable_shared_from_this<SnapshotReader>
{
public:
    using OnReply = std::function<void(domain::Result<Answer>)>;
    // Sends a cmdlet: to the Exchange endpoint for an empty server, else to that server's node endpoint.
    using Ask = std::function<void(const domain::ServerName& node, psrp::Command, OnReply)>;
    using Done = std::function<void(domain::Result<domain::SnapshotPtr>)>;

    SnapshotReader(ports::ReadScope scope, Ask ask, std::shared_ptr<SessionCache> cache, const ports::Clock& clock);

    using OnPartial = std::function<void(domain::SnapshotPtr)>;
    // Everything happens on the caller's thread; `done` is called once. `part`, where there is one, gets what has been
    // read so far, now and then.
    void run(std::string source, Done done, OnPartial onPartial = {});

private:
    struct Query {
        domain::SnapshotSection section;
        domain::ServerName server; // empty: of the whole organisation
    };
    // Readings over one shell, one after another; several queues go at the same time.
    struct ReadQueue {
        std::vector<Query> queries;
        std::size_t next = 0;
        std::optional<domain::Error> broken; // the connection failed: the rest is not tried
        int quotas = 0;                      // readings in a row that a quota refused
        std::function<void()> ended;
    };
    using ReadQueuePtr = std::shared_ptr<ReadQueue>;
    using Next = std::function<void()>;
    // Keeps the objects of an answer; tells what of them could not be read.
    using Consume = std::function<std::optional<domain::Error>(const std::vector<clixml::Value>&)>;
    struct Asked {
        psrp::Command command;
        std::string what;
        Consume consume;
        bool again = false; // in a new shell, after a quota
    };

    [[nodiscard]] bool wants(domain::SnapshotSection section) const;
    [[nodiscard]] bool wants(domain::SnapshotSection section, const domain::ServerName& server) const;
    [[nodiscard]] std::vector<Query> organisationQueries() const;
    [[nodiscard]] std::vector<std::vector<Query>> serverQueries() const; // one list a queue
    void readServers(const ReadQueuePtr& first);
    void step(const ReadQueuePtr& queue);
    void read(const ReadQueuePtr& queue, const Query& query, Next next);
    void readServerList(const ReadQueuePtr& queue, const Query& query, Next next);
    void readDatabases(const ReadQueuePtr& queue, const Query& query, Next next);
    void readServices(const ReadQueuePtr& queue, const Query& query, Next next);
    // Asks one cmdlet; its objects go to `take`, what fails becomes an error of the query.
    void ask(const ReadQueuePtr& queue, const Query& query, psrp::Command command, Consume consume, Next next);
    void ask(const ReadQueuePtr& queue, const Query& query, Asked asked, Next next);
    void onAnswer(const ReadQueuePtr& queue, const Query& query, const Asked& asked,
                  const domain::Result<Answer>& answer);
    void refused(const ReadQueuePtr& queue, const domain::Error& error);
    void failed(const ReadQueuePtr& queue, const Query& query, domain::Error error);
    void finish();
    void reportPartial();

    ports::ReadScope m_scope;
    Ask m_ask;
    std::shared_ptr<SessionCache> m_cache;
    const ports::Clock& m_clock;
    domain::DagSnapshot m_snapshot;
    std::size_t m_queuesLeft = 0;
    Done m_done;
    OnPartial m_onPartial;
    std::size_t m_nextPartial = 1; // the number of readings that is worth telling
};

} // namespace drydock::exchange
