// One reading of the world: asks for what a scope needs, with as few cmdlets as it takes, and makes a snapshot of the
// answers.
#pragma once

#include "model/ports/clock.h"
#include "model/ports/exchange_gateway.h"
#include "remoting/exchange/cmdlet_channel.h"
#include "remoting/exchange/knowledge.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace drydock::exchange {

class Observation : public std::enable_shared_from_this<Observation>
{
public:
    using Reply = std::function<void(domain::Result<Answer>)>;
    // Sends a cmdlet: to the Exchange endpoint for an empty server, else to that server's node endpoint.
    using Ask = std::function<void(const domain::ServerName& node, psrp::Command, Reply)>;
    using Done = std::function<void(domain::Result<domain::SnapshotPtr>)>;

    Observation(ports::Scope scope, Ask ask, std::shared_ptr<Knowledge> knowledge, const ports::Clock& clock);

    using TakePart = std::function<void(domain::SnapshotPtr)>;
    // Everything happens on the caller's thread; `done` is called once. `part`, where there is one, gets what has been
    // read so far, now and then.
    void run(std::string source, Done done, TakePart part = {});

private:
    struct Reading {
        domain::Part part;
        domain::ServerName server; // empty: of the whole organisation
    };
    // Readings over one shell, one after another; several lanes go at the same time.
    struct Lane {
        std::vector<Reading> readings;
        std::size_t next = 0;
        std::optional<domain::Error> broken; // the connection failed: the rest is not tried
        int quotas = 0;                      // readings in a row that a quota refused
        std::function<void()> ended;
    };
    using LanePtr = std::shared_ptr<Lane>;
    using Next = std::function<void()>;
    // Keeps the objects of an answer; tells what of them could not be read.
    using Take = std::function<std::optional<domain::Error>(const std::vector<clixml::Value>&)>;
    struct Asked {
        psrp::Command command;
        std::string what;
        Take take;
        bool again = false; // in a new shell, after a quota
    };

    [[nodiscard]] bool wants(domain::Part part) const;
    [[nodiscard]] bool wants(domain::Part part, const domain::ServerName& server) const;
    [[nodiscard]] std::vector<Reading> organisationReadings() const;
    [[nodiscard]] std::vector<std::vector<Reading>> serverReadings() const; // one list a lane
    void readServers(const LanePtr& first);
    void step(const LanePtr& lane);
    void read(const LanePtr& lane, const Reading& reading, Next next);
    void readServerList(const LanePtr& lane, const Reading& reading, Next next);
    void readDatabases(const LanePtr& lane, const Reading& reading, Next next);
    void readServices(const LanePtr& lane, const Reading& reading, Next next);
    // Asks one cmdlet; its objects go to `take`, what fails becomes an error of the reading.
    void ask(const LanePtr& lane, const Reading& reading, psrp::Command command, Take take, Next next);
    void ask(const LanePtr& lane, const Reading& reading, Asked asked, Next next);
    void answered(const LanePtr& lane, const Reading& reading, const Asked& asked,
                  const domain::Result<Answer>& answer);
    void refused(const LanePtr& lane, const domain::Error& error);
    void failed(const LanePtr& lane, const Reading& reading, domain::Error error);
    void finish();
    void tellPart();

    ports::Scope m_scope;
    Ask m_ask;
    std::shared_ptr<Knowledge> m_knowledge;
    const ports::Clock& m_clock;
    domain::DagSnapshot m_snapshot;
    std::size_t m_lanesLeft = 0;
    Done m_done;
    TakePart m_part;
    std::size_t m_nextPart = 1; // the number of readings that is worth telling
};

} // namespace drydock::exchange
