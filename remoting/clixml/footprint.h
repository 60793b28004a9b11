// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: The Drydock authors

// How much memory the values of a document take, so that many documents can be bounded together.
#pragma once

#include <cstddef>
#include <limits>

namespace drydock::clixml {

// What values take, about. A reference counts as a copy of its object, since the reader of the values may copy it.
struct Footprint {
    std::size_t memory = 0; // bytes
    std::size_t text = 0;   // bytes of their texts alone

    void add(const Footprint& more) noexcept
    {
        constexpr auto most = std::numeric_limits<std::size_t>::max();
        memory = more.memory > most - memory ? most : memory + more.memory;
        text = more.text > most - text ? most : text + more.text;
    }
    [[nodiscard]] Footprint since(const Footprint& before) const noexcept
    {
        return {memory - before.memory, text - before.text};
    }
};

} // namespace drydock::clixml
