// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "tests/remoting/session/fake_host.h"

#include "remoting/psrp/guid.h"
#include "remoting/wsman/names.h"
#include "remoting/wsman/response_writer.h"

namespace drydock::tests {
namespace {

std::string nameOf(const wsman::Request& request) { return request.action.substr(request.action.rfind('/') + 1); }

wsman::Fault gone()
{
    return wsman::makeFault(wsman::code::unexpectedSelectors, "The shell was not found on the server.");
}

} // namespace

FakeHost::FakeHost(const QString& path) : m_path(path)
{
    m_server.script = [this](const http::ServerRequest& request, int) {
        const auto envelope = wsman::readRequest(request.body);
        if (!envelope) return InjectedFault{};
        const auto name = nameOf(*envelope);
        const int number = m_counts[name]++;
        return injected ? injected(name, number) : InjectedFault{};
    };
    m_server.handler = [this](const http::ServerRequest& request) { return answer(request); };
}

int FakeHost::count(const std::string& operation) const
{
    const auto found = m_counts.find(operation);
    return found == m_counts.end() ? 0 : found->second;
}

std::size_t FakeHost::commandCount() const
{
    std::size_t all = 0;
    for (const auto& [id, shell] : m_shells)
        all += shell.commands.size();
    return all;
}

std::string FakeHost::operations() const
{
    std::string all;
    for (const auto& request : requests)
        all += (all.empty() ? "" : " ") + nameOf(request);
    return all;
}

http::Response FakeHost::answer(const http::ServerRequest& http)
{
    const auto request = wsman::readRequest(http.body);
    if (!request) return {400, {}, {}, {}};
    requests.push_back(*request);
    const auto name = nameOf(*request);
    const int number = m_counts[name] - 1;
    const auto wrong = fault ? fault(name, number) : std::nullopt;
    const auto body = wrong ? wsman::ResponseBody(*wrong) : perform(*request);
    const bool isFault = std::holds_alternative<wsman::Fault>(body);
    auto response = soap(wsman::write(wsman::respondTo(*request, body, "uuid:" + psrp::randomGuid().toUpperString())),
                         isFault ? 500 : 200);
    if (change) change(name, number, response);
    return response;
}

wsman::ResponseBody FakeHost::perform(const wsman::Request& request)
{
    if (const auto* body = std::get_if<wsman::CreateBody>(&request.body)) return create(*body, request);
    const auto found = m_shells.find(std::string(request.shellId()));
    if (found == m_shells.end()) return gone();
    if (const auto* body = std::get_if<wsman::CommandBody>(&request.body)) return command(found->second, *body);
    if (const auto* body = std::get_if<wsman::SendBody>(&request.body)) return send(found->second, *body);
    if (const auto* body = std::get_if<wsman::ReceiveBody>(&request.body)) return receive(found->second, *body);
    if (const auto* body = std::get_if<wsman::SignalBody>(&request.body)) return signal(found->second, *body);
    if (request.operation == wsman::Operation::Reconnect) return {};
    if (request.operation == wsman::Operation::Get) {
        wsman::ShellInfo info;
        info.shellId = found->first;
        return info;
    }
    m_shells.erase(found); // Delete
    return {};
}

wsman::ResponseBody FakeHost::create(const wsman::CreateBody& body, const wsman::Request& request)
{
    Shell shell(options);
    if (auto received = shell.pool.receive(body.creationXml); !received)
        return wsman::makeFault(wsman::code::pluginCreationXml, received.error().summary());
    wsman::CreateResponse created;
    created.address = request.to;
    created.shell.shellId = body.shellId;
    created.shell.resourceUri = request.resourceUri;
    m_shells.emplace(body.shellId, std::move(shell));
    return created;
}

wsman::ResponseBody FakeHost::command(Shell& shell, const wsman::CommandBody& body)
{
    auto& pipeline = shell.commands.emplace(body.commandId, shell.pool.createPipeline()).first->second;
    if (auto received = pipeline.receive(body.arguments.at(0)); !received)
        return wsman::makeFault(wsman::code::pluginException, received.error().summary());
    execute(pipeline);
    return wsman::CommandResponse{body.commandId};
}

void FakeHost::execute(psrp::ServerPipeline& pipeline)
{
    const auto* commands = std::get_if<std::vector<psrp::Command>>(&pipeline.request());
    if (commands == nullptr) return; // the rest is still to come
    const auto& command = commands->front();
    commandsRun.push_back(command.name);
    if (run)
        run(pipeline, command);
    else
        pipeline.output(clixml::Value::string(command.name));
    if (!keepsRunning && !psrp::isFinal(pipeline.state())) pipeline.finish(psrp::PipelineState::Completed);
}

wsman::ResponseBody FakeHost::send(Shell& shell, const wsman::SendBody& body)
{
    for (const auto& stream : body.streams) {
        if (stream.commandId.empty()) {
            if (!shell.pool.receive(stream.data)) return wsman::makeFault(wsman::code::pluginStream, "bad fragment");
            continue;
        }
        const auto found = shell.commands.find(stream.commandId);
        if (found == shell.commands.end()) return gone();
        if (!found->second.receive(stream.data)) return wsman::makeFault(wsman::code::pluginStream, "bad fragment");
        if (stream.name == "stdin") execute(found->second);
    }
    return {};
}

wsman::ResponseBody FakeHost::receive(Shell& shell, const wsman::ReceiveBody& body)
{
    wsman::ReceiveResponse response;
    if (body.commandId.empty()) {
        auto outgoing = shell.pool.takeOutgoing();
        if (poolFragments) poolFragments(outgoing);
        for (auto& fragment : outgoing)
            response.streams.push_back({"stdout", {}, std::move(fragment), false});
    } else {
        const auto found = shell.commands.find(body.commandId);
        if (found == shell.commands.end()) return gone();
        auto outgoing = found->second.takeOutgoing();
        if (fragments) fragments(outgoing);
        for (auto& fragment : outgoing)
            response.streams.push_back({"stdout", body.commandId, std::move(fragment), false});
        response.stateCommandId = body.commandId;
        const bool done = psrp::isFinal(found->second.state()) && !(endsApart && !response.streams.empty());
        response.state = done ? wsman::CommandState::Done : wsman::CommandState::Running;
        if (done) shell.commands.erase(found);
    }
    if (response.streams.empty() && response.state != wsman::CommandState::Done)
        return wsman::makeFault(wsman::code::operationTimedOut,
                                "The WS-Management service cannot complete the operation within the time");
    return response;
}

wsman::ResponseBody FakeHost::signal(Shell& shell, const wsman::SignalBody& body)
{
    const auto found = shell.commands.find(body.commandId);
    if (found == shell.commands.end()) return gone();
    if (body.code == wsman::signal_code::stop)
        found->second.stopped();
    else
        shell.commands.erase(found);
    return {};
}

} // namespace drydock::tests
