// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The organisation's record of maintenance runs: the begin, the original settings and the end of a run as comments in
// the admin audit log, which other operators and other computers can read (model/docs/organisation-record.md).
#pragma once

#include "model/domain/audit_comment.h"
#include "model/domain/server_state.h"
#include "model/maintenance/permissions.h"
#include "model/maintenance/recorded_settings.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace drydock::maintenance {

// Returns the comments that say that the run has begun and, into maintenance, what the settings were before; none if
// they do not fit.
[[nodiscard]] std::vector<std::string> beginComments(const RunState& run);
// Returns the comments that say that the run is over.
[[nodiscard]] std::vector<std::string> endComments(const RunState& run, Outcome outcome);
// Returns the command that writes a comment. To write one again is harmless: it tells the same of the same run.
[[nodiscard]] Command writeComment(const domain::ServerName& about, std::string comment);

inline constexpr const char* writeAdminAuditLog = "Write-AdminAuditLog";
inline constexpr const char* searchAdminAuditLog = "Search-AdminAuditLog";

// A run as the organisation's record has it. Every account that may write a comment can have written its texts.
struct OrganisationRun {
    std::string id;
    RunKind runKind = RunKind::Enter;
    domain::ServerName server;
    std::string fqdn;
    std::string group;        // the DAG; empty: none
    std::string operatorName; // the account that wrote the begin, as the server saw it
    std::string computer;
    domain::Time begunAt{};                   // by the server's clock
    std::uint64_t number = 0;                 // greater than those of the runs that its computer knew; 0: not known
    std::string closes;                       // Plan::closes
    std::optional<OriginalSettings> original; // empty: a reinstate, or not all of its comments are there
    std::optional<Outcome> outcome;           // empty: no end was found
    domain::Time endedAt{};                   // if it has an outcome; by the server's clock
    bool operator==(const OrganisationRun&) const = default;
};

// Returns whether the comment looks like one of ours and is no longer than those are. Others are not kept.
[[nodiscard]] bool mayBeOfRecord(const domain::AuditComment& comment);
// Returns the runs whose begin can be read, the newest first: by number, so that no clock decides it. Foreign, damaged
// and incomplete comments are left out.
[[nodiscard]] std::vector<OrganisationRun> organisationRuns(const std::vector<domain::AuditComment>& comments);
// Returns the greatest number of the runs. A new run takes a greater one.
[[nodiscard]] std::uint64_t greatestNumber(const std::vector<OrganisationRun>& runs);
// Returns the newest run of the server that has begun and not ended; nullptr if there is none.
[[nodiscard]] const OrganisationRun* openRun(const std::vector<OrganisationRun>& newestFirst,
                                             const domain::ServerName& server);
// Returns the same as openRun() unless the server is where the run would take it: then the run is over, and only its
// end does not show (yet).
[[nodiscard]] const OrganisationRun* runUnderWay(const std::vector<OrganisationRun>& newestFirst,
                                                 const domain::ServerName& server, domain::ServerState state);
// Returns "MAIL2 is being put into maintenance by ADMIN2 from PC7 since 2026-11-22T22:14:00Z", for example.
[[nodiscard]] domain::LocalizableText sentenceAbout(const OrganisationRun& run);

// Returns the original settings of the journals of this computer, or those of the organisation's record where a run of
// somebody else is newer (originalSettings of recorded_settings.h).
[[nodiscard]] domain::Result<std::optional<RecordedSettings>>
originalSettings(const std::vector<RunListing>& newestFirst, const ReadRun& read,
                 const std::vector<OrganisationRun>& organisation, const domain::ServerName& server,
                 const std::string& fqdn);

} // namespace drydock::maintenance
