// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "wire_recordings.h"

#include "../wsman/recordings.h"
#include "model/domain/base64.h"

#include <fstream>
#include <nlohmann/json.hpp>
#include <pugixml.hpp>

namespace drydock::psrp::recordings {

namespace {

std::string localName(pugi::xml_node node)
{
    const std::string name = node.name();
    return name.substr(name.find(':') == std::string::npos ? 0 : name.find(':') + 1);
}

void collect(pugi::xml_node node, const std::string& command, Side& side)
{
    for (pugi::xml_node child : node.children()) {
        const std::string name = localName(child);
        std::string id = child.attribute("CommandId").value();
        if (id.empty()) id = command;
        if (name == "Action") side.action = child.child_value();
        const bool holdsBytes = name == "creationXml" || name == "Arguments" || name == "connectXml" ||
                                name == "connectResponseXml" ||
                                (name == "Stream" && std::string_view(child.child_value()).size() > 0);
        if (holdsBytes) {
            if (auto bytes = domain::fromBase64(child.child_value()))
                side.streams.push_back({name, id, std::string(bytes->begin(), bytes->end())});
        }
        collect(child, id, side);
    }
}

Side side(bool request, const std::string& envelope)
{
    Side result;
    result.request = request;
    pugi::xml_document document;
    document.load_buffer(envelope.data(), envelope.size());
    collect(document, "", result);
    return result;
}

} // namespace

std::vector<Side> sides(const std::filesystem::path& yml)
{
    std::vector<Side> result;
    for (const auto& exchange : tests::readRecording(yml)) {
        result.push_back(side(true, exchange.request));
        result.push_back(side(false, exchange.response));
    }
    return result;
}

std::vector<Known> known(const std::filesystem::path& jsonl)
{
    std::vector<Known> result;
    std::ifstream file(jsonl);
    for (std::string line; std::getline(file, line);) {
        const auto entry = nlohmann::json::parse(line);
        for (const auto& stream : entry.value("streams", nlohmann::json::array())) {
            for (const auto& message : stream.value("messages", nlohmann::json::array())) {
                Known one;
                one.request = entry["dir"] == "request";
                one.message.destination = static_cast<Destination>(message["dest"].get<unsigned>());
                one.message.type =
                    static_cast<MessageType>(std::stoul(message["type"].get<std::string>(), nullptr, 16));
                one.message.runspacePool = Guid::parse(message["rpid"].get<std::string>()).value();
                one.message.pipeline = Guid::parse(message["pid"].get<std::string>()).value();
                one.message.xml = message["xml"].get<std::string>();
                one.mark = message["bom"];
                result.push_back(one);
            }
        }
    }
    return result;
}

std::vector<std::filesystem::path> files()
{
    std::vector<std::filesystem::path> result;
    for (const auto& path : tests::recordings()) {
        if (std::filesystem::exists(std::filesystem::path(path).replace_extension(".jsonl"))) result.push_back(path);
    }
    return result;
}

} // namespace drydock::psrp::recordings
