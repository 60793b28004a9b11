// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/wsman/response_writer.h"

#include "model/domain/base64.h"
#include "remoting/wsman/names.h"
#include "remoting/wsman/shell_fields.h"
#include "remoting/wsman/xml.h"

namespace drydock::wsman {
namespace {

using xml::append;
using xml::attribute;

void writeShell(pugi::xml_node body, const ShellInfo& info)
{
    auto node = append(body, "rsp:Shell");
    for (const auto& [name, field] : shellFields)
        if (!(info.*field).empty()) append(node, (std::string("rsp:") + name).c_str(), info.*field);
}

std::string stateUri(CommandState state)
{
    const char* word = state == CommandState::Done ? "Done" : state == CommandState::Pending ? "Pending" : "Running";
    return std::string(uri::commandStatePrefix) + word;
}

struct ResponseBodyWriter {
    pugi::xml_node body;
    std::string_view action;

    void operator()(std::monostate) const
    {
        if (action == std::string(actionUri(Operation::Send)) + "Response") append(body, "rsp:SendResponse");
        if (action == std::string(actionUri(Operation::Signal)) + "Response") append(body, "rsp:SignalResponse");
    }
    void operator()(const CreateResponse& created) const
    {
        auto resource = append(body, "x:ResourceCreated");
        append(resource, "a:Address", created.address);
        auto parameters = append(resource, "a:ReferenceParameters");
        append(parameters, "w:ResourceURI", created.shell.resourceUri);
        attribute(append(append(parameters, "w:SelectorSet"), "w:Selector", created.shell.shellId), "Name", "ShellId");
        writeShell(body, created.shell);
    }
    void operator()(const CommandResponse& command) const
    {
        append(append(body, "rsp:CommandResponse"), "rsp:CommandId", command.commandId);
    }
    void operator()(const ReceiveResponse& received) const
    {
        auto node = append(body, "rsp:ReceiveResponse");
        for (const auto& stream : received.streams) {
            auto out = append(node, "rsp:Stream", domain::toBase64(stream.data));
            attribute(out, "Name", stream.name);
            if (!stream.commandId.empty()) attribute(out, "CommandId", stream.commandId);
            if (stream.end) attribute(out, "End", "true");
        }
        if (received.state == CommandState::None) return;
        auto state = append(node, "rsp:CommandState");
        attribute(state, "CommandId", received.stateCommandId);
        attribute(state, "State", stateUri(received.state));
        if (!received.exitCode.empty()) append(state, "rsp:ExitCode", received.exitCode);
    }
    void operator()(const ShellInfo& info) const { writeShell(body, info); }
    void operator()(const ConnectResponse& connected) const
    {
        auto node = append(body, "rsp:ConnectResponse");
        if (connected.connectResponseXml.empty()) return;
        append(node, "rsp:InputStreams", connected.inputStreams);
        append(node, "rsp:OutputStreams", connected.outputStreams);
        attribute(append(node, "connectResponseXml", domain::toBase64(connected.connectResponseXml)), "xmlns",
                  ns::powershell);
    }
    void operator()(const EnumerateResponse& enumerated) const
    {
        auto node = append(body, "n:EnumerateResponse");
        attribute(node, "xmlns:n", ns::enumeration);
        append(node, "n:EnumerationContext");
        auto items =
            enumerated.shells.empty() && enumerated.commands.empty() ? pugi::xml_node() : append(node, "w:Items");
        for (const auto& shell : enumerated.shells)
            writeShell(items, shell);
        for (const auto& command : enumerated.commands) {
            auto item = append(items, "rsp:Command");
            append(item, "rsp:CommandId", command.commandId);
            append(item, "rsp:CommandLine", command.commandLine);
            append(item, "rsp:CommandState", stateUri(command.state));
        }
        append(node, "w:EndOfSequence");
    }
    void operator()(const ConfigResponse& config) const
    {
        auto node = append(body, "cfg:Config");
        attribute(node, "xmlns:cfg", ns::config);
        append(node, "cfg:MaxEnvelopeSizekb", std::to_string(config.maxEnvelopeSizeKb));
    }
    void operator()(const Fault& fault) const
    {
        auto node = append(body, "s:Fault");
        auto code = append(node, "s:Code");
        append(code, "s:Value", fault.value);
        if (!fault.subcode.empty()) append(append(code, "s:Subcode"), "s:Value", fault.subcode);
        attribute(append(append(node, "s:Reason"), "s:Text", fault.message), "xml:lang", "en-US");
        auto detail = append(node, "s:Detail");
        if (!fault.detail.empty()) append(detail, "w:FaultDetail", fault.detail);
        if (fault.code == 0) return;
        auto wsman = append(detail, "f:WSManFault");
        attribute(wsman, "xmlns:f", ns::fault);
        attribute(wsman, "Code", std::to_string(fault.code));
        attribute(wsman, "Machine", "localhost");
        append(wsman, "f:Message", fault.message);
    }
};

} // namespace

std::string write(const Response& response)
{
    pugi::xml_document document;
    auto envelope = append(document.root(), "s:Envelope");
    attribute(envelope, "xml:lang", "en-US");
    attribute(envelope, "xmlns:s", ns::soap);
    attribute(envelope, "xmlns:a", ns::addressing);
    attribute(envelope, "xmlns:x", ns::transfer);
    attribute(envelope, "xmlns:w", ns::wsman);
    attribute(envelope, "xmlns:rsp", ns::shell);
    attribute(envelope, "xmlns:p", ns::microsoft);
    auto header = append(envelope, "s:Header");
    append(header, "a:Action", response.action);
    append(header, "a:MessageID", response.messageId);
    if (!response.activityId.empty()) append(header, "p:ActivityId", response.activityId);
    append(header, "a:To", uri::anonymous);
    append(header, "a:RelatesTo", response.relatesTo);
    std::visit(ResponseBodyWriter{append(envelope, "s:Body"), response.action}, response.body);
    return xml::print(document);
}

} // namespace drydock::wsman
