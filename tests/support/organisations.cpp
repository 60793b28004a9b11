// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

#include "tests/support/organisations.h"

#include "tests/support/snapshot_changes.h"

namespace drydock::tests {

using namespace domain;
using namespace std::chrono_literals;

ServerName mail() { return ServerName("MAIL"); }
ServerName mail2() { return ServerName("MAIL2"); }

DagSnapshot seedSnapshot()
{
    return SnapshotBuilder()
        .server("MAIL")
        .server("MAIL2")
        .database("DB01", {"MAIL", "MAIL2"})
        .database("DB02", {"MAIL", "MAIL2"})
        .database("DB-test", {"MAIL"})
        .build();
}

DagSnapshot busySeed()
{
    auto snapshot = seedSnapshot();
    snapshot.queues.front().messageCount = 12;
    return snapshot;
}

DagSnapshot threeMemberSnapshot()
{
    SnapshotBuilder builder(Components::All);
    builder.server("MAIL", "DAG1", "A").server("MAIL2", "DAG1", "A").server("MAIL3", "DAG1", "B");
    for (const char* name : {"DB01", "DB02", "DB07", "DB11", "DB12"})
        builder.database(name, {"MAIL", "MAIL2", "MAIL3"});
    builder.database("DB-test", {"MAIL"});
    for (const char* server : {"MAIL", "MAIL2", "MAIL3"})
        builder.queue(server, "Shadow\\3", 12, "mail2");
    auto snapshot = builder.build();
    snapshot.queues.front().messageCount = 37;
    for (const auto& server : std::vector(snapshot.servers))
        setPolicy(snapshot, server.name, AutoActivationPolicy::IntrasiteOnly);
    return snapshot;
}

DagSnapshot twoGroupSnapshot()
{
    SnapshotBuilder builder(Components::All);
    builder.server("MAIL", "DAG1", "Site A").server("MAIL2", "DAG1", "Site A");
    builder.server("MAIL3", "DAG1", "Site B").server("MAIL4", "DAG1", "Site B");
    for (int i = 1; i <= 8; ++i)
        builder.server("EX" + std::to_string(i), "DAG2", "Site C");
    builder.database("DB01", {"MAIL", "MAIL2", "MAIL3"}, "MAIL2")
        .database("DB02", {"MAIL", "MAIL2", "MAIL3"}, "MAIL2")
        .database("DB03", {"MAIL", "MAIL2", "MAIL3"}, "MAIL3")
        .database("DB04", {"MAIL", "MAIL2", "MAIL4"}, "MAIL2")
        .database("DB05", {"MAIL2", "MAIL3", "MAIL4"}, "MAIL2")
        .database("DB06", {"MAIL", "MAIL2", "MAIL3", "MAIL4"}, "MAIL3")
        .database("DB07", {"MAIL", "MAIL2", "MAIL3"}, "MAIL2")
        .database("DB08", {"MAIL2", "MAIL3", "MAIL4"}, "MAIL3")
        .database("DB09", {"MAIL", "MAIL2", "MAIL3"}, "MAIL2")
        .database("DB10", {"MAIL", "MAIL2", "MAIL3", "MAIL4"}, "MAIL3")
        .database("DB11", {"MAIL", "MAIL2", "MAIL4"}, "MAIL2")
        .database("DB12", {"MAIL", "MAIL2", "MAIL3"}, "MAIL");
    for (int i = 1; i <= 4; ++i)
        builder.database("MBX" + std::to_string(i), {"EX" + std::to_string(i), "EX" + std::to_string(i + 4)});
    builder.queue("MAIL", "12", 37, "db12")
        .queue("MAIL3", "31", 0, "contoso.com",
               "451 4.4.0 Primary target IP address responded with: 421 4.4.2 Connection dropped.")
        .queue("MAIL2", "Shadow\\3", 12, "mail.alwayshotcafe.com");
    auto snapshot = builder.build();
    snapshot.groups.front().primaryActiveManager = mail2();
    setPolicy(snapshot, mail(), AutoActivationPolicy::Blocked);
    serverOf(snapshot, mail()).activationDisabledAndMoveNow = true;
    setComponent(snapshot, mail(), component::hubTransport, ServiceState::Draining, requester::maintenance, at(-3));
    putInMaintenance(snapshot, ServerName("MAIL4"), at(-72));
    setComponent(snapshot, ServerName("MAIL3"), "ImapProxy", ServiceState::Inactive, "Functional", at(-14400));
    copyOf(snapshot, "DB04", ServerName("MAIL4")).copyQueueLength = 214;
    for (const char* lagged : {"DB06", "DB10"}) {
        copyOf(snapshot, lagged, ServerName("MAIL4")).replayLag = 7 * 24h;
        copyOf(snapshot, lagged, ServerName("MAIL4")).replayQueueLength = 60480;
    }
    auto& failed = copyOf(snapshot, "DB09", mail());
    failed.status = copyStatus("FailedAndSuspended");
    failed.copyQueueLength = 18214;
    failed.errorMessage = "The log copier was unable to read the log file E0300004A2F.log: the disk reported an error.";
    copyOf(snapshot, "DB12", mail()).status = copyStatus("Dismounting");
    databaseOf(snapshot, "DB12").mounted = false;
    databaseOf(snapshot, "DB12").mountedOn = {};
    return snapshot;
}

DagSnapshot largeSnapshot(int groups, int servers, int databases, int copies)
{
    SnapshotBuilder builder(Components::All);
    for (int g = 0; g < groups; ++g) {
        const auto dag = "DAG" + std::to_string(g + 1);
        const auto name = [&](int i) { return "LONGSERVERNAME" + std::to_string(g * servers + i + 1); };
        for (int i = 0; i < servers; ++i)
            builder.server(name(i), dag);
        for (int i = 0; i < databases; ++i) {
            std::vector<std::string> places;
            for (int k = 0; k < copies; ++k)
                places.push_back(name((i + k * 3) % servers));
            builder.database("Mailbox Database " + std::to_string(g * databases + i + 1), places);
        }
    }
    return builder.build();
}

} // namespace drydock::tests
