// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/maintenance/report.h"

#include "model/domain/strings.h"
#include "model/domain/visible_text.h"
#include "model/maintenance/json_codec.h"
#include "model/maintenance/plan_rebalance.h"
#include "model/maintenance/report_text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cstdio>

namespace drydock::maintenance {
namespace {

using namespace domain;
using nlohmann::json;
using namespace report_text;

std::string componentsOf(const OriginalSettings& original)
{
    const auto held = heldDown(original);
    return held.empty() && !original.components.empty() ? "none" : joined(held);
}

std::string servicesOf(const OriginalSettings& original)
{
    std::vector<std::string> services;
    for (const auto& service : original.services)
        services.push_back(service.name + " " + service.status);
    return joined(services);
}

const Command& commandOf(const Step& step, const SentCommand& sent)
{
    return (sent.undo ? step.undo : step.commands).at(sent.command);
}

// Says when the command was sent, and what its answer was.
std::string deliveryText(const SentCommand& sent)
{
    std::string text = sent.undo ? "sent as undo " : "sent ";
    text += toIso(sent.at);
    if (!sent.returnedAt) return text + ", no answer is known";
    if (sent.error) return text + ", " + sent.error->summary();
    const auto took = std::chrono::duration<double>(*sent.returnedAt - sent.at).count();
    if (took < 0) return text + ", returned"; // the clock was set back meanwhile
    std::array<char, 32> seconds{};
    std::snprintf(seconds.data(), seconds.size(), "%.1f", took);
    return text + ", returned after " + seconds.data() + " s";
}

// Returns the commands of the plan that were not sent.
std::vector<std::string> notSent(const Step& step, const StepState& state)
{
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < step.commands.size(); ++i) {
        const bool sent = std::any_of(state.sent.begin(), state.sent.end(),
                                      [&](const SentCommand& s) { return s.command == i && !s.undo; });
        if (!sent) lines.push_back(step.commands[i].toPowerShell());
    }
    return lines;
}

const char* whyNotSent(const StepState& state) { return state.settled() ? "not sent, it was so already" : "not sent"; }

// Returns names and values for the head of the report.
std::vector<std::pair<std::string, std::string>> reportHead(const RunState& state)
{
    std::string overrides;
    for (const auto& id : state.overrides)
        overrides += (overrides.empty() ? "" : ", ") + id;
    std::string single;
    for (const auto& name : state.plan.singleCopyDatabases)
        single += (single.empty() ? "" : ", ") + name.text();
    const auto& original = state.plan.original;
    std::vector<std::pair<std::string, std::string>> head{
        {"Run", state.id},
        {"Server", state.plan.server.text() + " (" + state.plan.serverFqdn + ")"},
        {"Domain controller", state.plan.domainController},
        {"Outcome", toString(state.outcome)},
        {"Started", timeText(state.startedAt)},
        {"Finished", timeText(state.finishedAt)},
        {"Operator", state.operatorName},
        {"Computer", state.computer},
        {"Reason", state.reason},
        {"Change number", state.changeNumber},
        {"Redirect target", state.plan.redirectTarget},
        {"Overridden checks", overrides},
        {"Databases with one copy", single}};
    // A rebalance changes no setting and records none.
    if (state.plan.runKind == RunKind::Rebalance) return head;
    head.insert(head.end(), {{"Before: taken over from", state.plan.inheritedFrom},
                             {"Before: activation policy", original.policy.text},
                             {"Before: MoveNow", original.activationDisabledAndMoveNow ? "True" : "False"},
                             {"Before: cluster node", original.node.text},
                             {"Before: components held down", componentsOf(original)},
                             {"Before: services", servicesOf(original)}});
    return head;
}

std::string indented(const std::string& text)
{
    std::string out = "       ";
    for (const char c : text) {
        out += c == '\r' ? ' ' : c;
        if (c == '\n') out += "       ";
    }
    return out + "\n";
}

std::string stepAsText(std::size_t number, const Step& step, const StepState& state)
{
    std::string out = std::to_string(number) + ". " + step.title.english() + ": " + toString(state.status) + ", " +
                      elapsed(state.startedAt, state.finishedAt) + "\n";
    for (const auto& sent : state.sent) {
        out += indented("> " + commandOf(step, sent).toPowerShell()) + indented("  " + deliveryText(sent));
        for (const auto& remark : sent.remarks)
            out += indented("  " + remark);
    }
    for (const auto& command : notSent(step, state))
        out += indented("- " + command) + indented(std::string("  ") + whyNotSent(state));
    for (const auto& line : state.evidence)
        out += indented(line);
    if (state.error) out += indented("! " + state.error->summary());
    return out;
}

std::string moveText(const DatabaseMove& move)
{
    return move.database.text() + ": " + move.from.text() + " -> " + (move.to.empty() ? "?" : move.to.text()) + ", " +
           move.status + (move.logsLost ? ", logs lost " + std::to_string(*move.logsLost) : "") +
           (move.mountStatus.empty() ? "" : ", " + move.mountStatus) + (move.error.empty() ? "" : ": " + move.error);
}

std::string stepAsHtml(std::size_t number, const Step& step, const StepState& state)
{
    std::string out = "<tr><td>" + std::to_string(number) + "</td><td><b>" + escaped(step.title.english()) + "</b>";
    for (const auto& sent : state.sent) {
        out +=
            "<br><code>" + escaped(commandOf(step, sent).toPowerShell()) + "</code><br>" + escaped(deliveryText(sent));
        for (const auto& remark : sent.remarks)
            out += "<br>" + escaped(remark);
    }
    for (const auto& command : notSent(step, state))
        out += "<br><i>" + escaped(command) + "</i><br>" + whyNotSent(state);
    for (const auto& line : state.evidence)
        out += "<br>" + escaped(line);
    if (state.error) out += "<br><b>" + escaped(state.error->summary()) + "</b>";
    return out + "</td><td>" + toString(state.status) + "</td><td>" + timeText(state.startedAt) + "</td><td>" +
           elapsed(state.startedAt, state.finishedAt) + "</td></tr>\n";
}

std::vector<std::string> warningsOf(const RunState& state)
{
    std::vector<std::string> lines;
    for (const auto& warning : state.warnings)
        lines.push_back(warning.english());
    return lines;
}

std::vector<std::string> movesOf(const RunState& state)
{
    std::vector<std::string> lines;
    for (const auto& move : state.moves)
        lines.push_back(moveText(move));
    return lines;
}

// Where each database of a rebalance was, and how many each server has.
std::vector<std::string> placesOf(const RunState& state)
{
    std::vector<std::string> lines;
    for (const auto& place : state.plan.places) {
        auto line =
            place.database.text() + ": active on " + place.activeOn.text() + ", preferred " + place.preferred.text();
        if (!place.refusal.empty()) line += ", stays: " + place.refusal.english();
        lines.push_back(std::move(line));
    }
    return lines;
}

std::vector<std::string> sharesAsLines(const RunState& state)
{
    std::vector<std::string> lines;
    for (const auto& share : sharesOf(state))
        lines.push_back(share.server.text() + ": before " + std::to_string(share.before) + ", planned " +
                        std::to_string(share.planned) + ", now " + std::to_string(share.actual) + ", preferred " +
                        std::to_string(share.preferred));
    return lines;
}

json sharesAsJson(const RunState& state)
{
    auto servers = json::array();
    for (const auto& share : sharesOf(state))
        servers.push_back({{"server", share.server.text()},
                           {"before", share.before},
                           {"planned", share.planned},
                           {"active", share.actual},
                           {"preferred", share.preferred}});
    return servers;
}

json stepAsJson(std::size_t number, const Step& step, const StepState& state)
{
    auto commands = json::array();
    for (const auto& command : step.commands)
        commands.push_back(command.toPowerShell());
    auto sent = json::array();
    for (const auto& one : state.sent)
        sent.push_back({{"command", commandOf(step, one).toPowerShell()},
                        {"undo", one.undo},
                        {"at", toIso(one.at)},
                        {"returnedAt", one.returnedAt ? json(toIso(*one.returnedAt)) : json()},
                        {"error", one.error ? codec::toJson(*one.error) : json()},
                        {"remarks", one.remarks}});
    return {{"n", number},
            {"kind", toString(step.kind)},
            {"title", step.title.english()},
            {"state", toString(state.status)},
            {"commands", commands}, // the planned commands
            {"sent", sent},
            {"started", state.startedAt ? json(toIso(*state.startedAt)) : json()},
            {"finished", state.finishedAt ? json(toIso(*state.finishedAt)) : json()},
            {"evidence", state.evidence},
            {"error", state.error ? codec::toJson(*state.error) : json()}};
}

} // namespace

std::string reportAsText(const RunState& state)
{
    std::string out = headingOf(state.plan) + "\n\n";
    for (const auto& [name, value] : reportHead(state))
        if (!value.empty()) out += name + ": " + visibleText(value) + "\n";
    out += "\n";
    for (std::size_t i = 0; i < state.steps.size() && i < state.plan.steps.size(); ++i)
        out += stepAsText(i + 1, state.plan.steps[i], state.steps[i]);
    const auto list = [&](const char* heading, const std::vector<std::string>& lines) {
        if (lines.empty()) return;
        out += std::string("\n") + heading + "\n";
        for (const auto& line : lines)
            out += "  " + visibleText(line) + "\n";
    };
    list("Databases", movesOf(state));
    list("Preferred servers", placesOf(state));
    list("Active databases of each server", sharesAsLines(state));
    list("Warnings", warningsOf(state));
    list("Decisions", state.notes);
    return visibleLines(out);
}

std::string reportAsJson(const RunState& state)
{
    auto steps = json::array();
    for (std::size_t i = 0; i < state.steps.size() && i < state.plan.steps.size(); ++i)
        steps.push_back(stepAsJson(i + 1, state.plan.steps[i], state.steps[i]));
    auto moves = json::array();
    for (const auto& move : state.moves)
        moves.push_back(codec::toJson(move));
    json report{{"id", state.id},
                {"kind", toString(state.plan.runKind)},
                {"server", state.plan.server.text()},
                {"outcome", toString(state.outcome)},
                {"phase", toString(state.phase)},
                {"started", state.startedAt ? json(toIso(*state.startedAt)) : json()},
                {"finished", state.finishedAt ? json(toIso(*state.finishedAt)) : json()},
                {"operator", state.operatorName},
                {"computer", state.computer},
                {"shared", state.plan.shared},
                {"reason", state.reason},
                {"changeNumber", state.changeNumber},
                {"overrides", state.overrides},
                {"original", codec::toJson(state.plan.original)},
                {"originalFrom", state.plan.inheritedFrom},
                {"steps", steps},
                {"moves", moves},
                {"warnings", warningsOf(state)},
                {"notes", state.notes}};
    if (state.plan.runKind == RunKind::Rebalance) {
        report["group"] = state.plan.group;
        report["servers"] = sharesAsJson(state);
    }
    return visibleJson(codec::print(report)) + "\n";
}

std::string reportAsHtml(const RunState& state)
{
    std::string out = pageBegin(headingOf(state.plan), reportHead(state));
    out += "<h2>Steps</h2>\n<table><tr><th>#</th><th>Step</th><th>State</th><th>Started</th><th>Took</th></"
           "tr>\n";
    for (std::size_t i = 0; i < state.steps.size() && i < state.plan.steps.size(); ++i)
        out += stepAsHtml(i + 1, state.plan.steps[i], state.steps[i]);
    out += "</table>\n" + listAsHtml("Databases", movesOf(state)) + listAsHtml("Preferred servers", placesOf(state)) +
           listAsHtml("Active databases of each server", sharesAsLines(state)) +
           listAsHtml("Warnings", warningsOf(state)) + listAsHtml("Decisions", state.notes);
    return out + pageEnd();
}

} // namespace drydock::maintenance
