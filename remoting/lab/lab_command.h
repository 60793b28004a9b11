// A command of a shell while it runs: its pipeline, and its records as virtual time brings them.
#pragma once

#include "remoting/lab/organisation.h"
#include "remoting/lab/output_queue.h"
#include "remoting/lab/virtual_clock.h"
#include "remoting/psrp/server_pipeline.h"

#include <QObject>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::lab {

class LabCommand : public QObject
{
    Q_OBJECT
public:
    LabCommand(std::string id, psrp::ServerPipeline pipeline, Caller caller, Organisation& organisation,
               const VirtualClock& clock, QObject* parent = nullptr);

    // The bytes of Command or Send. Runs what is complete. Errors: those of the bytes (Malformed, LimitExceeded) and
    // those of the organisation's connection (ConnectionLost, OutcomeUnknown, Unreachable).
    [[nodiscard]] Result<> receive(std::string_view fragments);
    void stop();
    [[nodiscard]] OutputQueue& output() noexcept { return m_output; }

private:
    [[nodiscard]] Result<> run();
    [[nodiscard]] Result<CmdletResult> invoke();
    void planProgress(const CmdletResult& result);
    void complete(const CmdletResult& result);
    void flush();

    psrp::ServerPipeline m_pipeline;
    Caller m_caller;
    Organisation& m_organisation;
    const VirtualClock& m_clock;
    OutputQueue m_output;
    bool m_started = false;
};

} // namespace drydock::lab
