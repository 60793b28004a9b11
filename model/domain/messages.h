// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The catalogue of the domain's sentences: states, reasons and advice.
#pragma once

#include "model/domain/message_catalogue.h"

namespace drydock::domain {

inline constexpr Message domainMessages[] = {
    // States of servers, and why a server in that state needs attention.
    {"serving", DRYDOCK_TEXT("model", "Serving")},
    {"blocked", DRYDOCK_TEXT("model", "Blocked")},
    {"policy-is-blocked", DRYDOCK_TEXT("model", "activation policy is Blocked")},
    {"entering", DRYDOCK_TEXT("model", "Entering")},
    {"on-the-way-in", DRYDOCK_TEXT("model", "on the way into maintenance")},
    {"in-maintenance", DRYDOCK_TEXT("model", "In maintenance")},
    {"is-in-maintenance", DRYDOCK_TEXT("model", "in maintenance")},
    {"leaving", DRYDOCK_TEXT("model", "Leaving")},
    {"on-the-way-back", DRYDOCK_TEXT("model", "on the way back into service")},
    {"inconsistent", DRYDOCK_TEXT("model", "Inconsistent")},
    {"partly-in-maintenance",
     DRYDOCK_TEXT("model", "partly in maintenance: components, node and activation policy do not fit together")},
    {"unreachable", DRYDOCK_TEXT("model", "Unreachable")},
    {"does-not-answer", DRYDOCK_TEXT("model", "does not answer")},
    {"unknown", DRYDOCK_TEXT("model", "Unknown")},
    {"components-not-read", DRYDOCK_TEXT("model", "its component states were not read")},
    {"not-managed", DRYDOCK_TEXT("model", "Not managed")},
    {"not-managed-here", DRYDOCK_TEXT("model", "%1: not managed here")},
    // Copies of databases.
    {"mounting", DRYDOCK_TEXT("model", "mounting")},
    {"dismounting", DRYDOCK_TEXT("model", "dismounting")},
    {"initializing", DRYDOCK_TEXT("model", "initializing, usually under 30 seconds")},
    {"disconnected-and-healthy", DRYDOCK_TEXT("model", "was healthy, cannot reach the active copy")},
    {"disconnected-and-resynchronizing", DRYDOCK_TEXT("model", "was resynchronizing, cannot reach the active copy")},
    {"resynchronizing", DRYDOCK_TEXT("model", "resynchronizing with the active copy")},
    {"seeding", DRYDOCK_TEXT("model", "being seeded")},
    {"seeding-source", DRYDOCK_TEXT("model", "is the source of a seed: leave this server up")},
    {"single-page-restore", DRYDOCK_TEXT("model", "repairing a page")},
    {"suspended", DRYDOCK_TEXT("model", "suspended by an administrator")},
    {"non-exchange-replication", DRYDOCK_TEXT("model", "replicated by another product")},
    {"dismounted", DRYDOCK_TEXT("model", "not mounted: its users have no mailbox")},
    {"dismounted-on-purpose", DRYDOCK_TEXT("model", "not mounted, and its MountAtStartup is False")},
    {"recovery-database", DRYDOCK_TEXT("model", "recovery database: it has no users")},
    {"failed", DRYDOCK_TEXT("model", "replication failed")},
    {"failed-and-suspended", DRYDOCK_TEXT("model", "failed and suspended")},
    {"service-down", DRYDOCK_TEXT("model", "the replication service does not answer")},
    {"misconfigured", DRYDOCK_TEXT("model", "misconfigured")},
    {"status-not-known", DRYDOCK_TEXT("model", "status “%1” is not known")},
    {"queue-lengths-not-reported", DRYDOCK_TEXT("model", "queue lengths are not told")},
    {"last-log-not-published",
     DRYDOCK_TEXT("model", "queue length not known, the active copy's server does not publish its last log")},
    {"copy-queue-is", DRYDOCK_TEXT("model", "copy queue is %1")},
    {"replay-queue-is", DRYDOCK_TEXT("model", "replay queue is %1")},
    {"queue-lengths-stale", DRYDOCK_TEXT("model", "queue lengths are stale")},
    {"content-index-is", DRYDOCK_TEXT("model", "content index is %1")},
    {"activation-suspended", DRYDOCK_TEXT("model", "activation is suspended")},
    {"lagged-copy", DRYDOCK_TEXT("model", "lagged copy")},
    // Why a copy cannot become active, or counts last.
    {"status-is", DRYDOCK_TEXT("model", "status is %1")},
    {"activation-blocked-on", DRYDOCK_TEXT("model", "activation is blocked on %1")},
    {"moves-databases-away", DRYDOCK_TEXT("model", "%1 moves its databases away")},
    {"high-availability-is", DRYDOCK_TEXT("model", "HighAvailability of %1 is %2")},
    {"maximum-active-reached", DRYDOCK_TEXT("model", "%1 has its maximum of active databases: %2")},
    {"own-site-only", DRYDOCK_TEXT("model", "%1 takes databases of its own site only")},
    {"copies-not-read-on", DRYDOCK_TEXT("model", "the copies on %1 could not be read")},
    {"index-crawling-counts-last", DRYDOCK_TEXT("model", "content index is Crawling, so this copy is taken last")},
    // Components.
    {"held-by", DRYDOCK_TEXT("model", "%1 by %2")},
    {"held-by-since", DRYDOCK_TEXT("model", "%1 by %2 since %3")},
    {"state-not-known", DRYDOCK_TEXT("model", "state “%1” is not known")},
    {"because-server-wide-offline", DRYDOCK_TEXT("model", "because ServerWideOffline is not Active")},
    {"holder-not-read", DRYDOCK_TEXT("model", "%1, and who holds it down could not be read")},
    {"held-by-nobody", DRYDOCK_TEXT("model", "%1, and nobody holds it down")},
    // Transport queues.
    {"poison-messages", DRYDOCK_TEXT("model", "poison messages: %1")},
    {"messages-without-route", DRYDOCK_TEXT("model", "messages without a route: %1")},
    {"queue-suspended", DRYDOCK_TEXT("model", "queue is suspended")},
    {"waiting-to-retry", DRYDOCK_TEXT("model", "waiting to retry")},
    {"waiting-to-retry-because", DRYDOCK_TEXT("model", "waiting to retry: %1")},
    // Issues, and advice on them.
    {"resume-or-reseed", DRYDOCK_TEXT("model", "resume the copy, or reseed it if it fails again")},
    {"resume-when-reason-gone", DRYDOCK_TEXT("model", "resume the copy when its reason is gone")},
    {"start-replication", DRYDOCK_TEXT("model", "start MSExchangeRepl on %1")},
    {"mount-or-activate", DRYDOCK_TEXT("model", "mount the database, or activate another copy")},
    {"look-at-the-active-side",
     DRYDOCK_TEXT("model", "look at MSExchangeRepl and at the cluster on %1, where the database is active")},
    {"look-at-network-and-disk", DRYDOCK_TEXT("model", "look at network and disk of %1")},
    {"one-copy-only", DRYDOCK_TEXT("model", "has one copy only, on %1")},
    {"add-copy-or-move-mailboxes",
     DRYDOCK_TEXT("model", "its users lose service when the server goes down: add a copy, or move the mailboxes")},
    {"one-good-copy-left", DRYDOCK_TEXT("model", "one good copy is left")},
    {"no-good-copy-left", DRYDOCK_TEXT("model", "no good copy is left")},
    {"wait-for-another-copy", DRYDOCK_TEXT("model", "take no server down before another copy is healthy")},
    {"managed-availability-took-it-down",
     DRYDOCK_TEXT("model", "managed availability took it down: look at the server's health before changing it")},
    {"set-it-active", DRYDOCK_TEXT("model", "set it Active with the requester %1")},
    {"start-the-service", DRYDOCK_TEXT("model", "start the service")},
    {"votes", DRYDOCK_TEXT("model", "has %1 votes and needs %2")},
    {"votes-without-spare", DRYDOCK_TEXT("model", "has %1 votes and needs %2: it stops when one more is lost")},
    {"bring-members-back", DRYDOCK_TEXT("model", "bring the missing members or the witness back first")},
    {"witness-misconfigured", DRYDOCK_TEXT("model", "the witness is not configured correctly")},
    {"check-the-witness", DRYDOCK_TEXT("model", "check the witness server and its share")},
    {"stopped-in", DRYDOCK_TEXT("model", "is stopped in %1")},
    {"section-not-read", DRYDOCK_TEXT("model", "%1 could not be read: %2")},
    // Names of sections.
    {"servers", DRYDOCK_TEXT("model", "servers")},
    {"groups", DRYDOCK_TEXT("model", "groups")},
    {"databases", DRYDOCK_TEXT("model", "databases")},
    {"copies", DRYDOCK_TEXT("model", "copies")},
    {"components", DRYDOCK_TEXT("model", "components")},
    {"queues", DRYDOCK_TEXT("model", "queues")},
    {"nodes", DRYDOCK_TEXT("model", "nodes")},
    {"services", DRYDOCK_TEXT("model", "services")},
    // General.
    {"service-is", DRYDOCK_TEXT("model", "service %1 is %2")},
    {"detail-of", DRYDOCK_TEXT("model", "%1: %2")},
    {"verbatim", DRYDOCK_TEXT("model", "%1")},
};

template <MessageId id> inline constexpr Sentence<domainMessages, id> sentence;

} // namespace drydock::domain
