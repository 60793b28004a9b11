// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// What a recording holds: a row for each PSRP message, and for each envelope that brings none.
#pragma once

#include "model/domain/result.h"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

namespace drydock::session {

struct WireRow {
    std::size_t exchange = 0; // from 1
    bool isRequest = false;
    std::string action;         // "Create", "ReceiveResponse", "Fault 2150858793"; empty: nothing came
    std::string shell, command; // ids; empty where there is none
    std::string object;         // the id of the PSRP object; empty for an envelope
    std::string message;        // "PIPELINE_OUTPUT"; "(part)" for a piece of a message that ends later
    std::size_t bytes = 0;      // of the envelope, of the message with its header, or of the piece

    bool operator==(const WireRow&) const = default;
};

// Calls `take` for each row, in order, up to the first damage. Malformed, LimitExceeded: the detail names the place.
[[nodiscard]] domain::Result<> listRecording(std::string_view recording,
                                             const std::function<void(const WireRow&)>& take);

} // namespace drydock::session
