// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "model/maintenance/journal_record.h"

#include "model/maintenance/json_codec.h"

#include <nlohmann/json.hpp>

namespace drydock::maintenance {
namespace {

using namespace domain;
using codec::toJson;
using nlohmann::json;

json errorOrNull(const std::optional<Error>& error) { return error ? toJson(*error) : json(); }

std::optional<Error> readError(const json& from)
{
    if (from.is_null()) return std::nullopt;
    Error error;
    codec::read(from, error);
    return error;
}

struct RecordJson {
    json operator()(const record::RunCreated& r) const
    {
        return {{"type", "run-created"},
                {"format", journalFormat},
                {"id", r.state.id},
                {"number", r.state.number},
                {"plan", toJson(r.state.plan)},
                {"reason", r.state.reason},
                {"changeNumber", r.state.changeNumber},
                {"operator", r.state.operatorName},
                {"computer", r.state.computer},
                {"overrides", r.state.overrides}};
    }
    json operator()(const record::StepStarted& r) const { return {{"type", "step-started"}, {"step", r.step}}; }
    json operator()(const record::CommandSending& r) const
    {
        return {{"type", "command-sending"}, {"step", r.step}, {"command", r.command}, {"undo", r.undo}};
    }
    json operator()(const record::CommandReturned& r) const
    {
        auto moves = json::array();
        for (const auto& move : r.moves)
            moves.push_back(toJson(move));
        json returned{
            {"type", "command-returned"},    {"step", r.step},         {"command", r.command}, {"undo", r.undo},
            {"error", errorOrNull(r.error)}, {"warnings", r.warnings}, {"moves", moves}};
        if (!r.remarks.empty()) returned["remarks"] = r.remarks;
        return returned;
    }
    json operator()(const record::StepFinished& r) const
    {
        return {{"type", "step-finished"},       {"step", r.step},
                {"status", toString(r.status)},  {"evidence", r.evidence},
                {"error", errorOrNull(r.error)}, {"sendable", r.sendable}};
    }
    json operator()(const record::StepHeld& r) const
    {
        return {{"type", "step-held"}, {"step", r.step}, {"status", toString(r.status)}, {"sendable", r.sendable}};
    }
    json operator()(const record::Continued& r) const
    {
        return {{"type", "continued"}, {"byOperator", r.byOperator}, {"sendAgain", r.sendAgain}};
    }
    json operator()(const record::UndoRequested& r) const { return {{"type", "undo-requested"}, {"downTo", r.downTo}}; }
    json operator()(const record::UndoFinished&) const { return {{"type", "undo-finished"}}; }
    json operator()(const record::StepsReopened& r) const { return {{"type", "steps-reopened"}, {"steps", r.steps}}; }
    json operator()(const record::GoneOnWithout& r) const
    {
        return {{"type", "step-waived"}, {"step", r.step}, {"left", codec::toJson(r.left)}};
    }
    json operator()(const record::Note& r) const
    {
        return {{"type", "note"},
                {"text", r.text},
                {"domainController", r.domainController},
                {"domainControllerLost", r.domainControllerLost}};
    }
    json operator()(const record::RunFinished& r) const
    {
        return {{"type", "run-finished"}, {"outcome", toString(r.outcome)}};
    }
};

record::RunCreated readCreated(const json& from)
{
    RunState state;
    state.format = from.value("format", 0);
    state.id = from.at("id").get<std::string>();
    state.number = from.value("number", std::uint64_t{0});
    codec::read(from.at("plan"), state.plan);
    state.reason = from.at("reason").get<std::string>();
    state.changeNumber = from.at("changeNumber").get<std::string>();
    state.operatorName = from.at("operator").get<std::string>();
    state.computer = from.value("computer", std::string());
    state.overrides = from.at("overrides").get<std::set<std::string>>();
    state.domainController = state.plan.domainController;
    state.steps.resize(state.plan.steps.size());
    return {std::move(state)};
}

record::CommandReturned readReturned(const json& from, std::size_t step)
{
    record::CommandReturned returned{step,
                                     from.at("command").get<std::size_t>(),
                                     from.at("undo").get<bool>(),
                                     readError(from.at("error")),
                                     from.at("warnings").get<std::vector<std::string>>(),
                                     {},
                                     from.value("remarks", std::vector<std::string>())};
    for (const auto& item : from.at("moves")) {
        DatabaseMove move;
        codec::read(item, move);
        returned.moves.push_back(std::move(move));
    }
    return returned;
}

template <class E> E knownWord(const json& from, const char* key, std::optional<E> (*named)(std::string_view) noexcept)
{
    const auto word = from.at(key).get<std::string>();
    const auto value = named(word);
    if (!value) throw json::type_error::create(302, "unknown word " + word, &from);
    return *value;
}

RecordBody readBody(const json& from)
{
    const auto type = from.at("type").get<std::string>();
    if (type == "run-created") return readCreated(from);
    if (type == "note")
        return record::Note{from.at("text").get<std::string>(), from.value("domainController", std::string()),
                            from.value("domainControllerLost", false)};
    if (type == "run-finished") return record::RunFinished{knownWord(from, "outcome", outcomeNamed)};
    if (type == "undo-requested") return record::UndoRequested{from.at("downTo").get<std::size_t>()};
    if (type == "undo-finished") return record::UndoFinished{};
    if (type == "continued")
        return record::Continued{from.at("byOperator").get<bool>(), from.at("sendAgain").get<bool>()};
    if (type == "steps-reopened") return record::StepsReopened{from.at("steps").get<std::vector<std::size_t>>()};
    const auto step = from.at("step").get<std::size_t>();
    if (type == "step-waived") {
        record::GoneOnWithout gone{step, {}};
        codec::read(from.at("left"), gone.left);
        return gone;
    }
    if (type == "step-started") return record::StepStarted{step};
    if (type == "command-sending")
        return record::CommandSending{step, from.at("command").get<std::size_t>(), from.at("undo").get<bool>()};
    if (type == "command-returned") return readReturned(from, step);
    if (type == "step-finished")
        return record::StepFinished{step, knownWord(from, "status", stepStatusNamed),
                                    from.at("evidence").get<std::vector<std::string>>(), readError(from.at("error")),
                                    from.value("sendable", false)};
    if (type == "step-held")
        return record::StepHeld{step, knownWord(from, "status", stepStatusNamed), from.at("sendable").get<bool>()};
    throw json::type_error::create(302, "unknown type " + type, &from);
}

} // namespace

std::string toJsonLine(const JournalRecord& record)
{
    auto line = std::visit(RecordJson{}, record.body);
    line["seq"] = record.sequence;
    line["at"] = toIso(record.at);
    return codec::print(line);
}

Result<JournalRecord> fromJsonLine(std::string_view line)
{
    try {
        const auto from = json::parse(line);
        const auto at = fromIso(from.at("at").get<std::string>());
        if (!at) return fail(ErrorKind::Corrupt, "journal record", "“at” is not a time");
        // The format is checked first, so that a newer record is not reported as damaged.
        if (const int format = from.value("format", 0); format > journalFormat)
            return fail(ErrorKind::Usage, "journal record",
                        "written by a newer Drydock: journal format " + std::to_string(format) + ", this one knows " +
                            std::to_string(journalFormat) + "; go on with that one");
        return JournalRecord{from.at("seq").get<std::uint64_t>(), *at, readBody(from)};
    } catch (const json::exception& e) {
        return fail(ErrorKind::Corrupt, "journal record", e.what());
    }
}

} // namespace drydock::maintenance
