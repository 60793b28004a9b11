// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// How long the event loop is held while a new snapshot is merged into filtered and sorted tables, as a multiple of a
// frame (16 ms): a full DAG (16 members x 100 databases) and the largest forest planned for (50 such DAGs).
#include "model/tables/copies_model.h"
#include "model/tables/overview_grid_model.h"
#include "model/tables/servers_model.h"
#include "model/tables/table_proxy.h"
#include "tests/support/organisations.h"

#include <QCoreApplication>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <string>
#include <vector>

namespace {

using namespace drydock;

constexpr double frame = 0.016;

// In each round the queue of one copy in ten has changed.
domain::SnapshotPtr forest(int dags, int round)
{
    auto snapshot = tests::largeSnapshot(dags, 16, 100, 16);
    int i = 0;
    for (auto& copy : snapshot.copies) {
        copy.copyQueueLength = (i * 7 + (i % 10 == 0 ? round : 0)) % 12;
        ++i;
    }
    return std::make_shared<const domain::DagSnapshot>(std::move(snapshot));
}

double seconds(const std::function<void()>& work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

void print(const char* what, double time)
{
    std::printf("  %-44s %8.2f ms  %6.2f frames\n", what, time * 1000, time / frame);
}

void bench(int dags)
{
    std::printf("%d copies\n", dags * 1600);
    tables::CopiesModel copies;
    tables::TableProxy proxy;
    proxy.setSourceModel(&copies);
    const auto first = forest(dags, 0);
    print("first rows", seconds([&] { copies.setSnapshot(first); }));
    print("sort by a number",
          seconds([&] { proxy.sort(int(tables::CopiesModel::Column::CopyQueueLength), Qt::DescendingOrder); }));
    print("sort by name", seconds([&] { proxy.sort(0); }));
    double worst = 0;
    std::vector<double> times;
    for (int round = 1; round < 8; ++round) {
        const auto next = forest(dags, round);
        times.push_back(seconds([&] { copies.setSnapshot(next); }));
        worst = std::max(worst, times.back());
    }
    std::sort(times.begin(), times.end());
    print("refresh, one row in ten changed, median", times[times.size() / 2]);
    print("refresh, one row in ten changed, worst", worst);
    print("filter, first letter", seconds([&] { proxy.setText(QStringLiteral("m")); }));
    print("filter, second letter", seconds([&] { proxy.setText(QStringLiteral("mo")); }));
    print("filter off", seconds([&] { proxy.setText({}); }));
    print("counts", seconds([&] { (void)proxy.countAll(); }));
    tables::ServersModel servers;
    tables::OverviewGridModel grid;
    grid.setDag(domain::DagName("DAG1"));
    servers.setSnapshot(first);
    grid.setSnapshot(first);
    const auto next = forest(dags, 9);
    print("servers, refresh", seconds([&] { servers.setSnapshot(next); }));
    print("overview grid of one DAG, refresh", seconds([&] { grid.setSnapshot(next); }));
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    bench(1);
    bench(50);
}
