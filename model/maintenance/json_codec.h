// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Converts plans, states and errors to JSON and back, for journal and report. read() throws nlohmann's exceptions,
// which its callers catch.
#pragma once

#include "model/maintenance/journal_record.h"

#include <nlohmann/json_fwd.hpp>

namespace drydock::maintenance::codec {

[[nodiscard]] nlohmann::json toJson(const Command& command);
[[nodiscard]] nlohmann::json toJson(const Condition& condition);
[[nodiscard]] nlohmann::json toJson(const Plan& plan);
[[nodiscard]] nlohmann::json toJson(const domain::Error& error);
[[nodiscard]] nlohmann::json toJson(const domain::LocalizableText& text);
[[nodiscard]] nlohmann::json toJson(const DatabaseMove& move);
[[nodiscard]] nlohmann::json toJson(const domain::DatabasePlace& place);
[[nodiscard]] nlohmann::json toJson(const OriginalSettings& settings);
[[nodiscard]] nlohmann::json toJson(const Step& step);
[[nodiscard]] nlohmann::json toJson(const domain::ComponentState& row);
[[nodiscard]] nlohmann::json toJson(const domain::Service& row);

void read(const nlohmann::json& json, Command& command);
void read(const nlohmann::json& json, Condition& condition);
void read(const nlohmann::json& json, Plan& plan);
void read(const nlohmann::json& json, domain::Error& error);
void read(const nlohmann::json& json, domain::LocalizableText& text);
void read(const nlohmann::json& json, DatabaseMove& move);
void read(const nlohmann::json& json, domain::DatabasePlace& place);
void read(const nlohmann::json& json, OriginalSettings& settings);
void read(const nlohmann::json& json, Step& step);
void read(const nlohmann::json& json, domain::ComponentState& row);
void read(const nlohmann::json& json, domain::Service& row);

// Prints one line. Bytes that are not UTF-8 become U+FFFD.
[[nodiscard]] std::string print(const nlohmann::json& json);

} // namespace drydock::maintenance::codec
