// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "remoting/session/wire_listing.h"

#include "model/domain/base64.h"
#include "remoting/psrp/fragment.h"
#include "remoting/psrp/message.h"
#include "remoting/wsman/names.h"
#include "remoting/wsman/recording.h"
#include "remoting/wsman/response.h"
#include "remoting/wsman/xml.h"

#include <cstdint>
#include <map>
#include <tuple>

namespace drydock::session {
namespace {

namespace ns = wsman::ns;
namespace xml = wsman::xml;
using domain::ErrorKind;
using domain::Result;

struct OpenMessage {
    std::uint64_t nextFragment = 0;
    std::string data;
};

// The pieces of messages that one end sends to a pool or to one of its pipelines.
struct Direction {
    std::string rest; // of a fragment that is not complete
    std::map<std::uint64_t, OpenMessage> open;
};

class Listing
{
public:
    explicit Listing(const std::function<void(const WireRow&)>& take) : m_take(take) {}

    Result<> list(const wsman::RecordedExchange& recorded, std::size_t number)
    {
        m_row = {};
        m_row.exchange = number;
        DRYDOCK_TRY_VOID(listSide(recorded.request, true, recorded.line));
        return listSide(recorded.response, false, recorded.line);
    }

private:
    Result<> listSide(const std::string& text, bool isRequest, std::size_t line)
    {
        m_row.isRequest = isRequest;
        const auto listed = listEnvelope(text);
        if (listed) return {};
        auto error = listed.error();
        error.what = "read the recording";
        error.detail =
            "line " + std::to_string(line) + ", the " + (isRequest ? "request" : "response") + ": " + error.detail;
        return domain::fail(std::move(error));
    }

    Result<> listEnvelope(const std::string& text)
    {
        m_row.action.clear();
        m_row.command.clear();
        m_rows = 0;
        pugi::xml_document document;
        if (!text.empty()) {
            DRYDOCK_TRY_VOID(xml::load(document, text));
            DRYDOCK_TRY_VOID(readHeader(document.document_element(), text));
            const auto body = xml::child(document.document_element(), ns::soap, "Body");
            DRYDOCK_TRY_VOID(listStreams(body, {}));
        }
        if (m_rows == 0) take({}, {}, text.size());
        return {};
    }

    Result<> readHeader(pugi::xml_node envelope, const std::string& text)
    {
        const auto header = xml::child(envelope, ns::soap, "Header"), body = xml::child(envelope, ns::soap, "Body");
        if (!header || !body) return domain::fail(ErrorKind::Malformed, {}, "not a SOAP envelope");
        const auto action = xml::childText(header, ns::addressing, "Action");
        m_row.action = action.substr(action.rfind('/') + 1);
        if (xml::child(body, ns::soap, "Fault")) {
            DRYDOCK_TRY(const auto response, wsman::readResponse(text));
            m_row.action = "Fault " + std::to_string(response.fault() ? response.fault()->code : 0);
        }
        if (!m_row.isRequest) return {};
        m_isPowerShell = xml::childText(header, ns::wsman, "ResourceURI").starts_with(wsman::uri::powershellPrefix);
        m_row.shell.clear();
        for (const auto selector : xml::child(header, ns::wsman, "SelectorSet").children())
            if (std::string_view(selector.attribute("Name").value()) == "ShellId") m_row.shell = xml::text(selector);
        return {};
    }

    // Goes through the body, whatever the operation: a command id holds for what stands in its element.
    Result<> listStreams(pugi::xml_node parent, const std::string& command)
    {
        for (const auto node : parent.children()) {
            if (node.type() != pugi::node_element) continue;
            const auto name = xml::localName(node);
            const auto* ofNode = node.attribute("CommandId").value();
            std::string id = *ofNode ? ofNode : command;
            if (name == "CommandId") id = xml::text(node);
            if (name == "Shell" && *node.attribute("ShellId").value()) m_row.shell = node.attribute("ShellId").value();
            if (name == "ShellId" && m_row.shell.empty()) m_row.shell = xml::text(node);
            if (!id.empty()) m_row.command = id;
            const bool holdsBytes = name == "creationXml" || name == "Arguments" || name == "Stream" ||
                                    name == "connectXml" || name == "connectResponseXml";
            if (holdsBytes && m_isPowerShell)
                DRYDOCK_TRY_VOID(listBytes(xml::content(node), id));
            else
                DRYDOCK_TRY_VOID(listStreams(node, id));
        }
        return {};
    }

    Result<> listBytes(const std::string& base64, const std::string& command)
    {
        const auto bytes = domain::fromBase64(base64);
        if (!bytes) return domain::fail(ErrorKind::Malformed, {}, "a stream is not base64");
        auto& direction = m_directions[{m_row.isRequest, m_row.shell, command}];
        direction.rest += *bytes;
        std::string_view rest = direction.rest;
        while (rest.size() >= psrp::fragmentHeaderBytes) {
            const auto head = psrp::readFragmentHeader(rest);
            if (head.length > limits::fragmentBytes)
                return domain::fail(ErrorKind::LimitExceeded, {}, "a fragment of " + std::to_string(head.length));
            if (rest.size() - psrp::fragmentHeaderBytes < head.length) break;
            DRYDOCK_TRY_VOID(listFragment(direction, head, rest.substr(psrp::fragmentHeaderBytes, head.length)));
            rest.remove_prefix(psrp::fragmentHeaderBytes + head.length);
        }
        direction.rest.erase(0, direction.rest.size() - rest.size());
        return {};
    }

    Result<> listFragment(Direction& direction, const psrp::FragmentHeader& head, std::string_view blob)
    {
        const auto object = std::to_string(head.objectId);
        auto& open = direction.open[head.objectId];
        if (head.start) open = {};
        const bool follows =
            head.start ? head.fragmentId == 0 : open.nextFragment > 0 && head.fragmentId == open.nextFragment;
        open.nextFragment = head.fragmentId + 1;
        open.data += blob;
        if (!follows || !head.end) { // what was before it may not be in the recording
            if (!follows) direction.open.erase(head.objectId);
            take(object, "(part)", blob.size());
            return {};
        }
        const auto whole = std::move(open.data);
        direction.open.erase(head.objectId);
        const auto message = psrp::decodeMessage(whole);
        if (!message) return domain::fail(ErrorKind::Malformed, {}, "object " + object + ": " + message.error().detail);
        if (m_row.command.empty() && !message->pipeline.isNil()) m_row.command = message->pipeline.toUpperString();
        if (m_row.shell.empty()) m_row.shell = message->runspacePool.toUpperString();
        take(object, toString(message->type), whole.size());
        return {};
    }

    void take(std::string object, std::string message, std::size_t bytes)
    {
        m_row.object = std::move(object);
        m_row.message = std::move(message);
        m_row.bytes = bytes;
        ++m_rows;
        m_take(m_row);
    }

    const std::function<void(const WireRow&)>& m_take;
    WireRow m_row;
    std::size_t m_rows = 0; // of this envelope
    bool m_isPowerShell = true;
    std::map<std::tuple<bool, std::string, std::string>, Direction> m_directions; // by sender, shell and command
};

} // namespace

Result<> listRecording(std::string_view recording, const std::function<void(const WireRow&)>& take)
{
    DRYDOCK_TRY(const auto exchanges, wsman::readRecording(recording));
    Listing listing(take);
    for (std::size_t i = 0; i < exchanges.size(); ++i)
        DRYDOCK_TRY_VOID(listing.list(exchanges[i], i + 1));
    return {};
}

} // namespace drydock::session
