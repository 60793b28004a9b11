// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// The answers of healthcheck.htm, by which a load balancer decides whether a server gets clients (exchange.md 4.2).
#pragma once

#include "model/domain/names.h"
#include "model/domain/time.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace drydock::domain {

// The virtual directories that are asked: https://SERVER/owa/healthcheck.htm …
inline constexpr std::array healthcheckProtocols{"owa", "ews", "mapi",         "oab",
                                                 "rpc", "ecp", "Autodiscover", "Microsoft-Server-ActiveSync"};

struct HealthcheckAnswer {
    std::string protocol;
    int status = 0; // of HTTP; 0: no answer

    bool operator==(const HealthcheckAnswer&) const = default;
    [[nodiscard]] bool serves() const noexcept { return status == 200; }
};

struct Healthchecks {
    ServerName server;
    std::vector<HealthcheckAnswer> answers{}; // of each protocol
    std::string problem{};                    // why there was no answer
    std::string certificateNames{};           // of its certificate, where none of them is the server's
    Time since{}; // since when this number of protocols has served, as far as this session has seen

    bool operator==(const Healthchecks&) const = default;
    [[nodiscard]] int serving() const noexcept
    {
        return static_cast<int>(
            std::count_if(answers.begin(), answers.end(), [](const auto& answer) { return answer.serves(); }));
    }
    [[nodiscard]] int unanswered() const noexcept
    {
        return static_cast<int>(
            std::count_if(answers.begin(), answers.end(), [](const auto& answer) { return answer.status == 0; }));
    }
    [[nodiscard]] int asked() const noexcept { return static_cast<int>(answers.size()); }
};

} // namespace drydock::domain
