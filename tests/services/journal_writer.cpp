// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// A process that writes a journal until it is killed: `journal_writer FOLDER RUN` makes the journal and appends a
// record after the other. It reports the number of each on standard output as soon as it is said to be written.
// `journal_writer FOLDER RUN --hold` opens the journal, reports 0, and waits for its standard input to end.
#include "model/services/journal_file_store.h"
#include "tests/support/clocks.h"
#include "tests/support/organisations.h"
#include "tests/support/sample_runs.h"

#include <QString>

#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>

using namespace drydock;

namespace {

void report(std::uint64_t number)
{
    std::printf("%llu\n", static_cast<unsigned long long>(number));
    std::fflush(stdout);
}

int hold(services::JournalFileStore& store, const std::string& id)
{
    const auto opened = store.open(id);
    if (!opened) return 1;
    report(0);
    while (std::getchar() != EOF) {
    }
    return 0;
}

int write(services::JournalFileStore& store, const std::string& id, domain::Time now)
{
    const auto created = store.create(id, {}, 0);
    if (!created || !created->journal->append(tests::wholeJournal(tests::oneStepRun(id))[0])) return 1;
    for (std::uint64_t i = 1;; ++i) {
        if (!created->journal->append({i, now, maintenance::record::Note{std::string(1000 + i % 500, 'x')}})) return 1;
        report(i);
    }
}

} // namespace

int main(int argc, char** argv)
{
    if (argc < 3) return 2;
    const tests::ManualClock clock(tests::at(0));
    services::JournalFileStore store(QString::fromLocal8Bit(argv[1]), clock);
    const bool holds = argc > 3 && std::string_view(argv[3]) == "--hold";
    return holds ? hold(store, argv[2]) : write(store, argv[2], clock.now());
}
