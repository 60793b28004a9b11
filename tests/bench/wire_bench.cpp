// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Prints what a connection costs in HTTP requests, and whether the event loop holds still while a full DAG is
// refreshed.
#include "model/controllers/refresh_controller.h"
#include "model/ports/clock.h"
#include "model/tables/components_model.h"
#include "model/tables/copies_model.h"
#include "model/tables/table_proxy.h"
#include "remoting/exchange/remote_shells.h"
#include "remoting/exchange/session_gateway.h"
#include "remoting/lab/lab_thread.h"
#include "remoting/lab/scenario_generator.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTimer>

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <ctime>

using namespace drydock;

namespace {

struct Counter {
    std::atomic<int> create{0}, command{0}, receive{0}, other{0};
    void count(const std::string& request)
    {
        const auto has = [&request](const char* text) { return request.find(text) != std::string::npos; };
        if (has("transfer/Create"))
            ++create;
        else if (has("shell/Command"))
            ++command;
        else if (has("shell/Receive"))
            ++receive;
        else
            ++other;
    }
    void print(const char* what) const
    {
        std::printf("%-34s %d Create, %d Command, %d Receive, %d other\n", what, create.load(), command.load(),
                    receive.load(), other.load());
    }
};

ports::ConnectionProfile profileOf(const lab::Listening& listening)
{
    ports::ConnectionProfile profile;
    profile.url = QString::fromStdString(listening.exchangeUrl);
    profile.scheme = ports::AuthenticationScheme::Basic;
    profile.user = QStringLiteral("LAB\\admin");
    for (const auto& [name, url] : listening.nodeUrls)
        profile.nodeUrls.insert(QString::fromStdString(name), QString::fromStdString(url));
    return profile;
}

lab::Listening serve(lab::LabThread& lab, lab::Scenario scenario)
{
    lab::LabOptions options;
    options.scenario = std::move(scenario);
    options.scenario.users = {{"LAB\\admin", "OrganizationManagement"}};
    auto listening = lab.start(std::move(options));
    if (!listening) {
        std::fprintf(stderr, "%s\n", listening.error().summary().c_str());
        std::exit(1);
    }
    return *listening;
}

template <class T> T await(QFuture<T> future)
{
    future.waitForFinished();
    return future.result();
}

void countRequests()
{
    lab::LabThread lab;
    const auto profile = profileOf(serve(lab, *lab::loadScenario("seed")));
    session::NetworkThread network;
    const ports::SystemClock clock;
    Counter counter;
    session::ShellSetup setup;
    setup.tap = [&counter](const std::string& request, const std::string&, int) { counter.count(request); };
    auto shells = exchange::remoteShells(
        profile, ports::Passwords{domain::Secret(std::string(lab::defaultLabPassword))}, network, setup);
    exchange::SessionGateway gateway(profile, *shells, clock, network);
    if (!await(gateway.open())) std::exit(1);
    counter.print("open, and read the permissions");
    Counter before{counter.create.load(), counter.command.load(), counter.receive.load(), counter.other.load()};
    ports::ReadScope scope;
    scope.needs = {{domain::SnapshotSection::Servers, domain::ServerName()}};
    static_cast<void>(await(gateway.readSnapshot(scope)));
    std::printf("%-34s %d requests (two cmdlets the first time)\n", "a reading of the servers",
                counter.command + counter.receive + counter.other - before.command - before.receive - before.other);
}

// Milliseconds this thread has worked: on a machine that others use too, what the clock says is not what we did.
double workedMs()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

// The longest time the event loop was away, measured by a timer that wants to fire all the time; and the longest it
// worked meanwhile.
class StallMeter : public QObject
{
public:
    StallMeter()
    {
        m_timer.setInterval(0);
        connect(&m_timer, &QTimer::timeout, this, [this] {
            m_longest = std::max(m_longest, m_since.nsecsElapsed());
            m_since.restart();
            const double worked = workedMs();
            m_longestWork = std::max(m_longestWork, worked - m_worked);
            m_worked = worked;
        });
    }
    void start()
    {
        m_longest = 0;
        m_longestWork = 0;
        m_worked = workedMs();
        m_since.start();
        m_timer.start();
    }
    [[nodiscard]] double longestMs() const { return static_cast<double>(m_longest) / 1e6; }
    [[nodiscard]] double longestWorkMs() const { return m_longestWork; }

private:
    QTimer m_timer;
    QElapsedTimer m_since;
    qint64 m_longest = 0;
    double m_worked = 0;
    double m_longestWork = 0;
};

void refreshFullDag()
{
    lab::LabThread lab;
    const auto profile = profileOf(serve(lab, lab::generateScenario(16, 400, 4))); // 1,600 copies
    session::NetworkThread network;
    const ports::SystemClock clock;
    auto shells = exchange::remoteShells(
        profile, ports::Passwords{domain::Secret(std::string(lab::defaultLabPassword))}, network);
    const auto gateway = std::make_shared<exchange::SessionGateway>(profile, *shells, clock, network);
    if (!await(gateway->open())) std::exit(1);
    controllers::RefreshController refresh;
    tables::CopiesModel copies;
    tables::ComponentsModel components;
    StallMeter stall;
    int left = 5;
    QElapsedTimer whole;
    QObject::connect(&refresh, &controllers::RefreshController::snapshotChanged, &refresh,
                     [&](const domain::SnapshotPtr& snapshot) {
                         copies.setSnapshot(snapshot);
                         components.setSnapshot(snapshot);
                         QTimer::singleShot(0, &refresh, [&, snapshot] {
                             std::printf("refresh of %zu copies, %zu components: %5.2f s; longest stall %.1f ms, %.1f "
                                         "ms of it work = %.2f of "
                                         "a frame (16 ms)\n",
                                         snapshot->copies.size(), snapshot->components.size(),
                                         static_cast<double>(whole.elapsed()) / 1000, stall.longestMs(),
                                         stall.longestWorkMs(), stall.longestWorkMs() / 16);
                             if (--left == 0) return QCoreApplication::quit();
                             whole.restart();
                             stall.start();
                             refresh.refresh();
                         });
                     });
    QObject::connect(&refresh, &controllers::RefreshController::refreshFailed, &refresh,
                     [](const domain::Error& error) {
                         std::fprintf(stderr, "%s\n", error.summary().c_str());
                         QCoreApplication::exit(1);
                     });
    refresh.setInterval(std::chrono::milliseconds(0));
    refresh.setGateway(gateway);
    whole.start();
    stall.start();
    refresh.refresh();
    QCoreApplication::exec();
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    countRequests();
    refreshFullDag();
    return 0;
}
