// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// A damaged journal: each line is read or refused, what is read is printed and read back the same, and
// the replayed state can be shown, reported and resumed.
#include "model/maintenance/journal_record.h"
#include "model/maintenance/journal_replay.h"
#include "model/maintenance/report.h"
#include "model/maintenance/runner.h"
#include "tests/fuzz/require.h"

#include <cstdint>
#include <string_view>

using namespace drydock;
using drydock::tests::require;
using namespace drydock::maintenance;

namespace {

std::vector<JournalRecord> read(std::string_view text)
{
    std::vector<JournalRecord> records;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        if (auto record = fromJsonLine(text.substr(0, end))) records.push_back(std::move(*record));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return records;
}

void useState(const RunState& state, std::uint64_t next)
{
    static_cast<void>(reportAsText(state));
    static_cast<void>(reportAsJson(state));
    static_cast<void>(reportAsHtml(state));
    Runner runner(state, next);
    const domain::Moment now{};
    for (const Event& event : {Event(event::Start{}), Event(event::ContinueRequested{}), Event(event::UndoRequested{}),
                               Event(event::AbandonRequested{})}) {
        for (const Effect& effect : runner.on(event, now))
            require(!std::holds_alternative<effect::Send>(effect)); // nothing before something was looked at
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    auto records = read({reinterpret_cast<const char*>(data), size});
    for (const JournalRecord& record : records) {
        const std::string line = toJsonLine(record);
        require(line.find('\n') == std::string::npos);
        const auto again = fromJsonLine(line);
        require(again && toJsonLine(*again) == line);
    }
    static_cast<void>(replay(records));
    for (std::size_t i = 0; i < records.size(); ++i)
        records[i].sequence = i; // so that gaps do not hide the rest
    if (const auto state = replay(records)) useState(*state, records.size());
    return 0;
}
