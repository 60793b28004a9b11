// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Reads recordings of traffic: a list `messages:` of pairs of request and response in YAML, as session/wire_recorder.h
// and the tests of pypsrp write it.
#pragma once

#include "model/domain/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace drydock::wsman {

struct RecordedExchange {
    std::string request;
    std::string response; // empty where the connection failed instead
    int status = 200;     // the HTTP status of the response
    std::size_t line = 0; // where the exchange begins, from 1

    bool operator==(const RecordedExchange&) const = default;
};

// Knows as much YAML as recordings use: maps and lists in lines, scalars of every style. Malformed: the detail names
// the line.
[[nodiscard]] domain::Result<std::vector<RecordedExchange>> readRecording(std::string_view text);

} // namespace drydock::wsman
