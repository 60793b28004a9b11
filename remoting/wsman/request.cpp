// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/wsman/request.h"

#include "model/domain/base64.h"
#include "model/domain/iso_duration.h"
#include "remoting/wsman/names.h"
#include "remoting/wsman/xml.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace drydock::wsman {
namespace {

using domain::ErrorKind;
using domain::fail;
using domain::fromBase64;
using domain::Result;

struct Action {
    Operation operation;
    std::string_view uri;
};

constexpr std::array actions{
    Action{Operation::Create, "http://schemas.xmlsoap.org/ws/2004/09/transfer/Create"},
    Action{Operation::Delete, "http://schemas.xmlsoap.org/ws/2004/09/transfer/Delete"},
    Action{Operation::Get, "http://schemas.xmlsoap.org/ws/2004/09/transfer/Get"},
    Action{Operation::Command, "http://schemas.microsoft.com/wbem/wsman/1/windows/shell/Command"},
    Action{Operation::Send, "http://schemas.microsoft.com/wbem/wsman/1/windows/shell/Send"},
    Action{Operation::Receive, "http://schemas.microsoft.com/wbem/wsman/1/windows/shell/Receive"},
    Action{Operation::Signal, "http://schemas.microsoft.com/wbem/wsman/1/windows/shell/Signal"},
    Action{Operation::Disconnect, "http://schemas.microsoft.com/wbem/wsman/1/windows/shell/Disconnect"},
    Action{Operation::Reconnect, "http://schemas.microsoft.com/wbem/wsman/1/windows/shell/Reconnect"},
    Action{Operation::Connect, "http://schemas.microsoft.com/wbem/wsman/1/windows/shell/Connect"},
    Action{Operation::Enumerate, "http://schemas.xmlsoap.org/ws/2004/09/enumeration/Enumerate"},
};

domain::Failure malformedRequest(std::string detail)
{
    return fail(ErrorKind::Malformed, "read request", std::move(detail));
}

bool isKnownHeader(pugi::xml_node node)
{
    constexpr std::array<std::string_view, 5> addressing{"Action", "MessageID", "ReplyTo", "To", "From"};
    constexpr std::array<std::string_view, 6> wsman{"Locale",      "MaxEnvelopeSize", "OperationTimeout",
                                                    "ResourceURI", "OptionSet",       "SelectorSet"};
    constexpr std::array<std::string_view, 4> microsoft{"DataLocale", "SessionId", "OperationID", "SequenceId"};
    const auto nameSpace = xml::namespaceOf(node);
    const auto in = [&](const auto& names) { return std::ranges::find(names, xml::localName(node)) != names.end(); };
    return (nameSpace == ns::addressing && in(addressing)) || (nameSpace == ns::wsman && in(wsman)) ||
           (nameSpace == ns::microsoft && in(microsoft));
}

bool mustUnderstand(pugi::xml_node node)
{
    for (const auto& attribute : node.attributes()) {
        const std::string_view name = attribute.name(), value = attribute.value();
        if (name.ends_with(":mustUnderstand")) return value == "true" || value == "1";
    }
    return false;
}

void readOptions(pugi::xml_node set, Request& request)
{
    for (const auto node : set.children()) {
        if (!xml::is(node, ns::wsman, "Option")) continue;
        const std::string_view comply = node.attribute("MustComply").value();
        request.options.push_back({node.attribute("Name").value(), xml::text(node), comply == "true" || comply == "1"});
    }
}

void readSelectors(pugi::xml_node set, Request& request)
{
    for (const auto node : set.children())
        if (xml::is(node, ns::wsman, "Selector"))
            request.selectors.push_back({node.attribute("Name").value(), xml::text(node)});
}

Result<> readHeader(pugi::xml_node header, Request& request)
{
    request.action = xml::childText(header, ns::addressing, "Action");
    request.to = xml::childText(header, ns::addressing, "To");
    request.messageId = xml::childText(header, ns::addressing, "MessageID");
    request.resourceUri = xml::childText(header, ns::wsman, "ResourceURI");
    request.sessionId = xml::childText(header, ns::microsoft, "SessionId");
    if (request.action.empty() || request.messageId.empty()) return malformedRequest("Action or MessageID is missing");
    const auto size = xml::childText(header, ns::wsman, "MaxEnvelopeSize");
    std::from_chars(size.data(), size.data() + size.size(), request.maxEnvelopeSize);
    if (const auto text = xml::childText(header, ns::wsman, "OperationTimeout"); !text.empty()) {
        const auto duration = domain::fromIsoDuration(text);
        if (duration && duration->count() >= 0)
            request.operationTimeout = std::chrono::duration_cast<std::chrono::milliseconds>(*duration);
        else
            request.invalidTimeout = text;
    }
    if (const auto locale = xml::child(header, ns::wsman, "Locale"))
        request.locale = locale.attribute("xml:lang").value();
    readOptions(xml::child(header, ns::wsman, "OptionSet"), request);
    readSelectors(xml::child(header, ns::wsman, "SelectorSet"), request);
    for (const auto node : header.children())
        if (node.type() == pugi::node_element && mustUnderstand(node) && !isKnownHeader(node))
            request.notUnderstood.emplace_back(xml::localName(node));
    return {};
}

Result<std::string> payload(pugi::xml_node node)
{
    auto bytes = fromBase64(xml::content(node));
    if (!bytes) return malformedRequest(std::string(xml::localName(node)) + " is not base64");
    return std::move(*bytes);
}

Result<RequestBody> readCreate(pugi::xml_node body)
{
    const auto shell = xml::child(body, ns::shell, "Shell");
    if (!shell) return malformedRequest("the body holds no Shell");
    CreateBody create;
    create.shellId = shell.attribute("ShellId").value();
    create.name = shell.attribute("Name").value();
    create.idleTimeOut = xml::childText(shell, ns::shell, "IdleTimeOut");
    create.inputStreams = xml::childText(shell, ns::shell, "InputStreams");
    create.outputStreams = xml::childText(shell, ns::shell, "OutputStreams");
    if (const auto node = xml::child(shell, ns::powershell, "creationXml")) {
        DRYDOCK_TRY(create.creationXml, payload(node));
    }
    return create;
}

Result<RequestBody> readCommand(pugi::xml_node body)
{
    const auto line = xml::child(body, ns::shell, "CommandLine");
    if (!line) return malformedRequest("the body holds no CommandLine");
    CommandBody command{line.attribute("CommandId").value(), xml::childText(line, ns::shell, "Command"), {}};
    for (const auto node : line.children()) {
        if (!xml::is(node, ns::shell, "Arguments")) continue;
        DRYDOCK_TRY(auto bytes, payload(node));
        command.arguments.push_back(std::move(bytes));
    }
    return command;
}

Result<RequestBody> readSend(pugi::xml_node body)
{
    SendBody send;
    for (const auto node : xml::child(body, ns::shell, "Send").children()) {
        if (!xml::is(node, ns::shell, "Stream")) continue;
        DRYDOCK_TRY(auto bytes, payload(node));
        const std::string_view end = node.attribute("End").value();
        send.streams.push_back({node.attribute("Name").value(), node.attribute("CommandId").value(), std::move(bytes),
                                end == "true" || end == "1"});
    }
    if (send.streams.empty()) return malformedRequest("the body holds no Stream");
    return send;
}

Result<RequestBody> readReceive(pugi::xml_node body)
{
    const auto stream = xml::child(xml::child(body, ns::shell, "Receive"), ns::shell, "DesiredStream");
    if (!stream) return malformedRequest("the body holds no DesiredStream");
    return ReceiveBody{stream.attribute("CommandId").value(), xml::text(stream)};
}

Result<RequestBody> readSignal(pugi::xml_node body)
{
    const auto signal = xml::child(body, ns::shell, "Signal");
    if (!signal) return malformedRequest("the body holds no Signal");
    return SignalBody{signal.attribute("CommandId").value(), xml::childText(signal, ns::shell, "Code")};
}

Result<RequestBody> readConnect(pugi::xml_node body)
{
    const auto node = xml::child(body, ns::shell, "Connect");
    if (!node) return malformedRequest("the body holds no Connect");
    ConnectBody connect{node.attribute("CommandId").value(), {}};
    if (const auto data = xml::child(node, ns::powershell, "connectXml")) {
        DRYDOCK_TRY(connect.connectXml, payload(data));
    }
    return connect;
}

EnumerateBody readEnumerate(pugi::xml_node body)
{
    const auto filter = xml::child(xml::child(body, ns::enumeration, "Enumerate"), ns::wsman, "Filter");
    for (const auto node : xml::child(filter, ns::wsman, "SelectorSet").children())
        if (xml::is(node, ns::wsman, "Selector") && std::string_view(node.attribute("Name").value()) == "ShellId")
            return {xml::text(node)};
    return {};
}

Result<RequestBody> readBody(Operation operation, pugi::xml_node body)
{
    switch (operation) {
    case Operation::Create:
        return readCreate(body);
    case Operation::Command:
        return readCommand(body);
    case Operation::Send:
        return readSend(body);
    case Operation::Receive:
        return readReceive(body);
    case Operation::Signal:
        return readSignal(body);
    case Operation::Disconnect:
        return DisconnectBody{xml::childText(xml::child(body, ns::shell, "Disconnect"), ns::shell, "IdleTimeOut")};
    case Operation::Connect:
        return readConnect(body);
    case Operation::Enumerate:
        return readEnumerate(body);
    case Operation::Delete:
    case Operation::Get:
    case Operation::Reconnect:
    case Operation::Unsupported:
        break;
    }
    return RequestBody{};
}

} // namespace

std::string_view Request::selector(std::string_view name) const noexcept
{
    for (const auto& selector : selectors)
        if (selector.name == name) return selector.value;
    return {};
}

const Option* Request::option(std::string_view name) const noexcept
{
    const auto found = std::ranges::find(options, name, &Option::name);
    return found == options.end() ? nullptr : &*found;
}

std::string_view actionUri(Operation operation) noexcept
{
    const auto found = std::ranges::find(actions, operation, &Action::operation);
    return found == actions.end() ? std::string_view() : found->uri;
}

Result<Request> readRequest(std::string_view text)
{
    pugi::xml_document document;
    DRYDOCK_TRY_VOID(xml::load(document, text));
    const auto envelope = document.document_element();
    const auto header = xml::child(envelope, ns::soap, "Header"), body = xml::child(envelope, ns::soap, "Body");
    if (!xml::is(envelope, ns::soap, "Envelope") || !header || !body) return malformedRequest("not a SOAP envelope");
    Request request;
    DRYDOCK_TRY_VOID(readHeader(header, request));
    const auto found = std::ranges::find(actions, request.action, &Action::uri);
    request.operation = found == actions.end() ? Operation::Unsupported : found->operation;
    DRYDOCK_TRY(request.body, readBody(request.operation, body));
    return request;
}

} // namespace drydock::wsman
