// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/wsman/response.h"

#include "model/domain/base64.h"
#include "remoting/wsman/names.h"
#include "remoting/wsman/shell_fields.h"
#include "remoting/wsman/xml.h"

#include <charconv>

namespace drydock::wsman {
namespace {

using domain::ErrorKind;
using domain::fail;
using domain::fromBase64;
using domain::Result;

domain::Failure malformedResponse(std::string detail)
{
    return fail(ErrorKind::Malformed, "read response", std::move(detail));
}

ShellInfo readShell(pugi::xml_node node)
{
    ShellInfo shell;
    for (const auto& [name, field] : shellFields)
        shell.*field = xml::childText(node, ns::shell, name);
    return shell;
}

Result<ResponseBody> readCreated(pugi::xml_node body)
{
    CreateResponse created;
    created.shell = readShell(xml::child(body, ns::shell, "Shell"));
    const auto resource = xml::child(body, ns::transfer, "ResourceCreated");
    created.address = xml::childText(resource, ns::addressing, "Address");
    const auto parameters = xml::child(resource, ns::addressing, "ReferenceParameters");
    if (created.shell.resourceUri.empty())
        created.shell.resourceUri = xml::childText(parameters, ns::wsman, "ResourceURI");
    for (const auto node : xml::child(parameters, ns::wsman, "SelectorSet").children())
        if (xml::is(node, ns::wsman, "Selector") && std::string_view(node.attribute("Name").value()) == "ShellId")
            created.shell.shellId = xml::text(node);
    if (created.shell.shellId.empty()) return malformedResponse("the created shell has no id");
    return created;
}

CommandState readState(std::string_view text)
{
    if (!text.starts_with(uri::commandStatePrefix)) return CommandState::None;
    text.remove_prefix(uri::commandStatePrefix.size());
    if (text == "Done") return CommandState::Done;
    if (text == "Running") return CommandState::Running;
    return text == "Pending" ? CommandState::Pending : CommandState::None;
}

Result<ResponseBody> readReceived(pugi::xml_node node)
{
    ReceiveResponse received;
    for (const auto child : node.children()) {
        if (xml::is(child, ns::shell, "Stream")) {
            auto bytes = fromBase64(xml::content(child));
            if (!bytes) return malformedResponse("a Stream is not base64");
            const std::string_view end = child.attribute("End").value();
            received.streams.push_back({child.attribute("Name").value(), child.attribute("CommandId").value(),
                                        std::move(*bytes), end == "true" || end == "1"});
        } else if (xml::is(child, ns::shell, "CommandState")) {
            received.state = readState(child.attribute("State").value());
            received.stateCommandId = child.attribute("CommandId").value();
            received.exitCode = xml::childText(child, ns::shell, "ExitCode");
        }
    }
    return received;
}

Result<ResponseBody> readConnected(pugi::xml_node node)
{
    ConnectResponse connected;
    connected.inputStreams = xml::childText(node, ns::shell, "InputStreams");
    connected.outputStreams = xml::childText(node, ns::shell, "OutputStreams");
    if (const auto data = xml::child(node, ns::powershell, "connectResponseXml")) {
        auto bytes = fromBase64(xml::content(data));
        if (!bytes) return malformedResponse("connectResponseXml is not base64");
        connected.connectResponseXml = std::move(*bytes);
    }
    return connected;
}

EnumerateResponse readEnumerated(pugi::xml_node node)
{
    EnumerateResponse enumerated;
    for (const auto item : xml::child(node, ns::wsman, "Items").children()) {
        if (xml::is(item, ns::shell, "Shell")) enumerated.shells.push_back(readShell(item));
        if (xml::is(item, ns::shell, "Command"))
            enumerated.commands.push_back({xml::childText(item, ns::shell, "CommandId"),
                                           xml::childText(item, ns::shell, "CommandLine"),
                                           readState(xml::childText(item, ns::shell, "CommandState"))});
    }
    return enumerated;
}

// Returns the innermost text: Message may contain a ProviderFault, which may contain another WSManFault (protocol.md
// 1.11).
std::string innermost(pugi::xml_node message)
{
    for (int depth = 0; depth < 20; ++depth) {
        pugi::xml_node next;
        for (const auto node : message.children())
            if (node.type() == pugi::node_element) next = node;
        if (!next) break;
        message = next;
    }
    return xml::text(message);
}

// Returns the code of the outer WSManFault; only the text is taken from the innermost one (protocol.md 1.11).
std::uint32_t readCode(pugi::xml_node fault)
{
    const std::string_view text = fault.attribute("Code").value();
    std::uint64_t code = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), code);
    return error == std::errc() && end == text.data() + text.size() && code <= UINT32_MAX
               ? static_cast<std::uint32_t>(code)
               : 0;
}

std::string_view withoutPrefix(std::string_view name)
{
    const auto colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

Fault readFault(pugi::xml_node node)
{
    Fault fault;
    const auto codeNode = xml::child(node, ns::soap, "Code");
    fault.value = xml::childText(codeNode, ns::soap, "Value");
    fault.subcode = xml::childText(xml::child(codeNode, ns::soap, "Subcode"), ns::soap, "Value");
    const auto detail = xml::child(node, ns::soap, "Detail");
    fault.detail = xml::childText(detail, ns::wsman, "FaultDetail");
    const auto wsman = xml::child(detail, ns::fault, "WSManFault");
    fault.code = wsman ? readCode(wsman) : codeOfSubcode(withoutPrefix(fault.subcode));
    auto message = innermost(xml::child(wsman, ns::fault, "Message"));
    if (message.empty()) message = xml::childText(xml::child(node, ns::soap, "Reason"), ns::soap, "Text");
    setMessage(fault, std::move(message));
    return fault;
}

Result<ResponseBody> readBody(pugi::xml_node body)
{
    if (const auto node = xml::child(body, ns::soap, "Fault")) return readFault(node);
    if (xml::child(body, ns::transfer, "ResourceCreated")) return readCreated(body);
    if (const auto node = xml::child(body, ns::shell, "ReceiveResponse")) return readReceived(node);
    if (const auto node = xml::child(body, ns::shell, "CommandResponse"))
        return CommandResponse{xml::childText(node, ns::shell, "CommandId")};
    if (const auto node = xml::child(body, ns::shell, "Shell")) return readShell(node);
    if (const auto node = xml::child(body, ns::shell, "ConnectResponse")) return readConnected(node);
    if (const auto node = xml::child(body, ns::enumeration, "EnumerateResponse")) return readEnumerated(node);
    if (const auto node = xml::child(body, ns::config, "Config")) {
        ConfigResponse config;
        const auto size = xml::childText(node, ns::config, "MaxEnvelopeSizekb");
        std::from_chars(size.data(), size.data() + size.size(), config.maxEnvelopeSizeKb);
        return config;
    }
    return ResponseBody{};
}

} // namespace

Response respondTo(const Request& request, ResponseBody body, std::string messageId)
{
    Response response;
    const bool isFault = std::holds_alternative<Fault>(body);
    response.action = isFault ? std::string(uri::faultAction) : request.action + "Response";
    response.messageId = std::move(messageId);
    response.relatesTo = request.messageId;
    response.body = std::move(body);
    return response;
}

std::optional<Fault> headerFault(const Request& request)
{
    if (!request.notUnderstood.empty()) return makeNotUnderstood(request.notUnderstood.front());
    if (!request.invalidTimeout.empty())
        return makeFault(code::invalidHeader,
                         "The XML contains an invalid timeout field in the SOAP header: " + request.invalidTimeout);
    if (request.operation == Operation::Unsupported)
        return makeFault(code::actionNotSupported, "The action is not supported by the service: " + request.action);
    return std::nullopt;
}

Result<Response> readResponse(std::string_view text)
{
    pugi::xml_document document;
    DRYDOCK_TRY_VOID(xml::load(document, text));
    const auto envelope = document.document_element();
    const auto header = xml::child(envelope, ns::soap, "Header"), body = xml::child(envelope, ns::soap, "Body");
    if (!xml::is(envelope, ns::soap, "Envelope") || !body) return malformedResponse("not a SOAP envelope");
    Response response;
    response.action = xml::childText(header, ns::addressing, "Action");
    response.messageId = xml::childText(header, ns::addressing, "MessageID");
    response.relatesTo = xml::childText(header, ns::addressing, "RelatesTo");
    response.activityId = xml::childText(header, ns::microsoft, "ActivityId");
    DRYDOCK_TRY(response.body, readBody(body));
    return response;
}

} // namespace drydock::wsman
