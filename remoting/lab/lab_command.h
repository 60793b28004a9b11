// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// A running command of a shell: its pipeline, and its records as they become due in virtual time.
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

// Lives on the thread of the LabServer. Deleting it discards the records that are not due yet; the effects on the
// organisation remain.
class LabCommand : public QObject
{
    Q_OBJECT
public:
    LabCommand(std::string id, psrp::ServerPipeline pipeline, Caller caller, Organisation& organisation,
               const VirtualClock& clock, QObject* parent = nullptr);

    // Reads the bytes of Command or Send, and runs the pipeline when it is complete. Errors: those of the bytes
    // (Malformed, LimitExceeded) and those of Organisation::invoke (ConnectionLost, OutcomeUnknown, Unreachable,
    // NotAuthenticated).
    [[nodiscard]] Result<> receive(std::string_view fragments);
    // Ends the pipeline as Stopped. The effects on the organisation remain.
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
