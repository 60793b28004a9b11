// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/lab/lab_command.h"

#include <QTimer>

namespace drydock::lab {
namespace {

psrp::ProgressRecord toRecord(const CmdletProgress& progress)
{
    psrp::ProgressRecord record;
    record.activity = progress.activity;
    record.status = progress.status;
    record.percentComplete = progress.percent;
    record.completed = progress.completed;
    return record;
}

std::vector<Command> toCommands(const std::vector<psrp::Command>& commands)
{
    std::vector<Command> out;
    for (const auto& command : commands) {
        Command copy{command.name, {}};
        for (const auto& argument : command.arguments)
            copy.arguments.push_back({argument.name, argument.value});
        out.push_back(std::move(copy));
    }
    return out;
}

} // namespace

LabCommand::LabCommand(std::string id, psrp::ServerPipeline pipeline, Caller caller, Organisation& organisation,
                       const VirtualClock& clock, QObject* parent)
    : QObject(parent), m_pipeline(std::move(pipeline)), m_caller(std::move(caller)), m_organisation(organisation),
      m_clock(clock), m_output(std::move(id))
{
}

Result<> LabCommand::receive(std::string_view fragments)
{
    DRYDOCK_TRY_VOID(m_pipeline.receive(fragments));
    const bool complete = !std::holds_alternative<std::monostate>(m_pipeline.request()) && m_pipeline.inputEnded();
    if (!complete || m_started) return {};
    m_started = true;
    return run();
}

Result<CmdletResult> LabCommand::invoke()
{
    m_organisation.setNow(m_clock.now());
    if (const auto* query = std::get_if<psrp::MetadataRequest>(&m_pipeline.request()))
        return m_organisation.commandMetadata(m_caller, query->names);
    return m_organisation.invoke(m_caller, toCommands(std::get<std::vector<psrp::Command>>(m_pipeline.request())));
}

Result<> LabCommand::run()
{
    if (const auto* refusal = std::get_if<psrp::Refusal>(&m_pipeline.request())) {
        m_pipeline.finish(psrp::PipelineState::Failed, refusal->record);
        flush();
        return {};
    }
    const bool hadInput = !m_pipeline.takeInput().empty();
    auto result = invoke();
    if (!result) return domain::fail(result.error());
    if (hadInput) // no cmdlet of the lab accepts input objects of the client
        result->errors.insert(result->errors.begin(),
                              {"The input object cannot be bound to any parameters for the command.",
                               "InputObjectNotBound",
                               5,
                               {},
                               "ParameterBindingException",
                               {},
                               {},
                               {"System.Management.Automation.ParameterBindingException"}});
    planProgress(*result);
    const auto due = m_clock.realTimeFor(result->duration);
    if (due.count() == 0)
        complete(*result);
    else
        QTimer::singleShot(due, Qt::PreciseTimer, this, [this, answer = std::move(*result)] { complete(answer); });
    return {};
}

void LabCommand::planProgress(const CmdletResult& result)
{
    for (const auto& progress : result.progress)
        QTimer::singleShot(m_clock.realTimeFor(progress.after), Qt::PreciseTimer, this,
                           [this, record = toRecord(progress)] {
                               m_pipeline.progress(record);
                               if (m_pipeline.hasOutgoing()) m_output.push(m_pipeline.takeOutgoing());
                           });
}

void LabCommand::complete(const CmdletResult& result)
{
    for (const auto& warning : result.warnings)
        m_pipeline.inform(psrp::InformationalKind::Warning, warning);
    for (const auto& object : result.objects)
        m_pipeline.output(object);
    for (const auto& error : result.errors)
        m_pipeline.error(error);
    if (result.terminating)
        m_pipeline.finish(psrp::PipelineState::Failed, result.terminating);
    else
        m_pipeline.finish(psrp::PipelineState::Completed);
    flush();
}

void LabCommand::stop()
{
    if (psrp::isFinal(m_pipeline.state())) return;
    m_started = true;
    m_pipeline.stopped();
    flush();
}

void LabCommand::flush()
{
    m_output.push(m_pipeline.takeOutgoing());
    m_output.finish();
}

} // namespace drydock::lab
