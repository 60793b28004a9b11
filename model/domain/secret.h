// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// A password in memory. It can be moved, not copied or printed by accident, and its memory is wiped.
#pragma once

#include <string>
#include <string_view>

namespace drydock::domain {

class Secret
{
public:
    Secret() = default;
    // Takes the text over and wipes the caller's string.
    explicit Secret(std::string&& text);
    Secret(Secret&& other) noexcept;
    Secret& operator=(Secret&& other) noexcept;
    Secret(const Secret&) = delete;
    Secret& operator=(const Secret&) = delete;
    ~Secret();

    [[nodiscard]] bool empty() const noexcept { return m_text.empty(); }
    // Returns the clear text, valid while this object lives. Only the authentication layer uses it.
    [[nodiscard]] std::string_view reveal() const noexcept { return m_text; }
    // Makes a copy on purpose, for a second connection.
    [[nodiscard]] Secret clone() const;

private:
    std::string m_text;
};

// Overwrites the memory of a string that held a secret, and empties it.
void wipe(std::string& text) noexcept;

} // namespace drydock::domain
