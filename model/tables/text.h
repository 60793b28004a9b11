// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Makes text for users from the domain's values: translated sentences, words, numbers, times, and sanitized remote
// text.
#pragma once

#include "model/domain/health_rules.h"
#include "model/domain/localizable_text.h"
#include "model/domain/node.h"
#include "model/domain/server_state.h"
#include "model/domain/time.h"
#include "model/maintenance/check_result.h"
#include "model/maintenance/run_state.h"

#include <QString>

#include <string>
#include <string_view>
#include <vector>

namespace drydock::tables {

// Returns UTF-8 from a server as one line of plain text, in which what controls, turns or hides is shown by its code
// (domain::visibleText).
[[nodiscard]] QString plainText(std::string_view utf8);
// Does the same but keeps line ends, for details and tool tips.
[[nodiscard]] QString plainLines(std::string_view utf8);
// Returns the texts, each on one line.
[[nodiscard]] QString plainLines(const std::vector<std::string>& texts);
// Returns a tool tip that widgets show as plain text. It is escaped if it holds a character that could begin markup.
[[nodiscard]] QString toolTipText(const QString& plain);
// Returns the sentence in the user's language (context "model"). Arguments are plain text; arguments that are sentences
// are translated too.
[[nodiscard]] QString translated(const domain::LocalizableText& text);
// Returns the sentences, each on one line.
[[nodiscard]] QString translated(const std::vector<domain::LocalizableText>& texts);

[[nodiscard]] QString numberText(qint64 value); // with the locale's group separators
[[nodiscard]] QString numberText(double value, int decimals);
[[nodiscard]] QString cellTimeText(domain::Time time); // local time without the zone: "22.11.2026 15:04:05"
// Replaces each UTC time in `text`, such as "2026-11-22T20:41:07Z", by the local time.
[[nodiscard]] QString withLocalTimes(QString text);
[[nodiscard]] QString timeText(domain::Time time);             // local time with the zone: "22.11.2026 15:04:05 CET"
[[nodiscard]] QString utcText(domain::Time time);              // "2026-11-22 14:04:05 UTC"
[[nodiscard]] QString timeToolTip(domain::Time time);          // local time with the zone, and UTC
[[nodiscard]] QString durationText(domain::Duration duration); // "02:14", "1:02:14", "7 d 00:00"

[[nodiscard]] QString tableText(const char* source); // in the user's language, context "tables"

[[nodiscard]] QString wordOf(domain::Severity severity);
[[nodiscard]] QString wordOf(domain::ServerState state);
[[nodiscard]] QString wordOf(domain::ComponentStore store);
[[nodiscard]] QString wordOf(maintenance::StepStatus status);
[[nodiscard]] QString wordOf(maintenance::CheckResult result);
[[nodiscard]] QString wordOf(maintenance::RunPhase phase);
[[nodiscard]] QString wordOf(maintenance::Outcome outcome);
[[nodiscard]] QString wordOf(maintenance::RunKind runKind);

} // namespace drydock::tables
