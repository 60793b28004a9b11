// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Lists a folder of 5,000 journals of whole maintenances, beside reading the same bytes plainly.
#include "model/services/journal_file_store.h"
#include "model/services/journal_lines.h"
#include "tests/support/clocks.h"
#include "tests/support/organisations.h"
#include "tests/support/runner_driver.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

using namespace drydock;

namespace {

constexpr int journals = 5000;
constexpr int rounds = 3;

template <class Work> double bestMilliseconds(Work work)
{
    double best = 0;
    for (int round = 0; round < rounds; ++round) {
        QElapsedTimer timer;
        timer.start();
        work();
        const auto took = double(timer.nsecsElapsed()) / 1e6;
        best = round == 0 ? took : std::min(best, took);
    }
    return best;
}

using Journal = std::vector<maintenance::JournalRecord>;

// Into maintenance and back by turns, every few hours.
void fill(const QString& folder)
{
    tests::RunnerDriver driver(tests::seedSnapshot());
    driver.plan(maintenance::RunKind::Enter);
    driver.run(maintenance::event::Start{});
    const Journal enter = driver.journal;
    driver.plan(maintenance::RunKind::Reinstate, driver.state().plan.original);
    driver.run(maintenance::event::Start{});
    const Journal leave = driver.journal;
    for (int run = 0; run < journals; ++run) {
        auto records = run % 2 == 0 ? enter : leave;
        auto& state = std::get<maintenance::record::RunCreated>(records.front().body).state;
        state.number = std::uint64_t(run) + 1;
        state.id = maintenance::runId(tests::at(run * 180), state.plan.server, state.plan.runKind);
        QFile file(folder + QLatin1Char('/') + QString::fromStdString(state.id) + QStringLiteral(".jsonl"));
        if (!file.open(QIODevice::WriteOnly)) continue;
        for (const auto& record : records)
            file.write(QByteArray::fromStdString(services::journalLine(record)));
    }
}

} // namespace

int main()
{
    const QTemporaryDir folder;
    fill(folder.path());
    const tests::ManualClock clock(tests::at(0));
    services::JournalFileStore store(folder.path(), clock);

    qint64 bytes = 0;
    const auto plain = bestMilliseconds([&] {
        bytes = 0;
        for (const auto& name : QDir(folder.path()).entryList({QStringLiteral("*.jsonl")}, QDir::Files)) {
            QFile file(folder.filePath(name));
            if (file.open(QIODevice::ReadOnly)) bytes += file.readAll().size();
        }
    });
    std::size_t listed = 0;
    const auto listing = bestMilliseconds([&] { listed = store.list().value().size(); });
    std::printf("%zu journals, %.1f MB: read plainly %.0f ms, listed %.0f ms, %.1f times as long\n", listed,
                double(bytes) / 1e6, plain, listing, listing / plain);
    return listed == std::size_t(journals) ? 0 : 1;
}
