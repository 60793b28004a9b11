// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/wsman/request_writer.h"

#include "model/domain/base64.h"
#include "model/domain/iso_duration.h"
#include "remoting/wsman/names.h"
#include "remoting/wsman/xml.h"

namespace drydock::wsman {
namespace {

using xml::append;
using xml::attribute;

pugi::xml_node understood(pugi::xml_node node, bool must)
{
    attribute(node, "s:mustUnderstand", must ? "true" : "false");
    return node;
}

void writeOptions(pugi::xml_node header, const std::vector<Option>& options)
{
    if (options.empty()) return;
    auto set = understood(append(header, "wsman:OptionSet"), true);
    for (const auto& option : options) {
        auto node = append(set, "wsman:Option", option.value);
        if (option.mustComply) attribute(node, "MustComply", "true");
        attribute(node, "Name", option.name);
    }
}

void writeSelectors(pugi::xml_node header, const std::vector<Selector>& selectors)
{
    if (selectors.empty()) return;
    auto set = append(header, "wsman:SelectorSet");
    for (const auto& selector : selectors)
        attribute(append(set, "wsman:Selector", selector.value), "Name", selector.name);
}

void writeHeader(pugi::xml_node header, const Request& request)
{
    const std::string action =
        request.operation == Operation::Unsupported ? request.action : std::string(actionUri(request.operation));
    understood(append(header, "wsa:Action", action), true);
    attribute(understood(append(header, "wsmv:DataLocale"), false), "xml:lang", request.locale);
    attribute(understood(append(header, "wsman:Locale"), false), "xml:lang", request.locale);
    understood(append(header, "wsman:MaxEnvelopeSize", std::to_string(request.maxEnvelopeSize)), true);
    append(header, "wsa:MessageID", request.messageId);
    append(header, "wsman:OperationTimeout", domain::toIsoSeconds(request.operationTimeout));
    understood(append(append(header, "wsa:ReplyTo"), "wsa:Address", uri::anonymous), true);
    understood(append(header, "wsman:ResourceURI", request.resourceUri), true);
    understood(append(header, "wsmv:SessionId", request.sessionId), false);
    append(header, "wsa:To", request.to);
    writeOptions(header, request.options);
    writeSelectors(header, request.selectors);
}

struct RequestBodyWriter {
    pugi::xml_node body;

    void operator()(std::monostate) const {}
    void operator()(const CreateBody& create) const
    {
        auto shell = append(body, "rsp:Shell");
        if (!create.shellId.empty()) attribute(shell, "ShellId", create.shellId);
        if (!create.name.empty()) attribute(shell, "Name", create.name);
        append(shell, "rsp:InputStreams", create.inputStreams);
        append(shell, "rsp:OutputStreams", create.outputStreams);
        if (!create.idleTimeOut.empty()) append(shell, "rsp:IdleTimeOut", create.idleTimeOut);
        if (!create.creationXml.empty())
            attribute(append(shell, "creationXml", domain::toBase64(create.creationXml)), "xmlns", ns::powershell);
    }
    void operator()(const CommandBody& command) const
    {
        auto line = append(body, "rsp:CommandLine");
        if (!command.commandId.empty()) attribute(line, "CommandId", command.commandId);
        append(line, "rsp:Command", command.command);
        for (const auto& argument : command.arguments)
            append(line, "rsp:Arguments", domain::toBase64(argument));
    }
    void operator()(const SendBody& send) const
    {
        auto node = append(body, "rsp:Send");
        for (const auto& stream : send.streams) {
            auto out = append(node, "rsp:Stream", domain::toBase64(stream.data));
            attribute(out, "Name", stream.name);
            if (!stream.commandId.empty()) attribute(out, "CommandId", stream.commandId);
            if (stream.end) attribute(out, "End", "true");
        }
    }
    void operator()(const ReceiveBody& receive) const
    {
        auto stream = append(append(body, "rsp:Receive"), "rsp:DesiredStream", receive.desiredStreams);
        if (!receive.commandId.empty()) attribute(stream, "CommandId", receive.commandId);
    }
    void operator()(const SignalBody& signal) const
    {
        auto node = append(body, "rsp:Signal");
        attribute(node, "CommandId", signal.commandId);
        append(node, "rsp:Code", signal.code);
    }
    void operator()(const DisconnectBody& disconnect) const
    {
        auto node = append(body, "rsp:Disconnect");
        if (!disconnect.idleTimeOut.empty()) append(node, "rsp:IdleTimeOut", disconnect.idleTimeOut);
    }
    void operator()(const ConnectBody& connect) const
    {
        auto node = append(body, "rsp:Connect");
        if (!connect.commandId.empty()) attribute(node, "CommandId", connect.commandId);
        if (!connect.connectXml.empty())
            attribute(append(node, "connectXml", domain::toBase64(connect.connectXml)), "xmlns", ns::powershell);
    }
    void operator()(const EnumerateBody& enumerate) const
    {
        auto node = append(body, "wsen:Enumerate");
        attribute(node, "xmlns:wsen", ns::enumeration);
        append(node, "wsman:OptimizeEnumeration");
        append(node, "wsman:MaxElements", "32000");
        if (enumerate.shellId.empty()) return;
        auto filter = append(node, "wsman:Filter");
        attribute(filter, "Dialect", uri::selectorFilter);
        attribute(append(append(filter, "wsman:SelectorSet"), "wsman:Selector", enumerate.shellId), "Name", "ShellId");
    }
};

} // namespace

std::string write(const Request& request)
{
    pugi::xml_document document;
    auto envelope = append(document.root(), "s:Envelope");
    attribute(envelope, "xmlns:rsp", ns::shell);
    attribute(envelope, "xmlns:s", ns::soap);
    attribute(envelope, "xmlns:wsa", ns::addressing);
    attribute(envelope, "xmlns:wsman", ns::wsman);
    attribute(envelope, "xmlns:wsmv", ns::microsoft);
    writeHeader(append(envelope, "s:Header"), request);
    std::visit(RequestBodyWriter{append(envelope, "s:Body")}, request.body);
    return xml::print(document);
}

} // namespace drydock::wsman
