// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// Computes the wait before a repetition: doubled each time, limited, and varied so that clients do not all return at
// once.
#pragma once

#include <QRandomGenerator>

#include <algorithm>
#include <chrono>

namespace drydock::session {

// `attempt` counts from 0, which waits about `first`.
[[nodiscard]] inline std::chrono::milliseconds backoff(int attempt, std::chrono::milliseconds first,
                                                       std::chrono::milliseconds longest)
{
    const auto whole = std::min(first * (1 << std::clamp(attempt, 0, 20)), longest);
    const auto spread = static_cast<int>(whole.count() / 5); // a fifth up or down
    return whole + std::chrono::milliseconds(QRandomGenerator::system()->bounded(-spread, spread + 1));
}

} // namespace drydock::session
